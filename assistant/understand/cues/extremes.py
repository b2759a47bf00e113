"""The year in which something stood highest or lowest: 「一番高かったのは何年」「底は何年」「何年がいちばん低かった」「in which year … the lowest」."""

import re

WHEN_EXTREME = re.compile(r"(?:一番|いちばん|最も|もっとも|最高|最大|最低|最小|(?<![一-龥])底(?=[はがの値]))[^。、]{0,10}(?:いつ|何年)")
YEAR_HIGHEST = re.compile(r"(?:一番|いちばん|最も|もっとも)[^。、]{1,10}が(?:高|多|大き)(?:い|かった|くなった)年|どの年(?:が|に)?(?:一番|いちばん|最も|もっとも|最)[^。、]{0,6}(?:高|多|大き)|(?:which|what) year[^.?]*(?:highest|largest|most|peak|biggest)")
YEAR_LOWEST = re.compile(r"(?:一番|いちばん|最も|もっとも)[^。、]{1,10}が(?:低|少な|小さ)(?:い|かった|くなった)年|(?:何年|いつ|どの年)(?:が|に)?(?:一番|いちばん|最も|もっとも|最)[^。、]{0,6}(?:低|少な|小さ|底)|(?:which|what) year[^.?]*(?:lowest|smallest|least|fewest|bottom)|(?:lowest|smallest|least)[^.?]*(?:which|what) year")

# 「下がり始めたのはいつ」「何年から減りだした」: after the year in which it stood highest.
FALL_BEGAN = re.compile(r"(?:下が|減|落ち|低下し|下降し|減少し|縮小し)[りっ]?(?:始め|はじめ|出し|だし)")


def extreme_year(text: str, relations: dict) -> str | None:
    """peak or trough where the year of one is asked for; None for any other question."""
    if YEAR_LOWEST.search(text):
        return "trough"
    if YEAR_HIGHEST.search(text) or FALL_BEGAN.search(text):
        return "peak"
    if WHEN_EXTREME.search(text) and not {"peak", "trough"} & relations.keys():
        return "trough" if re.search(r"低|少な|小さ|底|へこ|凹|沈|落ち込", text) else "peak"
    return next((name for name in ("peak", "trough") if name in relations), None)
