"""Who is measured and how: groups named in the question, combined with how they are related → metrics of `analytics`."""

import re
from dataclasses import dataclass

import prompts
from analytics.divide.metrics import tier_phrase
from analytics.divide.sources import TIERS
from assistant.models import Subject
from assistant.understand.text.matcher import Hit

CONCENTRATION = (("hhi", r"hhi|ハーフィンダール"), ("gini", r"gini|ジニ"))
CITED = ("firm", "university", "big_tech", "government", "nonprofit")
TOP_SUM = re.compile(r"\s*を(?:足|合わせ|合計|合算|束ね|まとめ)|\s*(?:の)?(?:合計|シェア|割合|集中|占有|比率|で占め|が占め|に集中|総計)|(?:だけ)?(?:が|は|で|に)[^。]{0,20}(?:どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|何%|何割)[^。、]{0,4}(?:押さえ|占め|握|占有|抱え|独占|牛耳|カバー|集ま|出して)")
TOP_NAMES = re.compile(r"(?:(?:1|一|いち)位(?:から|より|~|-)|上位|トップ|top|大手|最大手?の?|最大級の|一番大きい|いちばん大きい|上から(?:数えて)?|大き[いな](?:順に|順で|方から|ほうから|ところから|ものから)(?:数えて)?、?|(?:the )?largest)[-\s]*(10|50|100)\s*(?:位)?(?:まで|以内)?(?:の)?(?:(?:大き|主要|有力|巨大)[ぁ-ん]{0,2})?(?:機関|組織|社|institutions)(?!(?:[(（][^)）]{1,12}[)）])?(?:は(?:どこ|どれ)|を(?:教|挙|列|一覧|リスト|並べ|表に|出し))|の(?:名前|一覧|リスト|顔ぶれ|名称|内訳|ランキング|順位表|番付))")
# 「50の大きい機関」: the size is said behind the number.
LARGE_NAMES = re.compile(r"(?<!\d)(10|50|100)の(?:大き|主要|有力|巨大)[ぁ-ん]{0,2}(?:機関|組織)")
# 「大きい順に50機関を足すと」: one share, no ranking.
SUMMED = re.compile(r"(?:大き|多)い(?:順|ほう|方)(?:に|から)?(?:数えて|並べて|見て)?、?(10|50|100)の?(?:機関|組織)(?=(?:を|で|の論文を)?(?:全部|すべて|ぜんぶ)?(?:足[しすせ]|合計|合わせ|あわせ|合算|まとめ|束ね))")
TITLES = re.compile(r"題名|題目|(?<![一-龥])題(?=に|へ|の(?:中|どこ)|で(?!は))|タイトル|論文名|標題|表題|title")
DEEP = re.compile(r"深層学習|ディープラーニング|ディープ|deep(?:[ -]?learning)?|ニューラル|neural|transformer|トランスフォーマー")
COMPUTE = re.compile(r"計算資源|(?<![a-z])compute(?![a-z])|コンピュート|gpu|tpu|スパコン|スーパーコンピュータ|分散学習|計算機")
# Titles with these words are counted; which words stand out in titles is another question: 「深層学習の語を題名に含む率」.
TITLE_COUNTED = re.compile(rf"(?:{DEEP.pattern}|{COMPUTE.pattern})(?:\([^)]*\))?(?:の|に関する|に関わる|関連の?|系の?|を表す|を示す|という)?(?:語(?![彙])|言葉|単語|用語|キーワード|ワード)")
# A rank band of its own beside one written with numbers: 「エリート大学と301〜500位の大学」.
BEFORE_BAND = re.compile(r"(?:の[^、。のと]{1,6})?(?:と(?:は)?|や|、|より|に比べて?|vs\.?|対|に対し(?:て)?|および|及び)\s*(?:qs|世界)?(?:の)?(?:ランク|順位|ランキング)?(?:で)?\s*$")
AFTER_BAND = re.compile(r"(?:の)?(?:大学|校|層|帯|グループ)?(?:と(?:は)?|や|、|より|に比べて?|vs\.?|対|に対し(?:て)?|および|及び)\s*$")
# 「企業と組むことが多い大学はどこ」「大学とよく共著している会社は」: who writes with whom is counted of groups alone.
PARTNER_SOUGHT = re.compile(r"(?:企業|会社|民間|大学|学者)と(?:一緒に|よく|もっとも|最も|一番)*(?:組[むんま]|共著|共同研究|連携|手を[組結])[^。、]{0,14}(?:大学|企業|会社|機関)(?:(?:は|って)?(?:どこ|どれ(?![くぐほだ])|[??。]*$)|を、?(?:教|挙|知))")
# The whole is the papers of firms, not all papers: 「企業の論文のうち」「企業の論文を100とすると」.
OF_PAPERS = r"(?:論文数?|本数|件数|点数|参加|関与|(?<![用人回])数)の?(?:参加|関与)?(?:シェア|割合|比率|率)[」』]?"
# 「本数シェアと被引用シェア」: the share of papers beside that of citations.
BESIDE_CITED = re.compile(rf"{OF_PAPERS}(?:と|も|、|や|・|に対し|および|及び)[^。]{{0,8}}引用|引用(?:数|され)?の?(?:シェア|割合|比率|率)[」』]?(?:と|も|、|や|・|に対し|および|及び)[^。]{{0,6}}{OF_PAPERS}")
OF_FIRM_PAPERS = re.compile(r"企業(?:の|参加)?論文(?:の)?(?:うち|中で|中の|に占め|全体|(?:全体)?を(?:100|百|分母|母数|全体|1))|企業が(?:(?:書い|出し|関わっ|参加し|入っ|加わっ)た|関わる|参加する|入る|加わる|出す|書く|関わっている)論文(?:の(?:うち|中)|を(?:100|百|分母|母数|全体))")
MIX = re.compile(r"内訳|誰と組|だれと組|どこと組んでい|組み方|組む相手の種類|戦略の構成")
ELITE, MID, LOWER = "1-50", "201-300", "301-500"
TIER_WORDS = {"elite": ELITE, "mid_tier": MID, "lower_tier": LOWER}
PLAIN_BIG_TECH = {"大手テック", "大手テック企業", "ビッグテック", "巨大it企業", "大手it企業", "テック大手", "big tech", "bigtech"}

PEOPLE = r"(?:に)?(?:所属)?(?:の)?(?:する)?(?:著者|研究者|人|人たち|社員|所属者|人間|論文|方々?|先生方?|人ら|もん|側|関係者)?(?:たち)?(?:が|を|は|の)?"
MERELY = r"(?:ばかり|ばっかり|ばっか|ばっかし)(?=の(?:論文|やつ|もの|もん|著者|研究)|で(?:書|固|構成|作|出|でき)|が(?:書|著者|名))"  # 「企業ばかり強い」 is no way of writing
ONLY_AFTER = re.compile(rf"^(?:100%|(?:が|の)?(?:自力|独力|独自|単独|独り|一人|ひとり|自社|自分たち)(?:だけ)?で(?!も)|(?:の(?:人|者|人間))?(?:が|で)全員|(?:\s(?:authors?|researchers?|affiliations?))?{PEOPLE}(?:しか[^。、]{{0,12}}(?:な[いくかし]|ません|ず)|{MERELY}|ばっかりで|ばかりで|だけ|のみ|単独|オンリー|単体|独力|自前|-only|-alone|only(?=の|で|が|だ|、)|\s(?:only|alone|by themselves)))(?!を見|に絞|に限定|で(?:は)?なく|じゃなく|について|を取り出|見る|に着目|で(?:順位|並べ|ランク|ランキング|順番))")
ONLY_BEFORE = re.compile(r"(?:全員|みな|みんな|皆|一人残らず|全著者|著者の?(?:全て|すべて|全部))(?:が|は|、|とも)?(?:同じ)?$|(?:純粋に|純然たる)$|(?:\bonly|solely|exclusively|purely|entirely)\s*(?:written |authored )?(?:by |from |with )?(?:an? )?$")
EXCEPT_AFTER = re.compile(r"^の(?:名前|影|関与|参加|手)(?:も形)?(?:が|は|も)?(?:一切|全く|まったく)?な[いかし]|^(?:の(?:著者|研究者|人間|人|社員|関係者|所属者|関与|参加|名前|影|手))?(?:(?:が)?(?:ゼロ|皆無|不在|ノータッチ|無関係|不参加|0人|0社|0の)|以外|を除|を含ま|抜き|ぬき|なし|無し|ナシ|(?:を|が|は|も)?(?:一人|1人|ひとり|一つ|1つ|ひとつ|一社|1社|一校|1校|誰|だれ|どこ)(?:として|も)[^。、?]{0,8}な[いかし]|(?![^。、]{0,3}(?:ほとんど|ほぼ|あまり|そんなに|それほど|そこまで|めったに|滅多に|大して|たいして|さほど|ろくに))(?![^。、]{0,6}(?:減|増|変わ|伸|下が|上が|落ち|超え|届|達|割に|割を))[がのは]?[^。、?をでのか0-9]{0,6}?(?:参加し|出(?=て)|加わ[らっ]|関わ[らっ]|かかわ[らっ]|関与し|入[らっ]|い(?=な)|絡[まん]|関係し|含ま|名を連ね)[^。?、]{0,5}な[いかし])")
# 「papers without any firm」「paper with no company」.
EXCEPT_BEFORE = re.compile(r"(?:\bwithout|\bwith no|\bexcluding|\blacking|\bcontaining no|\binvolving no|\bha(?:ve|s|d) no|(?<=papers )having no)\s+(?:any\s+|a\s+|an\s+|single\s+|kind of\s+)*$")
# 「大学以外の名前が一つも載っていない」「大学以外ゼロ」: this group alone.
OTHERS_ABSENT = re.compile(r"^(?:側)?以外(?:の[^。、のはが]{1,6})?(?:が|は|を|も)?(?:一切|全く|まったく|一つも|一人も|誰も)?(?:ゼロ|皆無|なし|無し|(?:載|入|い(?=な)|含|参加|関わ|絡|加わ|名前|出て)[^。、]{0,6}(?<!少)(?:な[いか]|ず))")
ABSENT_AFTER = re.compile(EXCEPT_AFTER.pattern + r"|^(?:の(?:著者|研究者|人|手|力))?を(?:入れ|交え|借り|加え|含め)(?:ず|な[いかし])")
WITHOUT_UNIVERSITY = re.compile(r"(?:大学|アカデミア|学術界|学術機関|academia)(?:側|の人|の研究者)?(?:とか|など|なんか|等)?(?:の(?:手|力|助け)を(?:借り|得)(?:ず|な)|(?:が|の|は)(?:一切|全く|まったく)?(?:入|関わ|絡|加わ|参加し|関与し|い)[^。、]{0,4}な[いか]|不在|ゼロ|を頼ら(?:ず|な)|を含ま(?:ず|な)|を除い|が入らな|が入っていな|と(?:は)?(?:組ま|手を組ま|共著せ|連携せ|協力せ|共同せ)(?:ず|な)|との(?:共著|共同|連名)(?:論文|研究|分)?(?:は|を|が)?(?:除|含ま|抜|外|のぞ|なし|無し)|抜き|なしで|を交えず|を交えな|を介さ|と(?:は)?(?:共著|連携|協力)し(?:な|て(?:い)?な)|の手を借りず|に頼らず)")
# 「企業と組まずに大学だけで」.
WITHOUT_FIRM = re.compile(r"(?:企業|民間|会社|産業界)(?:側|の人|の研究者)?(?:とか|など|なんか|等)?(?:と(?:は)?(?:組ま|手を組ま|共著せ|連携せ|協力せ|共同せ)(?:ず|な)|抜き|なしで|を交えず|の手を借りず|に頼らず|を介さ|と(?:は)?(?:共著|連携|協力)し(?:な|て(?:い)?な))")
# 「世界大学ランキングで301〜500位」: the word ranking belongs to the band and asks for no ranking.
RANKING = r"(?:(?:世界)?の?(?:qs)?(?:世界)?の?(?:大学)?(?:ランキング|ランク|番付)(?:で|の|が)?)?"
BAND = re.compile(rf"{RANKING}(\d{{1,3}})\s*[位番]?\s*(?:[-~]|から|以上)\s*(?:上位)?(\d{{1,4}})\s*[位番]?")
TOP = re.compile(
    rf"(?:{RANKING}(?:トップ|上位)|(?:世界)?(?:大学)?(?:ランキング|ランク)(?:で|の)?|世界(?:の)?(?:トップ|上位)?|top|ベスト|qs\s*(?:top|トップ|上位)?)\s*(\d{{2,4}})"
    rf"(?:\s*(?:位|番|校|大学|大(?=[との、。やがはを・]|$)|以内|の大学|(?:univ(?:s|ersit(?:y|ies))?|schools?|colleges?)(?![a-z]))(?:以内)?|(?=(?:の大学)?(?:以外|圏外|に入らな|に入ってい|から漏れ|から外れ|を除|ではな|でな|じゃな|だった|である)|(?:と|や|・|、|対|vs\.?)\s*\d{{2,4}}\s*[位番]))|"
    rf"(?:qs|世界(?:大学)?)の?\s*(?:top|トップ|上位|ベスト)\s*(\d{{2,4}})(?!\d|\s*(?:の)?大?(?:社|企業|機関|組織|[かカヶ]国|国))|{RANKING}(?<![\d~-])(\d{{2,4}})\s*[位番]\s*(?:以内|以上|まで|に入る)|"
    rf"×\s*(?:qs)?\s*(?:トップ|上位|top)\s*(\d{{2,3}})(?!\d|\s*の?(?:社|企業|機関))|(?:トップ|上位|top)\s*(\d{{2,3}})(?=\s*×)"
)
# Every band: 「六つの帯」「6区分」「全帯」「QS帯別」.
ALL_BANDS = re.compile(r"(?:全|すべての|全ての|各)(?:ての)?(?:順位|ランク|ランキング)?の?(?:帯|区分)|(?:六|6)(?:つの|個の)?(?:順位|ランク)?(?:帯|区分)|(?:qs|ランク|順位|ランキング)の?(?:順位)?(?:帯|区分)(?:別|ごと|毎)")
LAST_BAND = re.compile(r"(?<!\d)500\s*(?:\+|位\+|超)")
HUNDREDS = re.compile(r"([1-4]00)\s*位台")
BELOW_TAIL = re.compile(r"^\s*[位番]?(?:より下|以下|以降|未満|から下|外)")
EXCEPT_TAIL = re.compile(r"^\s*(?:[位番校]|大学)?(?:の大学|以内)?(?:以外|を除|ではない|でない|じゃない|に入らない|に入っていない|から漏れ|から外れ|圏外)")
BELOW = re.compile(rf"{RANKING}(\d{{2,4}})\s*[位番]\s*(?:より下|以下|以降|圏外|未満|から下|外|に(?:入らない|入っていない|届かない))|ランク外|圏外")
RANKED = re.compile(r"位|ランク|ランキング|qs|大学|校|トップ|top")
RATIO_AMONG = re.compile(r"うち|ばかり|偏|集中|相手|パートナー|選ん|多くは|ほとんど|中心|組む大学|組んだ大学|(?:組[むみ]|共著|提携|連携|共同研究の?)先[がは]|(?:共著|産学|共同)[^。、]{0,8}に占め|組(?:んだ|む|んでいる|んでる)(?:論文|研究|もの|やつ)の?(?:中で|の中|内)|(?:共著|共同)(?:論文|研究)?(?:の)?(?:中で|の中|で(?:は)?エリート|におけるエリート)")


@dataclass(frozen=True)
class Reading:
    """Subjects in the order they were named, and the interpretations to state aloud."""

    subjects: tuple[Subject, ...]
    readings: tuple[str, ...] = ()
    taken: tuple[tuple[int, int], ...] = ()
    missing: str | None = None


def top_named(text: str) -> re.Match | None:
    """Where the largest institutions together are named; how many of them is its first group."""
    return TOP_NAMES.search(text) or LARGE_NAMES.search(text) or SUMMED.search(text)


def read_bands(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Rank bands written with numbers: 「301〜500位」「トップ50」「500位より下」 → tiers of the data, spans of the text."""
    tiers, spans = [], []
    if not RANKED.search(text):
        return tiers, spans
    if re.search(r"大学|qs|ランク|順位", text) and (every := ALL_BANDS.search(text)):
        return list(TIERS), [every.span(), *(match.span() for pattern in (BAND, LAST_BAND) for match in pattern.finditer(text))]
    for match in BAND.finditer(text):
        low, high = int(match[1]), int(match[2])
        if low < high <= 1500 and low < 1000:
            tiers += covering(low, high)
            spans.append(match.span())
    for match in HUNDREDS.finditer(text):
        low = int(match[1])
        tiers += covering(low + 1, low + 100)
        spans.append(match.span())
    for match in TOP.finditer(text):
        if BELOW_TAIL.match(text[match.end() :]):
            continue
        if not any(start <= match.start() < end or start < match.end() <= end for start, end in spans):
            tiers += covering(1, int(next(number for number in match.groups() if number)))
            spans.append(match.span())
    if tiers and (match := LAST_BAND.search(text)):
        tiers.append(TIERS[-1])
        spans.append(match.span())
    for match in BELOW.finditer(text):
        if tiers and (not match[1] or any(start < match.end() and match.start() < end for start, end in spans)):
            continue
        limit = int(match[1]) if match[1] else 500
        tiers += [tier for tier in TIERS if bounds(tier)[0] >= limit]
        spans.append(match.span())
    return list(dict.fromkeys(tiers)), spans


WITH_FIRMS = re.compile(r"(?:企業|会社|民間|産業界)と(?:の)?(?:共著|共同|連名|連携|組)")
# 「企業との共著が多いところを上位5つ」「企業と最も共著している大学は」 asks for universities by name.
LISTED = re.compile(r"(?:多い|盛んな|積極的な|高い)(?:の(?:は|を)|大学|ところ|とこ|学校|順)|(?:最も|一番|いちばん)[^。]{0,14}(?:大学|ところ)|(?:上位|トップ|ベスト)\s*\d+(?:つ|校|大学)")
# The whole of the papers, not of the joint ones.
OF_ALL = re.compile(r"(?:論文|会議|発表|全論文)?全体のうち|(?:会議|学会|全)の?論文のうち|[a-z]{3,}の論文のうち")
# 「企業も大学も入っている論文」「企業と大学の両方が名を連ねる」: one paper holds both.
BOTH_IN = re.compile(r"だけ(?:で(?:は)?|じゃ)なく(?:て)?、?[^。、はが]{1,8}も(?:入|い[るた]|参加|含|関わ|絡|加わ|名を|載|著者)|(?:両方|双方|両者|ともに|共に|同時に|どちらも)(?:が|とも|の著者が|の研究者が|の名前が|の名が)?(?:名前を|名を)?(?:入|い[るた]|参加|含|関わ|絡|加わ|名を|顔を|載|揃|そろ|書|著者)|も[^。、はが]{2,14}も(?:入|い[るた]|参加|含|関わ|絡|加わ|名を|載|揃|そろ|著者)(?![^。、]{0,6}(?:な[いくかし]|ません|らん|ず[、に]))")
NARROWED_TO = re.compile(r"(?:だけ|のみ)?(?:に|へ)、?(?:限|絞|しぼ)")  # 「中国企業に限定した」
# 「nと一緒に」「一緒に教えて」: told together, not written together.
TOLD_TOGETHER = re.compile(r"(?:一緒|いっしょ)に(?:$|[。、??]|教|見|示|出し|知|並|お願い|頼|くだ|下さ|載|まとめ)")
# 「企業が大学と書いた論文」「会社が名門大の先生とつくった論文」: one side wrote it with the other.
WROTE_WITH = re.compile(r"(?:の[^、。とのがは]{1,5}|側)?と(?:は|も)?(?:書|執筆|つく|作|出し|発表し|まとめ|仕上げ|手がけ|手掛け|投稿し)[^。、]{0,4}(?:論文|やつ|もの|ペーパー)")
WRITER = re.compile(r"(?:の[^、。とのがは]{1,5}|側|勢)?(?:が|は|も|の)[、]?")
# Words that make 「だけ」 a way of writing papers instead of a choice of authors.
WROTE_ALONE = re.compile(r"書い|書か|執筆|しか|単独|完結")


def bounds(tier: str) -> tuple[int, int]:
    """Lowest and highest rank of a band; the last one has no end."""
    low, _, high = tier.rstrip("+").partition("-")
    return (int(low), int(high)) if high else (int(low) + 1, 10_000)


def covering(low: int, high: int) -> list[str]:
    """The bands lying inside low–high, or the one that holds most of it when none does."""
    inside = [tier for tier in TIERS if bounds(tier)[0] >= low and bounds(tier)[1] <= high]
    if inside:
        return inside
    return [max(TIERS, key=lambda tier: min(high, bounds(tier)[1]) - max(low, bounds(tier)[0]))]


def band_reading(tiers: list[str], text: str) -> list[str]:
    """Say so when the asked band is not one of the data's bands."""
    match = BAND.search(text) or TOP.search(text)
    if tiers and HUNDREDS.search(text):
        return [prompts.render("notes", "bands")]
    if not match or not tiers:
        return []
    if all(f"{low}-{high}" in TIERS for low, high in BAND.findall(text)) and len(BAND.findall(text)) > 1:
        return []  # bands of the data, written out
    asked = [int(number) for number in match.groups() if number]
    low, high = (1, asked[0]) if len(asked) == 1 else (asked[0], asked[1])
    have = (bounds(tiers[0])[0], bounds(tiers[-1])[1])
    return [] if (low, high) == have else [prompts.render("notes", "bands")]


def read_subjects(groups: list[Hit], relations: dict[str, list[Hit]], countries: list[Hit], labels: list[Subject], text: str) -> Reading:
    """Combine groups and relations; metrics called by their own name come first. Empty: no metric was named."""
    if labels == [Subject("university_share")] and read_bands(text)[0]:  # 「QS51〜100位の大学参加率」
        labels = []
    if labels and not countries and not (len(labels) == 1 and WITHOUT_UNIVERSITY.search(text)):
        return Reading(tuple(dict.fromkeys(labels)))
    if widths := tops_measured(text):  # 「上位10機関のシェア合計」 is one share, no ranking
        return Reading(tuple(dict.fromkeys(Subject(f"top{match[1]}_share") for match in widths)), (), tuple(match.span() for match in widths))
    tiers, spans = read_bands(text)
    if tiers and spans and (tail := EXCEPT_TAIL.match(text[spans[-1][1] :])):
        spans[-1] = (spans[-1][0], spans[-1][1] + tail.end())
        return Reading(*without_tiers(tiers, text, bool(relations.keys() & {"joint", "industry_academia"})), tuple(spans))
    readings = band_reading(tiers, text)
    if set(tiers) >= set(TIERS) - {ELITE} and not ALL_BANDS.search(text) and len(BAND.findall(text)) < 2:  # 「51位以下の大学」 are the rest as one group
        joined = (relations.keys() & {"joint", "industry_academia"} or wrote_together(groups, text)) and any(hit.key == "firm" for hit in groups)
        best = ((Subject("firm_elite_share") if joined else Subject("tier_share", tier=ELITE)),) if ELITE in tiers else ()
        return Reading((*best, Subject("firm_non_elite_share" if joined else "non_elite_share")), (), tuple(spans))
    if any(hit.key in ("hbcu", "hsi") for hit in groups):  # they are American universities: neither narrows or widens them
        groups = [hit for hit in groups if hit.key != "university"]
        countries = [hit for hit in countries if hit.key != "United States"]
    names = {hit.key for hit in groups}
    for hit in [hit for hit in groups if beside_band(hit, spans, text)] if tiers else groups:
        tier = TIER_WORDS.get(hit.key)
        if tier is not None and tier not in tiers:
            tiers.insert(0 if spans and hit.start < spans[0][0] else len(tiers), tier)
            readings.append(prompts.render("notes", "tier_word", word=hit.text, tier=tier_phrase(tier)))
    foreign = [hit for hit in countries if hit.key != "Japan"]
    japan = next((hit for hit in countries if hit.key == "Japan"), None)
    if "citations" in relations and foreign:
        return Reading((Subject("citation_share"),), (), tuple(spans), missing=f"{foreign[0].text}の被引用シェア")
    if "joint" in relations and (others := [hit for hit in groups if hit.key in ("government", "nonprofit")]) and names & {"firm", "university"}:
        return Reading((Subject("firm_university_share"),), (), tuple(spans), missing=f"{others[0].text}との共著")
    if "joint" in relations and len({hit.key for hit in countries}) > 1 and "firm" in names and WITH_FIRMS.search(text):  # each country's papers with firms, not those of both countries
        each = tuple(Subject("japan_share") if hit.key == "Japan" else Subject("country_share", country=hit.key) for hit in countries)
        return Reading((Subject("firm_university_share"), *each), (), tuple(spans), missing=prompts.render("notes", "joint_by", kind="国"))
    if "joint" in relations and "university" in names and WITH_FIRMS.search(text) and LISTED.search(text):
        return Reading((Subject("firm_university_share"),), (), tuple(spans), missing=prompts.render("notes", "joint_by", kind="大学"))
    if "joint" in relations and len({hit.key for hit in countries}) > 1:
        return Reading(tuple(Subject("japan_share") if hit.key == "Japan" else Subject("country_share", country=hit.key) for hit in countries), (), tuple(spans), missing=prompts.render("notes", "across", first=countries[0].text, second=countries[1].text))
    if PARTNER_SOUGHT.search(text) and names & {"firm", "university"}:
        return Reading((Subject("firm_university_share"),), (), tuple(spans), missing=prompts.render("notes", "partners"))
    if OF_FIRM_PAPERS.search(text) and "university" in names and not tiers and "only" not in relations:
        return Reading((Subject("firm_university_share"),), (), tuple(spans), missing="企業論文に占める大学との共著の割合")
    if (within := restricted(groups, countries, text)) is not None:
        return within
    special = special_subjects(groups, relations, names, tiers, japan, text)
    if special:
        told = any(subject.country or "japan" in f"{subject.metric} {subject.group}" for subject in special)
        missing = None if told or not countries else f"{countries[0].text}に限った集計"
        spans += [match.span() for match in [top_named(text)] if match and special[0].metric.startswith("top")]
        spans += [match.span() for pattern in (TITLES, DEEP, COMPUTE) if special[0].metric.endswith("title_share") for match in pattern.finditer(text)]
        return Reading(special, tuple(readings), tuple(spans), missing=missing)
    found: list[tuple[int, Subject]] = [(spans[0][0] if spans else 0, Subject("tier_share", tier=tier)) for tier in tiers]
    apart = foreign and japan and not any(0 <= group.start - japan.end <= 1 for group in groups if group.key in ("firm", "university"))
    for hit in groups:
        if apart and hit.key in ("firm", "university"):  # 「企業の割合、日本と中国で」: told for whole countries, Japan like the others
            continue
        subject = plain_subject(hit, japan is not None, bool(tiers))
        if subject is not None:
            found.append((hit.start, subject))
            if hit.key == "big_tech" and hit.text.lower() not in PLAIN_BIG_TECH:
                readings.append(prompts.render("notes", "big_tech_word", word=hit.text))
    if apart and names & {"firm", "university"}:
        readings.append(prompts.render("notes", "whole_countries"))
    if japan and (apart or not names & {"firm", "university"}) and not tiers:
        found.append((japan.start, Subject("japan_share")))
    if foreign:
        if any(0 <= group.start - hit.end <= 1 for hit in foreign for group in groups if group.key in ("firm", "university")):
            found = [item for item in found if item[1].metric not in ("firm_share", "university_share")]
        found += [(hit.start, Subject("country_share", country=hit.key)) for hit in foreign]
        if any(0 <= group.start - hit.end <= 1 for hit in foreign for group in groups if group.key in ("firm", "university")):
            readings.append(prompts.render("notes", "other_country", country=foreign[0].text))
    subjects = tuple(dict.fromkeys(subject for _, subject in sorted(found, key=lambda item: item[0])))
    # Papers without firms are counted; papers without any other group are not.
    absent = next((hit for hit in groups if hit.key not in ("firm", "non_elite") and (ABSENT_AFTER.match(text[hit.end :]) or EXCEPT_BEFORE.search(text[: hit.start]))), None)
    missing = prompts.render("notes", "without", group=absent.text) if absent is not None else None
    return Reading(subjects, tuple(dict.fromkeys(readings)), tuple(spans), missing=missing)


def whole_countries(countries: list[Hit]) -> set[str]:
    """What a share says of countries whose firms it does not tell apart; rankings do tell them apart."""
    return {prompts.render("notes", "other_country", country=hit.text) for hit in countries}


def tops_measured(text: str) -> list[re.Match]:
    """The largest institutions whose share is asked for, not who they are: 「上位10機関と上位50機関」 side by side, 「上位10機関のシェア」."""
    widths = list(TOP_NAMES.finditer(text))
    return widths if len({match[1] for match in widths}) > 1 or widths and TOP_SUM.match(text[widths[0].end() :]) else []


def titled(text: str) -> bool:
    """Whether words in the titles of papers are counted."""
    return bool(TITLES.search(text) and (DEEP.search(text) or COMPUTE.search(text)))


def beside_band(hit: Hit, spans: list[tuple[int, int]], text: str) -> bool:
    """Whether a word for universities of a rank stands beside a band written with numbers, and is no other name for it."""
    return any(BEFORE_BAND.fullmatch(text, hit.end, start) if hit.end <= start else AFTER_BAND.fullmatch(text, end, hit.start) for start, end in spans if hit.end <= start or end <= hit.start)


def without_tiers(tiers: list[str], text: str, joint: bool) -> tuple[tuple[Subject, ...], tuple[str, ...]]:
    """Subjects and readings for all universities but those of some bands: 「トップ50校以外の大学」."""
    if tiers == [ELITE]:
        return (Subject("firm_non_elite_share" if joint else "non_elite_share"),), ()
    return tuple(Subject("tier_share", tier=tier) for tier in TIERS if tier not in tiers), tuple(band_reading(tiers, text))


def restricted(groups: list[Hit], countries: list[Hit], text: str) -> Reading | None:
    """「日本の大学だけで見ると」 asks for the universities of Japan, not for papers by universities alone; papers that the firms or
    universities of a country wrote alone are not counted. None where no country stands before such a group."""
    for hit in groups:
        country = next((country for country in countries if 0 <= hit.start - country.end <= 1), None)
        if country is None or hit.key not in ("firm", "university"):
            continue
        narrowed = country.key != "Japan" and NARROWED_TO.match(text[hit.end :])
        if not (narrowed or ONLY_AFTER.match(text[hit.end :])):
            continue
        missing = f"{text[country.start : hit.end]}だけの論文の割合" if not narrowed else f"{text[country.start : hit.end]}に限った割合"
        if country.key == "Japan":
            subjects = (Subject(f"japan_{hit.key}_share"),)
            return Reading(subjects, missing=missing) if WROTE_ALONE.search(text) else Reading(subjects)
        return Reading((Subject("country_share", country=country.key),), missing=missing)
    return None


def special_subjects(groups, relations, names, tiers: list[str], japan: Hit | None, text: str) -> tuple[Subject, ...]:
    """Metrics that a combination names: joint papers, firms alone, papers without firms, citations, titles, unknown."""
    elite = ELITE in tiers
    if (match := top_named(text)) is not None:
        return (Subject(f"top{match[1]}_share"),)
    if titled(text):
        metric = "dl_title_share" if DEEP.search(text) else "compute_title_share"
        return tuple(Subject(metric, group=group) for group in cited_groups(groups, tiers, japan) or (None,))
    if OF_FIRM_PAPERS.search(text) and (elite or "only" in relations):
        return (Subject("firm_elite_ratio" if elite else "firm_alone_ratio"),)
    if MIX.search(text) and "firm" in names:
        return tuple(Subject(metric) for metric in ("firm_alone_ratio", "firm_elite_ratio", "firm_other_ratio"))
    if "concentration" in relations and not names:
        return (Subject(next((metric for metric, words in CONCENTRATION if re.search(words, text)), "top10_share")),)
    if "unknown" in relations and not re.search(r"仮定|みなし|とすると|としたら|だとし", text):
        return (Subject("unknown_share"),)
    if "citations" in relations:
        joined = "industry_academia" in relations or {"firm", "university"} <= names and "joint" in relations
        cited = ["firm_university"] if joined else cited_groups(groups, tiers, japan) or ["firm"]
        cited = tuple(Subject("citation_share", group=None if key == "firm" else key) for key in dict.fromkeys(cited))
        beside = [plain_subject(hit, japan is not None, bool(tiers)) for hit in groups] if BESIDE_CITED.search(text) else []
        return (*(subject for subject in beside if subject is not None), *cited)
    firm_hits = [hit for hit in groups if hit.key == "firm"]
    if alone := next((hit for hit in groups if hit.key in ("firm", "university") and OTHERS_ABSENT.match(text[hit.end :])), None):
        return (Subject(f"{alone.key}_only_share"),)
    if firm_hits and WITHOUT_UNIVERSITY.search(text):
        return (Subject("firm_only_share"),)
    if WITHOUT_FIRM.search(text) and any(hit.key == "university" and ONLY_AFTER.match(text[hit.end :]) for hit in groups):
        return (Subject("university_only_share"),)
    coauthored = any(text[hit.end : hit.end + 1] != "者" and not TOLD_TOGETHER.match(text[hit.start :]) for hit in relations.get("joint", ())) or "joint" in relations and {"firm", "university"} <= names
    joint = coauthored or wrote_together(groups, text) or "partner" in relations or BOTH_IN.search(text) is not None and firm_hits and names - {"firm", "big_tech"}
    if "industry_academia" in relations and re.search(r"企業(?:単独|だけ|のみ)", text):
        return (Subject("firm_only_share"), Subject("firm_university_share"))
    if "industry_academia" in relations or (firm_hits and joint):
        if "non_elite" in names and elite:  # 「企業×エリート大学と企業×非エリート大学」
            return Subject("firm_elite_share"), Subject("firm_non_elite_share")
        if "non_elite" in names:
            return (Subject("firm_non_elite_share"),)
        if elite:
            return (Subject("elite_partner_ratio" if RATIO_AMONG.search(OF_ALL.sub("", text)) else "firm_elite_share"),)
        if "industry_academia" in relations or "university" in names or "partner" not in relations:
            return (Subject("firm_university_share"),)
        return (Subject("elite_partner_ratio"),)
    for hit in firm_hits:
        after = text[hit.end :]
        if EXCEPT_AFTER.match(after) or EXCEPT_BEFORE.search(text[: hit.start]):
            return (Subject("no_firm_share"),)
        if ONLY_AFTER.match(after) or ONLY_BEFORE.search(text[: hit.start]) or re.search(r"自前|内製|オンリー|独力", text):
            return (Subject("firm_only_share"),)
    for hit in groups:
        if hit.key == "university" and (ONLY_AFTER.match(text[hit.end :]) or ONLY_BEFORE.search(text[: hit.start])):
            return (Subject("university_only_share"),)
    return ()


def wrote_together(groups: list[Hit], text: str) -> bool:
    """Whether one group is said to write with another one: no word for joint papers is needed then."""
    return any(hit.key != writer.key and WRITER.match(text, writer.end) and WROTE_WITH.match(text, hit.end) for writer in groups for hit in groups if writer.end <= hit.start)


def cited_groups(groups: list[Hit], tiers: list[str], japan: Hit | None) -> list[str]:
    """Panel groups named: sectors, university bands, Japan (its firms or universities where both stand together)."""
    keys = [hit.key for hit in groups if hit.key in (*CITED, "hbcu", "hsi", "non_elite")]
    if japan is not None:
        return [f"japan_{key}" for key in keys if key in ("firm", "university")] or ["japan"]
    return [*(f"tier_{tier}" for tier in tiers), *(key for key in keys if not (tiers and key == "university"))]


def plain_subject(hit: Hit, japan: bool, tiered: bool) -> Subject | None:
    """The share of one group."""
    if japan and hit.key in ("firm", "university"):
        return Subject(f"japan_{hit.key}_share")
    if hit.key == "university":
        return None if tiered else Subject("university_share")
    if hit.key in ("firm", "big_tech", "government", "nonprofit", "hbcu", "hsi", "non_elite"):
        return Subject(f"{hit.key}_share")
    return None


def of_one_country(reading: Reading, countries: list[Hit]) -> Reading:
    """「日本のトップ大学」 put in order are the universities of that country: those of a band of ranks are not told apart by country."""
    named = {hit.key for hit in countries}
    if len(named) != 1 or not any(subject.metric == "tier_share" for subject in reading.subjects):
        return reading
    return Reading((Subject("country_share", country=named.pop()),), (), reading.taken)
