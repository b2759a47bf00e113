"""Who asks and in what role, as the gate says it, and what each act of a page needs. An act that is not listed needs an admin."""

from assistant.access.roles import ADMIN, EDITOR, ROLES, VIEWER, may
from assistant.access.users import USER
from prompts import render

BROWSER_COOKIE, ROLE_COOKIE = "rashinban_browser", "rashinban_role"
ACTS = {
    ("chat", "add"): EDITOR, ("chat", "job"): VIEWER,
    ("papers", "add"): EDITOR, ("papers", "job"): VIEWER, ("papers", "remove"): EDITOR,
    ("roi", "save"): EDITOR, ("roi", "delete"): EDITOR,
    ("data", "job"): VIEWER, ("data", "forget"): VIEWER, ("data", "forget_scenarios"): VIEWER,
    **{("data", act): ADMIN for act in ("test", "rebuild", "users", "audit")},
}  # fmt: skip


def browser_id(request) -> str:
    """The random id in the browser's cookie, or the user's id that the gate put in its place; "" when there is none."""
    return cookie(request, BROWSER_COOKIE)


def role_of(request) -> str:
    """The role that the gate wrote. Where there are no users there is no gate, and the one person of this machine may do everything."""
    if not browser_id(request).startswith(USER):
        return ADMIN
    role = cookie(request, ROLE_COOKIE)
    return role if role in ROLES else VIEWER


def cookie(request, name: str) -> str:
    return (getattr(request, "cookies", None) or {}).get(name, "")


def refusal(page: str, act: str, request) -> str | None:
    """The sentence for somebody who may not do this; None where it is allowed."""
    return None if may(role_of(request), ACTS.get((page, act), ADMIN)) else refused(ACTS.get((page, act), ADMIN))


def refused(needed: str) -> str:
    return render("access", "role_needed", role=render("access", f"role_{needed}"))
