"""Questions put as one speaks of them, or around what is held, written as the question that the corpus answers: who lost, what to
read first, what other countries do."""

import re

from assistant.understand.text.meaning_spoken import meaning_spoken

LONGEST = 70  # characters
# 「割を食ったのは?」 「しわ寄せはどこに行った」.
LOST = r"(?:(?:割|わり|ワリ|貧乏くじ)を(?:食|くっ|引)[^。、??]{0,4}|(?:しわ寄せ|皺寄せ|あおり|煽り)(?:を(?:受け|食)[^。、??]{0,4}|は|が)|(?:押し|追い|締め|はじき|弾き)(?:出|や)(?:され|られ)[^。、??]{0,4}|(?:取り|置き)残され[^。、??]{0,4}|置き去り[^。、??]{0,6}|置いてけぼり[^。、??]{0,6}|(?:損|負け)(?:を)?(?:し(?:た|て)|た)[^。、??]{0,3}|負け組)"
WHO = r"(?:誰|だれ|どこ(?!ま|から)|どの(?:大学|組織|機関|層|会社|企業)|どんな(?:大学|組織|機関|会社|企業)|何(?:者|処)|どいつ)"
LOSERS = re.compile(rf"{LOST}(?:の|ん|側|方|ほう|人|組織|大学|連中)?(?:は|って|が|も)?、?(?:結局|いったい|一体|主に)?{WHO}|{WHO}[^。、??]{{0,8}}?{LOST}|^(?:で、?|じゃあ?、?|この\d+年で、?|その間に?、?|一方で?、?|結局、?)*{LOST}(?:の|ん|側|方|ほう)(?:は|って)[。??]*$")
LOSERS_ASKED = "企業が伸びた陰で減ったのは誰ですか"
NO_LOSERS = re.compile(r"日本|うち|当社|自社|投資|案|計画|取引|株|\d年(?!で)|割合|何%|社員|部署|コンペ|裁判")
# 「まず読むべきものを3本」.
NUMBER = r"(?P<{name}>[2-9二三四五])(?:本|つ|件|報|点)"
PRAISED = r"(?:(?:まず|最初に|真っ先に|一番に|とりあえず)、?)?(?:読むべき|読んでおくべき|読んだ(?:ほう|方)がいい|押さえ(?:て(?:おく)?)?(?:る)?べき|知っておくべき|目を通すべき|おすすめ|お薦め|お勧め|オススメ|必読|代表的|定番|有名)(?:な|の)?"
WORK = r"(?:論文|研究(?!者)|文献|ペーパー|papers?)"
ABOUT = r"(?P<{name}>[^。、??]{{2,24}}?)(?:に関する|についての|を扱(?:う|った)|を論じた|関連の|に関して|について|の)"
READ_FIRST = re.compile(
    rf"^(?:{ABOUT.format(name='of')})?{WORK}(?:で|のうち|の中で|から|として)、?{PRAISED}(?:もの|やつ|の|論文)?(?:を|は)?、?{NUMBER.format(name='after')}|"
    rf"^(?:{ABOUT.format(name='about')}、?)?{PRAISED}{WORK}(?:を|は)?、?{NUMBER.format(name='before')}",
    re.IGNORECASE,
)
DIVIDE = "計算資源の格差"
# 「国の共有計算基盤の海外の例」.
PUBLIC = re.compile(r"(?:国|政府|公的|公共|国家|官民|国立|行政)(?!際|内外)[^。??]{0,12}(?:計算(?:基盤|資源|機|環境|クラウド)|スパコン|研究クラウド|AI基盤|(?<!日本の)GPU)")
ABROAD = re.compile(r"海外|外国|諸外国|他国|(?:ほか|他)の国|よその国|国外|米国|アメリカ|欧米")
EXAMPLE = re.compile(r"例(?!え)|事例|取り?組|制度|仕組み|先行|手本|モデルケース|ある[??。]|ありますか|やって(?:い)?る|して(?:い)?る|どうなって|教え")
ABROAD_ASKED = "NAIRRパイロットについて教えてください"
# 「なるほど。じゃあ…」: what was heard is acknowledged before the next question.
HEARD = re.compile(r"^(?:(?:(?:まじ|マジ)(?:か(?:よ|いな)?|で(?:すか)?|すか)?|うわ[ぁあー]*|意外(?:だ(?:な|ね)?|ですね?|やな)?|すごい(?:な|ね|ですね)?|なるほど(?:ね|です(?:ね)?)?|へえ|へぇ|ほうか|ほう|ふーん|ふむ(?:ふむ)?|そうか|そっか|そうなんだ|そうなんですね|そうですか|了解(?:です|しました)?|承知(?:しました)?|わかりました|分かりました|わかった|分かった|おおきに|ありがとう(?:ございます)?|どうも|ok|OK)[。、!,.]\s*)+(?=[^。]{4,})")
# 「大手だけが独占しているという話は本当ですか」: the claim itself is judged.
SAID = re.compile(r"(?P<claim>独占|寡占|支配|牛耳|一極集中)(?P<ending>[ぁ-ん]{1,8}?)(?:という|っていう|って)(?:話|噂|うわさ|主張|指摘|見方|説|記事|声|意見)(?:は|って)(?=本当|ほんと|事実|正し|確か)")
NO_EXAMPLE = re.compile(r"論文の|割合|何%|順位|金額|いくら|総額|予算|日本と(?:の)?(?:違い|比)|比べ")


# As it is spoken, as it is written: 「差の差ってなんなん?」 「何時間が分かれ目?」 「補助なしなら?」.
WRITTEN = (
    (re.compile(r"(?:って|とは|いうのは)、?(?:なん|何)(?:なん|やの|なんや|やろ|なの)(?:か|ん|よ|さ)?[??。]*$"), "とは何ですか"),
    (re.compile(r"(?:年(?:に|間)?)?何時間(?:くらい|ぐらい)?が(?:分かれ目|境目?|損益分岐点?)(?:です|でしょう|なの|に(?:なる|なります))?(?:か|の)?|(?:分かれ目|境目?)は(?:年(?:に|間)?)?何時間(?:です|でしょう)?(?:か)?"), "損益分岐は何時間?"),
    (re.compile(r"(?<![一-龥])補助(?=(?:が|は)?(?:なし|無し|ゼロ)(?:なら|だと|だった|で|の場合|に))"), "補助金"),
)


def spoken(text: str) -> str:
    """The plain question for such a message; any other message as it is."""
    text = HEARD.sub("", text)
    if len(text) > LONGEST:
        return text
    for said, plain in WRITTEN:
        text = said.sub(plain, text)
    text = SAID.sub(r"\g<claim>\g<ending>のは", text).replace("だけがAI", "がAI") if SAID.search(text) else text
    if LOSERS.search(text) and not NO_LOSERS.search(text):
        return LOSERS_ASKED
    if match := READ_FIRST.match(text):
        return f"{match['of'] or match['about'] or DIVIDE}について書いた論文を{match['after'] or match['before']}本挙げてください"
    if PUBLIC.search(text) and ABROAD.search(text) and EXAMPLE.search(text) and not NO_EXAMPLE.search(text):
        return ABROAD_ASKED
    return meaning_spoken(text)
