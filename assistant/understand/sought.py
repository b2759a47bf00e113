"""Whether a question asks for written work: for a paper, study or report, what is in it, or who said a thing that is told of."""

import re

# What is written about our subject; 共同研究, 研究者 and 研究費 are no work.
WORK = r"(?:論文|(?<!共同)研究(?![者所機開費室会分テ力員グ基資課])|文献|報告書|レポート|白書|記事|レビュー|アンケート|調査(?!会社|部|方法|対象|票)|所論|学説)"
SAYS = r"(?:論じ|主張し|示し|提案し|提唱し|唱え|指摘し|明らかにし|否定し|反論し|反論して(?:い)?|扱っ|分析し|推計し|試算し|見積もっ|整理し|区分し|調べ|測っ|検証し|警告し|批判し|論証し|まとめ|取りまとめ)"
SAYING = re.compile(rf"{SAYS}(?:た|てる|ている|る)(?:[^。、]{{0,8}}の)?(?:[^。、\s]{{0,4}}){WORK}")
LINK = r"(?:の|で|が|は|を|って|、|なんか|とか|に|も|など|として|等|「|」|\s)*"
CONTENT = r"(?:要点|骨子|論旨|主張|知見|中身|要旨|結論|論拠|留意点|著者|所在|批判|筋書き|何が書|何を言|何と言|どう言)"
CONTENT_OF = re.compile(rf"{WORK}{LINK}[^。、]{{0,10}}{CONTENT}|{WORK}(?:を|について)[^。、]{{0,6}}(?:かいつまん|要約|解説|紹介|説明)")
WANTED = re.compile(rf"{WORK}(?:は|を|が|って|とか|なら|でも|も|なんか)*、?(?:どこかに|何か|なにか)?(?:あ(?:る(?!程度|ほど|と|な|が)|り(?!方|得|う)|れば|った)|なかった|ない(?:です|の|か|[??])|存在し|探し|読みた|紹介し|引用した|引いて)")
WHICH = re.compile(rf"(?:どの|どちらの|どこの){WORK}|出した(?:調査会社|機関|会社|研究者|のは)|資料の所在|元の(?:調査|報告|論文|資料|研究)|(?<![一-龥])(?:典拠|論拠)(?:を|は|が|$)")
TOLD = r"(?:と|って|との|という|といった|って(?:いう)?)(?:見立て|予測|試算|推計|見通し|見込み|所論|説|主張|指摘|報告|報道|見方|数字|話)"
TOLD_BY = re.compile(rf"{TOLD}[^。]{{0,8}}(?:誰|だれ|どこ)の?(?:が|は|の|から)?")
# A claim that somebody met elsewhere: 「…と新聞で見た」「…という報道が回覧された」.
MET = re.compile(r"(?:と|って|という|との)[^。、]{0,8}(?:新聞|報道|記事|ニュース|雑誌|テレビ|SNS|ネット|聞[いきく]|耳に|見た|見かけ|読んだ|言われ|回覧|独り歩き)")


def work_sought(text: str, measured: bool) -> bool:
    """`measured`: a value of our own figures is asked for; then only a work that says something is meant (「何倍になるか推計した研究」)."""
    if SAYING.search(text) or TOLD_BY.search(text):
        return True
    return not measured and bool(CONTENT_OF.search(text) or WANTED.search(text) or WHICH.search(text))


def claim_met(text: str) -> bool:
    """Whether the text tells a claim met elsewhere."""
    return bool(MET.search(text))
