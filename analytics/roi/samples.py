"""How many samples a gate's criterion needs before it says anything (95% unless told)."""

import math
from statistics import NormalDist

CONFIDENCE = 0.95
RULE_OF_THREE = 3
"""−ln(1 − 0.95) = 2.996: with no failure among n, the failure rate is at most about 3/n at 95%."""


def rule_of_three_sample(limit: float) -> int:
    """Samples without a single failure that show a failure rate of at most `limit` (fraction)."""
    fraction(limit)
    # 3/0.005 is 600.0000000000001 in floating point.
    return math.ceil(round(RULE_OF_THREE / limit, 9))


def rule_of_three_bound(n: int) -> float:
    """Highest failure rate that n samples without a failure leave possible."""
    if n < 1:
        raise ValueError(f"need at least one sample, got {n}")
    return min(1.0, RULE_OF_THREE / n)


def zero_failure_sample(limit: float, confidence: float = CONFIDENCE) -> int:
    """The exact count behind the rule of three: smallest n with (1 − limit)^n ≤ 1 − confidence."""
    fraction(limit)
    fraction(confidence)
    return math.ceil(math.log(1 - confidence) / math.log(1 - limit))


def wilson_interval(successes: float, n: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson score interval of a share (Wilson 1927)."""
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"need 0 <= successes <= n and n >= 1, got {successes} of {n}")
    fraction(confidence)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, spread = successes / n, z * z / n
    centre = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def wilson_sample(share: float, margin: float, confidence: float = CONFIDENCE) -> int:
    """Smallest n whose Wilson interval around `share` is at most ± `margin` wide."""
    fraction(margin)
    if not 0 <= share <= 1:
        raise ValueError(f"a share is between 0 and 1, got {share}")
    low, high = 1, 2
    while half_width(share, high, confidence) > margin:
        low, high = high, high * 2
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if half_width(share, middle, confidence) > margin else (low, middle)
    return low


def half_width(share: float, n: int, confidence: float = CONFIDENCE) -> float:
    low, high = wilson_interval(share * n, n, confidence)
    return (high - low) / 2


def fraction(value: float) -> None:
    """Raises ValueError unless 0 < value < 1."""
    if not 0 < value < 1:
        raise ValueError(f"need a fraction between 0 and 1, got {value}")
