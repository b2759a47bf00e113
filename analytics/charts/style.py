"""How every chart looks: font, colours, sizes, and breaking Japanese text into lines."""

from functools import lru_cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib_fontja import get_font_ttf_path

# Okabe & Ito (2008), "Color Universal Design": told apart with every common colour vision; yellow is left out, too pale on white.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (6, 2, 1.5, 2)), (0, (8, 3)), (0, (3, 1, 1, 1)))
MARKERS = ("o", "s", "D", "^", "v", "P")
MUTED, INK, QUIET, GRID, HATCH = "#8A9099", "#1F2328", "#57606A", "#E3E6EA", "#C3C8CE"
WIDTH, DPI = 8.0, 150  # inches
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 15.0, 11.0, 9.0
NOT_FIRST = "、。，．）」』】〕・：；？！ー々％%〜)]"
NOT_LAST = "（「『【〔(["
HANGING = 1.0  # ems that closing marks may stand out of a line


@lru_cache(maxsize=1)
def font_family() -> str:
    """Register the Japanese font with matplotlib and give its name."""
    font_manager.fontManager.addfont(get_font_ttf_path())
    return font_manager.FontProperties(fname=get_font_ttf_path()).get_name()


def settings() -> dict:
    """matplotlib's rc settings. SVG letters are outlines: a reader's machine needs no Japanese font, and bytes are stable."""
    return {
        "font.family": font_family(), "font.size": TEXT_SIZE, "axes.unicode_minus": False, "text.color": INK,
        "axes.edgecolor": QUIET, "axes.labelcolor": QUIET, "xtick.color": QUIET, "ytick.color": QUIET,
        "hatch.linewidth": 0.6, "text.hinting": "none", "svg.fonttype": "path", "svg.hashsalt": "rashinban", "path.simplify": False,
    }  # fmt: skip


def text_width(text: str) -> float:
    """Width in ems (a kanji is 1), from the font's own metrics."""
    return sum(map(advance, text))


@lru_cache(maxsize=4096)
def advance(sign: str) -> float:
    """Width of one sign in ems."""
    return font_file().load_char(ord(sign), flags=LoadFlags.NO_SCALE).horiAdvance / font_file().units_per_EM


@lru_cache(maxsize=1)
def font_file() -> FT2Font:
    return FT2Font(get_font_ttf_path())


def wrap(text: str, width: float) -> list[str]:
    """Lines of at most `width` ems, a closing mark hanging over at the most; no line starts with a closing mark, ends with
    an opening one or cuts a word (see pieces) that fits on a line."""
    lines, line = [], []
    for piece in pieces(text, width):
        over = text_width("".join([*line, piece])) - width
        if line and over > (HANGING if piece[0] in NOT_FIRST else 0):
            carried = [piece]
            while len(line) > 1 and (carried[0][0] in NOT_FIRST or line[-1] in NOT_LAST):
                carried.insert(0, line.pop())
            lines.append("".join(line).rstrip())
            line = carried
        else:
            line.append(piece)
    return [*lines, "".join(line).rstrip()] if line else lines


def pieces(text: str, width: float) -> list[str]:
    """Text in parts that stay together: Latin words and numbers, runs of katakana and runs of kanji whole where `width` ems
    hold them, everything else one sign each."""
    found: list[str] = []
    for sign in text:
        script = script_of(sign)
        if found and script and script_of(found[-1][-1]) == script and text_width(found[-1] + sign) <= width:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def script_of(sign: str) -> str:
    """What a sign makes words with; empty for spaces, hiragana and marks, between which a line may break."""
    if sign.isascii():
        return "" if sign.isspace() else "latin"
    if "ァ" <= sign <= "ヺ" or sign == "ー":
        return "katakana"
    return "kanji" if "一" <= sign <= "鿿" or sign == "々" else ""
