"""Signing with a token: SoftHSM stands for the device, behind the same kind of library."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from reportlab.pdfgen.canvas import Canvas
from signers import AT, NAME, Authority, Issued, needs_pdfsig, verdicts

from ntm_desktop.errors import NtmError
from ntm_desktop.services.signing import Token, Wish, sign

PIN, LABEL = "123456", "Ký số xã"
LIBRARIES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
LIBRARY = next((Path(path) for path in LIBRARIES if Path(path).is_file()), None)

pytestmark = pytest.mark.skipif(
    LIBRARY is None or shutil.which("softhsm2-util") is None, reason="SoftHSM is not installed"
)


@pytest.fixture(scope="module")
def device(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    """One token with a key and its certificate. The library reads its settings once in a process."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings))
        assert LIBRARY is not None
        token = Token(LIBRARY, PIN)
        _init(LABEL)
        _put(authority.issue(), LIBRARY)
        yield token


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "tờ trình.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 700, "To trinh")
    canvas.save()
    return path


def _init(label: str) -> None:
    command = ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "0000"]
    subprocess.run(command, check=True, capture_output=True, env=os.environ)


def _put(issued: Issued, library: Path) -> None:
    import pkcs11
    from pkcs11 import Attribute, ObjectClass
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    key = issued.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    own = {Attribute.ID: b"\x01", Attribute.LABEL: "chủ tịch", Attribute.TOKEN: True}
    lib = pkcs11.lib(str(library))
    lib.reinitialize()
    with lib.get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        session.create_object({**decode_rsa_private_key(key), **own})
        certificate = issued.certificate.public_bytes(Encoding.DER)
        session.create_object({**decode_x509_certificate(certificate), **own})
        assert list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}))


def refused(paper: Path, key: Token) -> str:
    out = paper.with_name("đã ký.pdf")
    with pytest.raises(NtmError) as caught:
        sign(paper, out, key=key, wish=Wish(), at=AT)
    assert [path.name for path in paper.parent.iterdir() if path.is_file()] == [paper.name]
    return caught.value.message


@needs_pdfsig
def test_another_program_finds_the_signature_of_a_token_good(
    paper: Path, device: Token, authority: Authority, tmp_path: Path
) -> None:
    out = tmp_path / "đã ký.pdf"
    signed = sign(paper, out, key=device, wish=Wish(), at=AT)
    (said,) = verdicts(out, authority.trusted(tmp_path / "nss"))
    assert (said.name, said.signature) == (NAME, "Signature is Valid.")
    assert said.certificate == "Certificate is Trusted."
    assert (signed.name, signed.page) == (NAME, 1)


def test_a_wrong_pin_is_told(paper: Path, device: Token) -> None:
    assert refused(paper, Token(device.library, "654321")).startswith("Sai mã PIN của thiết bị ký số.")
    assert "654321" not in repr(Token(device.library, "654321"))


def test_a_token_that_is_not_there_is_told(paper: Path, device: Token) -> None:
    said = refused(paper, Token(device.library, PIN, "khác"))
    assert said.startswith("Không thấy đúng thiết bị ký số đã chọn. Đang cắm: “Ký số xã” (khe ")
    said = refused(paper, Token(device.library, PIN, certificate="khác"))
    assert said == "Thiết bị có các chứng thư số: “chủ tịch”. Ghi tên của chứng thư số dùng để ký."


def test_a_library_that_is_none_is_told(paper: Path, device: Token, tmp_path: Path) -> None:
    assert "Không thấy thư viện" in refused(paper, Token(tmp_path / "x.dll", PIN))
    wrong = tmp_path / "thư viện" / "x.dll"
    wrong.parent.mkdir()
    wrong.write_bytes(b"MZ")
    assert "Chọn đúng tệp .dll" in refused(paper, Token(wrong, PIN))
