"""Countries of the data (English names) in Japanese."""

from analytics.errors import UnknownName

COUNTRY_LABELS = {
    "Afghanistan": "アフガニスタン", "Albania": "アルバニア", "Algeria": "アルジェリア", "Antigua and Barbuda": "アンティグア・バーブーダ",
    "Argentina": "アルゼンチン", "Armenia": "アルメニア", "Australia": "オーストラリア", "Austria": "オーストリア",
    "Azerbaijan": "アゼルバイジャン", "Bahamas": "バハマ", "Bahrain": "バーレーン", "Bangladesh": "バングラデシュ",
    "Belarus": "ベラルーシ", "Belgium": "ベルギー", "Bolivia": "ボリビア", "Bosnia and Herzegovina": "ボスニア・ヘルツェゴビナ",
    "Botswana": "ボツワナ", "Brazil": "ブラジル", "Brunei": "ブルネイ", "Bulgaria": "ブルガリア", "Burkina Faso": "ブルキナファソ",
    "Burundi": "ブルンジ", "Cambodia": "カンボジア", "Cameroon": "カメルーン", "Canada": "カナダ", "Cape Verde": "カーボベルデ",
    "Chile": "チリ", "China": "中国", "Colombia": "コロンビア", "Costa Rica": "コスタリカ", "Croatia": "クロアチア", "Cuba": "キューバ",
    "Curacao": "キュラソー", "Cyprus": "キプロス", "Czech Republic": "チェコ", "Democratic Republic of the Congo": "コンゴ民主共和国",
    "Denmark": "デンマーク", "Djibouti": "ジブチ", "Dominican Republic": "ドミニカ共和国", "Ecuador": "エクアドル", "Egypt": "エジプト",
    "Estonia": "エストニア", "Ethiopia": "エチオピア", "Faroe Islands": "フェロー諸島", "Fiji": "フィジー", "Finland": "フィンランド",
    "France": "フランス", "French Guiana": "フランス領ギアナ", "French Polynesia": "フランス領ポリネシア", "Georgia": "ジョージア",
    "Germany": "ドイツ", "Ghana": "ガーナ", "Gibraltar": "ジブラルタル", "Greece": "ギリシャ", "Guadeloupe": "グアドループ",
    "Guatemala": "グアテマラ", "Guinea-Bissau": "ギニアビサウ", "Honduras": "ホンジュラス", "Hong Kong": "香港", "Hungary": "ハンガリー",
    "Iceland": "アイスランド", "India": "インド", "Indonesia": "インドネシア", "Iran": "イラン", "Iraq": "イラク", "Ireland": "アイルランド",
    "Israel": "イスラエル", "Italy": "イタリア", "Ivory Coast": "コートジボワール", "Jamaica": "ジャマイカ", "Japan": "日本",
    "Jordan": "ヨルダン", "Kazakhstan": "カザフスタン", "Kenya": "ケニア", "Kosovo": "コソボ", "Kuwait": "クウェート", "Latvia": "ラトビア",
    "Lebanon": "レバノン", "Libya": "リビア", "Liechtenstein": "リヒテンシュタイン", "Lithuania": "リトアニア", "Luxembourg": "ルクセンブルク",
    "Macao": "マカオ", "Madagascar": "マダガスカル", "Malawi": "マラウイ", "Malaysia": "マレーシア", "Mali": "マリ", "Malta": "マルタ",
    "Martinique": "マルティニーク", "Mauritius": "モーリシャス", "Mexico": "メキシコ", "Moldova": "モルドバ", "Mongolia": "モンゴル",
    "Montenegro": "モンテネグロ", "Morocco": "モロッコ", "Mozambique": "モザンビーク", "Myanmar": "ミャンマー", "Namibia": "ナミビア",
    "Nepal": "ネパール", "Netherlands": "オランダ", "New Caledonia": "ニューカレドニア", "New Zealand": "ニュージーランド",
    "Nicaragua": "ニカラグア", "Niger": "ニジェール", "Nigeria": "ナイジェリア", "North Macedonia": "北マケドニア", "Norway": "ノルウェー",
    "Oman": "オマーン", "Pakistan": "パキスタン", "Palau": "パラオ", "Palestine": "パレスチナ", "Panama": "パナマ", "Paraguay": "パラグアイ",
    "Peru": "ペルー", "Philippines": "フィリピン", "Poland": "ポーランド", "Portugal": "ポルトガル", "Principality of Monaco": "モナコ",
    "Puerto Rico": "プエルトリコ", "Qatar": "カタール", "Reunion": "レユニオン", "Romania": "ルーマニア", "Russia": "ロシア",
    "Samoa": "サモア", "Saudi Arabia": "サウジアラビア", "Senegal": "セネガル", "Serbia": "セルビア", "Sierra Leone": "シエラレオネ",
    "Singapore": "シンガポール", "Slovakia": "スロバキア", "Slovenia": "スロベニア", "South Africa": "南アフリカ", "South Korea": "韓国",
    "Spain": "スペイン", "Sri Lanka": "スリランカ", "Sudan": "スーダン", "Sweden": "スウェーデン", "Switzerland": "スイス", "Syria": "シリア",
    "Taiwan": "台湾", "Tanzania": "タンザニア", "Thailand": "タイ", "Togo": "トーゴ", "Trinidad and Tobago": "トリニダード・トバゴ",
    "Tunisia": "チュニジア", "Turkey": "トルコ", "Uganda": "ウガンダ", "Ukraine": "ウクライナ", "United Arab Emirates": "アラブ首長国連邦",
    "United Kingdom": "英国", "United States": "米国", "Uruguay": "ウルグアイ", "Uzbekistan": "ウズベキスタン", "Vatican City": "バチカン",
    "Venezuela": "ベネズエラ", "Vietnam": "ベトナム", "Virgin Islands": "ヴァージン諸島", "Yemen": "イエメン", "Zambia": "ザンビア",
    "Zimbabwe": "ジンバブエ",
}  # fmt: skip

COUNTRY_KEYS = {label: name for name, label in COUNTRY_LABELS.items()}


def find_country(name: str, known: tuple[str, ...]) -> str:
    """The data's name of a country given in English or Japanese. Raises UnknownName."""
    key = COUNTRY_KEYS.get(name, name)
    if key not in known:
        raise UnknownName("country", name, known)
    return key
