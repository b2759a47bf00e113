"""Short turns on the term just explained (「例は?」 「限界は?」 「誰が言ってるの?」), written as the question on that term: no paper is searched for the word 例 alone."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ところで|あと|なお|その|それの|この)[、,]?\s*)*"
ENDED = r"(?:は|って|を|が)?(?:何|なに|ある|あり(?:ます)?|挙げて|教えて|示して|知りたい|ください|です|でしょう|の|ん|か|ね|よ)*[。??]*$"
TERM = re.compile(r"^(?:そもそも|まず|で、?)?[「『]?(?P<term>[^「」『』、。??]{2,20}?)[」』]?(?:という(?:言葉|用語|の)(?:は|の意味)?|とは|って|の意味|というのは|は(?=何|なん|どういう))")
ASPECTS = (
    (re.compile(rf"{OPENER}(?:(?:具体|実|事)?例|たとえば|例えば)(?:で)?{ENDED}"), "の例を挙げた論文は?"),
    (re.compile(rf"{OPENER}(?:限界|弱点|弱み|欠点|短所|問題点|課題|批判|反論|異論){ENDED}"), "の限界を指摘した論文は?"),
    (re.compile(rf"{OPENER}(?:対策|解決策|解消策|埋め方|打開策|対処法){ENDED}"), "の対策を述べた論文は?"),
    (re.compile(rf"{OPENER}(?:誰|だれ|どこ|どの論文)(?:が|の)?(?:言って(?:い)?る|示した|説|論文){ENDED}"), "を扱った論文は?"),
)


def of_term(text: Text, previous: Question | None) -> str | None:
    """The plain question on the term explained just before; None for any other text."""
    if previous is None or previous.intent != "explain" or previous.subjects or not previous.term or (named := TERM.match(previous.text)) is None:
        return None
    return next((f"{named['term']}{asked}" for pattern, asked in ASPECTS if pattern.match(text.folded)), None)
