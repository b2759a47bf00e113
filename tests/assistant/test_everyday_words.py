"""Groups, fields, institutions and ways of writing said in everyday words or dialect, one sentence per way."""

import pytest

# (question, what its reading holds: metrics with their parameters, places, years, statistic)
READ = (
    # examples
    ("ソニーとかパナソニックとかの日本の企業は2018年のAI会議で何%?", "japan_firm_share 2018"),
    ("京大や阪大を含めた日本の大学の割合、NeurIPSの2016年で", "japan_university_share nips"),
    ("日立のような日本企業は画像認識の会議に2019年どれくらい出ている?", "japan_firm_share vision"),
    ("九大クラスの順位(101〜200位)の大学は2020年のAIで何割", "tier_share[101-200] 2020"),
    ("グーグルみたいな大手テックは2015年のICMLでどれくらい", "big_tech_share icml"),
    ("グーグルやアマゾンといった巨大IT企業の割合、2020年のKDDで", "big_tech_share kdd"),
    ("筑波大は300位くらいと聞きました。201〜300位の大学は2019年のAI会議で何%", "tier_share[201-300]"),
    ("東大と京大の割合を2020年で比べて", "tokyo kyoto"),
    ("東大のような大学だけ見たい", "tokyo"),
    ("トヨタは2020年のICRAで何本?", "toyota"),
    # alone
    ("大学の先生だけで書いた論文は2015年のAIで何割", "university_only_share"),
    ("会社の方々だけで書かれた論文、KDD 2019で何%", "firm_only_share"),
    ("企業の人間ばっかりで書いとる論文は2018年なんぼ", "firm_only_share"),
    ("民間の研究者ばかりの論文はICMLの2020年で何%あるの", "firm_only_share"),
    ("全著者が企業の論文はCVPRの2020年で何%", "firm_only_share"),
    ("大学以外の著者が一人もいない論文の割合、ICLR 2020", "university_only_share"),
    ("企業以外ゼロの論文はKDDの2018年でどれだけ", "firm_only_share"),
    # absent
    ("会社の人が一人も入っていない論文、2012年のAI会議で何割", "no_firm_share"),
    ("企業ナシの論文はICRA 2015でどれくらい", "no_firm_share"),
    ("民間が出てこない論文の割合をNeurIPSの2010年で", "no_firm_share"),
    ("企業のおらん論文、AIで2014年何%", "no_firm_share"),
    ("会社の名前が一つも出てこない論文は2018年のAIで何割か", "no_firm_share"),
    ("papers without any company, NeurIPS 2018, what percent?", "no_firm_share"),
    ("What share of ICML 2019 papers had no industry author?", "no_firm_share"),
    # served
    ("黒人の学生が多く通う米国の大学はAI会議の2018年で何%", "hbcu_share"),
    ("アフリカ系の人たちのために作られた大学の割合、2017年のAIで", "hbcu_share"),
    ("伝統的に黒人を受け入れてきた学校の論文は2020年で何%", "hbcu_share"),
    ("ラテン系の生徒が中心の大学、2019年のAI会議に占める割合", "hsi_share"),
    ("中南米系の学生を多く抱える教育機関はどのくらい?2014年AI", "hsi_share"),
    # fields
    ("ロボットを動かす研究の学会で企業は2018年何割", "robotics firm_share"),
    ("チップや回路の設計の会議、2015年の企業参加率", "architecture"),
    ("プログラムとかソフトを作るほうの学会だと企業は2020年何%", "software"),
    ("暗号や認証の学会で大学だけの論文は2019年どれくらい", "security university_only_share"),
    ("文章や言葉を読むAIの学会で2017年の企業の割合", "nlp"),
    ("通信とか無線の学会で産学共著は2016年何%", "networks firm_university_share"),
    ("推薦や検索の分野、2014年の大手テックの割合", "web-data big_tech_share"),
    ("クラウドやOSの分野では2018年企業が何%?", "systems"),
    ("VRやCGの学会で2019年、日本は何%", "graphics japan_share"),
    ("遺伝子や医療の分野で企業は2021年どのくらい", "bio"),
    ("画像と言語の会議の企業参加率を2019年で比べて", "vision nlp"),
    ("2020年のAI会議の産学共著率、ロボットに絞ると?", "robotics"),
    ("言語だけだと2018年の企業参加率はいくつ", "nlp"),
    ("データベースの企業比率は2019年いくつ", "databases"),
    # unknown, titles, concentration
    ("どこの誰が書いたか分からない論文は2015年のAIで何%", "unknown_share"),
    ("著者がどこの会社か不明な論文の割合、2010年AI", "unknown_share"),
    ("題に「深層学習」とある論文は2019年のICMLで何割", "dl_title_share"),
    ("論文の題目にGPUと書いてあるもの、2020年のAIで何%", "compute_title_share"),
    ("ディープラーニングを表題に掲げた論文の率、KDD 2018", "dl_title_share"),
    ("表題にtransformerと入る論文は2021年のAIで1割未満?", "dl_title_share"),
    ("一位から五十位までの機関でAI論文の何割?2018年", "top50_share"),
    ("1位から10位の組織がICMLで占めるのは2019年何%", "top10_share"),
    ("十の大きな機関に2019年のAI論文は何%集まっている", "top10_share"),
    ("上位100の組織が2015年のAI論文に占める割合", "top100_share"),
    ("世界ランク1位から50位の大学は2019年何%", "tier_share[1-50]"),
    # extremes, compare
    ("企業参加率。AI。2012、2020。", "compare 2012"),
    ("SOSPとOSDIとFAST、2019年の企業比率の順位は", "rank/rank"),
    ("東大と京大、2019年のAI会議では何倍違う?", "compare/level"),
    ("OSDIとSOSP、企業が多いのはどっち?全部の年まとめて", "compare/level"),
    ("普通の数え方と按分を両方、2018年のAI会議の企業の割合", "compare"),
    ("ICRA 2012→2020 倍率、企業参加率", "ratio"),
    ("企業参加率、AI以外では2割に届いていない?", "firm_share"),
    ("上位50の組織で2019年のAI論文をどれだけ抱えている", "figure/level top50_share"),
    ("企業参加率が底だったのは何年?", "trough"),
    ("どの年が一番多かった?産学共著率", "peak"),
    ("何年がいちばん低かったですか、日本の割合", "trough"),
    ("2010年より2020年の方が企業参加率は高い?", "compare (2010,"),
    ("2012年より2018年のほうが大学だけの論文は少ないの?数字で", "compare"),
    ("産学共著率は上がったと聞きました。2009年と2019年、両年の数字を", "compare firm_university_share 2009,"),
    ("東大と京大はどれくらい差がある?2018年のそれぞれの割合を", "tokyo kyoto 2018"),
    ("ICMLの2018年、企業が入る論文は何%?KDDの同年と比べると?", "compare icml,kdd"),
    ("NAACL、COLING、EMNLP。2019年の企業比率の順番は?", "rank"),
    ("大学別でいちばん多いのはどこ?2020年のAI会議", "rank"),
    ("いたりあのAI会議でのシェア、2016年は", "Italy"),
    ("役所の割合 08と19", "government_share 2008,"),
    ("UAIの2010年は何本を分母にしていますか", "paper_count"),
    ("firm_only_share、ICML 2019", "firm_only_share icml"),
    ("dl_title_shareをCVPRの2018で", "dl_title_share cvpr"),
    ("big_tech_shareの推移", "big_tech_share trend"),
    ("企業参加率を論文数と一緒に見せて、ICML 2018", "firm_share icml"),
    ("大手新聞で「企業が論文の半分」と読んだ。2019年のAI会議の企業参加率は", "firm_share 2019"),
    ("社内報に載せるので、2020年の企業参加率を", "firm_share 2020"),
    # said in other words once more
    ("日本の会社、たとえばソニーとか富士通みたいなところは、2020年のCVPRでどれくらい載ってる?", "japan_firm_share cvpr 2020"),
    ("慶応とか早稲田とか、日本の大学をまとめると2015年のICMLで何%?", "japan_university_share icml"),
    ("東工大と同じくらいのランク(201〜300位)の大学、2018年AIでどれくらい", "tier_share[201-300]"),
    ("お役所系の人が入ってる論文、AIで2016年は何%だろ", "government_share 2016"),
    ("学者だけの論文はNeurIPSで2012年どのくらい", "university_only_share nips"),
    ("ビジネス側の人間がゼロの論文って2013年のAIで何%?", "no_firm_share"),
    ("会社勤めの著者が一人でもいる論文、2017年のICLR", "firm_share iclr"),
    ("トップ50に入らない大学と企業の共著、2021年AI", "firm_non_elite_share"),
    ("名門じゃない大学と会社のペアは2016年どれくらい?", "firm_non_elite_share"),
    ("上位100機関だけで2020年のAI論文の何割を占めるか", "top100_share"),
    ("かんこくの割合は2018年のAIでいくつ", "country_share"),
    ("AI学会で画像限定だと2019年の企業は何%", "vision firm_share"),
    ("ハードウェアまわりの学会で2019年、企業は何割", "architecture"),
    ("人間と機械のやりとりを扱う学会の企業率、2018年", "hci"),
    ("データをしまう・探す系(データベース)の学会、2016年の企業率", "databases"),
    ("生き物の情報を扱う分野の企業参加率2019年", "bio"),
    ("音声の学会、2019年の日本の割合", "interspeech japan_share"),
    ("企業参加率が一番へこんだのは何年?", "trough"),
    ("ほんで大学と会社がいっしょくたの論文は2019年のAIで何割や", "firm_university_share"),
    ("会社の人が混ざっちょる論文は2016年のICMLでどげん?", "firm_share icml"),
    ("大学関係者しかいない論文は2014年のAIでどの程度", "university_only_share"),
    ("企業と組んだ大学がトップ50だった割合は2018年のAIで?", "elite 2018"),
    ("産業界の影も形もない論文は2013年のAIで何%", "no_firm_share"),
    ("一番企業が少なかった年は?", "trough"),
    ("いちばん大学が多かった年はAI会議でいつ?", "peak university_share"),
)
NOT_READ = (
    ("企業ばかりが得をしている?", "firm_only_share"),
    ("画像だけで答えて、2018年の企業参加率", "vision"),
    ("医療の分野で企業参加率は?", "bio"),
    ("企業が減っていない会議は?", "no_firm_share"),
    ("セキュリティとAIを比べると企業が多いのはどっち?2020年", "security,security"),
    ("東大のような大学だけ見たい", "japan_university_share"),
)


def read_as(question):
    named = " ".join(f"{subject.metric}[{','.join(subject.names().values())}]" for subject in question.subjects)
    places = ",".join(place.name for place in question.places)
    return f"{question.intent}/{question.statistic} {named} {places} {question.years}"


@pytest.mark.parametrize(("text", "held"), READ)
def test_everyday_words_are_read(understand, text, held):
    question = understand(text)
    assert question.blocker is None and all(part in read_as(question) for part in held.split())


@pytest.mark.parametrize(("text", "wrong"), NOT_READ)
def test_words_that_only_look_like_it_are_not(understand, text, wrong):
    assert wrong not in read_as(understand(text))


def test_a_journal_that_is_counted_is_no_place_where_it_was_read(understand):
    assert understand("ネイチャーに載った論文の企業の割合は?").blocker == "scope_media"


@pytest.mark.parametrize(("text", "institutions"), [
    ("一番rigorousなevidenceはどれ?", set()),
    ("impactが大きいのは", set()),
    ("2019年のteamの論文は", set()),
    ("Evidenceの論文の割合は", {"evidence"}),
    ("2019年のAI会議でQuantumの論文の割合は", {"quantum"}),
    ("nokiaの論文の割合は", {"nokia"}),
    ("2019年のAI会議でamazonの論文の割合は", {"amazon"}),
])  # fmt: skip
def test_an_ordinary_english_word_in_small_letters_names_no_firm(understand, text, institutions):
    assert {subject.institution for subject in understand(text).subjects if subject.institution} == institutions


@pytest.mark.parametrize(
    ("asked", "metric", "institution"),
    [
        ("産総研のような政府系の研究機関が加わった論文は、2017年のAI会議ではどの程度の割合でしょう", "government_share", None),
        ("理研とか産総研とかの国の研究所が入った論文、2015年は?", "government_share", None),
        ("理研の論文は2019年に何%?", "institution_share", "riken"),
    ],
)
def test_an_institute_may_stand_for_the_public_bodies(understand, asked, metric, institution):
    assert [(subject.metric, subject.institution) for subject in understand(asked).subjects] == [(metric, institution)]
