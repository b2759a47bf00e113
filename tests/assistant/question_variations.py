"""Questions put together from wordings of metrics, places, years and registers, each with the slots it must be understood as.

The wordings were written down before any of them was tried. `variations` gives (question, metric, place, year); `UNHELD` are wordings of
what is not recorded, each put into the same frames, and must be refused or asked back, never answered with the figure of a wider group.
"""

from itertools import cycle

# (metric with its parameter, wordings as a noun phrase that a share can be asked of)
METRICS = {
    "firm_share": ["企業参加率", "企業が入った論文の割合", "会社の人が著者に名を連ねた論文の率", "企業さんのお名前が入った論文の割合", "民間の研究者が一人でも入っている論文の割合", "企業所属の著者がいる論文の比率", "企業の関わった論文のパーセンテージ", "会社勤めの人が書き手に入る論文の割合", "インダストリーが入ったpaperの割合", "企業 参加 比率"],
    "firm_only_share": ["企業単独率", "企業だけで出した論文の割合", "大学と組まずに会社だけで書いた論文の割合", "大学抜きで企業のみが書いた論文の比率", "企業さんだけのお名前で出た論文の割合", "著者が全員企業という論文の割合", "大学とかと組まずに企業だけで出してる論文の割合", "会社だけの名義で発表された論文の割合", "industry-onlyのpaperの割合", "アカデミアと共著せず企業だけで発表した論文の割合"],
    "firm_university_share": ["産学共著率", "企業と大学が一緒に書いた論文の割合", "企業さんと大学さんが共著した論文の割合", "会社と大学の連名の論文の比率", "産学で共著した論文の割合", "企業も大学も著者に入っている論文の割合", "大学と企業が共同で出した論文の率", "産と学が手を組んだ論文の割合", "企業と大学の両方が名前を載せた論文の割合"],
    "university_share": ["大学参加率", "大学が入った論文の割合", "大学さんが関わった論文の割合", "アカデミアの著者がいる論文の割合", "大学の先生が名を連ねる論文の比率", "大学所属の人が著者にいる論文の割合"],
    "university_only_share": ["大学だけで書いた論文の割合", "大学のみの論文の割合", "企業と組まずに大学だけで出した論文の割合", "大学単独の論文の比率"],
    "no_firm_share": ["企業が入っていない論文の割合", "企業の著者が一人もいない論文の割合", "会社が関わっていない論文の比率"],
    "big_tech_share": ["大手テックの参加率", "ビッグテックの割合", "GAFAMなど巨大IT企業が入った論文の割合", "Big Techのshare", "大手テック企業の関与した論文の比率", "ビッグテックさんが入った論文の割合"],
    "tier_share-1-50": ["QS上位50大学の割合", "世界トップ50の大学が入った論文の割合", "エリート大学の参加率", "Top 50 univの割合", "QS1〜50位の大学が関与した論文の比率", "世界ランキング50位以内の大学の割合", "トップ大学が入った論文の割合", "QSトップ50校の割合", "top 50 universitiesの割合"],
    "tier_share-101-200": ["QS101〜200位の大学の割合", "QSで101位から200位の大学が入った論文の割合", "QS101-200の大学の参加率", "101〜200位の帯の大学が関わった論文の割合"],
    "non_elite_share": ["エリート以外の大学の割合", "QS50位より下の大学が入った論文の割合", "トップ50に入らない大学の参加率", "名門以外の大学が関わった論文の割合"],
    "firm_elite_share": ["企業とエリート大学の共著の割合", "企業さんと世界トップ50の大学さんが一緒に名前を載せた論文の割合", "会社とQS上位50大学が組んだ論文の割合", "企業とトップ大学が共著した論文の比率"],
    "elite_partner_ratio": ["産学共著のうち相手がエリート大学の割合", "企業と大学の共著論文のうち相手がトップ50の大学だった割合", "会社が大学と組んだ論文のうち、相手が世界トップ50の割合", "エリート比率", "産学共著論文に占めるエリート大学の割合"],
    "government_share": ["公的機関の参加率", "国の研究所が入った論文の割合", "政府系研究機関が関わった論文の割合", "国立研究所の著者がいる論文の比率"],
    "japan_share": ["日本の割合", "日本の機関が入った論文の割合", "日本勢の参加率", "日本の比率", "Japanのshare", "日本から出た論文の割合"],
    "japan_firm_share": ["日本企業の割合", "日本の会社が入った論文の割合", "日系企業の参加率", "国内企業の参加率"],
    "japan_university_share": ["日本の大学の割合", "国内の大学が入った論文の割合"],
    "country_share-China": ["中国の割合", "中国の機関が入った論文の割合", "中国勢の比率", "Chinaの割合", "中国さんの割合"],
    "country_share-United States": ["米国の割合", "アメリカの機関が入った論文の割合", "US institutionsが入った論文の割合", "USの割合", "米国勢の参加率", "アメリカさんの割合"],
    "country_share-United Kingdom": ["英国の割合", "イギリスの機関が入った論文の割合", "UKの割合", "UK institutionsが入った論文の割合"],
    "country_share-South Korea": ["韓国の割合", "韓国の機関の参加率"],
    "citation_share": ["企業の引用シェア", "企業が入った論文の引用シェア", "引用に占める企業の割合", "被引用数に占める企業論文の割合"],
    "citation_share-big_tech": ["ビッグテックの引用シェア", "被引用に占める大手テックの割合", "大手テックの論文が集めた引用の割合"],
    "unknown_share": ["所属不明の論文の割合", "affiliationがunknownなpaperの割合", "所属がわからない論文の割合", "affiliation unknownの割合", "著者の所属が特定できない論文の割合"],
    "top10_share": ["上位10機関の集中度", "上位10機関のシェア合計", "上位10機関が占める割合", "トップ10機関の合計シェア"],
    "top50_share": ["上位50機関のシェア", "上位50機関が占める割合", "トップ50機関の合計シェア"],
    "hhi": ["HHI", "ハーフィンダール指数"],
    "gini": ["ジニ係数", "機関の偏りを示すジニ係数"],
    "dl_title_share": ["題名に深層学習の用語が入った論文の割合", "タイトルに深層学習用語を含む論文の割合", "題名にディープラーニングの言葉がある論文の割合"],
    "institution_share-google": ["Googleの割合", "グーグルが入った論文の割合", "グーグルさんの参加率"],
    "institution_share-huawei": ["ファーウェイの割合", "華為の割合", "華為技術が入った論文の割合"],
    "institution_share-univ-tokyo": ["東大の割合", "東京大学が入った論文の割合", "東大さんの論文の割合"],
}  # fmt: skip
COUNTS = {
    "paper_count": ["対象論文数", "論文の本数", "論文数", "論文の総数", "発表された論文の件数", "集計対象の論文数"],
    "count-firm_share": ["企業が入った論文の本数", "企業の論文数", "会社の人が書いた論文の件数"],
}
# (place name, wordings); "" where none is named
PLACES = {
    "": [""],
    "ai": ["AI会議", "AIの学会", "人工知能の国際会議", "AI分野", "AI領域", "AI系の会議"],
    "non_ai": ["AI以外の会議", "AIじゃない分野", "非AIの会議"],
    "all": ["全会議", "AIとそれ以外を合わせた全会議", "AIも非AIも込みの全体", "AIに限らない全会議", "AIと非AIを合わせた全体", "AIかどうかを問わず全会議"],
    "ml": ["機械学習分野", "機械学習の学会", "マシンラーニングの分野"],
    "vision": ["画像認識分野", "画像認識の分野", "コンピュータビジョン"],
    "nlp": ["自然言語処理", "言語処理の学会", "NLP分野"],
    "robotics": ["ロボットの学会", "ロボティクス分野", "ろぼっとの分野"],
    "bio": ["バイオ分野", "バイオ・医用分野", "バイオインフォマティクス・医用分野", "医用画像・バイオの会議"],
    "databases": ["データベース分野", "DBの会議"],
    "security": ["セキュリティ分野"],
    "nips": ["NeurIPS", "ニューリプス"],
    "icml": ["ICML", "アイシーエムエル"],
    "cvpr": ["CVPR", "シーブイピーアール"],
    "acl": ["ACL"],
    "kdd": ["KDD"],
    "www": ["WWW", "WWW(ウェブ会議)", "The Web Conference"],
    "mm": ["ACM Multimedia", "ACM MM"],
    "icse": ["ICSE"],
    "eccv": ["ECCV"],
}
YEARS = {
    2018: ["2018年", "平成30年", "２０１８年", "平成三十年", "2018年度", "H30", "18年", "二〇一八年"],
    2016: ["2016年", "平成28年", "平成二十八年", "２０１６年", "H28年"],
    2014: ["2014年", "平成26年", "'14年", "2014"],
}
# {p} place with の or で handled by the frame, {m} metric, {y} year
FRAMES = [
    "{p}の{m}は{y}で何%ですか", "{y}の{p}における{m}を教えてください", "{p}、{y}の{m}は?", "{m}を{p}の{y}でください", "{y}、{p}だと{m}ってどれくらい?",
    "恐れ入りますが、{p}の{m}について{y}の値をお示しいただけますでしょうか", "{p}の{m}、{y}はなんぼや?", "{p}での{m}は{y}、何割ぐらいなんですかね", "記者に聞かれてまして、{y}の{p}の{m}を確認したい",
    "{p} {m} {y}", "{y} {p} {m} 数字だけ", "{m}って{p}の{y}だとどうなん?", "うちの若手が「{p}の{m}は高い」と言うんだけど、{y}は実際何%?", "{p}の{y}の{m}、役員会で使うのでexactな数字が欲しい",
    "{y}における{p}の{m}をご教示ください。", "{p}の{m}はどれほどか。{y}について。", "{m}を知りたいんじゃが、{p}で{y}はいくつじゃ", "{p}で{y}に、{m}はどのくらいでしたでしょうか", "取り急ぎ{p}の{y}の{m}のみお願いします",
    "すまんけど{y}の{p}の{m}教えてくれへん?", "{m}について、{p}を対象に{y}の値を報告せよ", "{p}なんだけどさ、{y}の{m}いくつだっけ", "{p}・{y}・{m}",
]  # fmt: skip
BARE_FRAMES = [
    "{m}は{y}で何%ですか", "{y}の{m}を教えてください", "{y}、{m}ってどれくらい?", "恐れ入りますが、{m}について{y}の値をお示しいただけますでしょうか", "{m} {y}", "{m}って{y}だとどうなん?",
    "{y}における{m}をご教示ください。", "{m}を知りたいんじゃが、{y}はいくつじゃ", "{m}、{y}の数値だけで結構です。",
]  # fmt: skip
COUNT_FRAMES = [
    "{p}の{m}は{y}で何本ですか", "{y}の{p}の{m}を教えてください", "{p}の{m}、{y}は何件か。", "{p} {m} {y}", "{y}、{p}の{m}って何本?", "{p}では{y}の{m}はいくつじゃ", "恐れ入りますが、{p}の{y}の{m}をお示しください",
]  # fmt: skip
# Wordings that narrow or replace the group by something nothing records.
UNHELD = [
    "企業が筆頭著者の論文の割合", "最終著者が企業の論文の割合", "企業同士の共著の割合", "企業と海外大学の共著の割合", "日本と米国の共著の割合", "地元の大学の割合", "日本以外の企業の割合", "Google以外の企業の割合", "単著の論文の割合", "3社以上の共著の割合", "工学部が入った論文の割合",
    "女性研究者の割合", "女性が筆頭著者の論文の割合", "若手研究者の参加率", "鉄道会社の参加率", "製薬会社が入った論文の割合", "自動車メーカーの割合", "銀行が入った論文の比率", "スタートアップの参加率", "中小企業が入った論文の割合", "上場企業の割合",
    "外資系企業の参加率", "商社が関わった論文の割合", "ゲーム会社の割合", "国立大学の割合", "私立大学の参加率", "女子大の参加率", "工学部の割合", "文系学部が入った論文の割合", "地方大学院生の割合", "博士課程の学生が書いた論文の割合",
    "欧州の割合", "東南アジアの機関が入った論文の割合", "ASEANの参加率", "採択率", "acceptance rate", "査読者の数", "参加者数", "参加費", "開催都市", "発表者の平均年齢", "著者の平均年収", "基調講演の企業比率", "スポンサー企業の割合", "ポスター発表の割合", "口頭発表の割合",
    "ベストペーパーの企業率", "特許の割合", "arXivのプレプリントの割合", "病院が入った論文の割合", "軍事関連企業の割合", "生成AIの論文の割合", "強化学習の論文に占める企業の割合", "ワークショップ論文の企業率", "九州の大学の割合", "大阪の企業が入った論文の割合",
    "共著者数の平均", "1本あたりの著者数", "電力会社の参加率", "通信キャリアの参加率", "建設会社が入った論文の割合", "保険会社の割合", "コンサル会社の参加率", "農業関連企業の割合", "高校が入った論文の割合", "高専の割合", "シンクタンクの参加率", "在日外資の割合",
    "従業員1000人以下の企業の割合", "女性著者がいる論文の割合", "外国人留学生の割合", "黒字企業の割合", "創業10年以内の企業の割合", "オープンソースのコードがある論文の割合", "コード公開率", "GPUを使った論文の割合", "再現できた論文の割合",
]  # fmt: skip
UNHELD_FRAMES = ["{p}の{m}は{y}で何%ですか", "{y}の{p}における{m}を教えて", "{p} {m} {y}", "{p}の{m}、{y}はどのくらい?", "すみません、{y}の{p}で{m}はどうでしょうか"]


def filled(frame: str, place: str, metric: str, year: str) -> str:
    return frame.format(p=place, m=metric, y=year)


def variations() -> list[tuple[str, str, str, int]]:
    """(question, metric, place, year): every wording of a metric in several frames, places and years, taken in turn."""
    frames, bare, counting = cycle(FRAMES), cycle(BARE_FRAMES), cycle(COUNT_FRAMES)
    years = cycle([(year, word) for pair in zip(*(YEARS[key] for key in YEARS), strict=False) for year, word in zip(YEARS, pair, strict=True)] + [(2018, word) for word in YEARS[2018]])
    places = cycle([(place, word) for place, words in PLACES.items() for word in words])
    asked = []
    for metric, wordings in METRICS.items():
        for wording in wordings:
            for _ in range(9):
                (place, where), (year, when) = next(places), next(years)
                asked.append((filled(next(frames) if where else next(bare), where, wording, when), metric, place, year))
    for metric, wordings in COUNTS.items():
        for wording in wordings:
            for _ in range(9):
                (place, where), (year, when) = next(places), next(years)
                while not where:
                    place, where = next(places)
                asked.append((filled(next(counting), where, wording, when), metric, place, year))
    return asked


def unheld() -> list[str]:
    """Questions that ask for what is not recorded."""
    frames, years = cycle(UNHELD_FRAMES), cycle(["2018年", "平成28年", "2014年"])
    places = cycle(["AI会議", "NeurIPS", "AIの学会", "機械学習分野", "CVPR", "AI分野", "ロボットの学会"])
    return [filled(next(frames), next(places), wording, next(years)) for wording in UNHELD for _ in range(3)]
