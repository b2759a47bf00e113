"""On the page データと設定, for an admin: who the users are, and what was done by whom. Looking is told in the audit itself."""

import logging
from datetime import datetime
from html import escape
from pathlib import Path

from sqlalchemy import select

from assistant.access.errors import UsersUnavailable
from assistant.access.tokens import Tokens
from assistant.access.users import Users
from assistant.store import StoreUnavailable, audit
from assistant.store.tables import audit as entries
from assistant.ui.forms import table
from assistant.ui.upkeep import action
from assistant.ui.wording import words_of
from prompts import render

say = words_of("admin")
SHOWN = 50
log = logging.getLogger("rashinban.ui")


class Administration:
    """For the database of `home`. It shows ids and acts, never a text that a user wrote."""

    def __init__(self, home: Path):
        self.users = Users(home)
        self.tokens = Tokens(self.users.database)

    def html(self) -> str:
        return f"<p>{escape(say('lead'))}</p>{action('users', say('users_button'))}{action('audit', say('audit_button'))}"

    def act(self, act: str, admin: str) -> str:
        try:
            return self.user_table(admin) if act == "users" else self.audit_table(admin)
        except (UsersUnavailable, StoreUnavailable) as error:
            log.warning("the administration was not read: %s", error)
            return f'<p class="problem" role="alert">{escape(error.message_ja)}</p>'

    def user_table(self, admin: str) -> str:
        audit.record(self.users.database, admin or "local", "users_read", "users")
        rows = [[user.name, render("access", f"role_{user.role}"), moment(user.added), str(len(self.tokens.list(user.id))), user.id] for user in self.users.list()]
        if not rows:
            return f'<p role="status">{escape(say("users_none"))}</p>'
        return table([say(f"users_{name}") for name in ("name", "role", "added", "tokens", "id")], rows)

    def audit_table(self, admin: str) -> str:
        """The last entries and whether the chain is whole, as they were before this look."""
        database = self.users.database
        found = audit.verify(database)
        state = render("store", "audit_whole", count=found.count, hash=found.hash) if found.broken is None else render("store", f"audit_{found.why}", number=found.broken)
        names = {user.id: user.name for user in self.users.list()}
        with database.write() as connection:
            rows = connection.execute(select(entries.c.number, entries.c.at, entries.c.actor, entries.c.action, entries.c.subject).order_by(entries.c.number.desc()).limit(SHOWN)).all()
            head = audit.append(connection, admin or "local", "audit_read", "audit")
        audit.anchor(database.home, head)
        shown = [[str(number), moment(at), names.get(actor, actor), act, names.get(subject, subject)] for number, at, actor, act, subject in rows]
        return f'<p role="status">{escape(state)}</p>' + table([say(f"audit_{name}") for name in ("number", "at", "actor", "action", "subject")], shown)


def moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"
