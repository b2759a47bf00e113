"""What a user may do: a viewer asks and reads, an editor also adds documents and scenarios, an admin also looks after the installation."""

VIEWER, EDITOR, ADMIN = ROLES = ("viewer", "editor", "admin")


def may(role: str, needed: str) -> bool:
    """Whether a role is enough; an unknown role is enough for nothing. Raises ValueError for an unknown need."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(needed)
