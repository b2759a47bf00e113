"""What a question names and takes back: 「2010年…じゃなくて2011年」「日本ではなく米・中・独だけで」. Blanked, so that what stands in its place is read."""

import re
from collections.abc import Callable

from assistant.understand.cues.wanted import blanked
from assistant.understand.text.matcher import Hit, Text

# 「企業だけではなく」 takes nothing back.
TURN = re.compile(
    r"(?<!だけ)(?<!のみ)(?<!ばかり)(?<!限定)(?<!いの)(?<!るの)(?<!たの)(?:…|・・・|\.{2,}|、|\s)*(?:(?:では|じゃ|で|や)なく(?:て|って)?(?!な[っるりれ])|(?:では|じゃ)なかった(?=[、。…\s])|もとい|の(?:代わり|かわり)に|をやめて|(?:あ、?)?(?:間違え(?:た|ました)|間違い(?:でした|です)?)(?=[、。…\s])|(?:と言い)?訂正(?:します|して|すると)?(?=[、。…\s])|"
    r"(?:、|…|\.{2,}|。|―)いや(?:いや)?、?(?:失礼|間違え(?:た|ました)|違(?:う|った|いました)|すみません|ごめん(?:なさい)?)(?:し(?:ました|ます)|いたしました)?(?=[、。…\s])|"
    r"(?:、|…|\.{2,})いや(?:いや)?(?=[、…\s\d]|[A-Z])|(?:、|…|\.{2,})(?:あ、?)?(?:違|ちが)(?:う|った|いました)(?:わ|な)?(?=[、。…\s]))[、。…\s]*(?:正しくは|やっぱり?)?、?"
)
# How far before the turn its names may stand.
REACH = 24
NAMED = re.compile(r"(?<![0-9A-Za-z])[A-Z][A-Za-z&]{2,11}(?![0-9A-Za-z])")
WHY = re.compile(r"(?:なんで|何で|なぜ|どうして|なにゆえ)(?:また|か)?、?")  # asked of what stands in its place too
HEARD = re.compile(r"(?:^|[。「」??、])[^。「」??、]*$")


def put_aside(text: Text, finders: tuple[Callable[[Text], list[Hit]], ...], years: Callable[[str], tuple[tuple[int, int], ...]]) -> Text:
    """The text with spaces for the names, years and acronyms before a turn, of each kind that is named again behind it; the same text without one.

    `finders`: one for each kind of name. `years`: a text → where its years stand."""
    turn = TURN.search(text.folded)
    if turn is None or not turn.start():
        return text
    start = max(turn.start() - REACH, 0)
    told = [[(hit.start, hit.end) for hit in find(text)] for find in finders] + [list(years(text.folded))]
    cut = [span for spans in told if any(first >= turn.end() for first, _ in spans) for span in spans if start <= span[0] and span[1] <= turn.start()]
    if told[0] and any(first >= turn.end() for first, _ in told[0]):  # told[0]: places; an acronym of no place of ours stands where one stands
        cut += [match.span() for match in NAMED.finditer(text.folded, start, turn.start()) if not any(first <= match.start() < last for spans in told for first, last in spans)]
    if not cut:
        return text
    clause = HEARD.search(text.folded[: turn.start()])
    rest = [span for spans in told for span in spans if span not in cut and span[1] <= turn.start() and span[1] > clause.start()]
    why = WHY.match(text.folded, clause.start())
    cut += [turn.span()] if rest else [(why.end() if why else clause.start(), turn.end())]
    return Text(blanked(text.folded, cut), blanked(text.lowered, cut))
