"""Two metrics set side by side in words: 「産学共著と会社だけの論文、どっちが多い」. Read as one phrase, one of them swallows the other."""

import re
from dataclasses import replace

from assistant.models import Subject
from assistant.understand.cues.wanted import beside_metric
from assistant.understand.names.subjects import TITLES, Reading, read_subjects
from assistant.understand.text.matcher import Hit

COMPARED = re.compile(r"どっち|どちら|いずれ|比べ|くらべ|比較|並べ|並ん|横に置|隣に置|対比|対照|突き合わせ|照らし合わせ|それぞれ|各々|おのおの|(?:[二2]つ|両者|両方|双方|ふたつ)|両にらみ|差は|開きは|違いは|(?<![a-z])vs(?![a-z])|対決|上なのは|(?:多い|高い|大きい|少ない|低い)(?:の|ほう|方)(?:は|を|って)")
CONNECTOR = re.compile(r"と(?=[^いかっ言])、?|、|。|や|・|(?<![a-z])vs\.?(?![a-z])|対(?!象|照|比|決)|および|及び|より(?:も)?")
# What many phrases hold beside something closer.
BROAD = frozenset({"firm_share", "university_share", "government_share", "nonprofit_share", "tier_share", "big_tech_share", "japan_share", "country_share", "japan_firm_share", "japan_university_share", "non_elite_share"})
MEASURED = re.compile(r"(?:論文|割合|比率|率|シェア|参加|やつ|もの|もん|ほう|方|数)(?:数|だけ)?$")
JOINING = frozenset({"joint", "industry_academia", "partner"})


def read_whom(metrics: list[Hit], names: dict[str, Subject], called: list[Subject], misspelt: bool, groups: list[Hit], relations: dict[str, list[Hit]], countries: list[Hit], text: str) -> Reading:
    """Whom a question measures, and how: by names of metrics with what stands beside them, by groups and their relations, or two of them side
    by side.

    metrics: names of metrics in the text, and `names` what each of them stands for; called: the metrics named, also one that is misspelt."""
    beside = beside_metric(metrics, called, groups, countries, relations, text) if called and not misspelt else None
    whole = beside or read_subjects(groups, relations, countries, called, text)
    top = tuple((hit.start, hit.end) for hit in metrics if names[hit.key].metric.startswith("top"))  # 「上位10機関への集中度」 orders nothing
    whole = replace(whole, taken=(*whole.taken, *top)) if top else whole
    return read_pair(whole, metrics, names, groups, relations, countries, text)


def read_pair(whole: Reading, metrics: list[Hit], names: dict[str, Subject], groups: list[Hit], relations: dict[str, list[Hit]], countries: list[Hit], text: str) -> Reading:
    """Both metrics of a comparison, each read from its side of what joins them; `whole`, the reading of the text as one, for any other text."""
    if len(whole.subjects) != 1 or whole.missing or not COMPARED.search(text):
        return whole
    best: tuple[int, tuple[Subject, ...]] | None = None
    for joint in CONNECTOR.finditer(text):
        left = side(text[: joint.start()], 0, metrics, names, groups, relations, countries)
        right = side(text, joint.end(), metrics, names, groups, relations, countries)
        if left is None or right is None or left == right:
            continue
        if right.metric == "citation_share" and right.group is None and left.metric.endswith("_share") and not any(hit.start >= joint.end() for hit in groups):  # 「大学の論文シェアと引用シェア」
            right = Subject("citation_share", group=next((hit.key for hit in groups if hit.key != "firm"), None))
        close = sum(subject.metric not in BROAD for subject in (left, right))
        if close == 2 or close == 1 and apart(left, right, text[: joint.start()], [name for name, hits in relations.items() if any(hit.start >= joint.end() for hit in hits)]):
            best = max(best or (0, ()), (close, (left, right)), key=lambda found: found[0])
    return whole if best is None else Reading(best[1], whole.readings, whole.taken)


def side(text: str, start: int, metrics: list[Hit], names: dict[str, Subject], groups: list[Hit], relations: dict[str, list[Hit]], countries: list[Hit]) -> Subject | None:
    """The one metric that stands in the text from `start` on."""

    def held(hits: list[Hit]) -> list[Hit]:
        return [hit for hit in hits if start <= hit.start and hit.end <= len(text)]

    kept = {name: inner for name, hits in relations.items() if (inner := held(hits))}
    titled = TITLES.search(text[:start])  # 「題名の深層学習語と計算資源語」
    before = titled.group().rjust(start) if titled else " " * start
    reading = read_subjects(held(groups), kept, held(countries), [names[hit.key] for hit in held(metrics)], before + text[start:])
    return reading.subjects[0] if len(reading.subjects) == 1 and reading.missing is None else None


def apart(left: Subject, right: Subject, before: str, behind: list[str]) -> bool:
    """Whether a broad metric beside a closer one is no part of it: 「大学と企業だけの論文」 is one phrase, 「大学の論文と企業だけの論文」 two."""
    if left.metric in BROAD:
        return MEASURED.search(before) is not None and not JOINING & set(behind)
    return not JOINING & set(behind)
