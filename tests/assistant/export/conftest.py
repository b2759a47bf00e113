"""LibreOffice for the documents' tests: one conversion run for many files."""

import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """(file name → bytes, target extension) → file name's stem → path of the converted file. Skips where LibreOffice is absent."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc libreoffice-writer libreoffice-impress")
    profile = tmp_path_factory.mktemp("office")

    def run(files, extension):
        source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
        for name, content in files.items():
            (source / name).write_bytes(content)
        command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", extension, "--outdir", str(target)]
        done = subprocess.run([*command, *(str(source / name) for name in files)], capture_output=True, text=True, timeout=180)
        made = {path.stem: path for path in target.iterdir()}
        assert len(made) == len(files), done.stderr
        return made

    return run
