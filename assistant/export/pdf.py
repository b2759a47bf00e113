"""PDF through LibreOffice, where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from assistant.export.text import say

TIMEOUT = 120


class ExportError(Exception):
    """A document cannot be made; `message_ja` says what to do."""

    def __init__(self, message_ja: str, detail: str):
        super().__init__(detail)
        self.message_ja = message_ja


def office() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(content: bytes, extension: str) -> bytes:
    """The document as PDF. Raises ExportError when LibreOffice is absent or fails."""
    program = office()
    if program is None:
        raise ExportError(say("no_office"), "LibreOffice (soffice) is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"document.{extension}"
        source.write_bytes(content)
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ExportError(say("office_failed"), f"LibreOffice did not finish: {error}") from error
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise ExportError(say("office_failed"), f"LibreOffice made no PDF: {done.stderr[:500]}")
        return made.read_bytes()
