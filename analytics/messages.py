"""One table of Japanese sentences for the errors of this package, used at the command line's edge and by the assistant."""

from analytics.errors import DataMissing, NotInData, SourceError, UnknownName

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
    "empty": "{part}には、この条件に当てはまる論文がありません。",
    "zero_base": "{part}は比べる元の値が0%のため、倍率を計算できません。",
    "one_period": "{part}は比べる2つの時期がないため、変化を計算できません。",
    "no_years": "{part}の年が指定されていません。",
}


def explain(error: Exception) -> str:
    """A sentence for the reader that says what to do next."""
    if isinstance(error, NotInData):
        details = dict(error.details)
        years = details.get("available")
        details["available"] = f"この範囲で数字がある年は{year_list(years)}です。" if years else ""
        return REASONS[error.reason].format(**details)
    if isinstance(error, UnknownName):
        known = f"使える名前: {'、'.join(error.known[:30])}" if error.known else "似た名前も見つかりません。"
        return f"「{error.name}」という{KINDS[error.kind]}はありません。{known}"
    if isinstance(error, SourceError):
        return f"元データの検査で問題が見つかりました。{error}"
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
