"""Words that take up what a talk came to: all of it (「今日の話を短く」 「結論を30秒で」) or what was told last (「今の内容を三行で」)."""

import re

from assistant.understand.text.matcher import Text

LONGEST = 70  # characters
WHOLE, LAST = "whole", "last"
MATTER = r"(?:お?話|内容|やり取り|やりとり|会話|相談|議論|検討|結果|数字|質問|答え|回答|要点|結論|ご?説明|こと|点|全部)"
SO_FAR = rf"(?:(?:ここまで|これまで|今まで|いままで|以上|今日|きょう|本日|今回|一連|さっきから|最初から)(?:の)?{MATTER}?|(?:この|ここでの)(?:会話|やり取り|やりとり|相談|議論|検討))"
TOLD_LAST = rf"(?:今|いま|ただいま|只今|先ほど|さっき)の(?:{MATTER}|(?=を))"
GATHERED = r"(?:まとめ(?!た数字)|要約|整理|総括|振り返|おさらい|要点|要する|ポイント|[1一]分|[36]0秒|三十秒|[2-5二三四五](?:つ|点|個|行|本)|[1一]行|一言|ひとこと|短く|手短|簡潔|かいつま|話せる|言葉に|説明(?:す|でき|に)|原稿|スピーチ|言える|言う|しゃべれる|伝え|報告)"
OF_TALK = re.compile(rf"{SO_FAR}(?:を|は|で|から|について|に|、|として|の)*[^。??]{{0,24}}?{GATHERED}|全部(?:を)?まとめ(?:て|る|ると)(?:[、。]|ください|下さい|言う|くれ|ほしい|$)|(?:^|。\s?)(?:全体|話)を(?:通して)?(?:まとめ|要約|整理)")
OF_LAST = re.compile(rf"{TOLD_LAST}(?:を|は|で|から|について|に|、|として|だけ)*[^。??]{{0,16}}?{GATHERED}")
# 「結論を取締役会で30秒で言えるように」 「1枚のslideにしたいので、key messageを3つに」: what it came to, of nothing that is named.
OCCASION = r"(?:[^。、,]{1,24}(?:ので|から|ため|ように|用に|向けに|で|に|は|、|,))?"
CAME_TO = re.compile(rf"(?:^|。\s?)(?:(?:では|じゃあ?|それでは|最後に|で)[、,]?)?{OCCASION}[、,]?(?P<what>結論|キーメッセージ|key ?messages?|(?:伝える|言う|話す|持ち帰る)べき(?:こと|点|メッセージ)|take-?aways?)(?:だけ)?(?:を|は|として)?、?[^。、??]{{0,16}}?{GATHERED}", re.IGNORECASE)
ALOUD = re.compile(r"説明する言葉|言葉に|言え|言う|話せ|話す|しゃべ|読め|読み上げ|[1一]分|[36]0秒|三十秒|口頭|スピーチ|発言|伝え")
OTHERS = re.compile(r"論文|研究|文献|20\d\d|19\d\d|word|ワード|スライド(?!に(?:したい|する|載せ|使))|パワポ|excel|エクセル|資料を?作|文書|試算|計画|[かカヶ]国|会議以上|以上の会議|%以上|以上(?:の)?(?:大学|企業|会社)")
ONE_LINE = re.compile(r"一言|ひとこと|[1一]行|[1一]文")
LINES = re.compile(r"([2-5二三四五])(?:つ|点|個|行|本)")
DIGITS = {"二": 2, "三": 3, "四": 4, "五": 5}


def taken_up(text: Text) -> str | None:
    """WHOLE or LAST: how much of the talk a message wants summed up; None for any other message."""
    if len(text.folded) > LONGEST or OTHERS.search(text.lowered):
        return None
    if OF_TALK.search(text.folded) or CAME_TO.search(text.folded):
        return WHOLE
    return LAST if OF_LAST.search(text.folded) else None


def lines_wanted(text: str) -> int | None:
    """In how many lines or messages it is to be told; None where that is left open."""
    match = LINES.search(text)
    return None if match is None else DIGITS.get(match[1]) or int(match[1])
