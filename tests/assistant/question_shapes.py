"""A question as understood in one line, for lists of expectations: intent, statistic, metrics, places, years."""


def shape(question) -> str:
    """「figure level firm_share @icml 2019」; a question that is refused at once is 「refused REASON」, several are joined by 「 + 」."""
    if question.blocker is not None:
        return f"refused {question.blocker}"
    if question.parts:
        return " + ".join(shape(part.with_(parts=())) for part in question.parts)
    if question.intent not in ("figure", "trend", "compare", "rank"):
        return question.intent
    metrics = ",".join("-".join([subject.metric, *subject.names().values()]) for subject in question.subjects)
    extras = [question.ranked, question.computed, question.option, question.variant]
    words = [question.intent, question.statistic, metrics, "@" + ",".join(place.name for place in question.places)]
    words += [",".join(map(str, question.years)) + ("~" if question.span else ""), *(extra for extra in extras if extra)]
    return " ".join(word for word in words if word)
