"""Turns of a talk about figures that their form tells apart, each in a module of its own; the first that reads a message wins."""

from assistant.models import Question
from assistant.understand.figures.above_named import above_named
from assistant.understand.figures.added_up import added_up
from assistant.understand.figures.after_those import after_those
from assistant.understand.figures.back_to_it import back_to_it
from assistant.understand.figures.bare_moves import bare_move
from assistant.understand.figures.beside_whole import beside_whole
from assistant.understand.figures.beyond_told import by_parts, of_that_country
from assistant.understand.figures.city_named import city_named
from assistant.understand.figures.counted_how import counted_how
from assistant.understand.figures.each_place import each_place
from assistant.understand.figures.first_place import first_place
from assistant.understand.figures.firsts_of_each import firsts_of_each
from assistant.understand.figures.gap_of_places import gap_of_places
from assistant.understand.figures.grown_most import grown_most
from assistant.understand.figures.headline import headline
from assistant.understand.figures.how_much import how_much
from assistant.understand.figures.in_ranking import in_ranking
from assistant.understand.figures.joint_by_name import joint_by_name
from assistant.understand.figures.joint_cold import joint_cold
from assistant.understand.figures.kana_named import kana_named
from assistant.understand.figures.kind_among import kind_among
from assistant.understand.figures.kind_pointed import kind_pointed
from assistant.understand.figures.largest_step import largest_step
from assistant.understand.figures.last_two import last_two
from assistant.understand.figures.left_out import left_out
from assistant.understand.figures.mean_of_told import mean_of_told
from assistant.understand.figures.members_counted import members_counted
from assistant.understand.figures.moved_among import moved_among
from assistant.understand.figures.named_together import named_together
from assistant.understand.figures.netted import netted
from assistant.understand.figures.never_held import never_held
from assistant.understand.figures.next_to_it import next_to_it
from assistant.understand.figures.not_alone import not_alone
from assistant.understand.figures.not_by_country import not_by_country
from assistant.understand.figures.of_the_pair import of_the_pair
from assistant.understand.figures.of_those import of_those
from assistant.understand.figures.other_members import other_members
from assistant.understand.figures.partner_of_them import partner_of_them
from assistant.understand.figures.people_counted import people_counted
from assistant.understand.figures.places_ahead import places_ahead
from assistant.understand.figures.places_listed import places_listed
from assistant.understand.figures.places_named import places_named
from assistant.understand.figures.pointed_years import pointed_years
from assistant.understand.figures.ranked_by_nobody import ranked_by_nobody
from assistant.understand.figures.rank_within import rank_within
from assistant.understand.figures.region_place import region_place
from assistant.understand.figures.replaced import replaced
from assistant.understand.figures.rest_of_band import rest_of_band
from assistant.understand.figures.rows_wanted import rows_wanted
from assistant.understand.figures.said_before import said_before
from assistant.understand.figures.same_in_country import same_in_country
from assistant.understand.figures.standing_asked import standing_asked
from assistant.understand.figures.strong_fields import strong_fields
from assistant.understand.figures.there import there
from assistant.understand.figures.told_year import told_year
from assistant.understand.figures.top_sum import top_sum
from assistant.understand.figures.value_now import value_now
from assistant.understand.figures.wrote_alone import wrote_alone
from assistant.understand.text.matcher import Text


def figure_turn(reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, or None where none of them reads it. reader: what they find names and read messages with."""
    return (
        never_held(reader, text, previous, data)
        or ranked_by_nobody(text)
        or pointed_years(reader, text, previous, data)
        or kana_named(reader, text, previous, data)
        or bare_move(reader, text, previous, data)
        or after_those(reader, text, previous, data)
        or city_named(reader, text, previous, data)
        or places_ahead(reader, text, previous, data)
        or rows_wanted(reader, text, previous, data)
        or places_named(reader, text, previous, data)
        or named_together(reader, text, data)
        or back_to_it(reader, text, previous, data)
        or of_the_pair(reader, text, previous, data)
        or left_out(reader, text, previous, data)
        or partner_of_them(text, previous, data)
        or joint_by_name(reader, text, previous, data)
        or told_year(reader, text, previous, data)
        or said_before(reader, text, previous, data)
        or kind_pointed(reader, text, previous, data)
        or kind_among(reader, text, previous, data)
        or not_by_country(reader, text, previous, data)
        or counted_how(reader, text, previous, data)
        or headline(reader, text, previous, data)
        or replaced(reader, text, previous, data)
        or rest_of_band(reader, text, data)
        or firsts_of_each(reader, text, previous, data)
        or how_much(reader, text, previous, data)
        or last_two(reader, text, previous, data)
        or by_parts(reader, text, previous, data)
        or of_that_country(reader, text, previous, data)
        or joint_cold(reader, text, previous, data)
        or not_alone(reader, text, data)
        or wrote_alone(reader, text, previous, data)
        or each_place(reader, text, data)
        or members_counted(reader, text)
        or value_now(reader, text, previous, data)
        or top_sum(reader, text, data)
        or first_place(reader, text, previous, data)
        or of_those(reader, text, previous, data)
        or strong_fields(reader, text, data)
        or people_counted(reader, text, data)
        or beside_whole(reader, text, previous, data)
        or same_in_country(reader, text, previous, data)
        or gap_of_places(reader, text, previous, data)
        or places_listed(reader, text, previous, data)
        or rank_within(reader, text, data)
        or mean_of_told(reader, text, previous, data)
        or added_up(reader, text, previous, data)
        or largest_step(reader, text, previous, data)
        or netted(text, previous, data)
        or other_members(reader, text, previous, data)
        or above_named(reader, text, previous, data)
        or next_to_it(reader, text, previous, data)
        or region_place(reader, text, previous, data)
        or there(reader, text, previous, data)
        or standing_asked(reader, text, previous, data)
        or in_ranking(reader, text, previous)
        or moved_among(reader, text, previous, data)
        or grown_most(reader, text)
    )
