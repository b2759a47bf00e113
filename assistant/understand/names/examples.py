"""Institutions that are named as examples or measures only: 「トヨタみたいな日本の会社」「東大も名大もひっくるめた日本の大学」「北大くらいの順位の大学」."""

import re

from assistant.understand.text.matcher import Hit

POLITE = r"(?:さん|様|大学)?"
LIST = r"(?:と|や|も|、|・|に|とか|だの|やら|or)*"
# After the last of them: what makes them examples of the group that follows.
LIKE = (
    r"(?:みた(?:い|あ)な?|みてゃあな|みてえな|みてぇな|みたような|のような|のように|のごとき|のごとく|っぽい|的な|とか(?:の|いう|いった)?|など(?:の|といった|を含む)?|なんか(?:の|も)?|といった|をはじめ(?:とする|として|とした)?|を含[むめ]た?|も含[むめ]た?|も入れた|"
    r"を?(?:ひっくるめ|ひっくるめて|まとめ|合わせ|足し)た|と(?:同じ|同等|同程度|同格)(?:くらい|ぐらい|程度|レベル)?(?:の|な)|(?:くらい|ぐらい|クラス|レベル|級|並み|程度|あたり|辺り)(?:の|な|に))"
)
# The group that they stand for, near enough to be what the words above belong to.
GROUP = re.compile(rf"{POLITE}(?:も|まで)?{LIKE}、?[^。、]{{0,14}}$")
# 「日本の会社、たとえばソニーとか」: the group stands first.
FOR_INSTANCE = re.compile(r"(?:は|で|だと|、|で言うと)*(?:たとえば|例えば|例を挙げると|具体的には|要するに|つまり)、?$")
LISTED = re.compile(rf"{POLITE}{LIST}$")
# 「東北大さんは100位前後と伺いまして、51位から100位の大学は…」: a clause that tells how the question came up.
HEARSAY = re.compile(r"[^。、]{0,20}(?:と|って|との)(?:聞|伺|言|いう|うかが|知|思|読|見)[^。、]{0,8}[、。]")


def examples(institutions: list[Hit], groups: list[Hit], countries: list[Hit], banded: list[tuple[int, int]], text: str) -> list[Hit]:
    """The institutions that stand only for a group of our figures named behind them: universities or firms of a country, the best ones, Big Tech,
    or ranks (`banded`: their spans). 「東大のような大学」 alone is no such group."""
    of_country = [hit for hit in groups if hit.key in ("firm", "university") and any(0 <= hit.start - country.end <= 1 for country in countries)]
    behind = sorted([(hit.start, hit.end) for hit in (*of_country, *(hit for hit in groups if hit.key in ("elite", "big_tech", "government", "nonprofit")))] + list(banded))
    found: list[Hit] = []
    for hit in sorted(institutions, key=lambda each: -each.start):
        after = text[hit.end :]
        listed = bool(found) and LISTED.fullmatch(text, hit.end, found[-1].start) is not None
        group = next((start for start, _ in behind if start >= hit.end), None)
        standing = group is not None and GROUP.match(text[hit.end : group]) is not None
        reported = any(start >= hit.end + told.end() for start, _ in banded) if (told := HEARSAY.match(after)) else False
        if listed or standing or reported:
            found.append(hit)
    return found + instances_of(behind, [hit for hit in institutions if hit not in found], text)


def instances_of(groups: list[tuple[int, int]], institutions: list[Hit], text: str) -> list[Hit]:
    """Those that follow a group as its examples, up to where their list ends."""
    found: list[Hit] = []
    for hit in sorted(institutions, key=lambda each: each.start):
        first = any(end <= hit.start and FOR_INSTANCE.fullmatch(text, end, hit.start) for _, end in groups)
        if first or found and LISTED.fullmatch(text, found[-1].end, hit.start):
            found.append(hit)
    return found
