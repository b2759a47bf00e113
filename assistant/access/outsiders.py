"""Users whom a proxy or a company's account service vouches for: known by what that side calls them, never by a password here."""

import hashlib

from sqlalchemy import select

from assistant.access.entry import NewcomerRules
from assistant.access.errors import AccessError
from assistant.access.users import User, Users
from assistant.store import audit
from assistant.store.deletion import gone_mark
from assistant.store.tables import identities, insert, users

PROXY, OIDC = "proxy", "oidc"


class Outsiders:
    """Links between what the other side calls a person and the user here. Kept as hashes; they outlive their user, so that who was removed stays out."""

    def __init__(self, known: Users, rules: NewcomerRules):
        self.users, self.rules = known, rules

    def enter(self, source: str, subject: str, name: str, groups: tuple[str, ...] = ()) -> User:
        """The user, with the role that the groups give where they give one; made at the first sight where that is allowed.

        `subject` never changes for a person on the other side; `name` is what they are called. Raises AccessError for who may not come
        in, UsersUnavailable.
        """
        who, role = mark(source, subject), self.rules.role(groups)
        user = self.linked(who) or self.first(who, name, role)
        return self.users.set_role(user.name, role, "entry") if role and role != user.role else user

    def linked(self, who: str) -> User | None:
        with self.users.connection() as connection:
            row = connection.execute(select(users.c.id, users.c.name, users.c.added, users.c.role).join(identities, identities.c.user_id == users.c.id).where(identities.c.digest == who)).first()
        return User(*row) if row else None

    def first(self, who: str, name: str, role: str | None) -> User:
        """Somebody without a living user here. A user with a password is somebody else's until `user outside` says otherwise."""
        shown, key = Users.shown(name)
        with self.users.connection(writing=True) as connection:
            row = connection.execute(select(users.c.id, users.c.name, users.c.added, users.c.role, users.c.hash).where(users.c.key == key)).first()
            if row is None:
                gone = [who, gone_mark(key)]
                if connection.execute(select(identities.c.digest).where(identities.c.digest.in_(gone))).first():
                    raise AccessError("outside_removed", name)
                if not self.rules.new:
                    raise AccessError("outside_unknown", name, name=shown)
                user, head = self.users.put(connection, shown, key, "", role or self.rules.new, "entry")
            else:
                user, head = User(*row[:4]), None
                if row[4] or connection.execute(select(identities.c.digest).where(identities.c.user_id == user.id)).first():
                    raise AccessError("outside_taken", name, name=shown)
            link = insert(connection, identities).values(digest=who, user_id=user.id)
            connection.execute(link.on_conflict_do_update(index_elements=["digest"], set_={"user_id": user.id}))
            head = audit.append(connection, "entry", "identity_linked", user.id, who)
        audit.anchor(self.users.database.home, head)
        return user


def mark(source: str, subject: str) -> str:
    return hashlib.sha256(f"{source}\n{subject}".encode()).hexdigest()
