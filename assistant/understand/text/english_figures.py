"""Measures and ways to ask for them in English that the lexicon has in Japanese only: 「Herfindahl index」, 「historically Black colleges」, 「the least industrial venue」,
「ten years earlier」, 「how many times the robotics figure is that」."""

import re
from collections.abc import Collection

from assistant.understand.text.english_rankings import english_ranking

NUMBERS = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)} | {"a decade": 10, "a": 1}
COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNIVERSITIES = r"(?:colleges?|universit(?:y|ies)|schools?|institutions?)"
VENUES = r"(?:venues?|conferences?)"
INDUSTRIAL = r"(?:industrial|industry[- ](?:heavy|driven|dominated)|corporate|company[- ](?:heavy|driven)|firm[- ]heavy)"
WIDTHS = {"ten": 10, "fifty": 50, "hundred": 100}
NAMES = (
    (re.compile(r"\b(?:actually|really|exactly) (?=means?\b)|\s*(?:in )?plain japanese (?:is|would be) (?:fine|ok(?:ay)?|enough)[.!]*\s*$", re.IGNORECASE), ""),
    (re.compile(r"\b(?:(?:at least|no fewer than|a minimum of) (?:one|1|an?)|(?:one|1) or more)(?= [a-z-]+)", re.IGNORECASE), "a"),  # the least of nothing
    (re.compile(rf"(?:\b(?:an?|any) |(?<=from )|(?<=with )|(?<=involving )){UNIVERSITIES} (?:(?:ranked|listed) )?(?:in|from|within|among|inside) (?:the )?(?:world(?:'s)? |global )?(?:QS )?(?:world )?top[- ]?(?P<top>50|100)\b(?! (?:countries|firms|companies))", re.IGNORECASE), r"a top \g<top> university"),
    (re.compile(r"\bherfindahl(?:[-–— ]hirschman)?(?: (?:concentration )?ind(?:ex|ices))?\b", re.IGNORECASE), "HHI"),
    (re.compile(rf"\b(?:company|firm|industry|corporate) ?[x×] ?(?:qs )?top[- ]?50 (?:{UNIVERSITIES})(?: co-?authored)?", re.IGNORECASE), "企業とQS1〜50位の大学の共著 "),
    (re.compile(r"\bgini (?:coefficients?|ind(?:ex|ices)|values?)\b", re.IGNORECASE), "gini"),
    (re.compile(rf"\b(?:historically )?black {UNIVERSITIES}(?:(?: and| or| &|/) ?{UNIVERSITIES})?\b", re.IGNORECASE), "HBCU"),
    (re.compile(rf"\bhispanic[- ](?:serving|majority) {UNIVERSITIES}\b", re.IGNORECASE), "HSI"),
    (re.compile(rf"\btop[- ]?(?P<top>50|100) {UNIVERSITIES}(?= ?[ぁ-んァ-ヴー一-龥])", re.IGNORECASE), r"トップ\g<top>大学"),
    (re.compile(r"(?<![A-Za-z_-])share(?= ?(?:は|が|を|の|も|って|で))", re.IGNORECASE), "割合"),
    (re.compile(rf"\b(?:which|what) (?P<ai>AI )?{VENUES} (?:was|were|is|are) (?:the )?(?P<way>least|most) {INDUSTRIAL}\b", re.IGNORECASE), lambda match: ordered(match)),
    (re.compile(rf"(?:\b(?:which|what)(?:'s| is| was) |\bname |\btell me )?(?:the )?\b(?P<way>least|most) {INDUSTRIAL} (?P<ai>AI )?{VENUES}\b", re.IGNORECASE), lambda match: ordered(match)),
    (re.compile(rf"\b(?:which|what) (?P<ai>AI )?{VENUES} (?:had|has|have|with|shows?|showed) (?:the )?(?P<way>lowest|smallest|highest|largest) (?:firm|industry|corporate|company) (?:share|participation|involvement)\b|\b(?P<ai_>AI )?{VENUES} with (?:the )?(?P<way_>lowest|smallest|highest|largest) (?:firm|industry|corporate|company) (?:share|participation|involvement)\b", re.IGNORECASE), lambda match: ordered(match)),
    (re.compile(r"(?P<asked>\b(?:(?:what|how) (?:share|percent(?:age)?|fraction|proportion|much|large a share)\b.*?|(?:share|percentage|fraction|proportion)\b[^?]*?\b(?:by|of|from|for|to|in) ))(?:the )?\b(?:top|largest|biggest|leading) (?P<top>10|ten|50|fifty|100|hundred) (?:institutions|organi[sz]ations)\b", re.IGNORECASE), lambda match: f"{match['asked']}上位{WIDTHS.get(match['top'].lower(), match['top'])}機関への集中度"),
    (re.compile(r",? ?\b(?:among|of|across|out of) (?:all|every) (?:institutions?|organi[sz]ations?)\b", re.IGNORECASE), " すべての機関の中で"),
)
# 「how many times the 2007 level was it in 2021?」, 「by what factor」: the cue for a ratio alone, none for a number of papers.
RATIOS = (
    (re.compile(r"\bhow many times (?=(?:as \w+ as )?(?:(?:it|that|what it) was )?(?:(?:the|its|that of|their) )?(?:level |figure |value |share )?(?:in |of )?(?:19|20)\d\d)", re.IGNORECASE), "what multiple of "),
    (re.compile(r"\bby how many times\b|\bby how much\b(?=.*\bmultipl)|\bratio of (?:the )?(?=(?:19|20)\d\d\b.{0,24}?\bto (?:the |its |that of )?(?:19|20)\d\d)", re.IGNORECASE), "what multiple of "),
    (re.compile(r"\bby (?:what|which|how large a) (?:factor|multiple)\b|\bhow many[- ]?fold\b|\bdivided by\b|\bwhat (?:was|is) the (?:growth )?multiple\b", re.IGNORECASE), "what multiple"),
)
# 「Of the papers by firms and universities, what fraction had a top-50 partner?」: a share of the papers written together.
TOGETHER = r"(?:all |the )?(?=[^,]*(?:industr|corporate|firm|compan))(?=[^,]*(?:universit|academi|college))(?:(?:AI|papers?|publications?|co-?authorships?|collaborations?|joint(?:ly)?|written|co-?authored|by|between|from|with|of|and|industr(?:y|ial)|corporate|firms?|compan(?:y|ies)|universit(?:y|ies)|academi[ac]\w*|colleges?|together)[ –-]?)+"
ASKS_SHARE = r"(?:what|how) (?:share|percent(?:age)?|fraction|proportion|many|much|large a share)"
OF_TOGETHER = re.compile(rf"^(?:(?:of|among|out of) {TOGETHER}, (?P<asked>{ASKS_SHARE}\b.*)|{ASKS_SHARE} of {TOGETHER}(?P<rest> .*))$", re.IGNORECASE)
BEST_PARTNER = re.compile(r"\b(?:had|has|have|involved?|with|were with|are with|included?)? ?(?:a |an |the )?(?:world )?(?:top[- ]?(?:50|fifty)|elite|top[- ]tier)(?: (?:universit(?:y|ies)|schools?|colleges?|partners?|institutions?))+", re.IGNORECASE)
ENDS = r"(?= ?(?:[.,?!]|$|[ぁ-んァ-ヴー一-龥]))"  # 「ten years on AI conferences」 counts no years on
# 「the share of top-50 universities」; of their applicants no band is asked.
TOP_BAND, OF_SHARE = re.compile(r"\b(?P<top>top)-(?=\d)", re.IGNORECASE), re.compile(r"share|percent|proportion|fraction", re.IGNORECASE)
AGO = re.compile(rf"\b{COUNT} years? (?:(?:earlier|previously)(?! than)(?![A-Za-z])|(?:before(?: that)?|prior){ENDS})|\b(?P<decade>a decade) (?:(?:earlier)(?! than)(?![A-Za-z])|(?:before(?: that)?|prior){ENDS})", re.IGNORECASE)
LATER = re.compile(rf"\b{COUNT} years? (?:later(?! than)(?![A-Za-z])|(?:after(?:wards?| that)?|on){ENDS})|\b(?P<decade>a decade) (?:later(?! than)(?![A-Za-z])|(?:after(?:wards?| that)?|on){ENDS})", re.IGNORECASE)
# What is said to be measured: 「the novelty score of ICML papers」.
MEASURE = re.compile(r"\b(?P<name>[A-Za-z][a-z-]+(?: [a-z-]+)?) (?:scores?|ind(?:ex|ices)|rates?|ratios?|coefficients?|factors?) (?:of|for|at|in|across)\b", re.IGNORECASE)
FIGURE = r"(?:figure|value|share|rate|number|level|percentage)"
TIMES = re.compile(rf"^(?:and |so )?how many times (?:is )?(?:the |that of )?(?P<other>[A-Za-z&' -]{{2,24}}?)(?:'s)? {FIGURE}(?: is)?(?: is)? ?(?:that|this|it)?\??$", re.IGNORECASE)
# A whole message of a few words after two values: 「diff?」「How many points is that?」「as a multiple?」.
BARE = (
    (re.compile(r"^(?:and |so |ok,? )?(?:what(?:'s| is) the |the )?(?:diff(?:erence)?|gap|delta)(?: between (?:them|the two|those|both))?\s?[.?]*$", re.IGNORECASE), "差は?"),
    (re.compile(r"^(?:and |so |ok,? )?how many (?:percentage |% )?points? (?:is|was|are|were|does|did)? ?(?:that|it|they|this)?(?: (?:apart|up|down|more|less|higher|lower|rise|rose|gain|gained|move|moved|change|changed|in total))?\s?[.?]*$", re.IGNORECASE), "何ポイントの差?"),
    (re.compile(r"^(?:and |so |ok,? )?(?:how many times(?: (?:is|was) (?:that|it))?|(?:as|in) (?:a )?(?:multiples?|ratio)|what multiple is that)\s?[.?]*$", re.IGNORECASE), "何倍?"),
)


def unknown_measure(text: str, unread: Collection[str]) -> str | None:
    """What an English question says to be measured where no word of it is known; None for any other text."""
    match = MEASURE.search(text) if text.isascii() else None
    return match["name"].lower().removeprefix("the ") if match is not None and match["name"].lower().split()[-1] in unread else None


def english_figures(text: str) -> str:
    """The text with such words as the lexicon has them; any other text as it is."""
    if not re.search(r"[A-Za-z]{4}", text):
        return text
    if (ranking := english_ranking(text)) != text:
        return ranking
    for pattern, plain in BARE:
        if pattern.match(text):
            return plain
    for pattern, plain in NAMES:
        text = pattern.sub(plain, text)
    text = TOP_BAND.sub(r"\g<top> ", text) if OF_SHARE.search(text) else text
    if (joint := OF_TOGETHER.match(text)) and BEST_PARTNER.search(asked := joint["asked"] or joint["rest"]):
        return f"elite partner ratio {BEST_PARTNER.sub('', asked)}"
    if times := TIMES.match(text):
        return f"{times['other']}の何倍ですか"
    if text.isascii() and len(set(re.findall(r"(?:19|20)\d\d", text))) == 2:
        for pattern, plain in RATIOS:
            text = pattern.sub(plain, text)
    return LATER.sub(lambda match: f"{counted(match)}年後", AGO.sub(lambda match: f"{counted(match)}年前", text))


def ordered(match: re.Match) -> str:
    """The question for the conference with most or least industry."""
    found = {name: value for name, value in match.groupdict().items() if value}
    low = (found.get("way") or found["way_"]).lower() in ("least", "lowest", "smallest")
    return f"{'AI会議で' if 'ai' in found or 'ai_' in found else ''}企業参加率が最も{'低い' if low else '高い'}会議はどこですか"


def counted(match: re.Match) -> int:
    """How many years are told."""
    if match["decade"]:
        return NUMBERS["a decade"]
    word = match["count"].lower()
    return NUMBERS.get(word) or int(word)
