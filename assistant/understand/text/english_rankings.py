"""Rankings asked for in English, put as the lexicon has them: 「Top five countries by share of AI conference papers, 2021 please」, 「Which company had the largest share
of papers at KDD in 2017?」, 「Top 5 AI conferences by industry share」."""

import re

NUMBERS = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"), 1)} | {"fifteen": 15, "twenty": 20}
MOST_ROWS = 20  # the best fifty are a band of universities, and no list
COUNT = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
KINDS = {
    "国": r"countr(?:y|ies)|nations?", "企業": r"(?:tech |technology |private )?(?:firms?|compan(?:y|ies)|corporations?)|corporate (?:contributors?|players?|authors?)|industr(?:y|ial) (?:contributors?|players?|labs?)",
    "大学": r"universit(?:y|ies)|colleges?", "機関": r"(?:research )?(?:institutions?|organi[sz]ations?)|contributors?", "会議": r"(?:conferences?|venues?)",
}  # fmt: skip
COUNTERS = {"国": "か国", "企業": "社", "大学": "校", "機関": "機関", "会議": "つ"}
KIND = "|".join(rf"(?P<k{at}>{words})" for at, words in enumerate(KINDS.values()))
OF = r"(?P<of>[A-Z][a-z]+(?:ese|an|ish|ch|i) |AI |US |UK )?"  # Japanese universities, AI conferences
BEST = r"(?:top|leading|biggest|largest|strongest|foremost|most (?:prolific|productive|active|represented)|best)"
# 「rank the countries」, 「the five leading firms」, 「top 10 universities」, 「which countries led」.
LISTED = re.compile(
    rf"\b(?:(?:rank|ranking|rankings|order|sort|list|name)(?: of| out| me)? (?:the |all )?(?:{BEST} )?(?:(?P<n1>{COUNT}) )?(?:{BEST} )?|(?:{BEST}) (?P<n2>{COUNT}) |(?P<n3>{COUNT}) {BEST} |(?:which|what|who)(?: are| is| were| was)?(?: the)? (?:{BEST} )?(?:(?P<n4>{COUNT}) )?(?:{BEST} )?|(?:leaders?|front-?runners?|top performers?|biggest names) (?:among|of) (?:the )?|(?<!.)(?:the )?(?!top|best){BEST} |{BEST} (?=.*(?:in order|ranked|\blist\b))){OF}(?:{KIND})\b(?! share)(?!'s? )",
    re.IGNORECASE,
)
BY_KIND = re.compile(rf"\b{OF}(?:{KIND}) (?:rankings?|league tables?|leaderboard|in order|ranked|sorted|ordered)\b|\bby (?:{KIND.replace('?P<k', '?P<b')})\b(?=.*(?:highest first|descending|in order|ranked|top \d))", re.IGNORECASE)
ORDERING = re.compile(rf"\b{BEST}\b|\branks?\b|\brank(?:ing|ed|ings)\b|\border\b|\bsort(?:ed)?\b|\bleads?\b|\bled\b|\btop(?:s|ped)?\b|\bmost (?:papers|publications|AI papers|of the papers)|\b(?:the )?most\b|\b(?:highest|greatest)\b|\bdominat|\bahead\b|\bdescending\b|\bleague table|\bleaderboard|\bin order\b|\bfirst\b|leader", re.IGNORECASE)
# A share, a change, citations or the tail of a ranking is asked for, and no list of the first.
OTHERWISE = re.compile(
    r"\b(?:what|how) (?:is |was |were |are )?(?:the )?(?:combined |total |joint )?(?:share|percent(?:age)?|fraction|proportion|much|many|big|large|concentrat\w+)\b|^(?:the )?(?:combined )?(?:share|percentage|fraction|proportion|number)\b|\b(?:combined|altogether|concentration|cumulative)\b|"
    r"\bgr[eo]w|\bgrow(?:th|n|ing)\b|\bgain|\bris(?:e|en|ing)\b|\brose\b|\bincreas|\bdecreas|\bfell\b|\bdeclin|\bfastest\b|\bclimb|\bcit(?:ed|ation)|\bbottom\b|\blowest\b|\bleast\b|\bfewest\b|\bsmallest\b|\bpartner|\bwork(?:s|ed|ing)? with\b|\btogether\b|\balongside\b|\bcollaborat|\bjoint\b|\bco-?author|\bshould\b|\bapproach|\brecommend|\bhire\b|\bcontact\b|\binvest|\bspend|\bspent\b|\bbuy|\bbest for\b|\bwhich year|\bwhat year|\bwhen\b|\bwhy\b|\bsalar|\brevenue|\bmarket|\bmodels?\b|\bcost|\baccept|\bqs\b|world rank|where does|where do|what rank\b|\bplace[ds]?\b",
    re.IGNORECASE,
)
# 「Which country gained the most between 2010 and 2020?」
MOVED_MOST = re.compile(r"\b(?:gained|grew|rose|increased|climbed|improved|advanced|(?P<down>fell|dropped|lost|declined|shrank|decreased))(?: (?:its|their) shares?)? (?:the )?most\b|\b(?:had|has|saw) the (?:biggest|largest|greatest) (?:gain|increase|rise|jump|growth|(?P<down_>fall|drop|decline|decrease|loss))(?: in shares?)?\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from) ((?:19|20)\d\d) (?:and|to|until) ((?:19|20)\d\d)\b", re.IGNORECASE)
# 「the universities in the top 50」: a band of QS ranks, and no number of rows.
BAND = re.compile(r"\b(?:in|among|of|from|within) (?:the )?(?:qs |world(?:'s)? )*top[ -]?(?P<band>50|[1-5]00)\b(?: (?:of )?(?:the )?(?:qs|world)(?: university)? rank(?:ings?)?)?", re.IGNORECASE)
BEST_BAND = "QS1〜50位の大学"
INDUSTRIAL = re.compile(r"\b(?:industry|industrial|corporate|firm|company)(?:'s)?(?: (?:share|participation|involvement|presence|authorship|papers))?\b", re.IGNORECASE)
FIRST_OF = re.compile(rf"\b(?:first|top|give me|show me|list|just|only) (?P<n>{COUNT})\b(?=\s*(?:[.,;?!]|$|please|of them|of those|for|at|in))", re.IGNORECASE)  # 「Country ranking for ICLR 2019, top ten」「Give me ten.」
# What is left of such a sentence beside where and when.
FILLER = re.compile(
    r"\b(?:please|(?:first|top|give me|show me|list|just|only) (?:\d{1,2}|three|four|five|six|seven|eight|ten|twenty)|represented|thanks|thank you|order them|rank them|list them|for me|in order|by (?:their |its )?(?:share|number|count|volume|percentage|proportion|paper count|output)s?(?: of)?|(?:their|its) shares?|in terms of|publications?|papers?|shares?|percentages?|led|leads?|leading|topped|tops?|published|publish|produced?|appear(?:ed|s)?|contributed|contribute|wrote|had|have|has|with|the|most|highest|largest|biggest|greatest|descending|"
    r"were|was|are|is|who|give|show|tell|list|name|me|can|could|would|you|i|we|need|want|like|rank(?:ed|s|ing|ings)?|order(?:ed)?|contribut(?:ors|ions)|to|did|do|dominated?|what|which|of|a|an|and|at|in|on|for|among|during|across|from|that|by|first|ahead|were|came|out|as|their|its|it|them)\b|[.?!:;,]",
    re.IGNORECASE,
)
PLACES = ((re.compile(r"\bAI (?:conferences?|papers?|venues?)\b", re.IGNORECASE), "AI会議"), (re.compile(r"\bnon-AI (?:conferences?|papers?)?\b", re.IGNORECASE), "AI以外の会議"), (re.compile(r"\bconferences?\b", re.IGNORECASE), "会議"), (re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|年)"), r"\1年"))


def english_ranking(text: str) -> str:
    """The question for such a ranking; any other text as it is."""
    band = BAND.search(text) if text.isascii() else None
    plain = ranking(BAND.sub(" ", text) if band else text)
    if band and "が多い大学の上位" in plain:
        return plain.replace("大学の上位", f"{BEST_BAND}の上位") if band["band"] == "50" else text
    return text if band else plain


def ranking(text: str) -> str:
    """The same where no band of universities is named."""
    match = (LISTED.search(text) or BY_KIND.search(text)) if text.isascii() and not OTHERWISE.search(text) and ORDERING.search(text) else None
    moved = MOVED_MOST.search(text) if text.isascii() and not OTHERWISE.search(MOVED_MOST.sub("", text)) else None
    match = match or moved and LISTED.search(text)
    if not match:
        return text
    found = match.groupdict()
    kind = next(name for at, name in enumerate(KINDS) if found.get(f"k{at}") or found.get(f"b{at}"))
    count = asked(match)
    if count > MOST_ROWS or kind == "会議" and not INDUSTRIAL.search(text):
        return text
    left = f"{text[: match.start()]} {found['of'] or ''} {text[match.end() :]}"
    left = MOVED_MOST.sub(" ", BETWEEN.sub(r" \1年から\2年 ", left)) if moved else left
    for said, plain in PLACES:
        left = said.sub(plain, left)
    where = " ".join(FILLER.sub(" ", INDUSTRIAL.sub(" ", left) if kind == "会議" else left).split())
    measured = "企業参加率" if kind == "会議" else "論文の割合"
    ranked = f"{measured}を最も{'落とした' if moved['down'] or moved['down_'] else '伸ばした'}{kind}" if moved else f"{measured}が高い{kind}" if kind == "会議" else f"論文が多い{kind}"
    if kind == "会議" and "AI" in where and "AI会議" not in where:
        where = where.replace("AI", "AI会議")
    return f"{where}で、{ranked}の上位{count}{COUNTERS[kind]}はどこですか" if where else f"{ranked}の上位{count}{COUNTERS[kind]}はどこですか"


def asked(match: re.Match) -> int:
    """How many rows are asked for: one where the noun stands alone (「which company」), five where no number is told."""
    said = next((value for name, value in match.groupdict().items() if re.fullmatch(r"n\d", name) and value), None)
    if said is not None:
        return NUMBERS.get(said.lower()) or int(said)
    if (among := FIRST_OF.search(match.string)) is not None:
        return NUMBERS[among["n"].lower()] if among["n"].isalpha() else int(among["n"])
    return 1 if re.match(r"(?:which|what|who)\b", match.group(), re.IGNORECASE) and not match.group().endswith("s") else 5
