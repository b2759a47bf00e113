"""「一番増えた年は?」: the year with the largest rise (or fall) from the year before, told as that change."""

import re

import prompts
from analytics import NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

MOST = r"(?:一番|いちばん|最も|もっとも|最大に|特に|とくに|大きく|急に|急激に|ぐっと|どかんと|ガクッと)(?:大きく|急に|急激に)?"
ROSE, FELL = r"増え|伸び|上がっ|上昇し|増加し|急増し|跳ね上がっ", r"減っ|下がっ|落ち(?!込)|低下し|減少し|急落し|急減し"
STEP = re.compile(rf"{MOST}(?:(?P<rose>{ROSE})|(?P<fell>{FELL}))(?:た|だ|てる|ている)(?:の|ん)?(?:は|って)?、?(?:何年|いつ|どの年|どこの年|年)(?!から|以)[^。]{{0,14}}[。??]*$")
# 「前の年から一番大きく伸びたのはどの年から?」, 「前年比の上げ幅が最大だった年は」.
BEFORE = r"前(?:の)?年(?:度)?(?:から|より|比(?:で|の)?|に比べて?|と比べて?|対比で?)(?:の)?"
SINCE_BEFORE = re.compile(
    rf"{BEFORE}、?[^。、]{{0,4}}{MOST}(?:(?P<rose>{ROSE})|(?P<fell>{FELL}))(?:た|だ)(?:の|年)[^。、??]{{0,6}}?(?:何年|いつ|どの年|どこ|は(?=[??。]|$)|を|教え)|"
    rf"(?:{BEFORE}|1年(?:間)?(?:で)?の|単年の)(?:上げ幅|伸び(?:幅)?|増え幅|増加幅|上昇幅|(?P<down>下げ幅|落ち幅|減少幅|下落幅|低下幅))(?:が|の)、?(?:一番|いちばん|最も|もっとも)?(?:大きかった|大きい|最大(?:だった|の)?|トップの)(?:の|年|ところ)"
)
AI = Place("area", "ai")


def largest_step(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The change between those two years; None for any other message, and where no two years follow each other."""
    match = STEP.search(text.folded) or SINCE_BEFORE.search(text.folded)
    if match is None:
        return None
    falling = match["fell"] is not None or match.re is SINCE_BEFORE and match["down"] is not None
    alone = reader.read_alone(text)
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    subjects = alone.subjects or (told.subjects if told is not None else ()) or (Subject("firm_share"),)
    places = alone.places or (told.places if told is not None else ())
    if len(subjects) != 1 or len(places) > 1 or alone.blocker not in (None, "unknown_metric", "outside") or told is not None and told.statistic in ("rank", "movers") and not alone.subjects:
        return None
    span = alone.years if alone.span else (MAIN_FIRST, MAIN_LAST)
    years = steepest(reader.labels.divide, subjects[0], places[0] if places else AI, -1 if falling else 1, span)
    if years is None:
        return None
    note = prompts.render("notes", "largest_step", way="下げ" if falling else "上げ")
    done = Question(text=text.folded, intent="compare", statistic="change", resolved=text.folded, topic=text.folded, subjects=subjects, places=places, years=years, readings=(note,), inherited=("subjects", "places") if not alone.subjects else ())
    return reader.finished(done, text, data)


def steepest(divide, subject: Subject, place: Place, sign: int, span: tuple[int, int]) -> tuple[int, int] | None:
    """The two years of a span, one after the other, between which the metric moved most in that way; None where it never did."""
    measure = divide.measure(subject.metric, **subject.names(), **{place.kind: place.name})
    held = [year for year in divide.available(measure) if span[0] <= year <= span[1]]
    moves = {}
    for before, after in zip(held, held[1:], strict=False):
        if after - before == 1:
            try:
                moves[before, after] = sign * (divide.share(measure, (after,)).value - divide.share(measure, (before,)).value)
            except NotInData:
                continue
    best = max(moves, key=moves.get, default=None)
    return best if best is not None and moves[best] > 0 else None
