"""Which kind of answer is wanted, told by words: intent, statistic, what is stated, pointed at or left over."""
