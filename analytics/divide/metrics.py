"""The measures by name: which counts they divide, and how they are called in Japanese."""

from dataclasses import dataclass

from analytics.divide.sources import TIERS
from analytics.errors import UnknownName
from analytics.figure import PERCENT


@dataclass(frozen=True)
class Metric:
    """A measure by name.

    A share of papers is 100 × numerator / denominator: `group` names the panel group of the numerator (n_<group>,
    f_<group>, c_<group>), `base` the denominator: `known`, `papers`, `citations` or another group. `parameter` is `tier`,
    `country` or `institution` when the metric needs one more name; `option` (`group`) one that may be left out
    and then means `default`.
    A `concentration` metric has no group: it is computed from the credit of all institutions.

    `lower_bound` (`upper_bound`): authors of unknown affiliation can only raise (lower) the true share. `caveats_ja`: what
    must be said beside every value of this metric.
    """

    name: str
    label_ja: str
    group: str
    definition_ja: str
    base: str = "known"
    parameter: str | None = None
    lower_bound: bool = True
    upper_bound: bool = False
    option: str | None = None
    default: str | None = None
    kind: str = "share"
    unit: str = PERCENT
    count_label_ja: str | None = None
    caveats_ja: tuple[str, ...] = ()


KNOWN = "所属が判明した論文のうち、"
TITLES_ONLY = "題名だけを見ているため、題名に書かずに使っている論文は数えません（下限の目安）"

METRICS = {
    metric.name: metric
    for metric in (
        Metric("firm_share", "企業参加率", "firm", KNOWN + "企業の著者が1人以上いる論文の割合"),
        Metric(
            "firm_only_share",
            "企業単独率",
            "firm_only",
            KNOWN + "判明した所属がすべて企業である論文の割合",
            lower_bound=False,
            upper_bound=True,
        ),
        Metric(
            "no_firm_share",
            "企業が参加しない論文の割合",
            "no_firm",
            KNOWN + "企業の著者が1人もいない論文の割合",
            lower_bound=False,
            upper_bound=True,
        ),
        Metric("firm_university_share", "産学共著率", "firm_university", KNOWN + "企業と大学の著者が両方いる論文の割合"),
        Metric(
            "firm_elite_share",
            "企業×エリート大学の共著率",
            "firm_elite",
            KNOWN + "企業の著者とQS世界大学ランキング1〜50位の大学の著者が両方いる論文の割合",
        ),
        Metric(
            "firm_non_elite_share",
            "企業×エリート以外の大学の共著率",
            "firm_non_elite",
            KNOWN + "企業の著者とQS世界大学ランキング1〜50位以外の大学の著者が両方いる論文の割合",
        ),
        Metric(
            "elite_partner_ratio",
            "産学共著に占めるエリート大学の比率",
            "firm_elite",
            "企業と大学の共著論文のうち、QS世界大学ランキング1〜50位の大学の著者がいる論文の割合",
            base="firm_university",
            lower_bound=False,
        ),
        Metric(
            "firm_other_share",
            "企業×その他の機関の連携率",
            "strategy_other",
            KNOWN + "企業の著者と、企業以外でQS世界大学ランキング1〜50位の大学でもない機関の著者だけで書いた論文の割合",
            lower_bound=False,
        ),
        Metric(
            "firm_alone_ratio",
            "企業論文に占める「単独」の比率",
            "strategy_alone",
            "企業の著者が1人以上いる論文のうち、判明した所属がすべて企業である論文の割合",
            base="firm",
            lower_bound=False,
            upper_bound=True,
        ),
        Metric(
            "firm_elite_ratio",
            "企業論文に占める「エリート大学と」の比率",
            "strategy_elite",
            "企業の著者が1人以上いる論文のうち、QS世界大学ランキング1〜50位の大学の著者もいる論文の割合",
            base="firm",
            lower_bound=False,
        ),
        Metric(
            "firm_other_ratio",
            "企業論文に占める「その他の機関と」の比率",
            "strategy_other",
            "企業の著者が1人以上いる論文のうち、単独でなく、QS世界大学ランキング1〜50位の大学もいない論文の割合",
            base="firm",
            lower_bound=False,
        ),
        Metric(
            "big_tech_share",
            "大手テック企業の参加率",
            "big_tech",
            KNOWN + "大手テック企業（情報・通信・半導体などの世界的大手として選んだ企業）の著者が1人以上いる論文の割合",
        ),
        Metric("university_share", "大学参加率", "university", KNOWN + "大学の著者が1人以上いる論文の割合"),
        Metric(
            "university_only_share",
            "大学単独率",
            "university_only",
            KNOWN + "判明した所属がすべて大学である論文の割合",
            lower_bound=False,
            upper_bound=True,
        ),
        Metric("government_share", "公的機関の参加率", "government", KNOWN + "政府・公的研究機関の著者が1人以上いる論文の割合"),
        Metric("nonprofit_share", "非営利機関の参加率", "nonprofit", KNOWN + "非営利機関の著者が1人以上いる論文の割合"),
        Metric(
            "tier_share",
            "QS{tier}位の大学の参加率",
            "tier_{tier}",
            KNOWN + "QS世界大学ランキング{tier}位の帯の大学の著者が1人以上いる論文の割合",
            parameter="tier",
        ),
        Metric(
            "non_elite_share",
            "エリート以外の大学の参加率",
            "non_elite",
            KNOWN + "QS世界大学ランキング1〜50位に入らない大学の著者が1人以上いる論文の割合",
        ),
        Metric("hbcu_share", "HBCU（歴史的黒人大学）の参加率", "hbcu", KNOWN + "米国の歴史的黒人大学の著者が1人以上いる論文の割合"),
        Metric(
            "hsi_share",
            "HSI（ヒスパニック系学生の多い大学）の参加率",
            "hsi",
            KNOWN + "米国のヒスパニック系学生の多い大学の著者が1人以上いる論文の割合",
        ),
        Metric("japan_share", "日本の機関の参加率", "japan", KNOWN + "日本の機関（企業・大学・公的機関）の著者が1人以上いる論文の割合"),
        Metric("japan_firm_share", "日本企業の参加率", "japan_firm", KNOWN + "日本企業の著者が1人以上いる論文の割合"),
        Metric("japan_university_share", "日本の大学の参加率", "japan_university", KNOWN + "日本の大学の著者が1人以上いる論文の割合"),
        Metric(
            "country_share",
            "{country}の機関の参加率",
            "country_{country}",
            KNOWN + "{country}の機関の著者が1人以上いる論文の割合",
            parameter="country",
        ),
        Metric(
            "institution_share",
            "{institution}の論文の割合",
            "institution_{institution}",
            KNOWN + "{institution}の著者が1人以上いる論文の割合",
            parameter="institution",
            count_label_ja="{institution}の論文数",
        ),
        Metric(
            "citation_share",
            "{group}の被引用シェア",
            "{group}",
            "所属が判明した論文の被引用数の合計のうち、{group_papers}が受けた引用の割合",
            base="citations",
            option="group",
            default="firm",
        ),
        Metric(
            "unknown_share",
            "所属不明の論文の割合",
            "unknown",
            "すべての論文のうち、著者の所属の種類が1つも判明しない論文の割合",
            base="papers",
            lower_bound=False,
        ),
        Metric(
            "dl_title_share",
            "{group}で題名に深層学習の語がある割合",
            "title_dl_{group}",
            "{group_papers}のうち、題名に深層学習の語（deep、neural、transformerなど、語彙表に定めた語）がある論文の割合",
            base="{group}",
            lower_bound=False,
            option="group",
            default="known",
            caveats_ja=(TITLES_ONLY, "題名の流行にも左右されるため、計算資源の使用量そのものではありません"),
        ),
        Metric(
            "compute_title_share",
            "{group}で題名に計算資源の語がある割合",
            "title_compute_{group}",
            "{group_papers}のうち、題名に計算資源の語（GPU、TPU、supercomputer、distributed trainingなど、語彙表に定めた語）がある論文の割合",
            base="{group}",
            lower_bound=False,
            option="group",
            default="known",
            caveats_ja=(TITLES_ONLY, "使った計算資源の量ではなく、計算資源を題名に掲げた論文の割合です"),
        ),
        *(
            Metric(
                f"top{k}_share",
                f"上位{k}機関への集中度",
                "",
                f"機関を特定できた著者の貢献（論文1本を著者数で按分）のうち、貢献の多い上位{k}機関が占める割合",
                lower_bound=False,
                kind="concentration",
            )
            for k in (10, 50, 100)
        ),
        Metric(
            "hhi",
            "ハーフィンダール指数（HHI）",
            "",
            "各機関の貢献（論文1本を著者数で按分）の構成比（%）を2乗して合計した値。0〜10000で、大きいほど少数の機関に集中",
            lower_bound=False,
            kind="concentration",
            unit="",
        ),
        Metric(
            "gini",
            "ジニ係数",
            "",
            "論文のある機関どうしの貢献（論文1本を著者数で按分）の偏り。0は全機関が同じ、1に近いほど一部の機関に集中",
            lower_bound=False,
            kind="concentration",
            unit="",
        ),
    )
}  # fmt: skip

TIER_LABELS = {tier: tier.replace("-", "〜") for tier in TIERS} | {"500+": "501位以下・順位なし"}

FIELD_LABELS = {
    "ml": "機械学習", "vision": "画像認識", "nlp": "自然言語処理", "ai": "AI全般", "web-data": "ウェブ・データマイニング",
    "robotics": "ロボティクス", "systems": "システム", "theory": "理論", "networks": "ネットワーク", "software": "ソフトウェア",
    "architecture": "計算機アーキテクチャ", "security": "セキュリティ", "databases": "データベース", "hci": "ヒューマンインタフェース",
    "bio": "バイオ", "graphics": "グラフィックス", "other": "その他",
}  # fmt: skip

AREA_LABELS = {"ai": "AI会議", "non_ai": "AI以外の会議", "all": "全会議"}

VARIANT_LABELS = {
    "fractional": "著者数で按分",
    "fixed": "毎年そろう会議だけ",
    "csrankings": "CSRankings対象の会議だけ",
    "unknown_all": "所属不明の論文をすべて該当と仮定",
    "unknown_none": "所属不明の論文をすべて非該当と仮定",
}

SECTOR_LABELS = {"firm": "企業", "university": "大学", "government": "公的機関", "nonprofit": "非営利機関", "other": "その他の機関"}

MEMBER_LABELS = {
    **{sector: SECTOR_LABELS[sector] for sector in ("firm", "university", "government", "nonprofit")},
    "big_tech": "大手テック企業", "fortune_tech": "Fortune誌上位のテック企業", "hbcu": "HBCU（歴史的黒人大学）",
    "hsi": "HSI（ヒスパニック系学生の多い大学）", "japan": "日本の機関", "japan_firm": "日本企業", "japan_university": "日本の大学",
    "non_elite": "QS1〜50位以外の大学", **{f"tier_{tier}": f"QS{label}位の大学".replace("なし位", "なし") for tier, label in TIER_LABELS.items()},
}  # fmt: skip

# How the papers of a panel group are called, and which papers they are.
GROUP_PAPERS = {group: (f"{label}の論文", f"{label}の著者が1人以上いる論文") for group, label in MEMBER_LABELS.items()} | {
    "known": ("論文全体", "所属が判明した論文"),
    "firm": ("企業論文", "企業の著者が1人以上いる論文"),
    "firm_only": ("企業だけの論文", "判明した所属がすべて企業である論文"),
    "university_only": ("大学だけの論文", "判明した所属がすべて大学である論文"),
    "no_firm": ("企業が参加しない論文", "企業の著者が1人もいない論文"),
    "firm_university": ("産学共著論文", "企業と大学の著者が両方いる論文"),
    "firm_elite": ("企業×エリート大学の共著論文", "企業とQS1〜50位の大学の著者が両方いる論文"),
    "firm_non_elite": ("企業×エリート以外の大学の共著論文", "企業とQS1〜50位以外の大学の著者が両方いる論文"),
}


def find_metric(name: str) -> Metric:
    """The metric called `name`. Raises UnknownName with the names that exist."""
    if name not in METRICS:
        raise UnknownName("metric", name, tuple(METRICS))
    return METRICS[name]


def tier_phrase(tier: str) -> str:
    """「1〜50」 as it stands before 位; the last band is worded without a number range."""
    return TIER_LABELS[tier]
