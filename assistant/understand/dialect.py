"""What is said in dialect or loosely, written as the rest of the lexicon expects it: 入っとらん → 入っていない, 会社だげ → 会社だけ, 一番低がった → 一番低かった."""

import re

# (what is said, how it is written). Only endings that standard Japanese does not have.
SPOKEN = (
    (re.compile(r"だげ(?=[のでがはをに、 ]|書|$)"), "だけ"),
    (re.compile(r"(?<=書い)だ(?=[^とろけが])"), "た"),
    (re.compile(r"(?:居|お)(?:ら(?:へん|せん|ん|ねえ|ねぇ|ねー))|(?<=[がのはも])(?:い|居)(?:てへん|てはらへん|はらへん|はらしまへん|ねえ|ねぇ|ねー|ねぁ)"), "いない"),
    (re.compile(r"(?<=[っいしえけせてべめれ出来見])(?:とら|ちょら|てはら|たはら)(?:へん|せん|ん|ねえ|ねぇ|しまへん)"), "ていない"),
    (re.compile(r"(?<=ん)(?:どら|ではら)(?:へん|せん|ん|ねえ|ねぇ)"), "でいない"),
    (re.compile(r"(?<=[てで])(?:ねえ|ねぇ|ねー|ねぁ|へん|あらへん|まへん)"), "いない"),
    (re.compile(r"(?<=[高低])がった"), "かった"),
    (re.compile(r"(?:(?<=[多小])|(?<=大き)|(?<=強)|(?<=弱))がった(?=[のなんだべ])"), "かった"),
    (re.compile(r"少ね[がか]った"), "少なかった"),
    (re.compile(r"少の(?:う)?なった"), "少なくなった"),
    (re.compile(r"(?<=[高低大])[うお]なった"), "くなった"),
    (re.compile(r"(?<=やさ)しゅう|(?<=くわ)しゅう|(?<=[易優詳])しゅう"), "しく"),
    (re.compile(r"(?<=りやす)う(?=[、。]|$|頼|お|して|言|説)"), "く"),
    (re.compile(r"いっとう|いっちばん|いっちゃん(?=[高低多少大小])"), "いちばん"),
    (re.compile(r"AI(?:研究)?の格差(?=(?:を|について|に関して)?、?[^。、]{0,6}(?:教え|説明|解説|まとめ)|って|とは|[??。]*$)"), "AI格差"),
    (re.compile(r"(?<=[一-龥])はん(?=[がのはとをもにでや、。??])"), ""),
)


def standard(text: str) -> str:
    """The text with the endings of dialects written out."""
    for said, written in SPOKEN:
        text = said.sub(written, text)
    return text
