"""One printing in a process of its own: ``product`` or ``typst`` or ``typst-originals``, data folder, output
file. JSON on stdout.

The product does what the page *Hồ sơ* does between the click and the file, without the window: it reads the
lists and the data of the open database, prints, opens the print for the screen, stores and registers it and
writes the file. Importing the renderer counts (the first click). Typst starts from its source in memory.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from benchmarks.dossier_content import AT, BY, ON, typst_source
from benchmarks.memory import peak_megabytes
from ntm_desktop.db.engine import Database
from ntm_desktop.documents.dossier import papers
from ntm_desktop.paths import resource as bundled
from ntm_desktop.services import dossier
from ntm_desktop.services.papers import DossierData, make_dossier
from ntm_desktop.services.preview import PdfPages


def product(folder: Path, out: Path) -> dict[str, float]:
    with Database.open(folder) as database:
        gc.disable()  # as in the window, which looks for garbage when nothing else is under way
        start = time.perf_counter()
        with database.read() as session:
            dossier.refuse_unready(session, on=ON)
            data = dossier.collect(session, on=ON, today=ON, draft=False)
            dossier.papers(session, on=ON)
        collected = time.perf_counter()
        printed = make_dossier(data, folder / "tmp" / "ho-so.pdf")
        pdf = PdfPages(printed.path)
        made = time.perf_counter()
        stored = database.files.put_file(printed.path)
        with database.write("In hồ sơ", BY, AT) as session:
            dossier.register(session, data=data, printed=stored, pages=printed.pages)
        pdf.save(out)
        end = time.perf_counter()
        pdf.close()
    return {
        "s": end - start,
        "collect": collected - start,
        "make": made - collected,
        "register": end - made,
        "mb": peak_megabytes(),
    }


def typst(folder: Path, out: Path, *, originals: bool) -> dict[str, float]:
    with Database.open(folder) as database, database.read() as session:
        data = dossier.collect(session, on=ON, today=ON, draft=False)
        pictures = _originals(data, database) if originals else {}
    source = typst_source(papers(data), pictures).encode()
    start = time.perf_counter()
    import typst

    fonts = [str(bundled("fonts"))]
    typst.compile(source, output=str(out), root="/", font_paths=fonts)  # type: ignore[misc]  # its stub leaves a type open
    return {"s": time.perf_counter() - start, "mb": peak_megabytes()}


def _originals(data: DossierData, database: Database) -> dict[Path, Path]:
    """By print-size copy, the photo as it was taken."""
    proofs = [proof for one in data.criteria for indicator in one.indicators for proof in indicator.evidence]
    return {proof.picture: database.files.path(proof.sha256) for proof in proofs if proof.picture}


def main(contestant: str, folder: Path, out: Path) -> None:
    if contestant == "product":
        numbers = product(folder, out)
    else:
        numbers = typst(folder, out, originals=contestant == "typst-originals")
    print(json.dumps(numbers))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
