"""One printing in a process of its own: ``product`` or ``typst``, output file, photos. JSON on stdout.

The clock runs from the data in memory to the file on disk; importing the renderer counts (the first click).
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.dossier_content import dossier, typst_source
from ntm_desktop.documents.dossier import papers
from ntm_desktop.paths import resource as bundled
from ntm_desktop.services.papers import make_dossier


def main(contestant: str, out: Path, photos: list[Path]) -> None:
    data = dossier(photos)
    if contestant == "product":
        start = time.perf_counter()
        make_dossier(data, out)
    else:
        source = typst_source(papers(data)).encode()
        start = time.perf_counter()
        import typst

        fonts = [str(bundled("fonts"))]
        typst.compile(source, output=str(out), root="/", font_paths=fonts)  # type: ignore[misc]  # its stub leaves a type open
    took = time.perf_counter() - start
    print(json.dumps({"s": took, "mb": _peak_megabytes()}))


def _peak_megabytes() -> float:
    """Of this program alone: ``ru_maxrss`` would begin with what its parent had."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(line) for line in sys.stdin.read().splitlines()])
