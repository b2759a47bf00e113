"""How metrics, places and periods are called: the labels of the data, with tier, country and institution filled in."""

import prompts
from analytics import Divide
from analytics.divide.epoch_figures import MAKER_LABELS, SECTOR_LABELS
from analytics.divide.epoch_figures import METRICS as EPOCH_METRICS
from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS, METRICS, VARIANT_LABELS
from assistant.models import Place, Question, Subject

LOWEST = "が低いのはどこですか"
STATISTICS = {
    "level": "は何%ですか", "trend": "はどう推移していますか", "change": "はどれだけ変わりましたか", "ratio": "は何倍になりましたか",
    "before_after": "は2012年の前と後でどう違いますか",
    "did": "は、AI以外の会議の動きを差し引くと2012年の前後でどれだけ変わりましたか",
    "position": "は何位ですか", "overtake": "が逆転したのはいつですか", "computed": "の推定値はいくつですか",
    "rank": "が高いのはどこですか", "movers": "が大きく動いたのはどこですか", "peak": "が最も高かったのは何年ですか",
    "trough": "が最も低かったのは何年ですか", "onset": "はいつから増えましたか", "threshold": "がその水準を超えたのは何年ですか",
    "count": "に当たる論文は何本ですか", "paper_count": "論文は何本ですか", "members": "に数える機関はどこですか", "member": "に数えますか",
}  # fmt: skip


ESTIMATES = {
    "gsynth": "一般化合成コントロールの推定値は", "gsynth_placebo": "プラセボ検査の結果は", "synth": "合成コントロール法の推定値は",
    "pretrend": "事前の動きの検定の結果は", "event": "イベントスタディの値は", "did_composition": "会議の顔ぶれの変化による分は",
    "did_fe": "固定効果を入れた差の差は", "did_pooled": "プール回帰の差の差は", "claims": "論文の主張と再計算は合うか",
    "robustness": "数え方を変えた結果は", "distinct_term": "題名に多い語は", "topic_share": "話題の割合は",
}  # fmt: skip

PLAN = prompts.table("phrases/options")["plan_mark"]["mark"]


class Labels:
    """Words for what a Question asks. Shares the open figures."""

    def __init__(self, divide: Divide):
        self.divide = divide
        self.venues = {venue.key: venue for venue in divide.counts.venues}

    def subject(self, subject: Subject) -> str:
        """「企業参加率」「QS301〜500位の大学の参加率」「中国の機関の参加率」."""
        measure = self.divide.measure(subject.metric, **subject.names())
        return measure.text(METRICS[subject.metric].label_ja)

    def name(self, subject: Subject) -> str:
        """A country or institution as it is called: 「中国」「グーグル」; any other subject as its metric."""
        return self.subject(subject).removesuffix("の機関の参加率").removesuffix("の論文の割合")

    def place(self, place: Place) -> str:
        if place.kind == "venue":
            return self.venues[place.name].name
        return AREA_LABELS[place.name] if place.kind == "area" else f"{FIELD_LABELS[place.name]}分野の会議"

    def computed(self, question: Question) -> str:
        """An estimate or table by its name, with the years and the sector asked for."""
        period = f"{period_words(question)}の" if question.years else ""
        if question.family == "epoch":
            part = SECTOR_LABELS.get(question.option) or MAKER_LABELS.get(question.option)
            return f"{period}{EPOCH_METRICS[question.computed].label_ja}{f'（{part}）' if part else ''}はいくつですか"
        subjects = "と".join(self.subject(subject) for subject in question.subjects) or self.subject(Subject("firm_share"))
        return f"{period}AI会議の{subjects}：{ESTIMATES[question.computed]}"

    def describe(self, question: Question) -> str:
        """The full question in one sentence."""
        if question.statistic == "computed":
            return self.computed(question)
        if question.statistic == "rank" and question.ranked in RANKED_NAMES:
            return self.ranking(question)
        if question.intent not in ("figure", "trend", "compare", "rank", "why") or not (question.subjects or question.statistic == "paper_count"):
            *later, first = question.topic.split(PLAN)[0].split("\n")  # of phrases on a plan, what is said of the scene
            return f"{first}（{'、'.join(reversed(later))}）" if later else first
        subjects = "と".join(self.subject(subject) for subject in question.subjects)
        places = "と".join(self.place(place) for place in question.places) or AREA_LABELS["ai"]
        own = question.statistic in ("did", "before_after") and question.years == (2012,)  # the years before and after it
        period = "" if own else period_words(question)
        extra = f"（{VARIANT_LABELS[question.variant]}）" if question.variant else ""
        if question.intent == "why":
            return f"{places}の{subjects}{extra}は、なぜ変わったのですか"
        asked = LOWEST if question.statistic == "rank" and question.ascending else STATISTICS[question.statistic]
        if question.statistic == "paper_count":  # all papers, whichever of them are counted
            return f"{f'{period}の' if period else ''}{places}の{f'{subjects}の母数（対象の論文）は' if subjects else '論文は'}何本ですか"
        return f"{f'{period}の' if period else ''}{places}の{subjects}{extra}{asked}"

    def ranking(self, question: Question) -> str:
        """「2021年のAI会議で論文が多い大学はどこですか」."""
        places = "と".join(self.place(place) for place in question.places) or AREA_LABELS["ai"]
        period, order = period_words(question), "少ない" if question.ascending else "多い"
        country = next((f"{self.subject(subject).removesuffix('の機関の参加率')}の" for subject in question.subjects if subject.metric in ("country_share", "japan_share")), "")
        return f"{f'{period}の' if period else ''}{places}で論文が{order}{country if question.ranked != 'countries' else ''}{RANKED_NAMES[question.ranked]}はどこですか"


RANKED_NAMES = {"firms": "企業", "universities": "大学", "countries": "国", "institutions": "機関"}


def period_words(question: Question) -> str:
    if question.spans:
        return "と".join(f"{first}〜{last}年" for first, last in question.spans)
    if not question.years:
        return ""
    if question.span and len(question.years) == 2:
        return f"{question.years[0]}〜{question.years[1]}年"
    return "と".join(f"{year}年" for year in question.years)
