"""Wording as files that know their variables.

A template file is YAML: name → {needs: [variables], text: "…{variable}…"}; a lexicon file is any YAML under lexicon/.
A typo in a variable fails when the file is loaded, a missing or surplus value when a template is rendered.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

FOLDER = Path(__file__).parent


class PromptError(Exception):
    """A template or lexicon file is malformed, or was rendered with the wrong variables."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Refuses a name that stands twice: the first one would be lost without a word."""

    def construct_mapping(self, node, deep=False):
        names = [self.construct_object(name, deep=True) for name, _ in node.value]
        if twice := sorted({str(name) for name in names if names.count(name) > 1}):
            raise yaml.constructor.ConstructorError(None, None, f"{twice} stand twice", node.start_mark)
        return super().construct_mapping(node, deep)


@dataclass(frozen=True)
class Template:
    """One sentence pattern and the variables it needs."""

    name: str
    text: str
    needs: frozenset[str]

    def render(self, /, **values: object) -> str:
        """Fill the variables. Raises PromptError naming every missing and every surplus one at once."""
        missing, surplus = self.needs - values.keys(), values.keys() - self.needs
        if missing or surplus:
            raise PromptError(f"template {self.name}: missing {sorted(missing)}, surplus {sorted(surplus)}")
        return self.text.format_map({name: str(value) for name, value in values.items()})


def variables(name: str, text: str) -> set[str]:
    """Names in braces. Raises PromptError for anything but a plain name ({a.b}, {a[0]}, {})."""
    try:
        found = {part for _, part, _, _ in Formatter().parse(text) if part is not None}
    except ValueError as error:
        raise PromptError(f"template {name}: {error}; write braces twice to show them") from error
    odd = [part for part in found if not part.isidentifier()]
    if odd:
        raise PromptError(f"template {name}: {odd} are not plain variable names")
    return found


@lru_cache(maxsize=64)
def templates(file: str) -> dict[str, Template]:
    """All templates of `prompts/<file>.yaml`. Raises PromptError when declared and used variables differ."""
    loaded = {}
    for name, record in read_yaml(f"{file}.yaml").items():
        full = f"{file}/{name}"
        if not isinstance(record, dict) or set(record) != {"needs", "text"}:
            raise PromptError(f"template {full}: needs exactly the keys needs and text")
        used, declared = variables(full, record["text"]), set(record["needs"])
        if used != declared:
            raise PromptError(f"template {full}: declared {sorted(declared)} but uses {sorted(used)}")
        loaded[name] = Template(full, record["text"], frozenset(declared))
    return loaded


def render(file: str, name: str, /, **values: object) -> str:
    """Render one template of a file."""
    known = templates(file)
    if name not in known:
        raise PromptError(f"no template {name!r} in {file}.yaml; known: {sorted(known)}")
    return known[name].render(**values)


@lru_cache(maxsize=64)
def lexicon(name: str) -> dict:
    """`prompts/lexicon/<name>.yaml` as plain data."""
    return read_yaml(f"lexicon/{name}.yaml")


def read_yaml(path: str) -> dict:
    try:
        loaded = yaml.load((FOLDER / path).read_text(encoding="utf-8"), Loader=Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PromptError(f"prompts/{path} cannot be read: {error}") from error
    if not isinstance(loaded, dict):
        raise PromptError(f"prompts/{path}: expected names at the top level")
    return loaded


@lru_cache(maxsize=64)
def table(name: str) -> dict:
    """`prompts/<name>.yaml` as plain data."""
    return read_yaml(f"{name}.yaml")
