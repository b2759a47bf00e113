"""Homes whose database is on a server, one after another in the same three databases."""

import psycopg
import pytest
from server_homes import fill, rows

from assistant.backup import backup
from assistant.store import database, transfer


@pytest.fixture(scope="module", autouse=True)
def small_batches():
    """Every table of the tests takes more than one batch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transfer, "BATCH", 2)
        yield


@pytest.fixture(scope="session")
def spare(postgres):
    """Addresses of databases that the tests use one after another: making each its own costs more than they do."""
    return [postgres.create(f"backup-{number}") for number in range(3)]


@pytest.fixture(scope="session")
def saved(spare, tmp_path_factory):
    """(a backup of a server, the rows it holds); never changed."""
    home = tmp_path_factory.mktemp("saved")
    with pytest.MonkeyPatch.context() as patch:
        emptied(spare[0])
        patch.setenv("DATABASE_URL", spare[0])
        fill(home)
        backup(home, home / "saved.zip")
        return home / "saved.zip", rows(home)


def emptied(url):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return url


@pytest.fixture
def use(spare, tmp_path, monkeypatch):
    """(name of a home, whether on a server) → the home, in use from now on; a server's database is empty at the first time."""
    urls = {}

    def close():
        for home, url in urls.items():
            monkeypatch.setenv("DATABASE_URL", url)
            database(tmp_path / home).close()
        monkeypatch.delenv("DATABASE_URL", raising=False)

    def chosen(name, server):
        close()
        if server and name not in urls:
            urls[name] = emptied(spare[len(urls)])
        if server:
            monkeypatch.setenv("DATABASE_URL", urls[name])
        monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path / name))
        return tmp_path / name

    yield chosen
    close()
