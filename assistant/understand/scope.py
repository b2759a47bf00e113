"""What a question about figures asks for that our figures do not tell: people, money, journals, kinds of firms, regions, forecasts."""

import re

import prompts
from assistant.understand.matcher import Hit, Phrases, Text

AHEAD = re.compile(r"(?<!の)(?:あと|この先|今後)?\d+年後(?!の(?:値|数字|割合)?は?.{0,4}(?:年の))")
STATED_YEAR = re.compile(r"(?:19|20)\d\d|平成|令和")
# A noun between two parts that the lexicon knows narrows what is asked: 「企業の寄付の割合」「女子大の参加率」.
LINK = r"(?:の|な|系の|系|に関する|に関わる|についての|を扱う|における|での|による|向けの?|に占める|のうち)?"
# What we count: a noun before it narrows it.
COUNTED = re.compile(r"論文|会議|学会|分野")
RIVAL = re.compile(r"(?:ライバル|競合|競争相手|他社|あの会社|同業)[^。]{0,10}(?:戦略|計画|テーマ|予算|投資|動き|研究|秘密|内情|人事|開発|手の内|状況)")
WHEN_HELD = re.compile(r"(?:次の|今度の|次回の?)[^。]{1,16}(?:いつ|どこ)|いつ(?:開催|開か|やる|やり)|開催(?:日|時期|場所|都市)|申し込み")


class Scope:
    """The lexicon of what lies near our figures and is not in them."""

    def __init__(self):
        self.elsewhere = Phrases(("elsewhere", word, str(word)) for word in prompts.lexicon("answerable")["elsewhere"])
        self.phrases = Phrases(("scope", key, str(word)) for key, words in prompts.lexicon("scope").items() for word in words)

    def outside(self, text: Text, known: list[Hit]) -> tuple[str, str] | None:
        """(key of the refusal table, word as written) for the first such word that is no part of a known name."""
        for hit in self.phrases.find(text):
            if not any(other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end) for other in known):
                return f"scope_{hit.key}", hit.text
        if any(hit.kind == "institution" for hit in known) and (hits := self.elsewhere.find(text)):
            return "scope_business", hits[0].text
        if match := RIVAL.search(text.folded):
            return "scope_business", match.group()
        if (match := AHEAD.search(text.folded)) and not STATED_YEAR.search(text.folded):
            return "scope_forecast", match.group()
        return None


def narrowing(text: str, runs: list[str], hits: list[Hit]) -> str | None:
    """A noun that nothing explained and that narrows a known word: before it (医学論文, スポンサー企業), or after 「…の」 (企業のブースの数)."""
    starts = {hit.start for hit in hits} | {match.start() for match in COUNTED.finditer(text)}
    ends = {hit.end for hit in hits}
    for run in runs:
        if len(run) < 2:
            continue
        at = text.find(run)
        end = at + len(run)
        linked = re.match(LINK, text[end:]).end() + end
        if linked in starts or end in starts:
            return run
        before = at - (1 if text[at - 1 : at] == "の" else 0)
        if before in ends and before < at and re.match(r"(?:の|は|って|を|が)", text[end:]):
            return run
    return None


def bare_runs(runs: list[str]) -> list[str]:
    """Runs without the words of ours that they carry along: 医学 of 医学論文, 物理学 of 物理学会議."""
    stripped = (re.sub(r"(?:論文数|論文|会議|学会|分野|領域|研究)$", "", re.sub(r"^(?:国際|全)", "", run)) for run in runs)
    return [run for run in stripped if len(run) >= 2]
