"""A plan on the numbers told of it, compared with others on their defaults: which numbers belong to which plan."""

from dataclasses import dataclass, replace

from analytics.roi import Evaluation
from analytics.roi.compare import BLANK
from assistant.roi import alone, own
from assistant.roi.mapped import changes, common_changes
from assistant.roi.wording import say
from assistant.understand.plans.beside_plan import COMPARED, FIRMS, PLANS, other_plan
from assistant.understand.plans.investment import Investment, read_investment


@dataclass(frozen=True)
class Kept:
    """`plan` (a strategy, or `blank` for amounts of one's own) that `told` is told of, and the plans next to it."""

    plan: str
    told: Investment
    others: tuple[str, ...]
    firms: str | None = None
    """「10社」 that are to share a plan."""
    also: tuple[tuple[str, Investment], ...] = ()
    """Those of the others that were told of too."""

    @property
    def plans(self) -> tuple[str, ...]:
        return (self.plan, *self.others)

    @property
    def numbers(self) -> bool:
        """Whether anything was told that is the kept plan's alone."""
        return self.plan == BLANK or bool(own_numbers(self.plan, self.told))

    def told_of(self, plan: str) -> Investment | None:
        """What was told of one of the plans; None for its defaults."""
        return self.told if plan == self.plan else dict(self.also).get(plan)


def own_numbers(plan: str, told: Investment) -> set[str]:
    """The engine's keys of what was told of that plan alone."""
    return changes(plan, told).keys() - common_changes(told).keys()


def all_kept(told: Investment, plans: dict[tuple[str, ...], Investment]) -> Kept | None:
    """All the ways side by side, each on what the talk told of it (「3つの案を並べて」); None where it told of none. `plans`: what was told last of each."""
    own_told = {name: replace(each, rate=told.rate, tax=told.tax, years=told.years) for name in COMPARED if (each := told if told.strategies == (name,) else plans.get((name,))) is not None and own_numbers(name, each)}
    if not own_told:
        return None
    first = next(reversed(sorted(own_told, key=lambda name: told.strategies == (name,))))
    others = tuple(name for name in COMPARED if name != first)
    return Kept(first, own_told[first], others, also=tuple((name, each) for name, each in own_told.items() if name != first))


def kept_of(lines: list[str], told: Investment) -> Kept | None:
    """What the lines of a conversation (newest first) put next to the plan before them; None where they do not, or where a plan alone is spoken of since.

    `told`: all that they tell.
    """
    places = [place for place, line in enumerate(lines) if other_plan(line) is not None]
    if not places or any(read_investment(line).strategies for line in lines[: places[0]]):
        return None
    first = [name for line in reversed(lines[places[-1] + 1 :]) for name in read_investment(line).strategies if name in PLANS]
    if not first and (told.outlay is None or told.benefit is None):
        return None
    plan = first[-1] if first else BLANK
    others = tuple(dict.fromkeys(name for place in reversed(places) if (name := other_plan(lines[place])) and name != plan))
    shared = next((match[1] for line in lines if (match := FIRMS.search(line))), None)
    return Kept(plan, replace(told, strategies=(plan,) if first else ()), others, shared) if others and plan_can(plan, told) else None


def own_kept(told: Investment) -> Kept | None:
    """The asker's own outlay and effect next to all the ways; None where no such plan was told."""
    if set(told.strategies) & set(PLANS) or told.initial is None or told.benefit is None or told.paid or not plan_can(BLANK, told):
        return None
    return Kept(BLANK, replace(told, strategies=()), COMPARED)


def plan_can(plan: str, told: Investment) -> bool:
    """Whether the engine takes the plan as it was told: of one's own only with the same effect every year."""
    if plan != BLANK:
        return True
    case = own.case_of(own.outlay_of(told))
    return case.level and bool(case.initial.value)


def changes_kept(kept: Kept) -> dict:
    """The engine's changes of the comparison: of the kept plan all that was told, of all of them the years, rate, tax and company."""
    common = common_changes(kept.told)
    if kept.plan != BLANK:
        own_told = ((kept.plan, kept.told), *kept.also)
        return common | {f"{plan}.{key}": value for plan, told in own_told for key, value in changes(plan, told).items() if key not in common}
    found = own_changes(kept)
    terms = {key: found.pop(key) for key in ("operation_years", "discount_rate")}
    return common | terms | {f"{BLANK}.{key}": value for key, value in found.items()}


def own_changes(kept: Kept) -> dict:
    """The engine's changes of an investment of one's own."""
    return own.changes_of(own.case_of(own.outlay_of(kept.told)))


def named(evaluations: tuple[Evaluation, ...]) -> tuple[Evaluation, ...]:
    """The evaluations with the name of what the asker told in place of that of the free form."""
    return tuple(replace(each, settings=replace(each.settings, label_ja=say("own_plan"))) if each.settings.strategy == BLANK else each for each in evaluations)


def readings(kept: Kept, evaluations: tuple[Evaluation, ...]) -> list[str]:
    """Which numbers are the asker's and which are defaults, and what was said of the others that is no part of the sums."""
    names = {each.settings.strategy: each.settings.label_ja for each in evaluations}
    standard = [names[plan] for plan in kept.others if kept.told_of(plan) is None]
    lines = [say("beside_kept", name="と".join(names[plan] for plan in kept.plans if kept.told_of(plan) is not None))]
    lines += [say("beside_defaults", name="と".join(standard))] if standard else []
    staged = [names[plan] for plan in kept.plans if plan != BLANK and (told := kept.told_of(plan)) is not None and alone.case_told(told, "") is not None]
    lines += [say("beside_staged", name="と".join(staged))] if staged else []
    lines += [say("beside_firms", count=kept.firms)] if kept.firms and "cloud" in kept.others else []
    return [*lines, say("beside_untaxed")] if kept.plan == BLANK and kept.told.tax is None and not kept.told.taxed else lines
