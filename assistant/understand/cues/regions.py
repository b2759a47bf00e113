"""A part of the world in a ranking: 「アジアの国は?」 「欧州に絞ると?」. No figure puts countries together; those that are held are ranked one by one."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text

LONGEST = 40  # characters
ROWS = re.compile(r"(?<!\d)(\d{1,2})(?:つ|[かカヶ]国)|(?:トップ|上位|ベスト)\s*(\d{1,2})(?!\d)")
OF_COUNTRIES = r"(?:の?(?:中の)?(?:国々?|各国|諸国)|各国|諸国)"
NARROWED = r"(?:の中|内)?(?:だけ|のみ|に(?:絞|しぼ|限)|で(?:は|見|言う|いう|まとめ|合わせ|あわせ|括|くく|合計)|を(?:まとめ|合わせ|あわせ|合計|足)|だと|なら|は|も|[??。]|$)"
BEFORE = re.compile(r"(?:(?:じゃあ?|では|それでは|次は|で)[、,]?)?")
OTHERS = re.compile(r"企業|会社|大学|機関|研究所|メーカー|全体|合計|合わせ|あわせ|まとめ|平均|割合|比率|シェア")
ORDERED = re.compile(r"多い|トップ|順|ランキング|一番|強い|上位|首位|どこ|どの国")


def region_of(text: Text) -> tuple[str, tuple[str, ...], int] | None:
    """(name as written, countries, where the name ends) of the region that a text names; None without one. The longest name counts."""
    found = [(name, tuple(entry["countries"])) for entry in prompts.lexicon("regions").values() for name in entry["names"] if name in text.lowered]
    if not found:
        return None
    name, countries = max(found, key=lambda entry: len(entry[0]))
    return name, countries, text.lowered.index(name) + len(name)


def region_ranked(text: Text, previous: Question | None) -> Question | None:
    """The ranking of a region's countries; after a ranking, a region of anything else is refused. None where no region is named."""
    if len(text.folded) > LONGEST or (region := region_of(text)) is None:
        return None
    name, countries, end = region
    written, rest = text.folded[end - len(name) : end], text.folded[end:]
    ranking = previous is not None and previous.statistic == "rank"
    bare = previous is not None and previous.intent in DATA_INTENTS and BEFORE.fullmatch(text.folded[: end - len(name)]) and re.match(NARROWED, rest)
    if OTHERS.search(text.folded) or bare and not ranking:
        return refused(text, written) if ranking or bare else None
    if not (re.match(OF_COUNTRIES, rest) and (ranking or ORDERED.search(text.folded)) or ranking and previous.ranked in ("countries", "named") and re.match(NARROWED, rest)):
        return None
    base = previous if ranking else Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded)
    return base.with_(
        text=text.folded, intent="rank", statistic="rank", ranked="named", subjects=tuple(Subject("country_share", country=country) for country in countries), count=rows_asked(text), parts=(), claims=(),
        years=read_period(text.folded).years[-1:] or (base.years if ranking else ()),
        readings=(prompts.render("notes", "region_apart", name=written),), inherited=("all",) if ranking else (),
    )  # fmt: skip


def rows_asked(text: Text) -> int | None:
    """So many of them: 「アジアの国で多い順に5つ」."""
    match = ROWS.search(text.folded)
    return int(match[1] or match[2]) if match is not None else None


def refused(text: Text, name: str) -> Question:
    return Question(text=text.folded, intent="figure", resolved=text.folded, topic=text.folded, blocker="scope_region", blocker_details={"name": name})
