"""Several objections to expect at once, each with what to reply: 「想定される反対を3つ、返し方も」 「どんな異論が出そう? 切り返しも」."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.plan_talk import plan_told
from assistant.understand.words.to_ask import USUAL, how_many

OBJECTIONS = "objections"
MOST, LONGEST = 5, 70  # objections, characters
AGAINST = (
    r"(?:反対(?!側)(?:意見|論|の声|理由|票)?|異論|異議|反論(?!し|で|する|を述)|反発|懸念(?:点|事項|材料)?|批判(?!的)(?:の声|意見)?|ツッコミ|ツッコみ|突っ込み|つっこみ|横槍|横やり|難癖|いちゃもん|ケチ|文句|不安(?:の声|視)?|抵抗|疑問(?:点|の声)?|難色|不満|反感|心配(?:事|ごと)?|"
    r"(?:反対|批判|反論|異議|突っ込ま|つっこま|ツッコま|文句を言わ|ケチをつけら|指摘)(?:さ)?れ(?:そうな|かねない|る(?:だろう|であろう|かもしれない)?)(?:点|こと|ところ|理由|内容|もの)|objections?)"
)
SEVERAL = re.compile(r"[2-5二三四五](?:つ|点|個|件|例|パターン|種類|項目|本)|いくつか|いくつ(?:か)?|複数|一覧|リスト|列挙|洗い出|それぞれ|三大|代表的|主な|どんな|どういう|どのような|three|list", re.IGNORECASE)
EXPECTED = re.compile(r"想定|予想|予測|考えられ|考え得|ありそう|ありうる|あり得|出そう|来そう|きそう|飛んで|飛び出|言われそう|聞かれそう|受けそう|されそう|上がりそう|挙がりそう|つきそう|付きそう|出かね|出(?:る|て(?:くる|来る))(?:だろう|と(?:思|し|予))|出(?:たら|た(?:とき|時|場合|際))|(?:され|言われ|反対され)たら|出るか|出(?:る|ます|てくる)(?:かな|の|でしょう|[??])|あるとしたら|出るとしたら|likely", re.IGNORECASE)
REPLIED = re.compile(r"返し(?:方|も|を|と|つき|付き|$)|返す(?:言葉|方|に)|返せ(?:ば|る)|返した?ら|何と言え|なんて言え|切り返|言い返|答え(?:方|も|を|と|つき|付き|$)|回答|対応(?:策|方法|も|の)?|対処|備え|反論(?:も|の仕方|を(?:用意|考え|つけ))|受け答え|説得|フォロー|返答|応じ方|応え方|かわし方|リプライ|repl(?:y|ies)|answers?", re.IGNORECASE)
OF_WORKS = re.compile(r"論文|文献|研究(?!開発)|著者|学者|学説|通説|資料の中|出典|根拠を示")
ANSWERS = re.compile(r"想定問答|質疑応答|一問一答|問答集|想定(?:の|される)?(?:Q ?& ?A|QA|質問と(?:その)?(?:答|回答|返))|(?<![A-Za-z])(?:Q ?& ?A|FAQ)(?![A-Za-z])", re.IGNORECASE)  # questions with answers
OF_TEXT = re.compile(r"想定問答|質疑応答|一問一答|Q ?& ?A|FAQ|メール|稟議書|スライド|パワポ|Word|ワード|Excel|エクセル", re.IGNORECASE)
# Who objects decides what is objected to.
STAFF = re.compile(r"現場|組合|労組|従業員|社員|部下|若手|工場|作業者|職人|パート")
PUBLIC = re.compile(r"議会|議員|市民|住民|県民|納税|税金|役所|自治体")
SCOPES = {"staff": STAFF, "public": PUBLIC}
# 「反論は?」 after a plan: what will be said against it.
BARE = rf"(?:で|じゃあ?|では|それへの|これへの|この案への|予想される)*、?{AGAINST}(?:は|って|とか|が|なら)?(?:何|なに|どんなの|ある|あり|出|来|き|くる)*(?:そう|る|ます|の|です|か)*[??。]*"
CALCULATED = ("roi", "document", "strategy")


def objections_wanted(text: str, previous: Question | None) -> Question | None:
    """The question (intent phrases, `advice` objections and who has them, `count` how many) for such a message; None for any other.

    What was calculated stands behind PLAN in its topic; where shares of papers were told, `subjects` are theirs."""
    if len(text) > LONGEST or not re.search(AGAINST, text, re.IGNORECASE) or OF_WORKS.search(text) or OF_TEXT.search(text) or re.search(r"[「『]", text):
        return None
    marks = [bool(form.search(text)) for form in (SEVERAL, EXPECTED, REPLIED)]
    plan = "" if previous is None else plan_told(previous) or ("" if previous.intent in DATA_INTENTS else previous.plan)
    told = previous is not None and (previous.intent in CALCULATED or bool(plan_told(previous)))
    bare = told and re.fullmatch(BARE, text, re.IGNORECASE) is not None
    if not bare and sum(marks) < (1 if told and (marks[1] or how_many(text)) else 2):
        return None
    scope = next((name for name, form in SCOPES.items() if form.search(text)), "plan" if plan or told else "figures" if previous is not None and previous.intent in DATA_INTENTS else "plan")
    asked = Question(text=text, intent="phrases", resolved=text, topic=f"{text}{PLAN}{plan}" if plan else text, advice=(OBJECTIONS, scope), count=min(how_many(text) or USUAL, MOST))
    return asked.with_(inherited=("amounts",)) if plan else asked
