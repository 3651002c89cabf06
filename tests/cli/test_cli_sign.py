from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from signers import NAME, OFFICE, PASSWORD, Authority, needs_pdfsig, verdicts

from ntm_desktop.cli.answer import now
from ntm_desktop.render.fonts import face

Run = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(now())


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "tờ trình.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont(face().bold, 14)
    canvas.drawCentredString(430, 400, "CHỦ TỊCH")
    canvas.drawCentredString(430, 300, NAME)
    canvas.save()
    return path


@pytest.fixture
def key(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NTM_SIGN_PASSWORD", PASSWORD)
    return authority.file(tmp_path / "ky-so.p12", authority.issue())


@needs_pdfsig
def test_a_saved_file_is_signed(
    run: Run, paper: Path, key: Path, authority: Authority, tmp_path: Path
) -> None:
    out = tmp_path / "đã ký.pdf"
    said = run("sign", str(paper), "--p12", str(key), "--out", str(out), "--json").json
    assert (said["name"], said["organisation"], said["page"], said["in_block"]) == (NAME, OFFICE, 1, True)
    (found,) = verdicts(out, authority.trusted(tmp_path / "nss"))
    assert (found.signature, found.certificate) == ("Signature is Valid.", "Certificate is Trusted.")


def test_it_says_what_it_wrote(run: Run, paper: Path, key: Path, tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "đã ký.pdf"
    said = run("sign", str(paper), "--p12", str(key), "--out", str(out), "--page", "1", "--as-organisation")
    words = (
        f"Đã ký tờ trình.pdf bằng chứng thư số của {NAME}. Chữ ký nằm ở góc trên bên phải, trang 1 của {out}."
    )
    assert (said.code, said.out, said.err) == (0, f"{words}\n", "")
    assert not folder.exists()  # no data is needed, none is made


def test_a_place_with_another_name_is_signed_only_when_that_was_agreed_to(
    run: Run, paper: Path, key: Path, authority: Authority, tmp_path: Path
) -> None:
    other = authority.file(tmp_path / "khac.p12", authority.issue("Cao Xuân Đạt"))
    office = authority.file(tmp_path / "dau.p12", authority.issue(OFFICE, OFFICE))
    out = tmp_path / "đã ký.pdf"
    said = run("sign", str(paper), "--p12", str(other), "--out", str(out))
    assert (said.code, said.out) == (1, "")
    words = f"Chỗ ký ở trang 1 in tên “{NAME}”, chứng thư của “Cao Xuân Đạt”."
    assert said.err.startswith(words)
    assert said.err.endswith("vẫn ký vào chỗ này thì ghi thêm --yes.\n")
    said = run("sign", str(paper), "--p12", str(office), "--out", str(out))
    assert said.code == 1
    assert said.err.startswith(f"“{OFFICE}” là chứng thư của cơ quan, mà chỗ ký ở trang 1 in tên “{NAME}”")
    assert "--as-organisation" in said.err
    assert not out.exists()
    assert run("sign", str(paper), "--p12", str(other), "--out", str(out), "--yes").code == 0
    assert run("sign", str(out), "--p12", str(key), "--page", "1", "--out", str(tmp_path / "2.pdf")).code == 1
    sealed = run(
        "sign", str(out), "--p12", str(office), "--as-organisation", "--out", str(tmp_path / "3.pdf")
    )
    assert sealed.code == 0


def test_without_a_password_it_says_where_to_put_it(
    run: Run, paper: Path, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NTM_SIGN_PASSWORD")
    said = run("sign", str(paper), "--p12", str(key), "--out", str(tmp_path / "a.pdf"))
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "biến môi trường NTM_SIGN_PASSWORD" in said.err
    said = run("sign", str(paper), "--out", str(tmp_path / "a.pdf"))
    assert "Chưa chọn khóa để ký. Ghi --p12" in said.err


WITHOUT = """
import sys
sys.modules["pyhanko"] = None
from ntm_desktop.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


def test_a_copy_without_signing_says_so(paper: Path, key: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    words = ["--data", str(tmp_path / "d"), "sign", str(paper), "--p12", str(key), "--out", str(out)]
    done = subprocess.run([sys.executable, "-c", WITHOUT, *words], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Bản cài này chưa có phần ký số. Nhờ người cài máy")
    assert not out.exists()


WATCHED = """
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"signing uses the network: {event}")
sys.addaudithook(forbid)
from ntm_desktop.cli import main
code = main(sys.argv[1:])
raise SystemExit(code or " ".join({"aiohttp", "requests", "urllib3", "tzlocal"} & set(sys.modules)) or 0)
"""


def test_signing_opens_no_socket(paper: Path, key: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    words = ["--data", str(tmp_path / "d"), "sign", str(paper), "--p12", str(key), "--out", str(out)]
    done = subprocess.run([sys.executable, "-c", WATCHED, *words], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert out.read_bytes().startswith(paper.read_bytes())
