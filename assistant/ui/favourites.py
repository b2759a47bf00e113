"""Favourite meeting phrases of each person, in the database, with the address that the page and other programs use for them."""

from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy import Connection, delete, func, select

from assistant.store import database
from assistant.store.tables import favourites, insert
from assistant.ui.roles import browser_id
from assistant.ui.wording import words_of

ADDRESS = "/page/favourites"
LONGEST, MOST = 400, 200  # characters of a text, favourites of a person
say = words_of("phrases")


@dataclass(frozen=True)
class Favourite:
    """A sentence and the titles of its sources."""

    text: str
    source: str


class FavouritesUnavailable(Exception):
    """The favourites cannot be read or written (folder not writable, file damaged, server gone)."""


class TooManyFavourites(Exception):
    """The owner already keeps `MOST` favourites."""


class Favourites:
    """In the database of `home`, which is opened when first needed. Every call names the owner and raises FavouritesUnavailable."""

    def __init__(self, home: Path):
        self.database = database(home)

    def use(self, writing: bool = False) -> AbstractContextManager[Connection]:
        return self.database.used(FavouritesUnavailable, writing)

    def add(self, owner: str, one: Favourite) -> None:
        """Keep a phrase; one of the same text gets the new source. Raises TooManyFavourites."""
        row = {name: value.replace("\0", "")[:LONGEST] for name, value in asdict(one).items()}
        with self.use(writing=True) as connection:
            others = connection.execute(select(func.count()).where(favourites.c.owner == owner, favourites.c.text != row["text"])).scalar_one()
            if others >= MOST:
                raise TooManyFavourites(f"{others} favourites")
            statement = insert(connection, favourites).values(owner=owner, **row)
            connection.execute(statement.on_conflict_do_update(index_elements=["owner", "text"], set_={"source": row["source"]}))

    def list(self, owner: str) -> tuple[Favourite, ...]:
        """In the order in which they were kept."""
        query = select(favourites.c.text, favourites.c.source).where(favourites.c.owner == owner).order_by(favourites.c.place)
        with self.use() as connection:
            return tuple(Favourite(*row) for row in connection.execute(query))

    def remove(self, owner: str, text: str) -> None:
        with self.use(writing=True) as connection:
            connection.execute(delete(favourites).where(favourites.c.owner == owner, favourites.c.text == text.replace("\0", "")[:LONGEST]))


Text = Annotated[str, Body(min_length=1, max_length=LONGEST)]
Source = Annotated[str, Body(max_length=LONGEST)]


def add_favourites(app: FastAPI, store: Favourites) -> None:
    """GET lists, POST adds, DELETE removes one of the asking person's; each answers {"favourites": […]} or {"detail": a sentence}."""

    def answered(request: Request, change=None) -> JSONResponse:
        owner = browser_id(request)
        if not owner:
            return JSONResponse({"detail": say("favourites_nobody")}, 403)
        try:
            if change:
                change(owner)
            return JSONResponse({"favourites": [asdict(one) for one in store.list(owner)]}, headers={"cache-control": "no-store"})
        except TooManyFavourites:
            return JSONResponse({"detail": say("favourites_full", most=MOST)}, 409)
        except FavouritesUnavailable:
            return JSONResponse({"detail": say("favourites_unavailable")}, 503)

    @app.get(ADDRESS)
    def listed(request: Request) -> JSONResponse:
        return answered(request)

    @app.post(ADDRESS)
    def added(request: Request, text: Text, source: Source = "") -> JSONResponse:
        return answered(request, lambda owner: store.add(owner, Favourite(text, source)))

    @app.delete(ADDRESS)
    def removed(request: Request, text: Text, source: Source = "") -> JSONResponse:
        return answered(request, lambda owner: store.remove(owner, text))
