"""What is asked of firms, conferences, papers and laws that nothing here records is refused by what it is; what looks like it and is held is answered."""

import pytest

# (turns, key of the refusal that the last one gets).
NEVER = {
    ("題名に深層学習の語がある医療の論文は2020年に何%",): "unknown_metric",
    ("タイトルに深層学習の用語を含む教育系の論文の割合は",): "unknown_metric",
    ("KDDの企業参加率を2021年で教えてください", "産学共著率は?", "その会議、来年はどこの都市で開かれる予定でしょう"): "scope_detail",
    ("What fraction of ICML reviewers work for companies?",): "scope_outcome",
    ("国籍が日本の著者は2021年のAI会議に何人いたか(所属ではなく国籍で)",): "scope_people",
    ("Googleの研究開発費の伸び率は",): "scope_business",
    ("トヨタの研究開発費はなぜ増えた?",): "scope_business",
    ("AI会議でNTTが入った論文は2020年に何%", "その論文を書いた部署は研究所ですか、それとも事業部ですか。内訳の割合を"): "scope_detail",
    ("グーグルの割合を2021年のAI会議で", "部署別にすると?"): "scope_detail",
    ("グーグルの割合を2021年のAI会議で", "そこの会社、研究に年なんぼ使うてんの"): "scope_business",
    ("ソニーは2020年のAI会議で何%?", "時価総額やとトヨタの何倍くらいあんの"): "scope_business",
    ("グーグルの論文の割合、2020年のAI会議で", "そこに入るには倍率どれくらい?"): "scope_business",
    ("Can you give me NVIDIA's gross margin for the last quarter and a target price?",): "scope_business",
    ("What was Microsoft's R&D spending in 2021?",): "scope_business",
    ("トヨタさんが社内に抱えてるGPUの枚数、把握してます?",): "scope_business",
    ("メタは2021年のAI会議で何%", "GPUをなんぼほど持っとるん"): "scope_business",
    ("How many H100s does Meta own?",): "scope_business",
    ("How many AI engineers does Sony employ?",): "scope_heads",
    ("AI会議の企業参加率、2021年は?", "最近のチャットGPTの利用者数は何人だ"): "scope_heads",
    ("国内のAI人材は何人足りない?",): "scope_heads",
    ("ICLRのしめきりはいつ",): "scope_detail",
    ("ICMLの企業参加率、2019年は?", "で、次はどこで開かれるの、会場は"): None,
    ("SIGIRの2019年は企業何%", "スポンサーになったのはどこ?"): "scope_detail",
    ("Average review score at ICLR 2020: industry papers vs university papers?",): "scope_outcome",
    ("ICMLの企業参加率、2019年はいくつですか", "じゃあ、その年に投稿して落とされた論文は?"): "scope_outcome",
    ("What is the average h-index of authors at AAAI?",): None,
    ("What percentage of CVPR 2018 papers were oral?",): "scope_detail",
    ("ICMLの企業参加率2019年は?", "その中で一番引用されたのはどれ?"): "scope_detail",
    ("2021年のAI会議でQS1〜50位の大学の比率は?", "国公立と私立に分けた内訳を頂けないでしょうか"): "scope_axis",
    ("Split US universities into public and private ones, share of AI papers 2021",): "scope_axis",
    ("AI会議2021年の大学参加率は?", "教授と学生で分けてほしい"): "scope_people",
    ("AI会議の企業参加率、2021年は?", "Break it down by state"): "scope_axis",
    ("Quarterly share of industry papers at AI conferences in 2021",): "scope_axis",
    ("AI会議の企業参加率は2021年で何%?", "うちの業界だけで言うと?"): "scope_firm_kind",
    ("日本の学会の企業参加率は",): "scope_media",
    ("EU AI Actに違犯したときの制裁近の上限はどれくらいですか",): "outside",
    ("外為法の該非判定で、海外大学との共同研究データの持ち出しは許可が要りますか",): "outside",
    ("文科省のAI予算は何億円",): "outside",
    ("GPT-4とClaudeどっちが賢い",): "outside",
    ("CVPRの論文の書き方を教えて",): "scope_service",
    ("競合のA社は来年AI研究に何億円の予算をつける予定?",): "scope_unnamed",
    ("IBMの割合2010年のAI会議", "特許やと世界で何位"): "scope_media",
    ("AI会議の著者、修士と博士の比率",): "scope_people",
    ("マイナンバー法に触れますか、AIで社員データを使うと",): "outside",
    ("中国企業の割合、2020年AI会議は", "中国政府はなんぼ支援してるん"): "outside",
    ("What is Stanford's endowment?",): "scope_business",
    ("どの生成AIが一番売れてますか",): "scope_business",
}  # fmt: skip
# Turns whose last one looks like those and is held: (turns, intent).
HELD = {
    ("題名に深層学習の語がある企業の論文は2020年に何%",): "figure",
    ("題名に深層学習の語がある日本の論文の割合は",): "figure",
    ("グーグルの論文の割合を2019年のAI会議で", "2015年だとどうでした"): "figure",
    ("トヨタは2020年のAI会議で論文どんだけ出しとるん",): "figure",
    ("BERTの学習にはGPU何枚要ったの?",): "paper",
    ("産総研のABCI 3.0はGPUを何基備えているか、出典付きで伺えますか",): "paper",
    ("We are about to cut R&D spending, so I need facts: Samsung's AI papers in 2019?",): "figure",
    ("How many ICLR papers in 2021 had a company author?", "Not the review scores, just the count for 2020."): "figure",
    ("Never mind the acceptance rate; I only need the share of ICLR papers that involve firms, 2020.",): "figure",
    ("HHIって独禁法で聞くあれと同じ意味で使ってるのか",): "explain",
    ("ICMLの査読付き論文に占める企業の割合は2019年",): "figure",
    ("NeurIPSの査読を通った論文で企業が入っているのは2019年に何割?",): "figure",
    ("締め切りが近いので、ICMLの企業参加率2019年だけ急ぎで",): "figure",
    ("会場で配る資料用に、AI会議の企業参加率2021年をください",): "figure",
    ("We sell stocks for a living; what was industry's share of AI papers in 2021?",): "figure",
    ("大学と企業に分けて推移を",): "compare",
    ("競合の予算が大きいのですが、うちは何から始めるべき?",): "strategy",
    ("輸出規制を論じた報告書は?",): "paper",
    ("arXivの論文で企業の割合は2021年に何%?", "arXivではなくAI会議の論文で構いません。"): "figure",
    ("Who leads, Google or Microsoft, at AI conferences in 2021?",): "compare",
    ("中国はAI会議で論文をどれくらい出してる?",): "figure",
    ("AI会議の企業参加率2021年", "他社に見せても著作権は平気?"): "limits",
}  # fmt: skip


@pytest.mark.parametrize("turns", NEVER, ids=lambda turns: turns[-1])
def test_what_nothing_records_is_refused_by_what_it_is(understand, talked, turns):
    answer = talked(*turns)[-1]
    assert answer.outcome == "not_in_data", answer.answer
    before = understand(turns[0]) if len(turns) > 1 else None
    assert NEVER[turns] in (None, understand(turns[-1], before, before).blocker)


@pytest.mark.parametrize("turns", HELD, ids=lambda turns: turns[-1])
def test_what_looks_like_it_and_is_held_is_answered(talked, turns):
    answer = talked(*turns)[-1]
    assert (answer.outcome, answer.intent) == ("answered", HELD[turns]), answer.answer
