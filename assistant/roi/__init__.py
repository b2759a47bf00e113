"""Investment questions → evidence and draft: the asker's own numbers, or the three strategies with sourced defaults. The engine is `analytics.roi`."""

import re
from dataclasses import replace

import prompts
from analytics.roi.catalogue import specifications
from assistant.models import Draft, Evidence, Question
from assistant.roi import about, alone, asked_results, beside, columns, documents, exits, gpu, labelled, other_costs, own, paid_yearly, rented, strategies, together
from assistant.roi.focus import focus_held, focus_kept, focus_of, sign_asked
from assistant.roi.wording import say
from assistant.understand.cues.pointed_back import WHICH_TO_START
from assistant.understand.plans.amount_again import by_noun, grant_named, rest_meant
from assistant.understand.plans.beside_plan import COMPARED, PLANS, other_plan
from assistant.understand.plans.columns_wanted import columns_wanted
from assistant.understand.plans.counted_prices import count_meant, counts_anew
from assistant.understand.plans.each_plan import amounts_of, common, compared_in, compared_last, effects_of_each, least_risk, nth_wanted, plans_of_talk, pointing, shares, unitless, with_name
from assistant.understand.plans.each_plan import together as together_wanted
from assistant.understand.plans.gain_changed import gain_meant, same_gain
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.investment_told import LENGTHS
from assistant.understand.plans.meant_by_talk import SPENT_ONCE, by_talk, split_meant
from assistant.understand.plans.plan_asked import all_ways, asked_in_general, asked_of_plan, place_asked, reckoned_in, stopped_after
from assistant.understand.plans.plan_history import base_lines, named_again, pointed_at, put_back, sum_of_its_own, unpointed
from assistant.understand.plans.plan_labels import plans_of
from assistant.understand.plans.plan_results import backing, result_wanted, ways_within
from assistant.understand.plans.renting import cards_changed, rent_meant
from assistant.understand.plans.trial_first import without_trial
from assistant.understand.plans.uncounted import uncounted
from assistant.understand.plans.use_changed import use_meant
from assistant.understand.plans.ways_chosen import DROP, SAFER, better_of, choice_of_ways, earns_most
from assistant.understand.plans.yearly_costs import cost_asked, cost_meant
from assistant.understand.words.by_form import concern_asked

Answered = tuple[Draft, Evidence, tuple[str, ...]]
SEVERAL_PLANS = re.compile(r"(?:[23二三]つ|[23])の?(?:案|戦略|選択肢|計画)")
# 「予算500万しかないけど、何から始める?」
WAY_SOUGHT = re.compile(r"(?:何|なに|どこ)から|どれ(?!くらい|ぐらい|だけ|ほど)|どの(?:案|やり方|方法|道|戦略|手)|どっち|どちら|(?:何|なに)を?した(?:ら|ほう|方)|どう(?:すれば|したら)")
SCALE = re.compile(r"(?:もっと|もう少し|もうちょっと|さらに|ぐっと)?(?:小さ[くい](?!、?(?:試|始|作))|小規模(?!プロト)|少額|安[くい]|抑え|絞[っる]|縮小|控えめ|小ぶり|小振り|ケチ|大き[くい]|大規模|拡大|広げ|増額|減額|規模を)")
# 「割引率を10%にした場合、順位は変わりますか」
ORDER = re.compile(r"(?:順(?:位|番|序)|並び|序列|優劣)(?:は|が|も|に)?[^。、??]{0,6}(?:変わ|入れ替わ|逆転|動[くき]|ひっくり返|影響|同じ|そのまま)|(?:逆転|入れ替わ|ひっくり返)(?:し|り|る|ら)")
OF_CHANCE = ("failure", "success_probability", "loss_probability", "mc_probability_positive", "tornado")  # what a told chance is not asked for


def answer_roi(question: Question) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence, and the readings (values taken by default). Without amounts the draft asks for them."""
    named = with_names(question)
    answered = calculated(named)
    return answered if named.text == question.text or not answered[1].items else read_as(question, named, answered)


def read_as(question: Question, named: Question, answered: Answered) -> Answered:
    """The answer with word of the plan that its message pointed at by its place."""
    place = pointing(question.text)
    plan = read_investment(named.text).strategies[:1]
    if place is None or not plan:
        return answered
    told = as_told((question.topic or question.text).split("\n")[1:])
    note = say("nth_told" if told else "nth_read", place=place, name=strategies.strategy_entry(plan[0])["label_ja"])
    draft, evidence, readings = answered
    head, line, rest = draft.text.partition("\n")
    return replace(draft, text=f"{head}{line}{note}{rest}" if head.startswith("**") else f"{note}{draft.text}"), evidence, (*readings, note)


def calculated(question: Question) -> Answered:
    """What `answer_roi` answers for a message that names its plans."""
    if (plans := plans_of(question.topic or question.text)) is not None and (len(plans.names) > 1 or plans.unknown):
        return labelled.answer(question, plans, told_so_far, answer_roi)
    told, text = told_so_far(question.topic or question.text)
    told = with_left_out(told, question)
    if told.problems:
        lines = tuple(say(f"problem_{name}") for name in told.problems)
        return Draft("".join(lines)), Evidence(), lines
    lines = (question.topic or question.text).split("\n")
    if told.benefit is None and (table := next((line for line in lines if not only_terms(line)), None)) is not None and (wanted := columns_wanted(table)) is not None:
        named = tuple(name for name in read_investment(table).strategies if name in COMPARED)
        return columns.answer(wanted, named if len(named) > 1 else COMPARED, told.terms)
    if (of_several := several_at_once(question, lines, told)) is not None:
        return of_several
    if (choice := choice_of_ways(question.text, compared_last(lines[1:]) or (COMPARED if any(map(weighs_ways, lines[1:])) else ()))) is not None:
        kind, among = choice
        return together.answer(among, (), told.terms, together.LEAST_RISK, [], False) if kind == SAFER else strategies.answer_comparison(among, told.terms, False, kind)
    if (told.initial or told.fund) and told.benefit is None and not told.strategies and (plans := compared_last(lines[1:])) and told_of(lines[1:]).benefit is None:  # 「1000万やったらどう変わる?」 after the ways were compared
        answer = strategies.answer_comparison(plans, replace(told, fund=told.initial or told.fund, initial=None), False, focus_asked(question))
        return strategies.with_order(answer, plans, told.terms, told_of(lines[1:])) if ORDER.search(question.text) else answer
    if (kept := beside.kept_of((question.topic or question.text).split("\n"), told)) is not None:
        return strategies.answer_comparison(kept.plans, kept.told, False, focus_asked(question), None, kept if kept.numbers else None, place_asked(question.text))
    budgeted = told.benefit is None and not told.strategies and any(map(weighs_ways, lines[1:]))  # 「割引率を5%にすると」「半分の1000万なら」 after what to do with a sum
    if budgeted and told.fund is None and told.initial is not None and not any(map(SPENT_ONCE.search, lines)):  # 「3000万円出したら三つのうちどれ?」
        told = replace(told, fund=told.initial, initial=None)
    if budgeted and told.fund is not None and told.initial is None:
        return strategies.answer_comparison(COMPARED, told, not any(map(earns_most, lines)), focus_asked(question))
    named = tuple(name for name in told.strategies if name in PLANS)
    if (asked := asked_alone(question, told)) is not None:
        return asked
    if rented.compares(told):
        return rented.answer(told, told_so_far(before)[0] if (before := question.topic.partition("\n")[2]) else None)
    if rents_or_buys(told, text):
        return gpu.answer(told, question.text)
    if told.alone and told.outlay is not None:
        return own.answer(alone.by_itself(told), own_focus(question.text))
    own_told = not named and told.outlay is not None and (told.benefit is not None or told.initial is not None or told.production is not None)
    if "\n" not in question.topic and (asked := asked_in_general(question.text, None)) is not None:
        return about.answer(asked, told, COMPARED)
    if "\n" in question.topic and (asked := asked_of_plan(question.text)) is not None:
        if asked.kind == "formula" and not asked.term:  # of what was asked for before, else of what all answers tell
            asked = replace(asked, term=next((term for line in question.topic.split("\n")[1:] if (term := reckoned_in(line.lower()))), "npv"))
        if asked.kind == "formula" and paid_yearly.paid_for(told) is not None:  # its effect is still to be told
            return Draft(say(f"formula_{asked.term}") + say("paid_unknown")), Evidence(), (say("paid_unknown"),)
        if asked.kind == "uncounted" and asked.term != "bank" and paid_yearly.paid_for(told) is not None:  # what is paid by the year has no tax in it
            return Draft(say(f"uncounted_{asked.term}")), Evidence(), (say(f"uncounted_{asked.term}"),)
        alone_told = alone.case_told(told, question.topic) if len(named) < 2 else None
        return about.answer(asked, alone_told or told, () if own_told or alone_told is not None else named or COMPARED)
    if "\n" in question.topic and (place := place_asked(question.text)):
        return strategies.answer_comparison(named if len(named) > 1 else COMPARED, told, False, focus_held(question.topic.split("\n")), None, None, place)
    if "\n" in question.topic and all_ways(question.text):
        return all_compared(told, lines, focus_asked(question))
    told = scaled_down(told, question)
    earlier = measured_by(told, question.text, before) if (before := (question.topic or question.text).partition("\n")[2]) else None
    if len(named) < 2 and (case := alone.case_told(told, question.topic or question.text)) is not None:
        then = alone.before(case, earlier, before, bool(told.strategies) and earlier is not None and told.strategies != earlier.strategies)
        return strategies.answer_told(*named or (None,), told, case, own_focus(question.text), then)
    if not named and (told.initial is not None or told.production is not None or told.fund is not None and told.benefit is not None) and not ways_within(question.text):
        return own.answer(told, own_focus(question.text))
    if told.initial is not None and told.fund is None and ways_within(question.text):
        told = replace(told, fund=told.initial, initial=None)
    focus = focus_asked(question)
    if (years := paid_yearly.paid_for(told)) is not None:
        return paid_yearly.answer(told, years, focus)
    if len(named) == 1:
        return strategies.answer_one(named[0], told, focus, earlier)
    if len(named) > 1 or wants_comparison(question, told, text) or "\n" in text and not told.amounts_told:
        compared = strategies.answer_comparison(named or COMPARED, told, question.intent == "strategy" and not earns_most(question.text), focus, earlier)
        return strategies.with_order(compared, named or COMPARED, told, earlier) if earlier is not None and ORDER.search(question.text) else compared
    if told.fund is not None:
        return own.answer(told, own_focus(question.text))
    missing = [say(f"field_{name}") for name, amount in (("initial", told.outlay), ("benefit", told.benefit)) if amount is None]
    line = ("" if told.budget is None else say("own_budget_unused")) + say("missing", fields="と".join(missing))
    return Draft(line), Evidence(), (line,)


def all_compared(told: Investment, lines: list[str], focus: str | None) -> Answered:
    """All the ways, those on their own numbers that the talk told of; with what its own plan comes to where no strategy was named."""
    kept = beside.all_kept(told, told_with_plans(lines)[1]) or beside.own_kept(told)
    return strategies.answer_comparison(COMPARED if kept is None else kept.plans, told.terms if kept is None else kept.told, False, focus, None, kept)


def weighs_ways(line: str) -> bool:
    """Whether a line asks which way to take with a sum."""
    told = read_investment(line)
    return ways_within(line) or told.fund is not None and told.initial is None and told.benefit is None and WAY_SOUGHT.search(line) is not None


def scaled_down(told: Investment, question: Question) -> Investment:
    """The plan with a note that its effect is left as it was, where a message only makes what is spent smaller or larger: 「もっと小さく、年300万なら?」."""
    now = read_investment(question.text)
    priced = any(amount is not None for amount in (now.initial, now.budget, now.cost, now.fund))
    if "\n" not in question.topic or not SCALE.search(question.text) or not priced or now.benefit is not None:
        return told
    plan = next((name for name in told.strategies if name in COMPARED), None)
    amount = told.benefit.value if told.benefit is not None else None if plan is None else specifications(plan)["annual_benefit"].value
    return told if amount is None else replace(told, notes=(*told.notes, ("gain_scaled", (("amount", amount),))))


def with_names(question: Question) -> Question:
    """The question with the plan's name where a line of its talk points at one of the plans compared by its place (「2つ目を…」)."""
    written = (question.topic or question.text).split("\n")
    lines = [named_in(line, written[place + 1 :]) for place, line in enumerate(written)]
    return question if lines == written else question.with_(text=lines[0], topic="\n".join(lines))


def named_in(line: str, before: list[str]) -> str:
    """The line with that name, in the order in which the plans were shown: as they were told, or by their value."""
    nth = nth_wanted(line)
    plans = compared_last(before) if nth is not None and not amounts_of(line) else ()
    if not plans or nth > len(plans):
        return line
    return with_name(line, strategies.strategy_entry((plans if as_told(before) else shown(plans, before))[nth - 1])["label_ja"])


def as_told(before: list[str]) -> bool:
    """Whether the plans of a talk are counted in the order in which they were told: an amount of each, or a table of them."""
    return any(columns_wanted(each) or together_wanted(each) or amounts_of(each) for each in before)


def shown(plans: tuple[str, ...], before: list[str]) -> list[str]:
    """The plans compared in the order of the answer: by when the money is back where that was asked, else by their value."""
    ranked = strategies.compared(plans, told_of(before).terms).ranked
    if focus_held(before) == "payback":
        ranked = sorted(ranked, key=lambda each: float("inf") if each.results.payback.value is None else each.results.payback.value)
    return [each.settings.strategy for each in ranked]


def only_terms(line: str) -> bool:
    """Whether a line changes only what holds for every plan: 「割引率5%にして」 after a table."""
    told = read_investment(line)
    return told != Investment() and replace(told, term=None, conditional=False, share=None, notes=()) == replace(told.terms, conditional=False)


def with_left_out(told: Investment, question: Question) -> Investment:
    """The plan with a note on what its first message asks of what the sums leave out: 「…、5年。減価償却はどう考えてる?」."""
    if "\n" in question.topic:
        return told
    kinds = [kind for piece in re.split(r"[。??!]", question.text) if (kind := uncounted(piece)) is not None and kind != "bank"]
    return told if not kinds or kinds[0] == "write_off" and told.tax is not None else replace(told, notes=(*told.notes, (f"uncounted_{kinds[0]}", ())))


def several_at_once(question: Question, lines: list[str], told: Investment) -> Answered | None:
    """Plans with an amount told of each, done together on their defaults, or compared and asked for the worst; None for any other message."""
    each, wanted, focus = shares(lines), together_wanted(question.text), focus_of(question.text)
    if (problem := "problem_unit" if not each and unitless(question.text) else "each_effect" if any(map(effects_of_each, lines)) else None) is not None:
        return Draft(say(problem)), Evidence(), (say(problem),)
    choice = choice_of_ways(question.text, tuple(plan for plan, _ in each))
    focus = "least_risk" if least_risk(question.text) or choice is not None and choice[0] == SAFER else DROP if choice is not None and choice[0] == DROP else focus
    plans = tuple(plan for plan, _ in each) or (plans_of_talk(lines) if wanted else compared_last(lines) if focus in (*together.WORST, "least_risk") else ())
    if not plans or told.benefit is not None and not each:
        return None
    begun = next((place for place, line in enumerate(lines) if amounts_of(line)), None)
    shared = told.terms
    if begun is not None:  # the years told with one amount are not those of all
        since, first = told_of(lines[:begun]) if begun else Investment(), common(lines[begun])
        shared = replace(shared, fund=since.fund or first.fund, years=since.years or first.years)
    if (asked := asked_of_plan(question.text)) is not None:
        return about.answer(asked, shared, plans, together.evaluated(plans, each, shared), together.amounts_text(each)) if each else None
    focus = "break_even_annual_benefit" if result_wanted(question.text) == "exit" else focus
    focus = "failure" if focus is None and "リスク" in question.text else focus
    unread = [] if each or not (told.amounts_told or told.budget or told.unused) else [say("sum_unused")]
    return together.answer(plans, each, shared, focus, unread, wanted or not (better_of(question.text) or focus == DROP) and any(together_wanted(line) for line in lines))


def asked_alone(question: Question, told: Investment) -> Answered | None:
    """The page on the one thing that a message asks of the plan: its largest outlay, its years, when to give it up, or what stands behind its figures; which plan costs least."""
    wanted, topic = result_wanted(question.text), question.topic or question.text
    if wanted == "least_spent" and not (told.outlay is not None and told.benefit is not None and not told.strategies) and told.rent is None:
        named = tuple(name for name in read_investment(question.text).strategies if name in PLANS)
        return strategies.answer_comparison(named if len(named) > 1 else COMPARED, told.terms, False, "least_spent")
    if wanted == "exit" and told.benefit is None and told.rent is None and (told.outlay is None or any(name in PLANS for name in told.strategies)):
        return exits.of_strategies(tuple(name for name in told.strategies if name in PLANS) or COMPARED, told)
    if wanted in (None, "least_spent") or told.benefit is None or told.rent is not None:
        return None
    told = doubted_plan(told, topic) if wanted == "backed" else told
    case = alone.case_told(told, topic)
    own_told = case or (told if not any(name in PLANS for name in told.strategies) else None)
    if own_told is None or wanted != "largest_outlay" and own_told.outlay is None and own_told.cost is None:
        return None
    if wanted == "other_cost":
        return other_costs.answer(own_told, cost_asked(question.text), topic)
    return exits.of_own(own_told) if wanted == "exit" else asked_results.answer(wanted, own_told, backing(question.text))


def doubted_plan(told: Investment, topic: str) -> Investment:
    """The plan of the talk that has the effect which a quoted question names; the last one where none has."""
    lines = topic.split("\n")
    named = read_investment(lines[0]).benefit
    if named is None or told.benefit is None or named.value == told.benefit.value:
        return told
    states = (told_of(lines[place:]) for place in range(1, len(lines)))
    return next((state for state in states if state.benefit is not None and state.benefit.value == named.value), told)


def answer_document(question: Question) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings for a question that asks for a document (see `documents.offered`)."""
    question = with_names(question)
    if (plans := plans_of(question.topic or question.text)) is not None and (len(plans.names) > 1 or plans.unknown):
        return labelled.document(question, plans, told_so_far, documents.answer)
    told, text = told_so_far(question.topic or question.text)
    if any(map(effects_of_each, (question.topic or question.text).split("\n"))):
        return Draft(say("each_effect")), Evidence(), (say("each_effect"),)
    if each := shares((question.topic or question.text).split("\n")):
        return documents.offer_of_each(question, together.best(each, told.terms), {plan: together.placed(plan, one) for plan, one in each})
    if paid_yearly.paid_for(told) is not None:  # a template would hold the stages on standard amounts
        return documents.untemplated(question)
    chosen = rented.compares(told) or rents_or_buys(told, text.partition("\n")[2])
    if chosen and not set(read_investment(question.text).strategies) & set(PLANS):  # the choice that was just weighed is no strategy
        return documents.untemplated(question)
    return documents.answer(question, told)


def calculates(question: Question) -> bool:
    """Whether a question is answered by a calculation: an ROI question, or one of strategy that tells the company's size or its budget."""
    if question.intent != "strategy":
        return question.intent == "roi"
    if question.advice or concern_asked(question.text):
        return bool(question.advice) and "amounts" in question.inherited
    told, asked = read_investment(question.text), WHICH_TO_START.search(question.text)
    if choice_of_ways(question.text) is not None or ways_within(question.text) or asked and ("\n" in question.topic or SEVERAL_PLANS.search(question.text)):
        return True
    return any(amount is not None for amount in (told.employees, told.capital, told.fund, told.budget))


def told_so_far(topic: str) -> tuple[Investment, str]:
    """What the conversation says about the investment (newest line first), and the question that began it."""
    return told_with_plans(topic.split("\n"))[0], topic.lower()


def told_with_plans(lines: list[str]) -> tuple[Investment, dict[tuple[str, ...], Investment]]:
    """What the lines of a talk (newest first) tell, and what they told last of each strategy before."""
    told = Investment().over(Investment())
    spoken_of_chance, plans = False, {}
    for place, line in reversed(list(enumerate(lines))):
        line = by_noun(grant_named(line, "\n".join(lines[place + 1 :])), told)
        if (pointed := pointed_at(line, rest := lines[place + 1 :], told_of)) is not None:
            line, told = unpointed(line), told_of(pointed)
            told = read_investment(line).over(told)
            continue
        now = read_investment(line)
        wanted = result_wanted(line)
        if stopped_after(line) is not None or wanted == "backed" or wanted in ("yearly", "exit", "other_cost") and not now.amounts_told:  # 「「350万の根拠は?」と聞かれたら」 「1年ずつの内訳は?」 tell nothing anew
            now = Investment()
        plans[told.strategies] = told
        plans |= {(plan,): replace(together.placed(plan, each), rate=told.rate, tax=told.tax) for earlier in rest[:1] for plan, each in amounts_of(earlier)}
        told = told if (base := base_lines(line, rest)) == rest else told_of(base)
        told = named_again(line, now, told, plans) or told
        now = rest_meant(now, told, line)
        now = cost_meant(rent_meant(now, told, line), told, line, rest)
        told = told if counts_anew(line, "\n".join(rest)) else cards_changed(now, told)
        now, told = use_meant(now, told, line), without_trial(told, line)
        now, told = split_meant(now, told, line)
        now, told = count_meant(now, told, line, rest, read_investment)
        now = by_talk(now, told, line)
        now = gain_meant(now.as_chance if spoken_of_chance else now, told, line)  # 「失敗する確率は?」 「3割で計算し直して」
        spoken_of_chance = bool(now.chances) or focus_of(line) in OF_CHANCE
        if (begun := sum_of_its_own(line, now, told)) is not None:
            told = begun
        elif (other_plan(line) is None and asked_of_plan(line) is None) or told == Investment():  # a plan put next to another takes nothing from it
            told = alone.for_other_plan(line, now, told) if alone.other_plan_told(now, told) else now.over(told)
            told = put_back(line, told, rest, told_of)
    return told, plans


def told_of(lines: list[str]) -> Investment:
    """What the lines of a talk (newest first) tell."""
    return told_so_far("\n".join(lines))[0]


def measured_by(told: Investment, text: str, before: str) -> Investment:
    """The plan told before (`before`: newest line first), which a changed or another plan is measured by; on the same gain where the text says so."""
    lines = before.split("\n")
    earlier = told_of(pointed_at(text, lines, told_of) or base_lines(text, lines))
    return replace(earlier, benefit=told.benefit, schedule=()) if same_gain(text) and earlier.benefit is not None else earlier


def focus_asked(question: Question) -> str | None:
    """The result that the question asks for; one that only names another plan (「じゃあ共同研究だと?」) asks for what was asked for before."""
    now, *earlier = (question.topic or question.text).split("\n")
    told = read_investment(now)
    if earns_most(now):
        return None
    if sign := sign_asked(now, OF_CHANCE if told.chances else ()):
        return sign
    if told.chances and not earlier:
        return None if focus_of(now) in OF_CHANCE else focus_of(now)
    if earlier and (told.chances or told.staff is not None or told.delay is not None or told.start is not None or told.begins is not None or told.first_share is not None or told.subsidy is not None or told.granted is not None or told.research is not None or told.term or any(kind in LENGTHS for kind, _ in told.differences)):
        return "changed"
    if focus := focus_of(now):
        return focus
    if told.factors or told.differences or told.labour is not None:
        return focus_held(earlier) or ("changed" if any(word in now.lower() for word in prompts.lexicon("investment")["becomes"]) else None)
    outlay_alone = told.initial is not None and told.strategies == () and told.benefit is None  # 「それを5000万にしたらどうなる」
    if earlier and outlay_alone or told.budget is not None or told.years is not None or told.rate is not None:
        return focus_kept(earlier)
    only_plan = told.strategies and told == Investment(strategies=told.strategies)
    return focus_of(earlier[0]) if earlier and only_plan else None


def own_focus(text: str) -> str | None:
    """The result of one's own investment that is asked for; a chance that is told is taken, not asked for."""
    focus = focus_of(text)
    return sign_asked(text, OF_CHANCE) if focus in OF_CHANCE and read_investment(text).chances else focus


def rents_or_buys(told: Investment, text: str) -> bool:
    """A choice between renting computers and owning them."""
    words = prompts.lexicon("investment")
    either = set(told.strategies) <= {"cloud", "buy_gpu"} and any(word in text for word in words["buy_gpu"]) and any(word in text for word in words["better"])  # 「GPUを持つべき?」 「クラウドとどっちが安い?」
    owning = either or "buy_gpu" in told.strategies
    renting = any(word in text for word in words["rent"])
    priced = renting and told.price is not None and (told.initial or told.production) is not None  # 「1台2,400万円、借りると1時間3,000円」
    return told.benefit is None and (priced or owning and (renting or any(word in text for word in words["gpu"])))


def wants_comparison(question: Question, told: Investment, text: str) -> bool:
    words = prompts.lexicon("investment")
    return question.intent == "strategy" or bool(compared_in(question.text)) or ways_within(question.text) or any(word in text for word in (*words["better"], *words["strategies"])) or bool(re.search(r"何から", text))


__all__ = ["answer_document", "answer_roi", "calculates", "documents"]
