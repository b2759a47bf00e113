"""Whom an answer is for, where it is to be used, and in what manner it is wanted. None of this is ever a subject of the data: 「息子に説明するさかい」
「朝イチで使うから」 「孫でもわかるように」 「ざっくり」 「TL;DR」. It is taken out of the question, and its manner written as the lexicon expects it (短く)."""

import re

from assistant.understand.cues.worded import wording_wanted
from assistant.understand.plans.plan_talk import sentence_wanted
from assistant.understand.plans.uncounted import uncounted

# Whom something is told to: any noun before a verb of telling that gives a purpose.
BEGINS = r"(?:^|(?<=[、。をて?!?\s]))"
WHOSE = r"(?:うちの|ウチの|当社の|弊社の|社内の|私の|僕の|俺の|わが社の|隣の|今度の|新しい|若い)?"
PERSON = rf"{WHOSE}[^\s、。,.??!「」はがをもの何0-9A-Za-z]{{1,9}}?(?:さん|たち|さま|様|ら)?"
TELL = r"(?:(?:簡単|手短|すぐ|軽|端的|口頭|今すぐ|至急|あとで|後で|ちょっと|ちゃんと)[にくで]?)?(?!話せ|言え|しゃべれ|読め)(?:ご?(?:説明|報告|紹介|発表|共有|回覧|提出|プレゼン|答弁|案内|連絡)|話|伝え|教え|見せ|送[るりっ]|言[いうわ]|配[るりっ布]|読ませ|聞かせ|分からせ|わからせ)"
BENT = r"(?:し|する|せ|さ|す|て|で|でき|出来|た[いく]|なきゃ|なく|ちゃ|なければ|ならな|ない|いけな|いと|あかん|やる|やり|やら|あげ|る|る?必要が?あ|よう?(?:と思|に)|や[すな]|こと|予定|つもり|に|な|の|なん|ん|思|い|う|っ|おり|ます|です|だ|や)*?"
PURPOSE = r"(?:ので|んで|もんで|から|さ[かけ]い?(?:に)?|けん|ため(?:の|に)?|けど|けれども?|のだが|んだが|のですが|んですが|ますが|ですが|ねんけど|よう(?:に|な形で)?|(?:形|かたち|感じ)で|のに|用に|(?:際|とき|時|場合)(?:に|用に|、))"
TOLD_TO = rf"{PERSON}(?:に(?:も|は|でも|対して|向けて)?|へ|相手に){TELL}{BENT}{PURPOSE}[、,。]?\s*"
# Where it is used: an occasion before a verb of using or speaking. 「日本で使うため」 is no occasion.
OCCASION = r"(?:会|会議|会見|式|礼|場|席|場面|授業|講義|面談|商談|取材|研修|朝|夜|昼|夕方|午前|午後|朝(?:イチ|いち|一)|今日|明日|今夜|明朝|来週|今週|月曜|週明け|[月火水木金土日]曜日?|このあと|この後|すぐ|プレゼン|ピッチ|セミナー|スピーチ|ミーティング|イベント|ワークショップ|ゼミ|稟議|答弁|社内|社外|職場|現場|家|家族|飲み会|ランチ|ラジオ|テレビ|番組|[Ii][Rr]|QBR)"
USED = r"(?:使|つか|話|言|しゃべ|喋|読み上げ|読|配|発表|紹介|披露|回|流|出|見せ|説明|報告|プレゼン|共有)"
USED_AT = rf"[^\s、。,.??!「」はがをもって0-9A-Za-z]{{0,10}}?{OCCASION}(?:で|に|の(?:場|席|とき|時|中)で){USED}{BENT}{PURPOSE}[、,。]?\s*"
IN_ENGLISH = r"(?:(?:so )?(?:i|we) (?:need|want|have) (?:it |this )?)?(?:(?:to (?:explain|tell|show|present|report|use|brief|give)(?: (?:it|this|that))?(?: (?:to|for|with))? |for )(?:my|our|the)? ?(?:boss|manager|son|daughter|wife|husband|kids?|mother|father|grand\w+|team|staff|colleagues?|board|directors?|ceo|cfo|president|chairman|dean|customers?|clients?|investors?|shareholders?|press|reporters?|students?|meeting|morning meeting|study group|workshop|speech))(?: (?:meeting|members?))?[,:.]?\s*"
# Who asked for it: 「監査役から意見を求められた。」
ASKED_BY = rf"{PERSON}(?:から|に|より)(?:意見|説明|回答|返答|報告|数字|数値|データ|資料|コメント|見解)を(?:求め|頼ま|せがま|言いつけ|要求さ|催促さ|要望さ)(?:られ|れ)(?:て(?:い(?:る|ます|まして)?)?|た|ました|まして)(?:ので|から|んで|のだが|んだが|のですが|んですが|けど)?[、。]\s*"
# A sentence of its own that only tells where the answer is to stand: 「社債投資家説明会で引用予定です。」
QUOTED_AT = rf"[^\s、。??!「」]{{0,18}}?(?:{OCCASION}|資料|原稿|冊子|記事|報告書)(?:の(?:資料|原稿|冒頭))?(?:で|に|へ|向けに)(?:も)?(?:引用|使用|利用|配布|説明|発表|掲載|提示|報告|紹介|回答|記載)(?:を)?(?:し|する)?(?:の)?(?:予定|ます|たい|つもり|ことになっ(?:て(?:い)?ます|た|ており))(?:の|と|で)?(?:です|だ|おり|でして|思い|考え|ます|まして|ので)*。\s*"
WHO_OR_WHERE = re.compile(rf"{BEGINS}(?:{TOLD_TO}|{USED_AT}|{ASKED_BY}|{QUOTED_AT})|(?:^|(?<=[,.?!]\s)|\s){IN_ENGLISH}(?=$|\S)", re.IGNORECASE)

# In what manner: (words, how they are written).
ASK = r"(?:、|。|\s|で(?:いい|良い|よい|ええ|結構|構わない)?(?:です|ので|から|よ|わ)*|言うと|いうと|言えば|言って|言い換えて|言い直して|教えて|説明して?|まとめて|要約して|解説して?|話して|書いて|書き直して|直して|答えて|お願い(?:します)?|おねがい|頼(?:む|みます|むわ|んます|んまっさ|むで|みたい)|たのんます|言うて|いうて|ゆうて|ください|下さい|くれ|ちょうだい|もらえますか?|もらえる|もらって|いただけますか|ほしい|欲しい|して|に|と|は|な(?:話|ら|の)?|どう(?:なる|いうこと|です)?|何|なに|か|ね|[??!.]|please|me|it|give|that)*"
SHORT = r"(?:ざっくり|ざっと|[サさ][クく][ッっ]|[サさ][ラら][ッっ]|ちゃちゃっ|[パぱ][パぱ][ッっ]|手っ取り早く|かいつまん|端的|ひと口|ひとくち|(?:the |a )?(?:tl;? ?dr|tldr|in a nutshell|in short|in brief|in a word|briefly|quick(?:ly)?(?: (?:answer|summary|version|recap|one)|(?=[\s.!?]*$|[,:]))|short(?: (?:answer|summary|version))|bottom line|gist|long story short|executive summary))(?:と|に|で)?"
# 「数字に弱い社長にもわかるように」「統計の素養がない役員向けに」「エンジニアじゃない人向けで」.
NO_EXPERT = r"(?:素養(?:が|の)ない|知識(?:が|の)ない|詳しくない|明るくない|強くない|得意でない|苦手な?|弱い|疎い|うとい|知らない|わからない|分からない|(?:じゃ|では|で)ない|非エンジニアの?|素人の?|初心者の?|文系の?|門外漢の?|専門外の?)"
HEARER = r"(?:人|方|者|社長|役員|上司|部長|専務|常務|会長|父|母|家族|社員|経営者|経営陣|経営層|相手|層|部下|取締役|監査役|株主|投資家|記者|お客|顧客)?(?:さん|たち|達|様)?"
FOR_THEM = rf"[^、。??をはっ]{{0,12}}?{NO_EXPERT}{HEARER}(?:向け(?:に|で|の)?|(?:に|にでも|でも|にも)(?:すぐ|簡単に|十分)?(?:わか|分か|理解でき|伝わ|通じ|飲み込め|腹落ちす)る(?:よう|くらい|ぐらい|レベル|言葉|程度|説明)(?:に|で|の)?)"
NAIVE = r"(?:as (?:you|one) would (?:do )?(?:to|for) |(?:to|for) )(?:a|an|my|the|our) [a-z]+ (?:who|that|with no|without) [a-z' ]{4,60}?(?=[.?!]*\s*$)"
SIMPLE = rf"(?:{FOR_THEM}|(?:小学生|中学生|高校生|子ども|子供|園児)の[^、。はを]{{1,3}}(?:にでも|にも|でも)(?:わか|分か|話せ|説明でき|伝わ|通じ)る(?:よう|くらい|ぐらい|言葉)(?:に|で)?、?(?:噛み(?:砕|くだ)いて)?|{NAIVE}|as you would (?:(?:explain|put|say) (?:it|this|that) )?to (?:an?|my|our|the) [^.,;?!]{{2,70}}|(?:so that )?(?:my|our|the) (?:boss|ceo|cfo|president|chairman|board|directors?|staff|team) (?:can|could|will|would) (?:understand|get|follow)(?: it)?|[易優]しく|やさしく|やさしめに|(?:{PERSON}|誰|だれ)(?:に)?(?:でも|にも|も)(?:すぐ|簡単に|十分)?(?:わか|分か|理解でき|伝わ|通じ|飲み込め|話せ|説明でき|言え)る(?:よう|くらい|ぐらい|レベル|言葉|程度)(?:に|で|の)?、?(?:噛み(?:砕|くだ)いて)?|(?:専門用語|横文字|カタカナ|難しい言葉)(?:は)?(?:なし|抜き|無し|使わず|を使わず)(?:に|で)?|eli5|like i'?m (?:five|5)|in (?:plain|simple|easy) (?:words|terms|language|japanese)|in layman'?s terms)"
THREE = r"(?:(?:3|三|three)(?:つの)?(?:要点|ポイント|点|項目|箇条書き?|(?: ?(?:key|main) )? ?(?:bullets?|bullet points|points|takeaways))(?:で|に|を)?|(?:要点|ポイント|大事な(?:点|ところ|こと)|重要(?:な)?点|肝|ツボ|キモ|結論)(?:を|は|だけ)?、?(?:箇条書きで|短く)?(?:3|三)(?:つ|点|個)(?:だけ|ほど|に|で)?|箇条書き(?:で|に)?、?(?:3|三)?(?:つ|点|個)?(?:に|で)?|(?:the |give me |what are )*(?:key |main )?(?:takeaways?|bullet points|bullets)(?: (?:in|as|with) (?:three|3)?(?: (?:key|main))? ?(?:bullets?|bullet points|points|lines))?)"
# What is too plain to be told from a question's own words asks for a short answer where it says nothing else.
ALONE = re.compile(r"(?:ごく|もっと|もう少し|なるべく|できるだけ|なる早で|すぐ|至急|急ぎで)*(?:簡単|手短|短め|コンパクト|シンプル|簡潔|さっと|ぱっと|パッと|(?:要点|要旨|肝|勘所)(?!は|って|[??])|二言三言|ひと言ふた言)(?:だけ)?(?:に|で|と|を)?")
MANNERS = ((re.compile(SHORT, re.IGNORECASE), "短く"), (re.compile(SIMPLE, re.IGNORECASE), "小学生にもわかるように"), (re.compile(THREE, re.IGNORECASE), "三行で"))
WRITTEN = {"短く": "briefly"}  # in English text
LEAD = r"(?:じゃあ?|では|で|もっと|もう少し|それを?|これを?|その話を?|今の(?:答え|話|数字|回答)?を?|さっきの(?:答え|話|数字|回答)?を?|上の(?:答え|話)?を?|答えを?|全部|要は|とりあえず|まず|これって|ok|please|now|(?:can|could) you|give me|show me|i want|we need|i need|what(?:'s| is)|、|,|\s)*"
OF = r"(?:を|は|って|について|の(?:話|件|こと)を?|に関して|とは|、|。|,|:|\?|!|\s|of|on|about|-)*"
ENDS = [re.compile(rf"(?<![A-Za-z])(?P<manner>{pattern.pattern})(?![A-Za-z]){ASK}$", re.IGNORECASE) for pattern, _ in MANNERS]
STARTS = [re.compile(rf"^(?P<lead>{LEAD})(?P<manner>{pattern.pattern})(?![A-Za-z]){ASK}{OF}", re.IGNORECASE) for pattern, _ in MANNERS]
# Words to say, a text or a document: whom they are for decides how they are worded.
TEXT_WANTED = re.compile(r"断[っりるら]|言い添え|但し書き|ただし書き|注意|留意|気を(?:つけ|付け)|言い方|言い回し|言葉|フレーズ|台詞|せりふ|セリフ|スピーチ|コメント|原稿|一言|ひとこと|一文|(?<!論)文(?:章|面|案|を|に)|スライド|資料|文書|書類|ペーパー|一枚|1枚|メモ|メール|挨拶|あいさつ|質問|想定問答|word|excel|pdf|phrase|sentence|speech|slide|e-?mail", re.IGNORECASE)
# 「日本語で言うと何割」 names no country.
IN_JAPANESE = re.compile(r"(?<![一-龥])日本語(?:で(?:言う|いう|言え|いえ|説明する|話す)(?:と|ば)|だと|で)(?!も?(?:答え|回答|書|訳|話して))、?(?=[^。]*(?:何|いく))")
# 「ICLRも同じ年でよろしく」 is no greeting.
REGARDS = re.compile(r"(?<=.{4})(?:で|を|、)?(?:どうぞ)?(?:よろしく|宜しく)(?:ね|な|です|っす|どうぞ|たのむ|たのみます|頼む|頼みます|お願い(?:し|いたし|致し)?(?:ます)?)*[。!]*$")
OPENER = re.compile(r"^(?:quick|a quick|one quick|just a quick) (?:question|one)[,:.\s-]*", re.IGNORECASE)


# 「AI投資って何からやればいい?」 asks for no meaning.
TOPIC = re.compile(r"って(?=、?(?:何|なに)から)")


def plain_manner(text: str) -> str:
    """The text without whom and what occasion the answer is for, its manner as the lexicon writes it; words to say and documents keep both.
    A message that says nothing else is left as it is."""
    text = REGARDS.sub("", TOPIC.sub("は", IN_JAPANESE.sub("", OPENER.sub("", text)) or text))
    if wording_wanted(text.lower()) or sentence_wanted(text) or uncounted(text) == "bank":
        return text
    rest = WHO_OR_WHERE.sub(" ", text).strip(" 、,")
    if rest != text and (TEXT_WANTED.search(rest) or re.fullmatch(rf"{LEAD}{ASK}", rest, re.IGNORECASE)):
        return text
    return "短く" if rest and re.fullmatch(rf"{LEAD}{ALONE.pattern}{ASK}", rest) else written(rest)


def only_occasion(text: str) -> bool:
    """Whether a message says nothing but whom the answer is for or where it is used: 「これ、親父に見せたいねんけど」."""
    return re.fullmatch(rf"(?:{LEAD})(?:{TOLD_TO}|{USED_AT}|{IN_ENGLISH}){ASK}", text, re.IGNORECASE) is not None


def written(text: str) -> str:
    """The text with its manner at the end, as the lexicon writes it."""
    for (_, word), ends, starts in zip(MANNERS, ENDS, STARTS, strict=True):
        last, first = ends.search(text), starts.match(text)
        if last is None and first is None:
            continue
        asked = text[: last.start()].rstrip(" 、,") if last is not None else text[first.end() :]
        if re.fullmatch(LEAD, asked.strip(), re.IGNORECASE):
            return word
        if asked.isascii():
            return f"{asked} {WRITTEN.get(word, word)}"
        return f"{asked}、{word}" if last is not None else f"{word}、{asked}"
    return text
