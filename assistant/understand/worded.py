"""Which words are wanted by a question that asks for no figure, told by its grammar: what this service can do, a wording for a scene, an
explanation, a doubt about the numbers, a choice between ways to go. Dialects and polite forms differ in the endings, not in this."""

import re

from assistant.understand.causes import asks_cause

# The one who is asked: 「おめえさん」「このチャット」「ここ」.
YOU = r"(?:あんた|あなた|おま[えは]|おめ(?!で|ん)|お前|きみ|君|貴殿|そなた|自分(?=何)|この(?:チャット|アプリ|サービス|ツール|システム|ボット|画面|サイト|ai|人工知能)|ここ(?:で|は|って|では|の(?=得意|守備|専門))|羅針盤|チャットくん|ボットさん)"
WHAT = r"(?:何|なに|なん|どんな(?:こと|質問)?|どういう(?:こと)?|どこまで)"
ABLE = r"(?:得意|でき|出来|して(?:くれ|け|もら)|知っ(?:て|と)|答え|こたえ|聞け|きけ|頼め|相手|役に?立|使え)"
ASKED_OF_YOU = re.compile(rf"{YOU}[^。]{{0,12}}{WHAT}[^。]{{0,10}}{ABLE}|{WHAT}(?:が|は|を)?(?:一番)?(?:得意|専門)(?:な|や|です|だ|なん|[??]|$)|{YOU}[^。]{{0,6}}(?:守備範囲|専門|取り柄|得意分野)|{YOU}[^。]{{0,12}}(?:出来|でき|答えられ|聞け)(?:る|ない)(?:こと|もん|もの|範囲)")
ASK_AND_GET = re.compile(rf"(?:{WHAT}(?:を|なら)?(?:質問を(?=し))?|どう)(?:(?<=質問を)し|き|聞|訊|尋|たず|質問し|頼|たの|入れ|打)(?:いたら|いて|いれば|けば|ねたら|ねれば|たら|めば|んだら|れば)[^。]{{0,6}}(?:答|こた|教|返|応|分か|わか|出|いい|良|よい|ええ)")
HOW_PUT = re.compile(r"(?:計算|試算|グラフ|質問|比較|英語版|要約|資料|回答)(?:って|は|を|の(?:頼み方|聞き方))[^。]{0,6}(?:どう|どうやって|何と)(?:頼|聞|入力|打|指示|言)[^。]{0,4}(?:ば|たら|のが)")
SCREEN = re.compile(r"(?:図|グラフ|表|回答|答え|出力|履歴|会話|結果)(?:を|は|の)[^。]{0,16}(?:貼|保存|コピー|ダウンロード|書き出|印刷|消|取り出)[^。]{0,10}(?:どう(?:操作|やって|する|すれば|したら)|どこ(?:を|から|に)|方法|やり方|操作|手順|できますか|できる[??])")
ENGLISH_HELP = re.compile(r"how (?:to|do i|can i) use|what can (?:you|i)|can you (?:answer|speak|understand)|who are you|what (?:kind of )?questions")

SCENE = r"(?:社長|ceo|cfo|cto|役員|経営陣|取締役|ボード|専務|常務|会長|株主|投資家|銀行|記者|上司|部長|監査役|顧問|社員|朝礼|総会|会議|会見|挨拶|プレス|広報|ir|面談)"
# Questions to put to somebody: 「社長に聞く質問を二つ」.
TO_PUT = re.compile(rf"{SCENE}[^。]{{0,8}}(?:に|へ|から)[^。]{{0,10}}(?:聞[くきけい]|訊|問[ういえ]|ぶつけ|投げ|チャレンジ|尋ね|突っ込|迫[るれ]|する)[^。]{{0,8}}(?:質問|問い|クエスチョン|ツッコミ|突っ込み|一問|問(?=を))")
# What to reply: 「…と言われた時の切り返し」「…と問われたら何と答えれば」.
REPLIED = re.compile(
    r"(?:と|って|て|を|に)(?:は)?(?:言わ|聞か|問わ|指摘さ|詰めら|突か|突っ込ま|責めら|迫ら|質問さ|反論さ|追及さ|詰問さ|尋ねら|訊か|批判さ)れ(?:たら|た(?:とき|時|場合|際)|そう|れば|ると|る(?:とき|時|はず|だろう)|て(?:も|困))[^。]{0,24}"
    r"(?:何と|なんと|なんて|どう(?:答|返|応|言|切|説明)|切り返|返[すせし]|応じ|言い返|受け答え|かわ[すしせ]|乗り切|答え(?:方|を|れば|たら)|一言|セリフ|台詞|文句)"
)
THING = r"(?:一文|文章|説明文|案文(?!を?word)|挨拶文?|あいさつ文?|紹介文|一言|ひとこと|コメント|文句|台詞|セリフ|口上|声明|キャッチコピー|言い回し|表現|言葉|スピーチ|原稿|トーク)"
MADE = r"(?:考え|作[っりる成]|書[いきけ]|くれ|下さ|くださ|ちょうだい|頂戴|欲し|ほし|頼[むみま]|用意|お願い|願い|に(?:して|したって|し(?:た|ろ)|直し|まとめ)|教え|出し|提案|ひねり)"
COMPOSED = re.compile(rf"{SCENE}[^。]{{0,30}}{THING}(?:を|に|が|案を|[一二三四五\d]つ|で)?[^。]{{0,8}}{MADE}|(?:内容|今の|いまの|話|結論|数字)[^。]{{0,14}}{THING}(?:に(?:して|したって|直し|まとめ)|で言)")
ENGLISH_WORDING = re.compile(r"(?:sentence|phrase|one[- ]liner|line|wording|reply|talking point)s?\b[^.?]{0,12}(?:to|for|that)\b[^.?]{0,40}(?:ask|say|tell|answer|board|boss|president|meeting|ceo|customer)")
BELIEVED = re.compile(r"どこまで(?:信|言(?:え|って))|信じて(?:よ|い|ええ|大丈夫)")

# The numbers themselves are doubted: 「実際より低く出ている可能性」「割り引いて読むべき」.
SKEWED = re.compile(r"(?:過大|過小|高め|低め|多め|少なめ|高く|低く|多く|少なく|大きく|小さく|甘く|盛って)(?:に|見積)?[^。、]{0,6}(?:見え|出|なって|なりすぎ|見積|評価され|数え|算出)[^。、]{0,8}(?:可能性|恐れ|おそれ|こと(?:は|って)な|んじゃ|のでは|危険|心配|あり得|ありえ|ない(?:です|か|の))|(?:実際|実態|本当|現実)より(?:も)?(?:高|低|多|少な|大き|小さ)[^。、]{0,4}(?:出|見え|なっ|数え|算出)[^。、]{0,8}(?:か|の|でしょう|ません)[??。]*$")
DISCOUNTED = re.compile(r"補(?:って|正して|うて)(?:読|見|考)|割り引いて(?:読|見|考|受け)|差し引いて(?:読|見|考)|(?:数字|統計|集計|分類|データ|指標|参加率|割合|ランキング)[^。]{0,14}(?:難点|穴は|穴が|死角|盲点|泣き所|粗|あら[はが]|抜けて(?:い|る)|取りこぼ|漏れて|信憑)")
ATTACKED = re.compile(r"(?:選び方|選定|抽出|集め方|標本|サンプル|母集団)[^。、]{0,6}(?:偏|バイアス|恣意)|(?:線引き|区分け|仕分け|数え方|集計|集め方|やり方|手法|分類)[^。、]{0,10}(?:弱|甘[いく]|怪し|おかし|乱暴|粗[いく]|無理が)|(?:結果|数字|集計|統計|データ|割合|率|論文)[^。]{0,16}(?:歪|ゆが)(?:ん|み|む|め)|(?:語る|決める|測る|言う|判断する|比べる)(?:の|ん)(?:は|って)[^。、]{0,4}(?:乱暴|短絡|早計|言い過ぎ|無理|危険)|(?:ツッコ|突っ込|つっこ|反論さ|攻め|突か)[^。]{0,8}(?:どこが?(?:痛|弱|まず|危)|(?:痛|弱)い(?:の|ん|とこ))|言い切(?:っ|れ)[^。]{0,6}(?:ええ|いい|良い|大丈夫|よい|ます|る)[^。]{0,4}(?:か|ん|の)|言ってはいけない|言っちゃ(?:いけ|あか|だめ|ダメ)|言うたらあか")
MIXED_IN = re.compile(r"(?:分類|区分|「?[^。、「」]{2,8}」?の(?:企業|会社|大学))[^。]{0,2}(?:に|には|へ)[^。]{0,20}(?:混ざ|混じ|紛れ|入り込)[^。、]{0,6}(?:ない|いる|ませ)(?:の|か|です|でしょ)|分類の(?:限界|誤り|精度|正しさ)")
ENDS_AT = re.compile(r"(?:なぜ|なんで|何で|なして|どうして|どういうわけで|どない)[^。]{0,14}20\d\d年?[^。]{0,10}(?:参考(?:値|扱い|程度)|使わな|入れな|除[いく]|外し)|(?:なぜ|なんで|何で|なして|どうして|どないして|なんでや)[^。]{0,20}(?:データ|統計|数字|集計|グラフ|資料)[^。]{0,12}(?:まで|で(?:止|終|切)|しか|止まっ|途切れ|古)|(?:データ|統計|数字|集計|グラフ)[^。]{0,12}(?:20\d\d|令和\d+)年?(?:で|まで)[^。]{0,4}(?:止|終わ|切れ|しか)|20\d\d年?(?:まで|で)(?:しか|切れ|止ま|終わ|途切れ|止め)[^。]{0,10}(?:事情|理由|わけ|訳|背景|のは(?:なぜ|どうして)|影響|支障)")

# A way of saying what the numbers show is to be judged: 「因果で書くのは問題ありますか」「下限値だと注記すべき根拠」.
WRONGLY = r"(?:言い過ぎ|言いすぎ|間違|まず[いく]|まずかろ|だめ|ダメ|問題|嘘|ウソ|飛躍|誤解|乱暴|早計|差し支え|不正確|危[なう険])"
SAID_WRONGLY = re.compile(
    rf"とまで(?:は)?(?:言え|言い切れ|言って)|因果(?:関係)?(?:で|として|だと)[^。、]{{0,4}}(?:書|言|語|断|述|説明)|(?:と|って)、?(?:書い|言っ|言い切っ|断言し|説明し|述べ|まとめ|結論し)(?:たら|ては|ちゃ(?:う(?:と|のは)?)?|てしまうと|ても|て)、?[^。]{{0,8}}{WRONGLY}|"
    rf"(?:と|で)、?(?:書く|言う|述べる|説明する|まとめる|断言する|結論する|片付ける)(?:の|こと)は[^。]{{0,8}}(?:{WRONGLY}|正し|妥当|適切|無理|いけな)|(?:下限|上限|過小|過大|控えめ)(?:な)?(?:値|数字|評価|推定)?(?:だ|である|です|になる)?、?(?:と|という|との)(?:注記|但し書き|ただし書き|断り|明記|言え)"
)
VERIFIED = re.compile(r"(?:名寄せ|分類|仕分け|突き合わせ|突合|同定|紐[付づ]け|ひもづけ|所属の(?:判定|特定|割り当て))[^。、]{0,14}(?:検証|精度|誤り|ミス|間違い|エラー|見落と|あやう|危う|怪し|揺れ|信頼)")
PARTIAL = re.compile(r"(?:会議論文|国際会議|会議|学会|論文)(?:だけ|のみ|しか)(?:を|で|に)?(?:見|数え|使|集計|頼|基づ|限)[^。]{0,20}(?:語れ|言え|わか[るり]|分か[るり]|測れ|足り|十分|片手落ち|偏[らり]|代表|取りこぼ|抜け|こぼれ|見落と)")
OMITTED = re.compile(r"(?:プレプリント|arxiv|雑誌|論文誌|ジャーナル|特許|査読前|ワークショップ|国内会議)[^。]{0,14}(?:抜い|抜け|入れ(?:て(?:い)?)?な|入ってい?な|含め?(?:て(?:い)?)?な|含まれ(?:て(?:い)?)?な|外し|除い|数え(?:て(?:い)?)?な|見て(?:い)?な|使って(?:い)?な|対象外)[^。]{0,40}(?:数字|結果|率|割合|偏|癖|歪|影響|結論|意味)")
TREATED = re.compile(r"(?:所属|分類|機関)[^。]{0,8}(?:不明|分から|わから|判明し|判らな)[^。]{0,14}(?:扱|処理|どうして(?:る|い|ん)|どうした|どうなって|除(?:い|か|外)|含め|含んで)(?!.*(?:何%|何割|割合は|推移))")

# Methods of estimating; beside a word of explaining their meaning is asked, not their result.
METHOD = r"(?:合成(?:コントロール|対照|統制)法?|synthetic control|gsynth|差の差(?:分析|法)?|差分の差分|did|イベント・?スタディ|固定効果|平行トレンド|ブートストラップ|信頼区間|有意差|有意水準|p値|標準誤差|ジニ係数|hhi|ハーフィンダール(?:指数)?|gini|按分|分数カウント|フルカウント|全数カウント|整数カウント|ポイント差|プラセボ検定|ファインチューニング|事前学習|蒸留|量子化)"
EXPLAINING = r"(?:とは(?!いえ|違|別)|何(?:ぞや|者|物|か|なの|です|の略|のこと|が(?:違|別|うれし|嬉し|緩和))|なん(?:や|ですか|なの|のこと|ぞ)|どういう|どう(?:説明|読[むみめ]|解釈|違)|読み方|見方|意味|概略|概要|仕組み|説明|解説|例え|たとえ|分か(?:る|ら)|わか(?:る|ら)|飲み込め|ピンと|違い(?:が|は|を|って|$|[??])|別物|噛み砕|かみ砕|平たく|定義)"
METHOD_MEANT = re.compile(rf"{METHOD}[^。]{{0,24}}{EXPLAINING}|{METHOD}[^。]{{0,16}}。?[^。]{{0,16}}(?:読み方|見方|意味|例えで|たとえで)|(?:全数|分数|フル|按分)[^。、]{{0,8}}と(?:全数|分数|フル|按分)[^。、]{{0,8}}の?(?:違い|差)")
SAID_PLAINLY = re.compile(r"という(?:単語|言葉|用語|語|概念)(?:を|は|が|の)?[^。]{0,24}(?:知り|知ら|言い換え|説明|分から|わから|通じ|ピンと|意味)|(?:何を何で割|分母と分子|何を足し|どう割っ)")
LIKENED = re.compile(r"(?:の|[^。、]って)(?:読み方|解釈の仕方|読み解き方)(?:を|は|が|って|$|[??])|[^。、]{2,}と[^。、]{2,}(?:って|は|とは|の)何が(?:違|ちが)[うい]|(?:っちゅう|ちゅう|ていう|という)(?:の|ん|もん)(?:は|って)[^。]{0,4}何を[^。]{1,6}(?:数字|もん|もの|値)|(?:例え|たとえ)(?:で|に(?:して|なぞ))(?:[^。]{0,8}(?:ひとつ|一つ|頼|説明|教|お願)|$|[??。])")

# What a name covers: 「エリート大学とは具体的にどの範囲?」「ランク帯は何を基準に分けているのか」.
COVERED = re.compile(
    r"(?:範囲|線引き|境目|境界|区切り|区分|ランク帯|順位帯|帯|定義|基準)(?:は|を|が|って|というの[はが])[^。]{0,8}(?:どう(?:やって)?|何で|何を(?:基準|もと|元)に|どこで|誰が|何に(?:基づ|よ))[^。]{0,6}(?:決ま|決め|引|分け|選|定め|作)|"
    r"(?:というの|っていうの|という言葉|とは|って)(?:は|が)?、?(?:具体的に|いったい|一体|要するに)?(?:は)?、?(?:どの|どこ(?:から|まで)|どんな)[^。]{0,10}(?:範囲|指[しす]|こと(?:です|なの|を|か|$|[??])|含[みむま])|(?:何を基準に|どういう基準で|どんな基準で)[^。]{0,8}(?:分け|決め|区切|選|分類)"
)
# Why a value moved or stands where it does, whatever metric is named: 「ICMLの大学単独率はなぜ下がったのですか」.
REASON = re.compile(r"(?:(?:なぜ|何故|ナゼ|なんで|何で|どうして)(?!か[、は]|る)|(?:どういう|どんな)(?:わけ|理由|訳|経緯)で)[^。]{0,16}(?:上が|下が|増[えや]|減[っらるり]|伸び|落ち|高[いくま]|低[いく]|多[いく]|少な|縮[まん小]|広が|変わ|変化|急増|急減|上昇|低下)|\bwhy (?:did|has|have|is|are|do|does)\b", re.IGNORECASE)

WAYS = re.compile(r"(?:三|3|二|2|両)(?:つの?)?(?:案|戦略|つの道|通り|択)(?:の|を)?[^。]{0,4}(?:比較|比べ|並べ|違い|整理|長短|優劣)|(?:いい|良い|よい|ええ)(?:ところ|とこ|点|面)[^。]{0,6}(?:悪い|わるい|まずい|あかん)(?:ところ|とこ|点|面)|(?:利点|長所|メリット|良さ|強み)と(?:欠点|短所|デメリット|弱み|難点)|得失|(?:続ける|続行|継続|撤退|やめる|中止|停止)(?:の)?(?:基準|条件|目安|ライン)(?!は(?:何年|いくら))|(?:落とし穴|進め方|手順|注意点|段取り|気(?:を|ぃ)?つける(?:こと|点|とこ))と(?:落とし穴|進め方|手順|注意点|段取り)|決めかね|(?:どちら|どっち|どれ)(?:から(?:始|手|入|やる)|が(?:無難|賢明|得策|現実的|妥当))|what (?:do )?you recommend|which first step|what should we")

SUMS = re.compile(r"採算|回収|\broi\b|リターン|対効果|期待値|npv|irr|正味現在|割引率|損益分岐|万円|億円|何年で|感度")

# A greeting and who one is, and no question: 「こんにちは、大学との窓口を担当している者です。よろしくお願いします」.
GREETED = re.compile(r"(?:こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|初めまして|お世話になっ(?:ております|てます)|ごめんください)[^??]{0,60}(?:者です|と申します|担当です|(?:よろしく|宜しく)(?:お?願い?|たのみ|頼み)?[^。、??]{0,10})[。!]*$")
OUR_DATA = re.compile(r"データ|数字|数値|統計|集計|推定|羅針盤|この(?:分析|結果)")


def help_wanted(text: str) -> bool:
    """What this service can do, and how it is used, is asked for."""
    return any(pattern.search(text) for pattern in (ASKED_OF_YOU, ASK_AND_GET, HOW_PUT, SCREEN, ENGLISH_HELP))


def wording_wanted(text: str) -> bool:
    """Words to say in a scene: questions to put, a reply, a sentence for an occasion."""
    return not BELIEVED.search(text) and any(pattern.search(text) for pattern in (TO_PUT, REPLIED, COMPOSED, ENGLISH_WORDING))


def numbers_doubted(text: str) -> bool:
    """How far the numbers are right, or what they show of a cause, is asked for, not a number."""
    return asks_cause(text) or any(pattern.search(text) for pattern in (SKEWED, DISCOUNTED, ATTACKED, MIXED_IN, ENDS_AT, TREATED, SAID_WRONGLY, VERIFIED, PARTIAL, OMITTED))


CHECKED = re.compile(r"め(?:たい|て|る|ます|よう|させ)")


def to_check(doubts: list, text: str) -> bool:
    """Whether the words of doubt (their hits) only ask for the figure to check something by: 「DiDで確かめたい」."""
    return all(hit.text == "確か" and CHECKED.match(text, hit.end) for hit in doubts)


def data_ends(text: str) -> bool:
    """Why the data stop at a year is asked: that year is then no period of a figure."""
    return bool(ENDS_AT.search(text))


def meaning_wanted(text: str) -> bool:
    """What a method or word means is asked for, not what it comes to."""
    return any(pattern.search(text) for pattern in (METHOD_MEANT, SAID_PLAINLY, LIKENED, COVERED))


def reason_wanted(text: str) -> bool:
    """Why a figure moved is asked for, not how far."""
    return bool(REASON.search(text))


def way_wanted(text: str) -> bool:
    """A judgement between ways to go is asked for, not what one of them comes to."""
    return bool(WAYS.search(text)) and not SUMS.search(text)


def words_wanted(text: str) -> bool:
    """Whether any of these is asked for, so that no figure is, whatever the question names."""
    return any(wanted(text) for wanted in (help_wanted, wording_wanted, meaning_wanted, numbers_doubted, way_wanted))


def worded_intent(text: str, named_work: bool) -> str | None:
    """The intent that the grammar of a question for words tells, whatever it names; None where it tells none."""
    if wording_wanted(text):
        return "phrases"
    if meaning_wanted(text):
        return "explain"
    if numbers_doubted(text):
        return "paper" if named_work and not OUR_DATA.search(text) else "limits"
    return "strategy" if way_wanted(text) else None
