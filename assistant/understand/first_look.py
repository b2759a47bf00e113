"""Questions that their own words tell apart before any other reading: held prices and terms, building or buying, whether a cause is shown, and what
their form tells; and those that have a twin in other words."""

import re
from typing import Protocol

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.causes import asks_cause, cause_named
from assistant.understand.cues.intent import DATA_INTENTS, HOW_DEFINED, QUESTION_OF_VALUE, SHARE_WORD
from assistant.understand.cues.pointed_back import BRIEF, THE_PAPER, of_told_work
from assistant.understand.cues.regions import region_ranked
from assistant.understand.cues.scope import not_ours
from assistant.understand.cues.sought import began, one_work, original_work, themed
from assistant.understand.cues.stated import style
from assistant.understand.doubted import doubted
from assistant.understand.figures.membership import Finders, Membership
from assistant.understand.figures.on_figures import on_figures
from assistant.understand.names.local import local_universities
from assistant.understand.plans.investment_asked import begins_plan, either_of, rents_or_buys_anew, weighs_plans, weighs_renting
from assistant.understand.plans.market import Market
from assistant.understand.plans.plan_asked import asked_in_general
from assistant.understand.plans.plan_results import of_told_plan
from assistant.understand.text import parts
from assistant.understand.text.japanese_again import japanese_again
from assistant.understand.text.lengths import length_asked, sentences_asked
from assistant.understand.text.matcher import Cues, Text, read
from assistant.understand.twins import Twins
from assistant.understand.words.advice import advised
from assistant.understand.words.by_form import by_form
from assistant.understand.words.checked_how import checked_how
from assistant.understand.words.drafts import drafted
from assistant.understand.words.english_again import BILINGUAL, beside_english
from assistant.understand.words.fact_wanted import fact_wanted
from assistant.understand.words.headlines import headlines
from assistant.understand.words.of_plans import CALCULATED, make_or_buy, supposes_grant
from assistant.understand.words.on_way import gained
from assistant.understand.words.own_case import own_case, policy_asked
from assistant.understand.words.own_meaning import own_meaning
from assistant.understand.words.plain_words import plain_words
from assistant.understand.words.plan_terms import plan_terms
from assistant.understand.words.points_wanted import points_wanted
from assistant.understand.words.summed_up import summed_up
from assistant.understand.words.terms_apart import term_apart
from assistant.understand.words.to_ask import to_ask
from assistant.understand.words.use_prices import use_price
from assistant.understand.words.way_sides import way_sides
from assistant.understand.words.way_steps import way_steps
from assistant.understand.words.ways import wisdom_asked
from assistant.understand.works.beside_told import beside_told
from assistant.understand.works.cited import cited_groups
from assistant.understand.works.model_costs import model_costs_asked
from assistant.understand.works.paper_record import paper_record
from assistant.understand.works.which_side import side_asked
from assistant.understand.works.work_facts import work_facts
from assistant.understand.works.works import Works
from assistant.understand.works.works_asked import works_asked
from assistant.understand.works.works_on import works_on


SAME = re.compile(r"(?:それ|これ|全体|今の|いまの|さっきの|答え|回答|話|要点|結論|内容|もっと短く|さらに|もう一度|じゃあ?|では|で|を|は|も|の|に|、|。|だけ)*")
WHOLE = "その論文の要約"
EXPLAIN = re.compile(r"教え|説明|解説")  # 「GPUって買うのと借りるのどっちがいいか教えて」 explains no GPU
OF_LISTED = re.compile(r"(?:その|この|それら|これら|今の|いまの|挙げた|上の|先の)(?:の)?(?:中|うち|論文|研究|[0-9二三四五]+(?:本|つ))")
# What to do first is no price: 「AI投資って何からやればいい?」.
FIRST_STEP = re.compile(r"(?:何|なに)から(?:や|す|始|はじ|手を)")


class Reader(Finders, Protocol):
    """What reads a text, and the finders that it reads with."""

    works: Works
    intents: Cues

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


class FirstLook:
    """Reads such questions with the finders of a reader."""

    def __init__(self, reader: Reader):
        self.reader, self.market, self.twins, self.membership = reader, Market(), Twins(reader), Membership(reader)

    def question(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """The question, or None for any other."""
        if (of_plan := way_sides(text, previous) or way_steps(text, previous) or plan_terms(text, previous) or of_told_plan(text, previous)) is not None:
            return of_plan
        if previous is not None and (rest := beside_english(text)) is not None:
            asked = self.reader.understood(read(rest), previous, data)
            return asked.with_(style=BILINGUAL) if asked.intent == "phrases" else asked.with_(readings=(*asked.readings, prompts.render("notes", "english_next")))
        if (doubt := doubted(text, previous, data)) is not None:
            return self.reader.finished(doubt, text, data)
        if (of_told := own_meaning(text, previous) or japanese_again(text, previous) or points_wanted(text, previous) or paper_record(text, previous) or plain_words(text, previous) or fact_wanted(text, previous, data, self.reader.read_alone) or headlines(text, previous, data) or drafted(text, previous, data, self.reader.read_alone) or on_figures(text, previous)) is not None:
            return of_told
        if (shortened := self.shortened(text, previous, data)) is not None:
            return shortened
        if (of_works := beside_told(text, previous, self.reader.works.names) or term_apart(text, previous) or use_price(text, previous) or model_costs_asked(text, previous) or side_asked(text, previous) or work_facts(text, previous, self.reader.works.names) or works_on(text) or works_asked(text.folded, previous)) is not None:
            return of_works
        if (of_work := of_told_work(text.folded, previous)) is not None:
            return of_work
        if rents_or_buys_anew(text.folded, previous):
            talk = f"\n{previous.topic}" if previous is not None and previous.intent in CALCULATED and previous.topic else ""
            return Question(text=text.folded, intent="roi", resolved=text.folded, topic=f"{text.folded}{talk}", inherited=("amounts",) if talk else ())
        if (previous is None or previous.intent not in CALCULATED) and (begins_plan(text.folded) or either_of(text.folded) or asked_in_general(text.folded, previous)):
            return Question(text=text.folded, intent="roi", resolved=text.folded, topic=text.folded)
        if (checked := checked_how(text, previous, data)) is not None:
            return self.reader.finished(checked, text, data)
        twin, told = None if not_ours(text.folded) else self.twins.of(text, previous, data), ()
        if twin is not None:
            text, told = read(twin.text), twin.told
        priced = None if weighs_plans(text.folded) or supposes_grant(text, previous) or FIRST_STEP.search(text.folded) else self.market.question(text, previous)
        advice = advised(text, previous, style(self.reader.intents.find(text), text.folded)) or to_ask(text, previous, data, self.reader.read_alone) or summed_up(text, previous, data)
        found = make_or_buy(text.folded) or priced or advice or self.cause(text, previous, data) or self.membership.question(text, previous, data) or self.way(text) or by_form(text) or self.one_work(text, previous) or self.counting(text, previous)
        if found is None and (figures := region_ranked(text, previous) or cited_groups(text, previous, data) or local_universities(text)) is not None:
            found = self.reader.finished(figures, text, data)
        if found is None and twin is not None:
            found = self.reader.usual(text, previous, data)
        return found.with_(readings=(*told, *found.readings)) if found is not None and told else found

    @staticmethod
    def way(text: Text) -> Question | None:
        """Whether to go a way alone, and what to do in one's own case, after figures too."""
        if policy_asked(text.folded):
            return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded)
        return Question(text=text.folded, intent="strategy", resolved=text.folded, topic=text.folded) if wisdom_asked(text.folded) or own_case(text.folded) or gained(text.folded) or weighs_renting(text.folded) and EXPLAIN.search(text.folded) else None

    def counting(self, text: Text, previous: Question | None) -> Question | None:
        """How what the text names is counted or bounded, also after its figures: 「エリート大学とは、どのような基準で区切っているのですか」."""
        if previous is None or previous.intent not in DATA_INTENTS or not HOW_DEFINED.search(text.lowered):
            return None
        asked = self.reader.read_alone(text)
        return asked.with_(text=text.folded, resolved=text.folded, topic=text.folded) if asked.intent == "explain" and asked.subjects and asked.blocker is None else None

    def shortened(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """A question whose answer may have so many characters; so many sentences, where it is asked of a paper. None for any other."""
        asked = length_asked(text.folded) or sentences_asked(text.folded)
        if asked is None or previous is not None and previous.intent == "phrases":  # words to say have lengths of their own
            return None
        style, rest = asked
        paper = (previous.paper or previous.work) if previous is not None else ""
        if length_asked(text.folded) is None and not (THE_PAPER.search(rest) and paper or self.reader.works.spoken_of(read(rest)) or not rest and paper and paper == previous.paper):
            return None
        if THE_PAPER.search(rest) and paper and len(rest) <= BRIEF:
            return Question(text=WHOLE, intent="paper", resolved=WHOLE, topic=WHOLE, paper=paper, inherited=("paper",), style=style)
        if previous is not None and SAME.fullmatch(rest):
            return previous.with_(text=text.folded, style=style, inherited=("all",))
        question = self.reader.understood(read(rest), previous, data) if rest else None
        return None if question is None or question.intent == "phrases" else question.with_(style=style)

    def one_work(self, text: Text, previous: Question | None) -> Question | None:
        """One work to read, or the one that came first, of all that are held; of those just listed, where it is to be one of them."""
        if not (one_work(text.folded) or began(text.folded) or original_work(text.folded) or themed(text.folded)) or SHARE_WORD.search(text.lowered) or "outside" in self.reader.intents.find(text):
            return None
        asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded)
        if previous is not None and previous.listed and OF_LISTED.search(text.folded):
            return asked.with_(paper=previous.listed[0], listed=previous.listed)
        return asked

    def cause(self, text: Text, previous: Question | None, data: Question | None) -> Question | None:
        """Whether a change of what is named, or was told before, has the cause that the asker names."""
        if not asks_cause(text.lowered) or self.reader.works.spoken_of(text) or any(QUESTION_OF_VALUE.search(piece) for piece in parts.cut(text.folded)):
            return None
        if cause_named(text.lowered) and previous is not None and previous.intent == "roi":  # of what a plan comes to
            return Question(text=text.folded, intent="roi", resolved=text.folded, topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",))
        subjects = self.reader.read_alone(text).subjects or self.told(previous, data)
        return Question(text=text.folded, intent="limits", resolved=text.folded, topic=text.folded, subjects=subjects)

    @staticmethod
    def told(previous: Question | None, data: Question | None) -> tuple[Subject, ...]:
        """What was measured or explained before."""
        before = previous if previous is not None and previous.subjects and previous.intent in (*DATA_INTENTS, "why", "limits") else data
        return before.subjects[:1] if before is not None else ()
