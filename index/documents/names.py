"""Names of files as users give them: shown as they are, never used as a path."""

import re
import unicodedata

from index.documents.errors import DocumentRefused

KINDS = {
    "pdf": "pdf", "docx": "docx", "docm": "docx", "pptx": "pptx", "pptm": "pptx", "xlsx": "xlsx", "xlsm": "xlsx", "txt": "txt", "text": "txt",
    "md": "md", "markdown": "md", "csv": "csv", "tsv": "csv", "html": "html", "htm": "html",
}  # fmt: skip
OLD_OFFICE = frozenset({"doc", "xls", "ppt"})
LONGEST = 200  # characters shown of a name
LONGEST_OWNER = 200


def shown_name(name):
    """A given name or path → its last part in NFC, without control and direction characters. Raises DocumentRefused("name").

    The name is for eyes only: files are kept under their content hash. NFC, because macOS hands over 「が」 as か + ゛.
    """
    text = unicodedata.normalize("NFC", str(name).encode("utf-8", "replace").decode("utf-8"))
    text = "".join(" " if unicodedata.category(c) in ("Zl", "Zp") else c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    last = re.split(r"[/\\]", text)[-1].strip()
    if not any(unicodedata.category(c)[0] in "LNS" for c in last.rpartition(".")[0] or last):
        raise DocumentRefused("name", f"no usable file name in {name!r}")
    if len(last) > LONGEST:
        stem, dot, extension = last.rpartition(".")
        last = stem[:LONGEST - len(extension) - 2] + "…" + dot + extension
    return last


def kind_of(name):
    """Kind by extension. Raises DocumentRefused("kind") or ("old_office")."""
    extension = unicodedata.normalize("NFKC", name.rpartition(".")[2]).lower() if "." in name else ""
    if extension in OLD_OFFICE:
        raise DocumentRefused("old_office", f"{name!r} has an extension of old Office")
    if extension not in KINDS:
        raise DocumentRefused("kind", f"{name!r} has no extension that can be read")
    return KINDS[extension]


def checked_owner(owner):
    """The owner in NFC. Raises DocumentRefused("owner")."""
    text = unicodedata.normalize("NFC", owner).strip() if isinstance(owner, str) else ""
    if not text or len(text) > LONGEST_OWNER or any(unicodedata.category(c) in ("Cc", "Cs") for c in text):
        raise DocumentRefused("owner", f"{owner!r} is no owner")
    return text


def same_name(name):
    """What two spellings of one file name share: width and letter size do not make another document."""
    return unicodedata.normalize("NFKC", name).casefold()
