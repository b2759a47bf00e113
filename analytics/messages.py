"""One table of Japanese sentences for the errors of this package, used at the command line's edge and by the assistant."""

from analytics.errors import BadInput, DataMissing, DerivedMissing, NotInData, SourceError, UnknownName

KINDS = {
    "metric": "指標", "venue": "会議", "field": "分野", "area": "範囲", "tier": "大学の順位帯", "country": "国", "variant": "数え方",
    "institution": "機関", "group": "論文の区分", "sector": "機関の種類", "ranking": "順位表",
    "period": "期間", "chart": "図", "figure": "数字カード",
}  # fmt: skip

REASONS = {
    "year_before": "{year}年は対象外です。データは{first}〜{last}年（2022〜2023年は参考値）です。",
    "year_after": "{year}年はまだデータにありません。データは{first}〜{last}年（2022〜2023年は参考値）です。",
    "coverage": "{part}の{year}年は、著者の所属が判明した論文が6割に満たないため、数字を出していません。{available}",
    "no_papers": "{part}の{year}年の論文はデータにありません（開催がない年か、収録前です）。{available}",
    "papers_end": "元のデータに、{part}の{year}年の論文が入っていません（開催されなかったという意味ではありません）。{available}",
    "empty": "{part}には、この条件に当てはまる論文がありません。",
    "models_after": "{part}は、{year}年の分を収録していません。収録は{last}年までです。",
    "zero_base": "{part}は比べる元の値が0%のため、倍率を計算できません。",
    "one_period": "{part}は比べる2つの時期がないため、変化を計算できません。",
    "no_years": "{part}の年が指定されていません。",
}


# What is wrong with a setting or a table, and what to do.
INPUTS = {
    "years_form": "年「{text}」を読み取れません。2019、2012-2021、2008,2020 のように書いてください。",
    "years_swapped": "年「{text}」は初めの年が終わりの年より後です。2012-2021 のように、古い年から書いてください。",
    "years_long": "年「{text}」の範囲が長すぎます。200年までにしてください。",
    "option_unfit": "{metric} には --{option} を使えません。",
    "option_needed": "{metric} には --{option} が必要です。",
    "statistic_unfit": "{metric} には --statistic {statistic} を使えません。",
    "fixed_periods": "{statistic} は決まった期間どうしを比べます。--years を付けずに実行してください。",
    "two_parts": "範囲・分野・会議は、1つだけ指定してください。",
    "no_fractional": "{metric} は著者数で按分できません（按分する著者の貢献がない指標です）。--variant fractional を外してください。",
    "no_bounds": "{metric} には、所属不明の論文による上下の幅がありません。--variant を外してください。",
    "no_count": "{metric} は論文の割合ではないため、本数を出せません。",
    "gap_apart": "差を出せるのは、同じ単位・同じ分母・同じ数え方の、別々の2つの値だけです。",
    "did_part": "差の差は、AIの会議か分野を他の会議と比べます。--area ai か --field を指定してください。",
    "rank_option": "順位表 {what} には --{option} を使えません。",
    "rank_periods": "--before と --after は、--by rise か --by fall と一緒に使います。",
    "rank_venue_order": "会議の順位は --by level、rise、fall のどれかで並べます。",
    "rank_moves": "上昇・低下と区分の順位は --before と --after の期間を比べます。--years と --by papers は使えません。",
    "rank_bounds": "順位表には、所属不明の論文による上下の幅がありません。--variant を外してください。",
    "chart_format": "図は .png か .svg で保存します。保存先の名前を確かめてください。",
    "chart_units": "単位の違う数字（{units}）は1つの図に描けません。図を分けてください。",
    "chart_lines": "{count}本の線は1つの図に収まりません。{most}本までにしてください。",
    "chart_options": "図や数字カードを記号で指定するときは、ほかの条件を付けられません。",
    "chart_match": "記号に「{text}」を含む図はありません。figures --search で記号を確かめてください。",
    "not_csv": "{file} をUTF-8のCSVとして読めません（{detail}）。場所・文字コード・区切りを確かめてください。",
    "unreadable": "{file} を読めません。場所と文字コード（UTF-8）を確かめてください。",
    "no_marks": "{file} に、表の始まりと終わりの印（{start} と {end}）が1つずつ要ります。",
    "no_column": "{file} に列「{names}」がありません。ある列は「{columns}」です。列の名前を指定し直してください。",
    "no_rows": "{file} に、見出しのほかの行がありません。",
    "cells": "{file} の{line}行目は、セルの数が見出しと違います。コンマを含む文字列は引用符で囲んでください。",
    "empty_key": "{file} の{line}行目で、「{column}」が空です。",
    "mark": "{file} の{line}行目の「{column}」は0か1で書いてください（今は「{text}」）。",
    "not_number": "{file} の{line}行目の「{column}」が数字ではありません（「{text}」）。値がないときは空にしてください。",
    "repeated": "{file} の{line}行目は、単位「{unit}」・時点「{time}」が{first}行目と重なっています。1単位・1時点を1行にしてください。",
    "ended_row": "{file} の{line}行目で、単位「{unit}」の処置が時点「{time}」に終わっています。途中で終わる処置は扱えません。",
    "ended": "単位「{unit}」の処置が時点「{time}」に終わっています。途中で終わる処置は扱えません。",
    "never_treated": "処置を受けた単位がありません（処置の列がすべて0です）。処置の列を確かめてください。",
    "all_treated": "すべての単位がいつか処置を受けています。比べるために、処置を受けない単位が2つ以上必要です。",
    "one_control": "処置を受けない単位が1つしかありません。比べるために2つ以上必要です。",
    "no_before": "単位「{unit}」には処置の前の値がありません。表から除いてください。",
    "no_after": "単位「{unit}」には処置の後の値がありません。表から除いてください。",
    "factors_negative": "因子の数は0以上で指定してください（今は{factors}）。",
    "factors_before": "因子{factors}個には処置の前に{needed}期以上が必要です。単位「{unit}」は{periods}期です。--factors を減らしてください。",
    "factors_many": "因子{factors}個は、処置を受けない単位{units}・{periods}期に対して多すぎます。--factors を減らしてください。",
    "factors_flat": "ある単位の処置の前の期間では因子が動かず、推定できません。--factors を減らしてください。",
    "factors_unsettled": "因子{factors}個の推定が定まりません。--factors を減らすか、欠けた値の多い単位を除いてください。",
    "collinear": "共変量が、ほかの共変量や固定効果と重なっていて区別できません。--covariates を1つ減らしてください。",
    "empty_unit": "処置を受けない単位の中に、値が1つもない単位か時点があります。表から除いてください。",
    "no_spread": "結果の列が動かないため、誤差を推定できません。",
    "force": "固定効果「{force}」は選べません。{known} から選んでください。",
    "inference": "区間の作り方「{kind}」は選べません。{known} から選んでください。",
    "draws": "ブートストラップの回数は{least}以上にしてください（今は{draws}）。",
    "placebo": "--placebo は1以上にしてください（今は{periods}）。",
    "few_controls": "欠けた値のない、処置を受けない単位が{count}しかありません（{least}必要）。--inference nonparametric を使ってください。",
    "few_treated": "処置を受けた単位が{count}しかありません（{least}必要）。--inference parametric を使ってください。",
}
DERIVED = "因果推定などの計算結果が、今の集計データから計算したものではありません。"


def explain(error: Exception) -> str:
    """A sentence for the reader that says what to do next."""
    if isinstance(error, NotInData):
        details = dict(error.details)
        years = details.get("available")
        details["available"] = f"この範囲で数字がある年は{year_list(years)}です。" if years else ""
        ended = error.reason == "no_papers" and years and max(years) < details["year"]  # NeurIPS was held in 2020: our source has its papers up to 2019
        return REASONS["papers_end" if ended else error.reason].format(**details)
    if isinstance(error, UnknownName):
        known = f"使える名前: {'、'.join(error.known[:30])}" if error.known else "似た名前も見つかりません。"
        return f"「{error.name}」という{KINDS[error.kind]}はありません。{known}"
    if isinstance(error, (BadInput, SourceError)) and error.reason:
        return INPUTS[error.reason].format(**error.details)
    if isinstance(error, SourceError):
        return f"元データの検査で問題が見つかりました。次のファイルと行を確かめ、直してからもう一度実行してください。（{error}）"
    if isinstance(error, DerivedMissing):
        return f"{DERIVED}python -m analytics build --data 元データのフォルダ --all を実行してください。（{error}）"
    if isinstance(error, DataMissing):
        return f"計算済みデータが読めません。ファイルを元に戻すか、作り直してください。{error}"
    return f"指定を読み取れません。{error}"


def year_list(years: tuple[int, ...]) -> str:
    """Years with runs shortened: 2007〜2012年、2015年."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(f"{run[0]}〜{run[-1]}年" if len(run) > 1 else f"{run[0]}年" for run in runs)
