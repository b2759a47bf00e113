"""When a share began to rise for good."""

from analytics.figure import Figure


def onset(series: list[Figure]) -> tuple[Figure, Figure] | None:
    """The year in which the longest-standing high was passed for good, with that former high.

    Every value from that year on exceeds everything before it. None when no year before the last one does that.
    """
    passed = []
    for index in range(2, len(series) - 1):
        former = max(series[:index], key=lambda figure: figure.value)
        if all(figure.value > former.value for figure in series[index:]):
            stood = series[index].slice["years"][0] - former.slice["years"][0]
            passed.append((stood, -index, series[index], former))
    return max(passed, key=lambda entry: entry[:2])[2:] if passed else None
