"""Turns in words, most of them after an answer in words, that their form tells apart, each in a module of its own; the first that reads a message wins."""

from assistant.models import Question
from assistant.understand.text.matcher import Text
from assistant.understand.words.after_term import after_term
from assistant.understand.words.after_words import after_words
from assistant.understand.words.ai_itself import ai_itself
from assistant.understand.words.answers_on import answers_on
from assistant.understand.words.bare_turns import bare_turn
from assistant.understand.words.cost_years_ago import cost_years_ago
from assistant.understand.words.denied_by import denied_by
from assistant.understand.words.english_again import english_again
from assistant.understand.words.may_publish import may_publish
from assistant.understand.words.own_model import own_model
from assistant.understand.words.said_to import said_to
from assistant.understand.words.term_origin import term_origin
from assistant.understand.words.told_sources import told_sources
from assistant.understand.words.where_ends import where_ends
from assistant.understand.words.why_apart import why_apart
from assistant.understand.works.cost_growth import cost_growth
from assistant.understand.works.method_words import method_of_paper
from assistant.understand.works.more_data import more_data
from assistant.understand.works.of_listed import of_listed
from assistant.understand.works.programmes import programme_asked


def told_words(text: Text, previous: Question | None) -> Question | None:
    """The question, or None where none of them reads it."""
    return english_again(text, previous) or may_publish(text, previous) or answers_on(text, previous) or programme_asked(text, previous) or cost_years_ago(text, previous) or cost_growth(text, previous) or of_listed(text, previous) or bare_turn(text, previous) or method_of_paper(text, previous) or told_sources(text, previous) or after_words(text, previous) or said_to(text, previous) or term_origin(text) or denied_by(text) or own_model(text) or more_data(text) or ai_itself(text) or where_ends(text) or why_apart(text, previous) or after_term(text, previous)
