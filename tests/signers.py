"""People and offices with certificates of a test authority, made anew each time; and pdfsig, which judges."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

AT = datetime(2026, 3, 15, 7, 0, 5, tzinfo=UTC)  # 14:00:05 in the office
PASSWORD = "mật khẩu 1"
NAME, OFFICE = "Đinh Minh Tuấn", "ỦY BAN NHÂN DÂN XÃ YÊN HÓA"

needs_pdfsig = pytest.mark.skipif(
    not (shutil.which("pdfsig") and shutil.which("certutil")), reason="pdfsig or certutil is not installed"
)


@dataclass(frozen=True, slots=True)
class Issued:
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate


class Authority:
    """``at``: the moment round which what it issues is valid."""

    def __init__(self, at: datetime = AT) -> None:
        self._at = at
        key = rsa.generate_private_key(65537, 2048)
        name = _name("Cơ quan chứng thực thử", "Thử nghiệm")
        self._own = Issued(
            key, _certificate(name, name, key, key, at - timedelta(days=900), 1800, is_ca=True)
        )

    def issue(
        self,
        name: str = NAME,
        organisation: str = OFFICE,
        *,
        begins: datetime | None = None,
        days: int = 400,
        signs: bool = True,
    ) -> Issued:
        begins = begins or self._at - timedelta(days=100)
        key = rsa.generate_private_key(65537, 2048)
        subject, issuer = _name(name, organisation), self._own.certificate.subject
        return Issued(key, _certificate(subject, issuer, key, self._own.key, begins, days, signs=signs))

    def file(self, path: Path, issued: Issued, password: str = PASSWORD) -> Path:
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"ky so",
                issued.key,
                issued.certificate,
                [self._own.certificate],
                BestAvailableEncryption(password.encode()),
            )
        )
        return path

    def trusted(self, folder: Path) -> Path:
        """A store of certificates in which this authority alone is trusted."""
        folder.mkdir()
        certificate = folder / "ca.der"
        certificate.write_bytes(self._own.certificate.public_bytes(Encoding.DER))
        store = ["certutil", "-d", f"sql:{folder}"]
        _run([*store, "-N", "--empty-password"])
        _run([*store, "-A", "-n", "thu", "-t", "CT,C,C", "-i", str(certificate)])
        return folder


@dataclass(frozen=True, slots=True)
class Verdict:
    """What pdfsig says of one signature."""

    name: str
    signed_at: str
    signature: str
    certificate: str
    whole: bool


def verdicts(path: Path, store: Path) -> list[Verdict]:
    said = _run(["pdfsig", "-nssdir", f"sql:{store}", str(path)])
    found = []
    for part in re.split(r"^Signature #\d+:", said, flags=re.MULTILINE)[1:]:
        facts = dict(re.findall(r"^  - ([^:\n]+): (.*)$", part, re.MULTILINE))
        found.append(
            Verdict(
                facts["Signer Certificate Common Name"],
                facts["Signing Time"],
                facts["Signature Validation"],
                facts.get("Certificate Validation", ""),
                "Total document signed" in part and "Not total" not in part,
            )
        )
    return found


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=60, env={"TZ": "UTC", "LANG": "C.UTF-8"}
    )
    return done.stdout.decode("utf-8", "replace")


def _name(name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: rsa.RSAPrivateKey,
    by: rsa.RSAPrivateKey,
    begins: datetime,
    days: int,
    *,
    is_ca: bool = False,
    signs: bool = True,
) -> x509.Certificate:
    signs_papers = signs and not is_ca
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=signs_papers,
                content_commitment=signs_papers,
                key_encipherment=not signs_papers and not is_ca,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=is_ca,
                crl_sign=is_ca,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )
