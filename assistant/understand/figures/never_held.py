"""What people ask of firms, conferences, papers and laws that nothing here records: 「そこの会社、研究に年なんぼ使うてんの」「EU AI Actの制裁金の上限は」.

Read before any other reading, so that neither the last figure is told again nor a passage that shares a word with it.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS, PAPER_SOUGHT, SHARE_WORD
from assistant.understand.cues.worded import wording_wanted
from assistant.understand.text.matcher import Hit, Text

ASKED = r"(?=(?:の?(?:推移|合計|平均|額|数|上限|内容|ほう|方))?(?:は|って|も(?:[、??]|$|教|知|お願)|を(?:教|知|見|調|示|聞)|が(?:い[くつ]|どれ|どの|なん|何|知|気)|と(?:か|なりますと|言うと)|について|(?:だと|やと|なら|では|で(?:言う|見る|比べ))|のうち|、|[??]|$|何|なんぼ|いくら|ほど|なん(?:です|で|ぼ)))"
# What a firm, a university or a maker is asked about.
MONEY_OF_FIRMS = re.compile(
    rf"(?:粗利(?:益率?|率)?|(?:営業|経常|純|当期)?(?:純)?利益率?|売上(?:高|総利益)?|年商|時価総額|企業価値|評価額|目標株価|株価収益率|(?<![A-Za-z])(?:PER|PBR|ROE|ROA|EPS|EBITDA)(?![A-Za-z])|配当(?:金|利回り|性向)?|研究開発(?:費|投資額?)|研究費|開発費|設備投資額?|"
    rf"内部留保|有利子負債|借入金|自己資本比率|資本金|平均年収|年収|初任給|離職率|採用(?:人数|倍率|枠)|(?:広告|事業|営業外?)?収(?:入|益)(?!率)|学費|授業料|偏差値|入試|学生数|教員数|定員){ASKED}|"
    r"(?:入る|入社|就職|採用|入学|合格|転職)[^。、]{0,6}(?:倍率|難易度|確率|試験|条件)|"
    r"(?i:(?:gross|operating|net|profit) margins?|net income|operating income|operating profit|revenues?|r\s?&\s?d (?:spend\w*|budget|expenditures?|investments?|costs?)|(?:spend\w*|spent) on (?:ai |its )?r(?:\s?&\s?d|esearch)|valuation|market cap\w*|(?:target|stock|share) price|quarterly earnings|dividends?|capex|headcount|tuition|endowment|how old is|who (?:founded|owns|runs|heads|leads [A-Z]\w+'s)|(?:the |'s )ceo\b|headquarter\w*|founder)"
)
MANY = r"(?:なんぼ|いくら|いかほど|何(?:億|兆|万|百万)円?|どれ(?:くらい|ぐらい|だけ|ほど)の?(?:お?金|費用|予算|額)|どんだけの?(?:お?金|費用|予算))"
SPENT = re.compile(rf"{MANY}(?:ぐらい|くらい|ほど|も|を|の|お?金|予算|費用)*(?:使|つこ|つか|つぎ込|注ぎ込|突っ込|投じ|投資|かけ|割[いく]|費や|投入|出資)")
# One's own money and what a model cost are told of elsewhere.
OWN_OR_MODEL = re.compile(r"うち(?:は|が|の|も|で)|当社|弊社|自社の|我が|わが|学習|訓練|モデル|作る|論文(?:を|に)|会議")
RUNNING_COST = re.compile(r"(?:電気代|光熱費|維持費|運営費|建設費|総工費)[^。、]{0,6}(?:は|って|が|、)?[^。、]{0,6}(?:いくら|なんぼ|何億|何万|どれ(?:くらい|ぐらい|ほど))")
MACHINES = re.compile(r"(?:gpu|[hab][12]00|アクセラレータ|計算機|サーバ|スパコン|データセンタ|チップ)[^。、]{0,16}?(?:何[枚台基個棟本]|何[かヶカ]所|枚数|台数|基数|個数|拠点数|なんぼ|いくつ|どれ(?:くらい|ぐらい|だけ|ほど)|どんだけ)|how many (?:[\w-]+ ){0,2}(?:gpus?|[hab][12]00s?|chips?|servers?|data ?cent(?:er|re)s?|supercomputers?)\b")
MACHINES_USED = re.compile(r"(?:gpu|アクセラレータ|計算機|チップ)の?(?:平均|合計|総)の?(?:枚数|台数|個数|使用数)|(?:gpu|計算資源|計算)の?(?:平均)?使用(?:量|時間)")
HELD_BY = re.compile(r"持[っちつ]|もっ(?:て|と)|抱え|かかえ|保有|所有|社内|自社|自前|あり(?:ま|ん)|ある|おる|置い|備え|把握|(?<![a-z])(?:own|have|has|hold|operate|run|bought)(?![a-z])")
USED_FOR = re.compile(r"学習|訓練|動か|使っ(?:た|て)|使う|要[っりる]|必要|足り|あれば|train|need")
WHOSE = re.compile(r"(?:利用者|ユーザー?|会員|契約者|登録者|加入者|購読者)(?:の?人?数)?|.+")  # the noun of it, where one is named
USERS = re.compile(
    r"(?:人員|従業員|社員|研究員|研究者|エンジニア|技術者|スタッフ|陣容)(?:の?人?数)?(?:は|って|が|も|、)[^。、??]{0,4}(?:何(?:万|千|百)*[人名]|なんぼ|どれ(?:くらい|ぐらい|だけ|ほど)|どんだけ)|"
    r"(?:利用者|ユーザー?|会員|契約者|登録者|加入者|購読者)(?:の?人?数)?(?:は|って|が|も|、)?(?:[^。、??]{0,4}(?:何(?:万|億|千)*人|なんぼ|いくつ|どれ(?:くらい|ぐらい|だけ|ほど))|[??]?$|を?教)|何(?:万|億|千)*人(?:くらい|ぐらい|ほど)?(?:が|に)?(?:使っ|使われ|利用|登録|契約)|何社(?:が|に|くらい|ぐらい)*(?:導入|使っ|契約)|"
    r"how many (?:[\w-]+ ){0,4}(?:people|users?|subscribers?|engineers|researchers|scientists|employees|staff|students|developers)(?![^?.]*(?:paper|author|publish))[^?.]{0,30}\b(?:use|uses|employ|employs|hire|hires|work|works|enrolled|at|does|have|has)\b"
)
PRODUCTS = re.compile(r"(?i)(?:chat|チャット)\s?gpt|gemini|ジェミニ|copilot|コパイロット|claude|クロード|perplexity|パープレキシティ|deepseek|ディープシーク|midjourney|grok|anthropic|openai|アンソロピック|abci|富岳|tsubame")
PUBLIC_MACHINES = re.compile(r"(?i)abci|富岳|tsubame|nairr|産総研|計算基盤")  # the summaries tell what they are built of
# What a conference is asked about beside its papers.
RUN_AS = re.compile(
    rf"(?i:(?:しめ?きり|締め?切り?|〆切り?|デッドライン|投稿期限|(?:参加|聴講)登録|開催(?:地|国|都市|場所|日|時期|日程|期間)|かいさい(?:ち|び)|会場|参加費|参加料|(?:CO2|二酸化炭素)?排出量|開催費用?|収入|収支|主催(?:者|団体)?|スポンサー|協賛(?:企業)?){ASKED}|deadlines?\b|registration fees?|where (?:is|was|will)[^?.]{{0,24}}(?:held|take place|be)|(?:スポンサー|主催|協賛)(?:になった|した|して(?:い)?る|の)[^。、??]{{0,6}}(?:どこ|誰|会社|企業)|(?:どこ(?:の(?:国|街|町|都市))?|どの(?:国|街|町|都市)|いつ)(?:で|に|から)?(?:やる|やり|やん|開[かく]|ひら[かく]|行わ|開催))"
)
REVIEWED = re.compile(rf"査読(?:の)?(?:スコア|点数?|評点|期間|日数|コメント|者の?数){ASKED}|査読者(?:は|が|って|も)[^。、]{{0,8}}(?:何人|なんぼ|誰|どれ)|(?:査読|採点)の?平均|レビュー(?:の)?(?:スコア|点数?)|(?i:\breviewers? (?:who )?(?:work|are|were|come|came|belong)\b|review(?:er)?s?'? (?:scores?|ratings?)|meta-?reviews?|rebuttals?)")
SENT_IN_VAIN = re.compile(
    r"(?:投稿|応募|提出|サブミット|出し)(?:し|され|て|た|けど|けれど|が|のに|も|は|、)*(?:落(?:と|ち|っこ)|不採|没(?:に|った)|はねられ|撥ね|蹴ら|通ら(?:な|ん)|弾か|はじか|リジェクト|ボツ)|(?:落とされ|落選し|蹴られ|はねられ|弾かれ|リジェクトされ|通らなかっ|ボツになっ)た?(?:の|ほう|方|論文|やつ|もの|分)|(?<!から)落ちた論文|"
    r"(?i:rejected (?:papers?|submissions?|ones)|(?:papers?|submissions?) (?:that )?(?:were |got |was )?rejected)"
)
CITED_MOST = re.compile(r"(?:一番|いちばん|最も|もっとも)(?:多く|よく)?引用(?:され(?:た|て(?:い)?る)|の多い|数が多い)(?:の|やつ|もの|論文)(?:は|って|を|が)?、?(?:どれ|何|なに|どの|誰|だれ|教|[??]|$)|(?i:most[- ]cited (?:papers?|one)|how many citations|average (?:number of )?citations|citations per paper)")
PUBLIC, BETWEEN = r"(?:国公立|公立|国立|州立|public)(?:大学?)?", r"(?:と|・|、|/|や|か|対|vs\.?)|\s(?:and|or|vs\.?|versus)\s"
ATTRIBUTES = re.compile(r"\b(?:h-?ind(?:ex|ices)|team sizes?|page (?:counts?|lengths?)|authors per paper|number of authors|acceptance rates?|impact factors?|self-citations?|first[- ]authors?|last authors?|word counts?|(?:were|was|as|for|only|an?) (?:orals?|posters?|spotlights?))\b", re.IGNORECASE)
OWNERSHIP = re.compile(rf"(?i:{PUBLIC}(?:{BETWEEN})(?:私立|私大|private)|(?:私立|私大|private)(?:大学?)?(?:{BETWEEN}){PUBLIC})")
POSITION = r"(?:教授|教員|先生|学生|院生|大学院生|ポスドク|助教|准教授|修士号?|博士号?|学部生|若手|シニア|男性?|女性?)"
POSITIONS = re.compile(rf"{POSITION}(?:と|・|、|/|や){POSITION}(?:さん)?(?:で|に|とで|の)、?(?:分け|別|内訳|分解|割っ|比率|割合)")
# Parts of a country: 「九州の大学だけまとめたら」「東北地方の機関だけにすると」.
OF_A_REGION = re.compile(r"(?P<name>(?:北海道|東北|関東|北陸|甲信越|中部|東海|関西|近畿|中国地方|四国|九州|沖縄)(?:(?:地方|圏)の?|の)(?:大学|企業|会社|(?:研究)?機関|国立大|私大))")
NATIONALITY = re.compile(r"(?P<name>国籍)(?:が|は|で|別|ごと|の(?:内訳|割合|比率))")
# 「題名に深層学習の語がある医療の論文」: a matter that no group, country or field of ours is.
TITLED_MATTER = re.compile(r"(?:題名|題目|タイトル|表題)[^。]{0,24}?(?:語|言葉|単語|用語)[^。、]{0,10}?(?P<name>[一-龥ァ-ヴー]{2,8})(?:系|分野|関連|領域)?の(?:論文|研究)")
ONE_AUTHOR = re.compile(r"\bmost (?:prolific|productive)\b[^.?]*\b(?:authors?|researchers?)\b|\bindividual authors?\b", re.IGNORECASE)
# 「書いた社員の名前を教えて」 after figures.
WHO_WROTE = re.compile(r"(?P<name>(?:書いた|執筆した|発表した|出した)[^。、??]{0,6}(?:社員|人|研究者|先生|教授|学生|著者|方)の(?:名前|氏名|お名前)|著者(?:の)?(?:名|氏名)(?:一覧|リスト)?)(?=を|は|って|も|[??。]|$)")
ARCHIVE = re.compile(r"\bpreprints?\b[^.?]*\b(?:arxiv|biorxiv|ssrn)\b|\b(?:on|in) (?:arxiv|biorxiv|ssrn)\b", re.IGNORECASE)
FIGURES = re.compile(r"(?:企業|大学|産学|論文|会議|学会)[^。]{0,12}(?:比率|割合|率|シェア|本数)")
# Papers carry the year of their conference and no day: 「2021年のAI論文の企業比率を月ごとに割って」.
BY_SEASON = re.compile(r"(?:月|四半期|半期|週|曜日|日|季節)(?:ごと|毎|別|単位|次)(?=[にのでを、]|推移|だと|は|も|$)|[一二三四1-4]四半期|上半期|下半期|季節(?:変動|性)")
# 「中のどの研究室が稼いでる?」 after a university.
LABS = re.compile(r"(?:どの|どこの|上位\d*の?|中の|(?:書いた|出した|執筆した)の?は?、?(?:どの|どこの)?)(?P<name>部署|部門|事業部門?|事業所|拠点|支社|チーム|研究室|ラボ|学部|学科|研究科|専攻|教室|講座)|(?P<field>研究室|ラボ|学部|学科|研究科|部署|事業部|部門|拠点)(?:別|ごと|単位)")
# The bands of the data begin at fifty: 「QSランキング上位10校だけに絞ったら」.
FEW_BEST = re.compile(r"(?P<name>(?:QS(?:ランキング|順位)?|世界(?:大学)?ラン(?:キング|ク))(?:の|で|における)?(?:上位|トップ|ベスト)?\s?(?:[1-9]|[1-3]\d)(?:校|位(?:以内|まで)|大学))(?:だけ|のみ|に|の|が|で)")
BROKEN_DOWN = re.compile(r"\bby (?:(?:the )?(?:us|u\.s\.|american) )?(?:state|gender|sex|age|ethnicit(?:y|ies)|race|nationality|city|prefecture|month|quarter|department|job title|language|seniority|career stage)s?\b", re.IGNORECASE)
LANGUAGE = re.compile(r"(?:日本語|英語|中国語|韓国語)で書(?:かれ|い)た(?:もの|論文|やつ|の)(?=は|って|が|も|の割合|[??]|$)")
HOME_MEETINGS = re.compile(r"(?:日本|国内|我が国)の学会(?:の|における|で(?:の|は)?)(?=企業|大学|産学|民間|会社)")
OWN_TRADE = re.compile(r"^(?:では|じゃあ?|で|ちなみに|あと|なら|ほな|それを?|これを?|、)*(?P<name>(?:うち|当社|弊社|自社|わが社|我が社|御社)の(?:業界|業種|同業))(?:だけ|のみ|に(?:絞|限|しぼ)|では|だと|は|って|で|の(?:数字|割合|場合))")
OTHER_RECORDS = re.compile(r"^(?:では|じゃあ?|で|ちなみに|あと|なら|ほな|それ(?:が|を)?|これ(?:が|を)?|、)*(?P<name>特許|実用新案|商標|意匠|雑誌|ジャーナル|プレプリント|書籍|arXiv)(?:の?(?:出願|登録|件数|数))*(?:やと|だと|では(?!な)|なら|の(?:ほう|方)(?:は|だと|も)?|で(?:言う|見る|比べる)と)", re.IGNORECASE)
SHORTAGE = re.compile(r"(?:国内|日本|世界|全国|業界)[^。、]{0,6}(?:人材|エンジニア|技術者)[^。、]{0,8}何(?:万|千)*人[^。、]{0,6}(?:足り|不足|必要|い[るま])")
BEST_SELLING = re.compile(r"(?:どの|どこの|どれ[^。、??]{0,2})(?:社の)?(?:生成AI|チャットボット|AI(?:製品|サービス|ツール|アプリ)|対話型AI|半導体|GPU)[^。、??]{0,8}(?:売れ|人気|使われて|シェア)")
# A firm without a name: 「競合のA社は来年AI研究に何億円の予算をつける予定?」.
OF_RIVALS = re.compile(r"(?P<name>(?:(?:競合|ライバル|同業)(?:他社|各社|の?(?<![A-Za-z])[A-Z]社)?|他社|某社|(?<![A-Za-z])[A-Z]社))(?:は|が|の|って)(?![^。??]*(?:うち|当社|弊社|自社|論文))[^。、??]{0,20}(?:予算|投資額|研究(?:開発)?費|人員|売上|何億|何兆|いくら)[^。、??]{0,16}[??。]*$")
# How a paper is written or brought through, which AI is cleverer, and what a state spends.
CRAFT = re.compile(r"(?:python|パイソン|java(?:script)?|sql|vba|excel|r言語|c\+\+)[^。]{0,24}(?:コード|スクリプト|プログラム|関数|クエリ|マクロ)[^。]{0,8}(?:書[いけく]|作[っり]|くれ|組ん|教え|頼)|(?<!らの)(?<!その)(?<!この)論文の(?:書き方|通し方|投稿の?(?:仕方|方法))(?:を|の(?:コツ|手順)|って|、|教|は?[??]|$)|(?:会議|学会|[A-Z][A-Za-z]{2,})に(?:論文を)?(?:通す|通る|載る|載せる|採択される|受かる)(?:に|コツ|秘訣|方法)|how (?:do|can|should|to) [^.?]{0,24}(?:accepted|published|into (?:neurips|icml|cvpr|iclr|acl|aaai))", re.IGNORECASE)
AI_NAME = r"(?:GPT-?\d?[\w.]*|ChatGPT|チャットGPT|Claude|クロード|Gemini|ジェミニ|Llama|DeepSeek|Grok|Copilot|コパイロット|[一-龥ァ-ヴー]{0,6}(?:LLM|生成AI))"
CLEVERER = re.compile(rf"{AI_NAME}(?:と|より|や|、|か){AI_NAME}(?:は|って|では|だと|なら|の)*、?(?:どっち|どちら|どれ|どの)[^。、??]{{0,10}}(?:賢|優秀|性能|精度|強い|いい|良い|使いやす|速い|正確)", re.IGNORECASE)
STATE_BUDGET = re.compile(r"(?:中国|韓国|台湾|英国|イギリス|EU|欧州|ドイツ|フランス|インド|カナダ|シンガポール)(?:の)?(?:政府|当局|国)?(?:は|が|って)[^。、??]{0,12}(?:なんぼ|いくら|何億|何兆|どれ(?:くらい|ぐらい|だけ|ほど))[^。、??]{0,6}(?:支援|補助|助成|投じ|つぎ込|投資)|(?:[一-龥]{1,4}[省庁]|政府|国|自治体|[都道府県市]|日本|米国|中国|韓国|英国|EU)の[^。、はが??]{0,10}予算(?:額|総額)?(?:は|って|を|が|、)[^。、??]{0,8}(?:何|いく|なんぼ|どれ|教|知|[??]|$)")
LAW = re.compile(
    r"(?i:外国?為替?(?:及び外国貿易)?法|個人情報保護法|個情法|著作権法|独占禁止法|独禁法|下請(?:代金支払遅延等防止)?法|取適法|景品表示法|景表法|特許法|商標法|不正競争防止法|不競法|労働(?:基準|契約|者派遣)法|労基法|会社法|金融商品取引法|金商法|民法|刑法|薬機法|製造物責任法|PL法|輸出管理(?:規則|令|法)|(?:輸出規制|禁輸)(?=[^。]{0,16}(?:売|買|違反|該当|許可|持ち出))|該非判定|職務発明|電子?帳簿保存法|電帳法|ステマ規制|AI事業者ガイドライン|"
    r"(?:訴え(?:られ|ら)|訴訟(?:に|リスク|を)|(?<!不)法的責任|(?:著作|特許|商標|肖像)権?(?:の)?侵害|同意[がは](?:要|必要|いる|いり))[^。、??]{0,8}(?:[??]|$|の|か|です|ます)|[一-龥ァ-ヴー]{1,12}(?:(?<![手方文用析律])法|条例|規制)(?:に|へ)は?(?:触れ|違反|抵触|引っかか|ひっかか)|AI(?:規制|推進|基本)?法(?![一-龥])|AI新法|(?:EU|欧州)の?AI(?:規則|規制|アクト)|AIアクト|(?<![a-z])(?:GDPR|AI ?Act|CHIPS ?Act|export controls? law)(?![a-z])|CHIPS法)|(?:罰則|罰金|制裁金|課徴金|過料)の?(?:額|上限|内容)?(?:は|って|を|が|、|[??]|$)"
)
PAPERS = re.compile(r"\bpapers?\b|論文")
TERMED = re.compile(r"hhi|ハーフィンダール|集中度|指数|意味|定義")  # 「HHIって独禁法で聞くあれと同じ意味?」
NOT_THAT = re.compile(r"\b(?:not|never mind|forget|ignor(?:e|ing)|regardless of|leave aside|skip) (?:about )?(?:the )?$", re.IGNORECASE)
LONGEST = 30  # characters of a follow-up that leaves out whom it is asked of
POINTED = re.compile(r"^(?:では|じゃあ?|で|ちなみに|あと|なら|ほな|、)*(?:そこ|あそこ|その(?:会社|企業|大学|学会|会議)|この(?:会社|企業|大学)|同社|同大学|そちら|次)")


class Reader(Protocol):
    institutions: object
    places: object

    def explained(self, text: Text) -> list[Hit]: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


@dataclass(frozen=True)
class Asked:
    """What a text names, and whether it leans on figures of an institution or of conferences."""

    text: Text
    institutions: tuple[Hit, ...]
    of_institution: bool
    of_venue: bool
    talked: bool

    def business(self) -> tuple[str, str] | None:
        named = bool(self.institutions or PRODUCTS.search(self.text.folded) or self.of_institution)
        if not named or PAPERS.search(self.text.lowered):  # 「We are about to cut R&D spending: Samsung's AI papers in 2019?」
            return None
        found = MONEY_OF_FIRMS.search(self.text.folded) or (None if OWN_OR_MODEL.search(self.text.folded) else SPENT.search(self.text.folded)) or RUNNING_COST.search(self.text.folded)
        if found is None and HELD_BY.search(self.text.lowered) and not USED_FOR.search(self.text.lowered) and not PUBLIC_MACHINES.search(self.text.folded):
            found = MACHINES.search(self.text.lowered)
        if found is not None:
            return "scope_business", found.group()
        return ("scope_heads", WHOSE.match(found.group()).group()) if (found := USERS.search(self.text.lowered)) else None

    def conference(self) -> tuple[str, str] | None:
        if self.of_venue and (found := RUN_AS.search(self.text.folded)):
            return "scope_detail", found.group()
        if self.of_venue and (found := MACHINES_USED.search(self.text.lowered)):
            return "scope_detail", found.group()
        found = REVIEWED.search(self.text.folded)
        return ("scope_outcome", found.group()) if found and not NOT_THAT.search(self.text.folded[: found.start()]) else None

    def narrowed(self) -> tuple[str, str] | None:
        """What of the papers, or of who wrote them, is asked for: a share may be asked of it."""
        counted = self.talked or self.of_venue
        if counted and (found := SENT_IN_VAIN.search(self.text.folded)):
            return "scope_outcome", found.group()
        if counted and (found := CITED_MOST.search(self.text.folded)):
            return "scope_detail", found.group()
        if counted and (found := ATTRIBUTES.search(self.text.folded)) and not NOT_THAT.search(self.text.folded[: found.start()]):
            return "scope_detail", found.group()
        if found := OF_A_REGION.search(self.text.folded):
            return "scope_axis", found["name"]
        if found := NATIONALITY.search(self.text.folded):
            return "scope_people", found["name"]
        if found := ONE_AUTHOR.search(self.text.folded):
            return "scope_people", found.group()
        if self.talked and (found := WHO_WROTE.search(self.text.folded)):
            return "scope_people", found["name"]
        if SHARE_WORD.search(self.text.lowered) and (found := ARCHIVE.search(self.text.folded)):
            return "scope_media", found.group()
        if (counted or FIGURES.search(self.text.folded)) and (found := BY_SEASON.search(self.text.folded)):
            return "scope_axis", found.group()
        if counted and (found := LABS.search(self.text.folded)):
            return "scope_detail", found["name"] or found["field"]
        if re.search(r"何[%割本]|割合|率|シェア", self.text.folded) and (found := FEW_BEST.search(self.text.folded)):
            return "unknown_metric", found["name"]
        if counted and (found := BROKEN_DOWN.search(self.text.folded)):
            return "scope_axis", found.group()
        if counted and (found := POSITIONS.search(self.text.folded)):
            return "scope_people", found.group()
        if counted and (found := LANGUAGE.search(self.text.folded)):
            return "scope_detail", found.group()
        if self.talked and (found := OTHER_RECORDS.match(self.text.folded)):
            return "scope_media", found["name"]
        if found := HOME_MEETINGS.search(self.text.folded):
            return "scope_media", found.group()
        if (self.talked or re.search(r"大学|universit|college", self.text.lowered)) and (found := OWNERSHIP.search(self.text.folded)):
            return "scope_axis", found.group()
        return ("scope_firm_kind", found["name"]) if self.talked and (found := OWN_TRADE.match(self.text.folded)) else None

    def elsewhere(self) -> tuple[str, str] | None:
        if CRAFT.search(self.text.folded):
            return "scope_service", CRAFT.search(self.text.folded).group()
        if LAW.search(self.text.folded) and not TERMED.search(self.text.lowered) or CLEVERER.search(self.text.folded) or STATE_BUDGET.search(self.text.folded):
            return "outside", ""
        if found := OF_RIVALS.search(self.text.folded):
            return "scope_unnamed", found["name"]
        if found := BEST_SELLING.search(self.text.folded):
            return "scope_business", found.group()
        return ("scope_heads", found.group()) if (found := SHORTAGE.search(self.text.folded)) else None


def never_held(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, refused by what it asks for; None for any other."""
    if PAPER_SOUGHT.search(text.lowered) or wording_wanted(text.lowered):
        return None
    asked = named_in(reader, text, previous)
    titled = TITLED_MATTER.search(text.folded)
    if titled and not any(hit.start < titled.end("name") and titled.start("name") < hit.end for hit in reader.explained(text)):
        return reader.finished(Question(text=text.folded, intent="figure", resolved=text.folded, topic=text.folded, blocker="unknown_metric", blocker_details={"name": f"{titled['name']}の論文"}), text, data)
    lack = asked.narrowed() or (None if SHARE_WORD.search(text.lowered) and not MONEY_OF_FIRMS.search(text.folded) else asked.business() or asked.conference() or asked.elsewhere())
    if lack is None:
        return None
    subjects = tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in asked.institutions)) if lack[0] in ("scope_business", "scope_heads") else ()
    near = Question(text=text.folded, intent="figure", resolved=text.folded, topic=text.folded, subjects=subjects, blocker=lack[0], blocker_details={"name": lack[1]} if lack[1] else {})
    if asked.talked and not subjects:
        near = near.with_(subjects=previous.subjects, places=previous.places, years=previous.years)
    return reader.finished(near, text, data)


def named_in(reader: Reader, text: Text, previous: Question | None) -> Asked:
    talked = previous is not None and previous.intent in DATA_INTENTS
    leans = talked and (POINTED.match(text.folded) is not None or len(text.folded) <= LONGEST)
    places = reader.places.find(text)
    venue = any(hit.kind == "venue" for hit in places) or bool(places) and re.search(r"会議|学会|conference", text.lowered) is not None
    institutions = tuple(hit for hit in reader.institutions.find(text) if hit.kind == "institution")
    return Asked(
        text, institutions, leans and any(subject.institution for subject in previous.subjects), venue or leans and bool(previous.places), talked
    )  # fmt: skip
