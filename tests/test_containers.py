"""The container files, as far as they can be looked at where no container can be run: parsed, and held against the repository."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from dockerfile_parse import DockerfileParser

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def steps():
    """[(instruction, value)] of the Dockerfile."""
    return [(step["instruction"], step["value"]) for step in DockerfileParser(fileobj=(REPOSITORY / "Dockerfile").open("rb")).structure]


@pytest.fixture(scope="module")
def composed():
    return yaml.safe_load((REPOSITORY / "compose.yaml").read_text(encoding="utf-8"))


def copied(steps):
    return [source for name, value in steps if name == "COPY" and not value.startswith("--from") for source in value.split()[:-1]]


def test_everything_copied_is_there_and_is_not_ignored(steps):
    let_in = [line[1:] for line in (REPOSITORY / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    assert len(copied(steps)) > 6
    assert [source for source in copied(steps) if not (REPOSITORY / source).exists() or source not in let_in] == []


def test_every_package_of_the_app_is_copied(steps):
    top = {path.parent.name for path in REPOSITORY.glob("*/__init__.py")} - {"bench", "tests"}
    assert top <= set(copied(steps)) and "app.py" in copied(steps)


def test_it_runs_as_a_user_and_is_watched_by_healthz(steps):
    last = max(at for at, (name, _) in enumerate(steps) if name == "FROM")
    users = [value for name, value in steps[last:] if name == "USER"]
    assert users and users[-1] not in ("root", "0")
    (health,) = [value for name, value in steps if name == "HEALTHCHECK"]
    assert "/healthz" in json.loads(health.partition("CMD ")[2])[2]
    assert json.loads(next(value for name, value in steps if name == "CMD")) == ["python", "app.py"]


def test_the_linter_finds_nothing():
    done = subprocess.run([Path(sys.executable).with_name("hadolint"), REPOSITORY / "Dockerfile"], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_nothing_is_fetched_at_run_time(steps):
    """Neither command nor health check installs anything, and no layer pipes a download into a shell."""
    running = [value for name, value in steps if name in ("CMD", "HEALTHCHECK", "ENTRYPOINT")]
    assert not [value for value in running if re.search(r"\bpip\b|apt|curl|wget", value)]
    assert not [value for name, value in steps if name == "RUN" and re.search(r"curl|wget|--trusted-host", value)]
    assert all(":" in value.split()[0] and not value.split()[0].endswith(":latest") for name, value in steps if name == "FROM")


def test_only_the_proxy_has_a_door(composed):
    assert composed["networks"]["inside"]["internal"] is True
    outside = [name for name, service in composed["services"].items() if set(service["networks"]) - {"inside"} or "ports" in service]
    assert outside == ["nginx"]
    assert all(port.startswith("127.0.0.1:") for port in composed["services"]["nginx"]["ports"])


def test_replicas_share_their_stores_but_not_their_folders(composed):
    apps = [service for name, service in composed["services"].items() if name.startswith("app")]
    assert len(apps) == 2 and apps[0]["environment"] == apps[1]["environment"] and apps[0]["volumes"] != apps[1]["volumes"]
    assert {"DATABASE_URL", "CHROMA_URL"} <= set(apps[0]["environment"])
    named = {volume.partition(":")[0] for service in composed["services"].values() for volume in service.get("volumes", ()) if not volume.startswith(".")}
    assert named == set(composed["volumes"])


def test_no_password_stands_in_the_files():
    text = (REPOSITORY / "compose.yaml").read_text() + (REPOSITORY / "Dockerfile").read_text()
    assert not re.search(r"PASSWORD[:=]\s*(?!\$\{)[\"']?\w", text)


@pytest.mark.parametrize("name", ["docs/scale.md", "docs/guidelines.md", "SECURITY.md"])
def test_the_documents_name_files_that_exist(name):
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    linked = [(REPOSITORY / name).parent / target for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    named = [REPOSITORY / path for path in re.findall(r"`((?:tests|docs|bench|\.ci)/[\w./-]+)`", text)]
    assert linked + named and [str(path) for path in linked + named if not path.exists()] == []
