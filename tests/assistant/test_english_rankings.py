"""Rankings, ratios and shares of joint papers asked for in English."""

import pytest

from assistant.understand.text.english_figures import english_figures
from assistant.understand.text.english_rankings import english_ranking


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Top five countries by share of AI conference papers, 2021 please", "AI会議 2021年で、論文が多い国の上位5か国はどこですか"), ("Which five countries led AI conferences in 2020? Order them for me.", "AI会議 2020年で、論文が多い国の上位5か国はどこですか"),
        ("Which company had the largest share of papers at KDD in 2017?", "KDD 2017年で、論文が多い企業の上位1社はどこですか"), ("The three biggest corporate contributors to ICLR in 2020?", "ICLR 2020年で、論文が多い企業の上位3社はどこですか"),
        ("Please rank countries by their share of robotics papers in 2019", "robotics 2019年で、論文が多い国の上位5か国はどこですか"), ("Country ranking for ICLR 2019, top ten.", "ICLR 2019年で、論文が多い国の上位10か国はどこですか"),
        ("Name the three most prolific Japanese universities at AI conferences in 2020", "Japanese AI会議 2020年で、論文が多い大学の上位3校はどこですか"), ("Rank the conferences by corporate participation, 2018", "2018年で、企業参加率が高い会議の上位5つはどこですか"),
        ("industry participation by conference, 2019, highest first", "2019年で、企業参加率が高い会議の上位5つはどこですか"), ("AI papers by country in 2020, ranked", "AI会議 2020年で、論文が多い国の上位5か国はどこですか"),
        ("Leading universities at ACL in 2018, in order", "ACL 2018年で、論文が多い大学の上位5校はどこですか"),
        ("Universities in order of papers at ICML 2020, first ten", "ICML 2020年で、論文が多い大学の上位10校はどこですか"), ("Show the country league table for CVPR 2021", "CVPR 2021年で、論文が多い国の上位5か国はどこですか"),
        ("Which firms are most represented at CVPR in 2021? Give me ten.", "CVPR 2021年で、論文が多い企業の上位10社はどこですか"), ("Leaders among companies at AAAI 2020?", "AAAI 2020年で、論文が多い企業の上位5社はどこですか"),
        ("Which country gained the most between 2010 and 2020 at AI conferences?", "2010年から2020年 AI会議で、論文の割合を最も伸ばした国の上位1か国はどこですか"),
    ],
)  # fmt: skip
def test_a_ranking_in_english_is_asked_as_the_lexicon_has_it(text, plain):
    assert english_ranking(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "What share of AI papers came from the top 10 institutions in 2021?", "Share of papers by the top 50 universities in 2019", "Which universities work with firms the most?", "What was the share of the leading firms in 2020?", "Which of the two is higher in 2021, China or the US?",
        "How many papers by the top 10 firms?", "Which countries had the fewest papers?", "Which year had the highest firm share?", "Top universities' share in 2015 at AI conferences", "Which companies are most cited?", "What are the top conferences in AI?", "Explain compute divide", "Which institutions publish AI papers?", "Which universities should a small company approach first?",
    ],
)  # fmt: skip
def test_what_is_no_list_of_the_first_stays(text):
    assert english_ranking(text) == text


@pytest.mark.parametrize(
    ("text", "subject", "statistic", "ranked"),
    [
        ("Which five countries led AI conferences in 2020? Order them for me.", None, "rank", "countries"), ("Rank the top 10 universities at NeurIPS in 2018.", None, "rank", "universities"), ("Top 5 AI conferences by industry share in 2021", "firm_share", "rank", "venues"),
        ("Which conferences had the biggest increase in industry share from 2010 to 2020?", "firm_share", "movers", "venues"), ("HHI of institutions at AI conferences: how many times the 2007 level was it in 2021?", "hhi", "ratio", None),
        ("By what factor did industry participation at AI conferences grow between 2007 and 2021?", "firm_share", "ratio", None), ("Ratio of the 2020 to the 2010 big tech share, vision conferences", "big_tech_share", "ratio", None), ("Share held by the top ten institutions at AI conferences, 2012", "top10_share", "level", None), ("How much of AI research output is held by the largest 50 institutions, 2021?", "top50_share", "level", None),
        ("What percentage of AI conference papers had an author at a top-50 university in 2019?", "tier_share", "level", None), ("Of industry papers with universities, what fraction had a top-50 partner in 2020 at AI conferences?", "elite_partner_ratio", "level", None),
        ("Nonprofits at AAAI in 2021 - what share of the papers had one on board?", "nonprofit_share", "level", None), ("How many papers did Google have at ICML in 2019?", "institution_share", "count", None),
    ],
)  # fmt: skip
def test_figures_asked_for_in_english(understanding, text, subject, statistic, ranked):
    question = understanding.understand(text)
    assert (question.statistic, question.ranked, question.blocker) == (statistic, ranked, None)
    assert subject is None or [each.metric for each in question.subjects] == [subject]


def test_other_english_stays():
    assert english_figures("how many times did you answer today") == "how many times did you answer today"
    assert english_figures("Of industry papers with universities, what fraction was cited in 2020?") == "Of industry papers with universities, what fraction was cited in 2020?"


@pytest.mark.parametrize("text", ("List the universities in the top 50 with the largest share in 2020", "Which universities in the QS top 50 published most in 2020?"))
def test_the_best_fifty_are_a_band_to_rank_within(understand, text):
    question = understand(text)
    assert (question.statistic, question.ranked, question.subjects[0].metric, question.subjects[0].tier) == ("rank", "universities", "tier_share", "1-50")
