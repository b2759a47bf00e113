"""Plans that a talk tells apart by labels (A案とB案, 案1と案2, 一つ目と二つ目): what was told of each, and which of them a message is about."""

import re
from dataclasses import dataclass, field, replace

from assistant.models import Question
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.investment_asked import weighs_renting
from assistant.understand.plans.label_behind import labels_first
from assistant.understand.plans.make_or_hire import two_plans
from assistant.understand.plans.plan_words import lettered

NOUN = r"(?:案|プラン|パターン|ケース|計画)"
STRONG = re.compile(
    rf"(?<![A-Za-z])(?P<letter>[A-Ea-e])\s?{NOUN}|(?<![一-龥ァ-ヴー]){NOUN}\s?(?P<after>[A-Ea-e])(?![A-Za-z])|(?P<kanji>[甲乙丙])案|(?<![一-龥ァ-ヴー]){NOUN}\s?(?P<number>[1-5一二三四五])(?![0-9一二三四五六七八九十百千万億,.年つ割%倍個件か])|第(?P<nth>[1-5一二三四五]){NOUN}|(?P<ordered>[1-5一二三四五]){NOUN}目"
)
# Labels of a message that tells two plans, or of a talk that has told them.
WEAK = re.compile(
    rf"(?P<counted>[1-5一二三四五])(?:つ|件|個|本|番)目(?:の(?:{NOUN}|投資|ほう|方))?|ひとつ目|ふたつ目|(?P<bare>(?<![A-Za-z])[A-Ea-e])(?![A-Za-z])(?=は|の|が|を|も|なら|だと|だけ|[::]|と(?:[A-E](?![A-Za-z])|比べ)|より|、)|(?P<former>前者)|(?P<latter>後者)"
)
OF_FORM = {"甲": 1, "乙": 2, "丙": 3, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "ひとつ目": 1, "ふたつ目": 2, "前者": 1, "後者": 2}
JOINED = re.compile(r"\s*(?:と|や|、|・|,|及び|および|か|or|vs\.?|も、?|対)\s*")
CLAUSE = re.compile(r"[、。;\n]")
HEAD = re.compile(r"^(?:の(?:ほう|方))?(?:について|に関して|に限って|だけ)?(?:は|が|で(?!き)|も|の|を|なら|だと|では|[::=、])*\s*")
BOTH = re.compile(r"どちら|どっち|どれ(?!くらい|ぐらい|ほど|だけ)|両方|両案|両者|双方|それぞれ|いずれ|比べ|比較|並べ|(?<!第)[2二]案|[2二]つの?(?:案|計画|プラン)|(?:この|その|今の|以上の|上の|両方の?)?(?:[2-5二三四五]つ|[2-5二三四五]案)(?:とも)?(?:を|で|の(?:違い|差|比較|表|一覧))|結局|推す|推せ|選ぶ|選べ|勝つのは|逆転|ひっくり返|入れ替わ|順位")
TURNED = re.compile(r"逆転|ひっくり返|入れ替わ|順位(?:は|が)?(?:変|動)|(?:その|この)(?:場合|とき|条件)(?:は|なら|でも|だと)?[^。]{0,8}(?:どっち|どちら)|それでも")
# 「案2だと?」 「じゃあB案は?」: the same of another plan.
ELLIPTIC = re.compile(r"(?:じゃあ?|では|それでは|一方|なら|それなら|で|、)*(?:どう(?:です|なります|でしょう|なる)?か?)?[??。、]*")
# 「補助金ありで」: the one that was supposed before.
GRANT = re.compile(r"補助|助成")
GRANT_AGAIN = re.compile(r"(?:補助金?|助成金?)(?:は|も|が)?(?:あり|有り|込み|付き|つき|含め|入れて|もらえ(?:る|た))(?![^。]{0,6}[0-9])")
TERMS = ("years", "rate", "tax")
ENDS = "、。 "  # a line is the same however it ends
MAX_NAME = 8  # characters


@dataclass
class Plans:
    """`lines`: what was told of each plan, newest first, by its place (1 for A案); `names`: how each was called; `asked`: the places that the last
    message is about, none where the talk has left them; `text`: that message without the labels; `left_out`: of which
    plans suppositions no longer hold, and `left` these."""

    lines: dict[int, list[str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    asked: tuple[int, ...] = ()
    text: str = ""
    supposed: dict[int, list[str]] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()
    left: dict[int, list[str]] = field(default_factory=dict)

    @property
    def unknown(self) -> tuple[int, ...]:
        """The places asked for of which nothing was told."""
        return tuple(place for place in self.asked if not self.lines.get(place))

    def topic(self, place: int) -> str:
        """What was told and is supposed of a plan, newest line first."""
        return "\n".join([*self.supposed.get(place, []), *self.lines[place]])


@dataclass(frozen=True)
class Part:
    """A stretch of a message that is about the plans at `places`."""

    places: tuple[int, ...]
    text: str


def place_of(match: re.Match) -> int:
    """1 for A, 案1, 甲, 一つ目; 2 for the next."""
    found = next((value for value in match.groupdict().values() if value), match[0])
    if found in OF_FORM:
        return OF_FORM[found]
    return int(found) if found.isdigit() else ord(found.upper()) - ord("A") + 1


def labels_in(line: str, told: bool) -> list[re.Match]:
    """The labels of a line; the weak ones only where plans have labels (`told`) or the line itself tells amounts of two of them."""
    strong = list(STRONG.finditer(line))
    weak = [match for match in WEAK.finditer(line) if not any(match.start() < other.end() and other.start() < match.end() for other in strong)]
    both = sorted([*strong, *weak], key=lambda match: match.start())
    if weak and (told or strong or len({place_of(match) for match in weak if read_investment(after(line, match, both)).amounts_told}) > 1):
        return both
    return strong


def after(line: str, match: re.Match, labels: list[re.Match]) -> str:
    """What stands between a label and the next one."""
    end = next((other.start() for other in labels if other.start() >= match.end()), len(line))
    return line[match.end() : end]


def parts_of(line: str, told: bool) -> tuple[list[Part], dict[int, str]]:
    """What a line tells of each plan it names, and their names; what stands before the labels, and terms told once for all, are of every plan."""
    labels = labels_in(line, told)
    if not labels:
        return [], {}
    names = {}
    parts, group = [], []
    for match in labels:
        names.setdefault(place_of(match), match[0].strip()[:MAX_NAME])
        group.append(place_of(match))
        text = after(line, match, labels)
        if JOINED.fullmatch(text) and match is not labels[-1]:
            continue
        parts.append(Part(tuple(dict.fromkeys(group)), HEAD.sub("", text)))
        group = []
    everyone = tuple(dict.fromkeys(place for part in parts for place in part.places))
    lead = line[: labels[0].start()]
    if read_investment(lead) != Investment():
        parts.append(Part(everyone, lead))
    return [*parts, *shared(parts, everyone)], names


def shared(parts: list[Part], everyone: tuple[int, ...]) -> list[Part]:
    """The terms that stand behind the last of several plans told and that no other has: 「…。B案は…。期間3年、割引率5%で」."""
    whole = [Part((place,), "。".join(part.text.strip(ENDS) for part in parts if place in part.places)) for place in sorted(everyone, key=lambda place: max(at for at, part in enumerate(parts) if place in part.places))]
    told = [part for part in whole if read_investment(part.text).amounts_told]
    if len(told) < 2 or any(getattr(read_investment(part.text), name) is not None for part in told[:-1] for name in TERMS):
        return []
    clauses = [clause for clause in CLAUSE.split(told[-1].text) if of_terms(clause)]
    others = tuple(place for place in everyone if place not in told[-1].places)
    return [Part(others, "、".join(clauses))] if clauses and others else []


def of_terms(clause: str) -> bool:
    """Whether a clause tells only years, rate or tax."""
    told = read_investment(clause)
    return any(getattr(told, name) is not None for name in TERMS) and not told.amounts_told and told.cost is None and told.budget is None and not told.factors


def supposes(text: str) -> bool:
    """Whether a text only supposes that something turns out otherwise: 「効果が半分になるとしたら」."""
    told = read_investment(text)
    return told.conditional and told != replace(Investment(), conditional=True)


def as_plans(topic: str) -> tuple[str, dict[int, str]]:
    """The talk with two ways to one effect told as plans, labels before what they name and every label a letter, and the words that were labels."""
    return lettered("\n".join(labels_first(two_plans(line)) for line in topic.split("\n")))


def plans_of(topic: str) -> Plans | None:
    """The labelled plans of a talk (newest line first); None where no plan has a label, or the talk has gone on to something else since."""
    plans, before = Plans(), []
    topic, words = as_plans(topic)
    for line in reversed(topic.split("\n")):
        parts, names = parts_of(line, bool(plans.names))
        if not plans.names and not any(read_investment(part.text).amounts_told for part in parts):
            before.append(line)
            if not (parts and names):
                continue
        if parts:
            take(plans, parts, names, line)
        elif plans.asked or BOTH.search(line):
            unlabelled(plans, line)
    plans.names |= {place: name for place, name in words.items() if place in plans.names}
    return plans if plans.names and plans.asked else None


def take(plans: Plans, parts: list[Part], names: dict[int, str], line: str) -> None:
    """Add what a line with labels tells; a plan told for the first time is set beside those before it."""
    for place, name in names.items():
        plans.names.setdefault(place, name)
    said = {place: "。".join(part.text.strip(ENDS) for part in parts if place in part.places) for place in names}
    others = [place for place in plans.lines if place not in names]
    anew = [place for place, text in said.items() if place not in plans.lines and read_investment(text).amounts_told]
    known = all(place in plans.lines or place in anew for place in names)
    beside = bool(others) and known and (bool(anew) or BOTH.search(line) is not None and len(names) == 1)
    move(plans, tuple(sorted((*names, *others))) if beside else tuple(names))
    text = "、".join(dict.fromkeys(part.text for part in parts if part.text))
    plans.text = plans.text if ELLIPTIC.fullmatch(text) and read_investment(plans.text) == Investment() else text
    for place, text in said.items():
        add(plans, place, text)


def unlabelled(plans: Plans, line: str) -> None:
    """Add a line without a label: of the plan spoken of last, of both where it sets them side by side; terms are of all."""
    now = read_investment(line)
    if now.strategies or now.rent is not None or now.price is not None or weighs_renting(line):
        plans.asked = ()
        return
    if TURNED.search(line):  # of what was just supposed
        plans.asked = tuple(sorted(plans.lines))
    elif BOTH.search(line):
        move(plans, tuple(sorted(plans.lines)))
    plans.text = line
    for place in list(plans.lines) if of_terms(line) else plans.asked:
        add(plans, place, line)


def move(plans: Plans, asked: tuple[int, ...]) -> None:
    """Turn to other plans: what was only supposed of those before no longer holds."""
    if asked != plans.asked:
        plans.left_out = tuple(sorted({*plans.left_out, *plans.supposed}))
        for place, lines in plans.supposed.items():
            plans.left[place] = [*lines, *plans.left.get(place, [])]
        plans.supposed = {}
    plans.asked = asked


def add(plans: Plans, place: int, text: str) -> None:
    """Put what was told under a plan; a line that tells nothing, or changes a plan never told, is left."""
    if GRANT_AGAIN.search(text) and not any(map(GRANT.search, (*plans.supposed.get(place, []), *plans.lines.get(place, [])))):
        plans.supposed[place] = [*list(filter(GRANT.search, plans.left.get(place, [])))[:1], *plans.supposed.get(place, [])]
    if read_investment(text) == Investment():
        return
    if supposes(text) and plans.lines.get(place):
        plans.supposed.setdefault(place, []).insert(0, text)
    elif plans.lines.get(place) or read_investment(text).amounts_told:
        plans.lines.setdefault(place, []).insert(0, text)


DOCUMENT = re.compile(r"稟議|提案書|word|ワード|excel|エクセル|powerpoint|パワポ|パワーポイント|資料|文書|書類|スライド", re.IGNORECASE)
RECKONED = re.compile(r"npv|irr|roi|回収|損益分岐|元が取|採算|正味現在|利回り|効果|投資|期間|割引率|費用|いくら|推す|推せ|有利|得|良い|よい|いい|勧め|すすめ|選|勝|差|高|大き|比べ|比較|早|リスク|安全|理由|根拠|前提|税|確率|どう|表|並べ|一覧|逆転|ひっくり返|入れ替わ|順位|一つ|1つ|絞", re.IGNORECASE)
OF_RESEARCH = re.compile(r"論文|会議|学会|参加率|大学|研究|著者|gpu|クラウド", re.IGNORECASE)
# What makes a choice one between the plans where the talk has told of something else since.
OF_PLANS = re.compile(r"案|プラン|計画|投資|推[すせし]|npv|irr", re.IGNORECASE)
LONGEST = 60  # characters


def of_labelled(text: str, previous: Question | None) -> Question | None:
    """The calculation that a message with the label of a plan, or one that chooses between labelled plans, asks for; None for any other message."""
    before = "" if previous is None else previous.topic if previous.intent == "roi" else previous.plan
    topic = f"{text}\n{before}" if before else text
    plans = plans_of(topic)
    if plans is None or DOCUMENT.search(text):
        return None
    line = as_plans(topic)[0].split("\n")[0]
    parts, _ = parts_of(line, bool(before) and plans_of(before) is not None)
    telling = any(read_investment(part.text).amounts_told for part in parts)
    elliptic = bool(parts) and all(ELLIPTIC.fullmatch(part.text) for part in parts)
    chosen = BOTH.search(text) is not None and previous is not None and (previous.intent in ("roi", "document") or OF_PLANS.search(text) is not None)
    about = elliptic or (bool(parts) or chosen) and RECKONED.search(text) is not None
    asking = about and bool(before) and bool(plans.lines) and len(text) <= LONGEST and not OF_RESEARCH.search(line)
    if not telling and not asking:
        return None
    return Question(text=text, intent="roi", resolved=text, topic=topic, inherited=("amounts",) if before else ())
