"""What is pointed at by its place in a ranking of the talk, as one side of something else: 「さっきの企業の1位と東大では、どのくらい差が」, 「1位の大学は、
どの企業と組んでいますか」, 「さっきの日本の1位と比べると何倍」; also where that ranking could not be told, or others came between."""

import re
from typing import Protocol

import prompts
from analytics import NotInData
from analytics.divide.store import MAIN_LAST
from assistant.models import Question, Subject
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

KINDS = {"firms": r"企業|会社", "universities": r"大学(?!院)", "countries": r"国(?!際|立|内|研)", "institutions": r"機関|組織"}
SECTORS = {"firms": "firm", "universities": "university", "institutions": None}
POINTED = r"(?P<pointed>(?:さっき|先ほど|先程|さきほど|前|今|いま|最初|上)の(?:お?答え|話|順位|ランキング|表)?(?:の|で)?)?"
# Bands of QS ranks (「301〜500位の大学」) are no places.
PLACE = r"(?:(?<![\d〜~\-])(?P<place>[1-9]|10|[一二三四五])(?:位(?!以内|以下|以上|まで|から|台)|番目|番手|番)|(?P<first>首位|トップ|最上位|筆頭))"
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items())
AGAIN = "|".join(f"(?P<{kind}_>{words})" for kind, words in KINDS.items())
# What makes it one side of something: who is first, and how far the first two are apart, are questions of the ranking itself.
SIDE = r"(?=(?:さん|の(?:ところ|とこ))?(?:(?:は|って|が)、?(?:\d{1,2}年前|(?:19|20)\d\d年)(?:と(?:は)?比べ|から|より|に比べ)|と(?!\d|[一二三]位|首位|次点|最下位|どこ|何|いう|は\d)|より|に(?:対し|比べ|くらべ|当た|迫|追いつ)|の(?:論文|割合|件数|本数|推移|伸び|半分|何)|は、?(?:どの|どこの|何という)(?:企業|会社|大学|国|機関)と|は(?!どこ|どれ|誰|何|[??。、]*$)[^、。??]{0,12}の何倍))"
NAMED = re.compile(rf"{POINTED}(?P<of>[^、。??「」\d]{{0,12}}?)(?:(?:{NOUN})(?:の中|のうち)?の{PLACE}|(?P<rank>{PLACE.replace('?P<place>', '?P<place_>').replace('?P<first>', '?P<first_>')})(?:の(?:{AGAIN}))?){SIDE}")
FIRST_WORDS = re.compile(r"上位|トップ|一番|いちばん|最も|最多|多い|順位|ランキング|順に|首位")
RANKED = tuple(KINDS)


class Reader(Protocol):
    countries: object
    institutions: object
    labels: object

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


def listing(reader: Reader, question: Question, previous: Question | None) -> Question:
    """The question with the kind and country of the last ranking that the talk asked for, whether it could be told or not."""
    told = next((part for part in question.parts if part.statistic == "rank"), question)
    if told.statistic in ("rank", "movers") and told.ranked in RANKED and told.blocker is None:
        subject = told.subjects[0] if told.subjects else Subject("firm_share")
        return question.with_(listing=(told.ranked, "Japan" if subject.metric.startswith("japan") else subject.country or ""))
    if question.blocker is not None and FIRST_WORDS.search(question.text):
        kind = next((kind for kind, words in KINDS.items() if kind != "countries" and re.search(rf"(?:{words})(?:の中|のうち)?(?:で|の|を|は)", question.text)), None)
        country = next((hit.key for hit in reader.countries.find(read(question.text))), "")
        if kind is not None:
            return question.with_(listing=(kind, country))
    return question.with_(listing=previous.listing) if previous is not None and not question.listing else question


def first_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with the name in the place of what points, and a note that says so; None for a message that points at no place in a ranking."""
    match = NAMED.search(text.folded)
    if match is None or previous is None and data is None and not any(match[kind] or match[f"{kind}_"] for kind in RANKED):
        return None
    told = previous.listing if previous is not None else ()
    countries = reader.countries.find(read(match["of"]))
    if match["of"] and not re.fullmatch(r"(?:その|この|じゃあ?|では|で|、|一方|で、)*|[^、]*の", match["of"]) or len(countries) > 1:
        return None
    kind = next((kind for kind in RANKED if match[kind] or match[f"{kind}_"]), None) or beside(reader, text, data) or (told[0] if told else None)
    if kind is None or not (countries or match["pointed"] or told or match["of"] == "") or kind == "countries" and countries:
        return None
    number = match["place"] or match["place_"]
    rank = int(read_number(number).value) if number else 1
    country = countries[0].key if countries else told[1] if told and told[0] == kind else ""
    subject = at_place(reader, kind, country, rank, data)
    if subject is None:
        return None
    start = match.start() if match["pointed"] or countries or not match["of"] else match.start() + len(match["of"])
    label = reader.labels.name(subject)
    name = re.sub(r"\([^()]*\)|（[^（）]*）", "", label)
    asked = read(f"{text.folded[:start]}{name}{text.folded[match.end() :]}")
    whole = len({hit.key for hit in (*reader.institutions.find(asked), *reader.countries.find(asked))}) > 1  # two names make a question of their own
    question = reader.understood(asked, None, None) if whole else reader.understood(asked, previous, data)
    if whole and data is not None and not question.places:
        question = question.with_(places=data.places, years=question.years or data.years[-1:] if not data.span else question.years)
    note = prompts.render("notes", "by_rank", name=label)
    return question.with_(text=asked.folded, readings=(note, *question.readings))


def beside(reader: Reader, text: Text, data: Question | None) -> str | None:
    """The kind of whom the place is held against: the institution that the message, or the last figure, names."""
    named = [hit.key for hit in reader.institutions.find(text)] or [subject.institution for subject in (data.subjects if data is not None else ()) if subject.institution]
    if not named:
        return None
    sector = reader.labels.divide.counts.directory.profile(named[0]).sector
    return {"firm": "firms", "university": "universities"}.get(sector, "institutions")


def at_place(reader: Reader, kind: str, country: str, rank: int, data: Question | None) -> Subject | None:
    """Who has that place in the AI conferences, or in the place and year that the talk measured last."""
    divide = reader.labels.divide
    years = (data.years[-1] if data is not None and data.years else MAIN_LAST,)
    where = {data.places[-1].kind: data.places[-1].name} if data is not None and data.places else {"area": "ai"}
    try:
        if kind == "countries":
            rows = divide.rank_countries(years, top=rank, **where)
        else:
            rows = divide.rank_institutions(years, top=rank, sector=SECTORS[kind], country=country or None, **where)
    except NotInData:
        return None
    if len(rows) < rank:
        return None
    part = rows[rank - 1].slice
    return Subject("country_share", country=part["country"]) if kind == "countries" else Subject("institution_share", institution=part["institution"])
