"""Saved ROI scenarios: a name and the plan's inputs, each owner's own.

`ScenarioStore` is all that the screen needs, so that another database can take this one's place.
"""

import uuid
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, delete, func, select

from assistant.store import database
from assistant.store.tables import insert, scenarios

NAME_CHARACTERS, MOST = 40, 50


@dataclass(frozen=True)
class Scenario:
    """`query` is the urlencoded strategy and changes."""

    id: str
    name: str
    query: str


class ScenariosUnavailable(Exception):
    """The scenarios cannot be read or written (folder not writable, file damaged, server gone)."""


class TooManyScenarios(Exception):
    """The owner already keeps `MOST` scenarios under other names."""


class ScenarioStore(Protocol):
    """Every call names the owner; what belongs to another owner does not exist."""

    def save(self, owner: str, name: str, query: str) -> None: ...
    def list(self, owner: str) -> tuple[Scenario, ...]: ...
    def delete(self, owner: str, scenario: str) -> None: ...


class Scenarios:
    """`ScenarioStore` in the database of `home`, which is opened when first needed. Every call raises ScenariosUnavailable."""

    def __init__(self, home: Path):
        self.database = database(home)

    def use(self, writing: bool = False) -> AbstractContextManager[Connection]:
        return self.database.used(ScenariosUnavailable, writing)

    def save(self, owner: str, name: str, query: str) -> None:
        """Keep a scenario; one of the same name is replaced. Raises TooManyScenarios."""
        kept = name.replace("\0", "")[:NAME_CHARACTERS]
        with self.use(writing=True) as connection:
            others = connection.execute(select(func.count()).where(scenarios.c.owner == owner, scenarios.c.name != kept)).scalar_one()
            if others >= MOST:
                raise TooManyScenarios(f"{others} scenarios")
            statement = insert(connection, scenarios).values(id=uuid.uuid4().hex, owner=owner, name=kept, query=query)
            connection.execute(statement.on_conflict_do_update(index_elements=["owner", "name"], set_={"query": query}))

    def list(self, owner: str) -> tuple[Scenario, ...]:
        """The owner's scenarios, the newest name first."""
        query = select(scenarios.c.id, scenarios.c.name, scenarios.c.query).where(scenarios.c.owner == owner).order_by(scenarios.c.place.desc())
        with self.use() as connection:
            return tuple(Scenario(*row) for row in connection.execute(query))

    def delete(self, owner: str, scenario: str) -> None:
        with self.use(writing=True) as connection:
            connection.execute(delete(scenarios).where(scenarios.c.id == scenario, scenarios.c.owner == owner))
