"""What is asked of grants and tax relief that no fact tells: those of years to come, who gets them, when they are paid, their whole budget, those of towns."""

import re

from assistant.understand.plans.investment_slots import grant_delay
from assistant.understand.text.matcher import Text

GRANT = re.compile(r"補助金|助成金|補助率|助成率|補助額|助成額|補助事業|補助制度|支援制度|支援金|給付金|交付金|公募|subsid(?:y|ies)|grants?\b", re.IGNORECASE)
RELIEF = re.compile(r"研究開発税制|税額控除|控除率|減税|税制優遇|優遇税制|税制改正")
COMING = re.compile(
    r"来年|再来年|来期|来月|来季|翌年度|次年度|次期|明年|今後|将来|これから先?|先行き|見通し|予測|予想|数年後|[0-9一二三五十]+年後|次(?:回)?の(?:公募|募集|回)|次回|令和(?:9|九|[1-9][0-9]|十)年|20(?:2[7-9]|[3-9][0-9])年|27年度|28年度|"
    r"(?:増え|減[るらっ]|上が[るり]|下が[るり]|続[くき]|継続|延長|廃止|復活|拡充|縮小|なくな[るり]|打ち切)[^。、]{0,4}(?:の|ます|る|そう|され|する|か|[??]|$)"
)
UNHELD = re.compile(
    r"採択(?:率|され|件数|数|の確率|の見込み|企業|結果|者)|(?:通[るりっ]|受か[るりっ]|落ち[るた])(?:の|ます|確率|率|か|[??]|$)|審査|倍率|総額|総予算|予算(?:総額|規模|枠|は|額|って)|全体の?予算|何[件社]|"
    r"いつ(?:まで|から|頃|ごろ|に)?[^。、]{0,10}(?:振り?込|入金|支払|払われ|もらえ|受け取|公募|募集|始ま|出る|です|[??]|$)|(?:もう|すでに)?(?:終わっ|終了し|締め切っ)|"
    r"(?:都|道|府|県|市|区|町|村|自治体|地元|地方|商工会)(?:の|から|が(?:出|や))[^。、]{0,8}(?:補助|助成|支援)"
)
# Sums, works, programmes of the state for providers, and how to apply are other questions.
OTHER = re.compile(r"論文|会議|学会|論考|所論|論拠|割合|比率|構成比|格差|大学|研究助成|助成元|科研費|nsf|政府|経産省|経済産業省|経済安保|クラウド|gpu|さくら|kddi|geniac|ソフトバンク|採算|前提|npv|roi|回収|黒字|赤字|元が取|初期|効果|書き方|締切|締め切り|〆切|不正|一覧をください|の企業の|管内|[0-9](?:万|億)円?(?:の|が|を)?補助", re.IGNORECASE)
SUPPOSED = re.compile(r"(?:出|もらえ|通ら|使え|入ら|採択され|減|増え|半分)[^。、]{0,6}(?:たら|なら|れば|ければ|場合|とき|と(?:どう|いく))|なし(?:だと|なら|では|で)")
# A programme of the state for those who build models: its coming budgets and calls are told by no fact either.
STATE_PROGRAMME = re.compile(r"geniac|abci|go-?tech|富岳next|科学技術予算|ai予算|ai関連予算", re.IGNORECASE)
NEXT_YEAR = re.compile(r"来年度?|再来年度?|次年度|翌年度|来期|次期|次(?:の|回の?)(?:公募|募集|予算)|今後の(?:予算|公募|募集)|20(?:2[7-9]|[3-9][0-9])年度?|令和(?:9|九|[1-9][0-9]|十)年度?")
MONEY_OF = re.compile(r"予算|公募|募集|採択|補助(?:額|率)|規模|いくら|何億")
LONGEST = 50  # characters


def unheld_grants(text: Text, calculated: bool) -> tuple[str, str] | None:
    """(`subsidy` or `tax`, the key of the refusal) of a question on what no fact tells; None for any other. `calculated`: a plan was calculated last, which a
    supposition is of."""
    folded = text.folded
    relief = RELIEF.search(folded)
    if len(folded) <= LONGEST and STATE_PROGRAMME.search(folded) and NEXT_YEAR.search(folded) and MONEY_OF.search(folded):
        return "subsidy", "grant_coming"
    if len(folded) > LONGEST or not (relief or GRANT.search(folded)) or OTHER.search(folded) or calculated and (SUPPOSED.search(folded) or grant_delay(folded) is not None):
        return None
    about = "tax" if relief else "subsidy"
    if COMING.search(folded):
        return about, "grant_coming"
    return (about, "grant_unheld") if UNHELD.search(folded) else None
