"""What can be wrong with an input, and the Japanese sentence for each: one table, used at every edge."""

from dataclasses import dataclass, field

from analytics.errors import AnalyticsError

SENTENCES = {
    "not_number": "{label}の「{text}」は数字として読めません。1200万、1,200万円、3億、8% のように入力してください。",
    "negative": "{label}は0以上で入力してください（入力: {text}）。",
    "range": "{label}は{low}〜{high}の範囲で入力してください（入力: {text}）。",
    "unit": "{label}の単位が合いません（入力: {text}）。この項目の単位は「{unit}」です。",
    "whole": "{label}は整数で入力してください（入力: {text}）。",
    "order": "{label}は 低い値 ≦ 基準の値 ≦ 高い値 の順になるように入力してください（低{low}、基準{value}、高{high}）。",
    "missing": "{label}（{key}）が入力されていません。数字を入力してください。",
    "choice": "{label}の「{text}」は選べません。選べるもの: {choices}",
    "no_range": "{label}には低い値・高い値を指定できません。",
    "unknown_key": "「{key}」という項目はありません。使える項目: {known}",
    "unknown_strategy": "「{text}」という戦略はありません。使える戦略: {known}",
    "no_equals": "「{text}」は 項目=値 の形で書いてください（例: annual_benefit=1200万）。",
    "twice": "{label}（{key}）が2回指定されています。1回だけ指定してください。",
    "needs_scheme": "{label}を使うには、先に「{scheme_label}」（{scheme}）を選んでください。",
    "needs_rate": "「{scheme_label}」では{label}（{key}）を入力してください。{hint}",
    "not_small_tax": "「{scheme_label}」は税法上の中小企業者（資本金{capital}以下、課税所得{income}以下）だけが使えます。",
    "not_small_subsidy": "「{scheme_label}」は補助金上の中小企業（製造業では資本金{capital}以下または従業員{employees}以下）だけが使えます。",
    "one_pool": "「{scheme_label}」と「{other_label}」は選択適用です。同じ年に両方は使えません。",
    "screening": "{label}は{low}〜{high}の範囲で入力してください（プロトタイプの結果で合格率の平均は変わらないため。入力: {text}）。",
    "hours": "{label}は、自前機1台が1年に処理できる{high}までで入力してください（入力: {text}）。",
    "overrun": "{label}は、大きな超過の始まり（{threshold}）から計算できる範囲で入力してください（入力: {text}）。",
}  # fmt: skip


@dataclass(frozen=True)
class FieldProblem:
    """One input that cannot be used. `reason` is a key of SENTENCES, `details` fill its sentence."""

    key: str
    reason: str
    details: dict = field(default_factory=dict)


class BadInput(AnalyticsError):
    """Inputs that cannot be evaluated: every problem at once, so that a form can mark all its fields."""

    def __init__(self, problems: list[FieldProblem] | tuple[FieldProblem, ...]):
        self.problems = tuple(problems)
        super().__init__("bad ROI input: " + ", ".join(f"{problem.key} ({problem.reason})" for problem in self.problems))


def explain_problem(problem: FieldProblem) -> str:
    """The sentence for the reader."""
    return SENTENCES[problem.reason].format(key=problem.key, **problem.details)
