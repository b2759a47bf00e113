"""Questions put as one speaks of them, or around what is held, written as the question that the corpus answers: who lost, what to
read first, what other countries do, what training a model costs."""

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
# 「ほんまかいな。反対のこと言うてる論文はないの?」: what only doubts is no part of the question behind it.
DISBELIEF = re.compile(
    r"^(?:え[えーっ]*、?|いや、?|おいおい、?|マジ|まじ|本当|ほんと(?:う)?|ほんま|ホンマ|ほんまもん|本真|嘘|うそ|ウソ|まさか|信じ(?:られ)?(?:ない|へん|がたい)|眉唾|ありえ(?:ない|へん)|怪し(?:い|いな)|あやしい|そんな(?:あほな|ばかな|バカな|馬鹿な|アホな)|どうだか|さようか)"
    r"(?:かいな?|かね|かよ|かなあ?|か|に|で|なん|なの|やろ|だろ(?:う)?|やん|じゃん|でしょう?|です|っすか|だ|や|や?ねん|な|なあ|ね|わ|けど|の|ー|〜)*[。!?!?…~ 、]+\s*(?=[^。]{8,})"
)
# 「大手だけが独占しているという話は本当ですか」: the claim itself is judged.
SAID = re.compile(r"(?P<claim>独占|寡占|支配|牛耳|一極集中)(?P<ending>[ぁ-ん]{1,8}?)(?:という|っていう|って)(?:話|噂|うわさ|主張|指摘|見方|説|記事|声|意見)(?:は|って)(?=本当|ほんと|事実|正し|確か)")
NO_EXAMPLE = re.compile(r"論文の|割合|何%|順位|金額|いくら|総額|予算|日本と(?:の)?(?:違い|比)|比べ")


# 「だれが言ってるの、それ」: what is pointed at stands last.
TRAILING = re.compile(r"^(?P<asked>[^、。]{0,10}(?:誰|だれ|どこ|何|なに|なんで|なぜ|いつ|どう)[^、。]{1,16})[、 ](?:それ|これ|あれ|その話)(?:は|って)?[。??]*$")
# 「取締役会のスピーチの準備で、AI研究の全体像を教えて」: what it is read up for is no text that is wanted.
PREPARED = re.compile(r"^[^。、??]{0,20}?(?:スピーチ|講演|挨拶|あいさつ|発表|会議|役員会|取締役会|登壇|プレゼン|面談|取材|商談|打ち合わせ|視察|勉強会|研修)[^。、??「」]{0,6}?(?:の(?:下?準備|下調べ|予習|勉強|参考|前提|仕込み|材料集め)|に(?:備え|向け|先立)|(?:の|する)前に|を控え)(?:として|のために?|で|に|て|、|まず|、)*(?=.{6,})")
READ_UP = re.compile(r"全体像|概要|概略|概観|動向|状況|現状|基礎|基本|背景|論点|要点|ポイント|流れ|あらまし|知識|とは|知りたい|押さえ|教えて")
NO_TEXT = re.compile(r"原稿|一言|ひとこと|言い方|言い回し|フレーズ|文章|文面|つかみ|挨拶文|スピーチ(?:を|に|文|案)|使える|話せる|言える|書いて|作って")
# 「AIの学習って結局なんぼかかるん?」 「モデルを一つ作るのにいくら」 「LLM作るのに何億かかるの」: what training costs at large, of no model named and in nobody's firm.
MADE = r"(?:AI|人工知能|生成AI|(?:AI|言語|基盤|大規模|大規模言語|最先端の)?モデル|LLM|大規模言語モデル)"
TRAIN = r"(?:学習|がくしゅう|訓練|トレーニング)(?!者|会|院|データ)(?:さ?せ?る|し(?:たら|て)|させ(?:たら|て)|する)?"
BUILD = r"(?:作る|つくる|作ったら|作って|開発(?:する|したら)?|育てる|こしらえる)"
AMOUNT = r"(?:いくら|なんぼ|何[十百千万億兆]*(?:円|ドル)|何億|お?金(?:は|が|って)?(?:どれ|どの|いくら|なんぼ)|どれ(?:くらい|ぐらい|だけ|ほど)(?:の)?(?:お?金|費用|コスト)|どの(?:くらい|ぐらい|程度)(?:の)?(?:お?金|費用|コスト)|(?:費用|コスト|代|費)(?:は|って|の相場|が)?(?:どれ|どの|いくら|なんぼ|相場|[??]|$))"
TRAINING_COST = re.compile(rf"(?:{MADE}(?:の|を|って|に|は|、)*(?:一つ|1つ|1回|一回|一から|1から|ゼロから)?、?{TRAIN}|(?:LLM|{MADE}モデル|(?<!AI)モデル|生成AI|大規模言語モデル)(?:の|を|って)*(?:一つ|1つ|一から|ゼロから)?、?{BUILD})(?:の|に|は|って|には|のに|のって|と|費|代|、|結局|ざっくり|一体|いったい|だいたい|大体|実際)*{AMOUNT}", re.IGNORECASE)
TRAINING_ASKED = "AIの学習費用はいくらですか"
NO_TRAINING = re.compile(
    r"うち|自社|当社|弊社|わが社|我が社|社内|社員|従業員|研修|講座|教室|人材|論文|試作|プロトタイプ|クラウド|共同|追加|ファインチューニング|微調整|再学習|転移|LoRA|GPU|時間|何日|何か月|電力|電気|排出|CO2|計算量|データ(?:は|が|を|量)|"
    r"最先端|最新|最大|現在|いま|今(?!回)|足元|最近|フロンティア|毎年|年に|何倍|ペース|GPT|Claude|Gemini|Llama|DeepSeek|BERT|BLOOM|トランスフォーマー|Transformer|小さ|小規模|軽量|中央値|平均|典型|推移|(?:19|20)\d\d|将来|今後|来年|万円|億円|予算|投資|使う|利用|外注|頼ん",
    re.IGNORECASE,
)
# As it is spoken, as it is written: 「差の差ってなんなん?」 「何時間が分かれ目?」 「補助なしなら?」.
WRITTEN = (
    (re.compile(r"(?:って|とは|いうのは)、?(?:なん|何)(?:なん|やの|なんや|やろ|なの)(?:か|ん|よ|さ)?[??。]*$"), "とは何ですか"),
    (re.compile(r"(?:年(?:に|間)?)?何時間(?:くらい|ぐらい)?が(?:分かれ目|境目?|損益分岐点?)(?:です|でしょう|なの|に(?:なる|なります))?(?:か|の)?|(?:分かれ目|境目?)は(?:年(?:に|間)?)?何時間(?:です|でしょう)?(?:か)?"), "損益分岐は何時間?"),
    (re.compile(r"、?日本語で(?=、?(?:一行|一言|ひとこと|簡単|簡潔|短く|手短|[3三]行|ざっくり|わかりやすく|分かりやすく))"), "、"),
    (re.compile(r"(?<=[学訓][習練]の)(?:消費電力|電力消費)量?"), "電力"),
    (re.compile(r"(?<![一-龥])補助(?=(?:が|は)?(?:なし|無し|ゼロ)(?:なら|だと|だった|で|の場合|に))"), "補助金"),
)


def spoken(text: str) -> str:
    """The plain question for such a message; any other message as it is."""
    text = DISBELIEF.sub("", HEARD.sub("", text))
    if len(text) > LONGEST:
        return text
    text = TRAILING.sub(r"\g<asked>", text)
    if (prepared := PREPARED.match(text)) and READ_UP.search(rest := text[prepared.end() :]) and not NO_TEXT.search(rest):
        text = rest
    for said, plain in WRITTEN:
        text = said.sub(plain, text)
    text = SAID.sub(r"\g<claim>\g<ending>のは", text).replace("だけがAI", "がAI") if SAID.search(text) else text
    if TRAINING_COST.search(text) and not NO_TRAINING.search(text):
        return TRAINING_ASKED
    if LOSERS.search(text) and not NO_LOSERS.search(text):
        return LOSERS_ASKED
    if match := READ_FIRST.match(text):
        return f"{match['of'] or match['about'] or DIVIDE}について書いた論文を{match['after'] or match['before']}本挙げてください"
    if PUBLIC.search(text) and ABROAD.search(text) and EXAMPLE.search(text) and not NO_EXAMPLE.search(text):
        return ABROAD_ASKED
    return meaning_spoken(text)
