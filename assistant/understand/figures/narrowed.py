"""What a group named in a follow-up means beside what was measured last: firms after Japan are Japanese firms, Big Tech after citations its citations."""

import re

from assistant.models import Question, Subject
from assistant.understand.names.subjects import read_bands

OF_AUTHORS = re.compile(r"著者|完結|書い|書か|所属|執筆|単独|しか|だけの論文|のみの論文")
BOTH_BANDS = {Subject("tier_share", tier="1-50"), Subject("non_elite_share")}
RESTRICTED = re.compile(r"だけ(?:に|で|だと|なら|やと|やったら|を|の|見|み|カウント|数え|$)|のみ|に(?:絞|しぼ|限)")
OTHER_UNIVERSITIES = re.compile(r"(?:以外|その他|残り|他|ほか)の大学|それ以外")


WITH_FIRMS = {Subject("tier_share", tier="1-50"): "firm_elite_share", Subject("non_elite_share"): "firm_non_elite_share", Subject("university_share"): "firm_university_share"}
FIRMS_TOO = re.compile(r"(?:企業|会社|民間)も(?:(?:一緒|いっしょ|とも|共)に)?、?(?:名を連ね|名前が?(?:あ|載)|入っ|加わっ|参加し|書い|関わっ|絡ん|い(?:る|た)|混ざっ|載っ)")


def narrowed(question: Question, previous: Question) -> Question:
    """「企業だけにすると?」 after Japan is about Japanese firms, not about firms alone; 「エリート大学だと?」 after joint papers about those with elite universities."""
    if len(previous.subjects) == 1 and previous.subjects[0] in WITH_FIRMS and FIRMS_TOO.search(question.text):  # 「企業も一緒に名を連ねた論文だけなら」
        return question.with_(subjects=(Subject(WITH_FIRMS[previous.subjects[0]]),))
    if previous.subjects[-1:] == (Subject("tier_share", tier="1-50"),) and OTHER_UNIVERSITIES.search(question.text) and question.subjects in ((), (Subject("university_share"),)):
        return question.with_(subjects=(Subject("non_elite_share"),))
    if previous.subjects[:1] and previous.subjects[0].metric in JOINT and set(question.subjects) == BOTH_BANDS:  # 「有名大学とそうでない大学だと?」
        return question.with_(subjects=(Subject("firm_elite_share"), Subject("firm_non_elite_share")))
    if (partner := partnered(question, previous)) is not None:
        return question.with_(subjects=(Subject(partner),))
    if len(question.subjects) < 2 and len(previous.subjects) == 1 and (of_kind := same_kind(next(iter(question.subjects), None), previous.subjects[0], question.text)):
        return question.with_(subjects=(of_kind,))
    if len(question.subjects) == 1 and previous.subjects[:1] and previous.subjects[0].metric in JOINT and not OF_AUTHORS.search(question.text):
        if AMONG_JOINT.search(question.text) and question.subjects[0] == Subject("tier_share", tier="1-50") or question.subjects[0].metric == "elite_partner_ratio":
            return question.with_(subjects=(Subject("elite_partner_ratio"),))
        partner = "firm_elite_share" if question.subjects[0] == Subject("tier_share", tier="1-50") else JOINT_WITH.get(question.subjects[0].metric)
        return question.with_(subjects=(Subject(partner),)) if partner else question
    if len(question.subjects) == 1 and previous.subjects[:1] and previous.subjects[0].metric.endswith("only_share") and question.subjects[0].metric.endswith("only_share"):
        return question  # 「大学のみは?」 after papers by firms alone
    japan = bool(previous.subjects) and previous.subjects[0].metric.startswith("japan")
    if not (japan or RESTRICTED.search(question.text)) or len(question.subjects) != 1:
        return question
    plain = {"firm_only_share": "firm", "firm_share": "firm", "university_only_share": "university", "university_share": "university"}
    group = plain.get(question.subjects[0].metric)
    if OF_AUTHORS.search(question.text) and not japan:  # 「民間の著者のみだと?」 is a way of counting, not a narrower group
        return question
    if group is None or (question.subjects[0].metric.endswith("only_share") and not RESTRICTED.search(question.text)):
        return question
    return question.with_(subjects=(Subject(f"japan_{group}_share" if japan else f"{group}_share"),))


# 「大学と組んだのは?」 after firms: their joint papers.
PARTNERED = re.compile(r"と(?:の)?(?:は)?(?:共著|組ん|組む|一緒|いっしょ|連名|協力|共同|手を組|タッグ|コラボ|連携|産学)")
NON_ELITE = re.compile(r"非(?:エリート|名門|トップ)|(?:一流|エリート|トップ(?:50)?|名門|有名|上位(?:50)?|難関)の?(?:大学|大|校)?(?:(?:じゃ|では|で)な[いく]|以外|を除)")
FIRMS_AND_OTHERS = {Subject("firm_share"), Subject("university_share"), *BOTH_BANDS}  # 「トップ校ではなく、それ以外の大学と企業だと?」
OF_THEM = re.compile(r"うち|(?:その|この)中|何割|占め")  # without them, how many of all papers
# 「そのうち相手がトップ50の比率は?」「組む相手が名門なのは何割」
BEST_PARTNER = re.compile(r"(?:相手|パートナー|組み先|組んだ先|共著先)(?:先|校|側|の?大学)?(?:が|は|の|に|、)*(?:QS)?(?:世界の?)?(?:トップ|上位|ベスト|1(?:位)?[〜~-])(?:50|校|クラス|層|大学)|(?:相手|パートナー|共著先)(?:先|校|側|の?大学)?(?:が|は|の|に|、)*(?:エリート|名門|一流|有名|難関)")
OF_FIRMS = ((Subject("firm_share"),), (Subject("firm_only_share"),))
PARTNERS = {"university_share": "firm_university_share", "non_elite_share": "firm_non_elite_share"}


def partnered(question: Question, previous: Question) -> str | None:
    """The metric of joint papers that a partner named after firms, or both named after joint papers, means; None for any other."""
    if joint_alone(question, previous):  # 「企業とトップ50大学だけなら」 narrows the partner
        return "firm_elite_share"
    if previous.subjects[:1] and previous.subjects[0].metric in JOINT and NON_ELITE.search(question.text) and (len(question.subjects) < 2 or set(question.subjects) <= FIRMS_AND_OTHERS):
        return "firm_non_elite_share"
    if previous.subjects[:1] == (Subject("firm_elite_share"),) and OTHER_UNIVERSITIES.search(question.text) and set(question.subjects) <= FIRMS_AND_OTHERS:
        return "firm_non_elite_share"
    if previous.subjects[:1] and previous.subjects[0].metric in (*JOINT, "elite_partner_ratio") and BEST_PARTNER.search(question.text) and OF_THEM.search(question.text):
        return "elite_partner_ratio"
    last, named = previous.subjects[:1], [subject for subject in question.subjects if subject.metric != "firm_share"]
    joint = bool(last) and last[0].metric in JOINT
    if len(named) != 1 or not (joint and len(question.subjects) == 2 or last in OF_FIRMS and len(question.subjects) == 1 and PARTNERED.search(question.text)):
        return None
    return "firm_elite_share" if named[0] == Subject("tier_share", tier="1-50") else PARTNERS.get(named[0].metric)


def joint_alone(question: Question, previous: Question) -> bool:
    only = question.subjects == (Subject("university_only_share"),) and not OF_AUTHORS.search(question.text)
    return only and bool(previous.subjects) and previous.subjects[0].metric in JOINT and read_bands(question.text.lower())[0] == ["1-50"]


CITED_TOO = {"non_elite_share": "non_elite", "japan_share": "japan", "japan_firm_share": "japan_firm", "japan_university_share": "japan_university"}
# Of the papers of firms: how many are theirs alone, with a best university, with another one.
OF_FIRM_PAPERS = ("firm_alone_ratio", "firm_elite_ratio", "firm_other_ratio")
PARTS_OF_FIRM_PAPERS = {"tier_share": "firm_elite_ratio", "firm_elite_share": "firm_elite_ratio", "non_elite_share": "firm_other_ratio", "firm_non_elite_share": "firm_other_ratio", "firm_only_share": "firm_alone_ratio"}
GROUPED = {"firm_share": "firm", "university_share": "university", "big_tech_share": "big_tech", "government_share": "government", "nonprofit_share": "nonprofit"}
ALONE_GROUPS = {"firm_only_share": "firm", "university_only_share": "university"}  # 「企業の論文だけだと?」 narrows whose titles are read
OF_PAPERS = re.compile(r"参加率|単独|論文の(?:割合|比率|数)|本数|論文数|共著")
OF_PAPERS_ONLY = re.compile(r"(?:論文|本数?)(?:の)?(?:数|本数|割合|比率)?(?:の)?(?:シェア|割合|比率|ベース)(?!.*引用)|引用(?:では|じゃ|で)な|論文(?:数|の数)(?:だと|では|で見)")
# Titles are counted of whoever had an author in it (「大学が書いた分だと」), of nobody's alone.
ALONE_WRITTEN = re.compile(r"(?:だけ|のみ|単独)(?:で|が|に)?(?:書|完結|執筆|の(?:著者|所属))|単独|完結|しか|の著者(?:だけ|のみ)")
ALONE = re.compile(r"だけ|のみ")  # 「企業だけだと?」 may mean papers by firms alone, 「ビッグテックだけだと?」 cannot


def same_kind(named: Subject | None, last: Subject, text: str) -> Subject | None:
    """「企業の論文に限ると?」 after words of titles asks for the titles of firms' papers, 「ビッグテックに絞ると?」 after citations for the citations
    of Big Tech, 「引用で見たら?」 after Big Tech too, 「論文数のシェアだと?」 after citations for the share of papers; None for any other."""
    if last.metric == "citation_share" and named is None:
        return Subject(f"{last.group or 'firm'}_share") if OF_PAPERS_ONLY.search(text) and (last.group or "firm") in GROUPED.values() else None
    if named is None:
        return None
    if last.metric in OF_FIRM_PAPERS and (part := PARTS_OF_FIRM_PAPERS.get(named.metric if named.tier in (None, "1-50") else "")) is not None:
        return Subject(part)
    group = GROUPED.get(named.metric)
    if last.metric.endswith("_title_share"):
        group = group or ALONE_GROUPS.get(named.metric) or CITED_TOO.get(named.metric)
    if last.metric.endswith("_title_share") and group and not ALONE_WRITTEN.search(text):
        return Subject(last.metric, group=group)
    if last.metric == "citation_share" and group and not (OF_PAPERS.search(text) or group in ("firm", "university") and ALONE.search(text)):
        return Subject("citation_share", group=None if group == "firm" else group)
    if last.metric == "citation_share" and not OF_PAPERS.search(text) and (cited := CITED_TOO.get(named.metric) or (f"tier_{named.tier}" if named.metric == "tier_share" else None)):
        return Subject("citation_share", group=cited)
    if named == Subject("citation_share") and not GROUP_NAMED.search(text) and (group := GROUPED.get(last.metric)) not in (None, "firm"):
        return Subject("citation_share", group=group)
    return None


GROUP_NAMED = re.compile(r"企業|民間|会社|産業|industry|firm", re.IGNORECASE)
AMONG_JOINT = re.compile(r"(?:うち|中で)(?!.*論文全体)")
JOINT = ("firm_university_share", "firm_elite_share", "firm_non_elite_share")
JOINT_WITH = {"non_elite_share": "firm_non_elite_share", "university_share": "firm_university_share"}
