"""Parts of forms as HTML: labels stand above their fields, native controls, nothing that needs a mouse."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

Options = Sequence[tuple[str, str]]


def field(label: str, control: str, hint: str = "", wide: bool = False) -> str:
    """A label around its control; `wide`: two columns of a form's grid."""
    note = f"<small>{escape(hint)}</small>" if hint else ""
    return f'<label class="field{" wide" if wide else ""}"><span>{escape(label)}</span>{control}{note}</label>'


def select(
    name: str, options: Options, chosen: str, default: str = "", groups: Mapping[str, Options] | None = None, again: bool = False
) -> str:
    """A list to choose from; `again` renders the whole page anew on a change, as other fields depend on it."""
    body = option_tags(options, chosen)
    body += "".join(
        f'<optgroup label="{escape(title)}">{option_tags(entries, chosen)}</optgroup>'
        for title, entries in (groups or {}).items()
    )
    renew = ' data-again="1"' if again else ""
    return f'<select name="{escape(name)}" data-default="{escape(default)}"{renew}>{body}</select>'


def option_tags(options: Options, chosen: str) -> str:
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
        for value, label in options
    )


def text_input(name: str, value: str, placeholder: str = "", kind: str = "text", default: str = "") -> str:
    return (
        f'<input type="{kind}" name="{escape(name)}" value="{escape(value)}" data-default="{escape(default)}"'
        f' placeholder="{escape(placeholder)}" autocomplete="off">'
    )


def table(heads: Iterable[str], rows: Iterable[Sequence[str]], caption: str = "", stacked: bool = False) -> str:
    """A table of texts; the first column holds the row heads. On a narrow screen it scrolls within its own box, or, `stacked`, sets each
    row as a block whose lines carry the column's head.
    """
    heads = list(heads)

    def cell(head: str, text: str) -> str:
        return f'<td data-head="{escape(head)}">{escape(text)}</td>' if stacked else f"<td>{escape(text)}</td>"

    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(map(cell, heads[1:], row[1:])) + "</tr>"
        for row in rows
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<div class="scroll{" stacked" if stacked else ""}" tabindex="0" role="group"><table>{title}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def facts(say: Callable[..., str], pairs: Iterable[tuple[str, str]]) -> str:
    """A list of (name of a string, value); addresses and file names wrap."""
    return "<dl>" + "".join(f"<dt>{escape(say(name))}</dt><dd>{escape(value)}</dd>" for name, value in pairs) + "</dl>"


def link(page: str, label: str, kind: str = "inside", **parameters: str) -> str:
    """A link to a page with its parameters; the script opens it without loading anew."""
    return f'<a class="{kind}" href="?{escape(urlencode({"screen": page, **parameters}))}">{escape(label)}</a>'


def page_head(title: str, lead: str) -> str:
    return f'<header class="page-head"><h2 tabindex="-1">{escape(title)}</h2><p>{escape(lead)}</p></header>'
