"""What tells one legacy encoding from another: the letters a language uses beyond ASCII.

The letters stand in the order of their frequency, roughly: a unigram model needs no more, because
a wrong encoding gives letters that the language hardly knows or does not have at all.
"""

LETTERS = {
    "english": "éöüïñçáèóíã",
    "french": "éèàêçôîûâùœïëüæÿ",
    "german": "üäößé",
    "spanish": "óíáéñúü",
    "portuguese": "ãçáéíóõêúâàôü",
    "italian": "àèùìòéîóí",
    "dutch": "ëéïöüèêóáç",
    "swedish": "äöåéü",
    "danish": "åøæéöüäóôò",
    "icelandic": "ðíáþöóæúéýå",
    "catalan": "àéóíèòçúïü",
    "albanian": "ëç",
    "estonian": "äõüöšž",
    "polish": "łęóżąśćńź",
    "czech": "íáěéžýřščůúďťňó",
    "slovak": "áíýéčžšľťúôňďóäĺŕ",
    "hungarian": "éáöóőíüúű",
    "croatian": "čšžćđ",
    "romanian": "ăîâţşáé",
    "latvian": "āīēūšļņžķčģ",
    "lithuanian": "ėųįūšąžčę",
    "turkish": "ıüşğçöİâîû",
    "vietnamese": "\u0301\u0300\u0323đ\u0309âêôưăơ\u0303áàéèíóúùìòý",
    "russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "ukrainian": "оанівиертслкудмпязьбгчхїйжшщюцєфґ",
    "belarusian": "аніоеыртсвлкцудпмязьбгўчхжшёюйфэ",
    "bulgarian": "аоеинтрсвлкдпмузябгъщчйцшхжюфь",
    "serbian": "аоиенрстјувкмдпљзбгчњшћжцхђфџл",
    "macedonian": "аоиетнрсвдкпмлјузбгчшжцхѓќњљџфѕ",
    "greek": "αοιετσνηυρπκμλςωίδγόάέθχφήύώβξζψϊϋΐΰ",
    "hebrew": "יוהלאתרבשמםןנדחקספעגכטזצךףץ",
    "arabic": "الينمورتبةعدسفهكحقجأشطصىخ،ضإءذثزغئآؤظ\u064b؛؟",
    "persian": "ايرندمهوتسبشزكکگفقحخلعجصپآطچ،ضغثذظژئ؛؟",
    "urdu": "ايكرےہنسموتلدپبجگھٹںعقفچشحخئصطزضڑڈغآؤ،؟",
    "thai": "านรอกเ\u0e48มงยลวดท\u0e31\u0e49ส\u0e34ต\u0e35ะปบคหแ\u0e38จพชขใ\u0e4c"
    "\u0e39\u0e37ไถ\u0e36โผณ\u0e47ศษธซญำภฐฉฟ",
}

WESTERN = (
    "english", "french", "german", "spanish", "portuguese", "italian", "dutch", "swedish",
    "danish", "icelandic", "catalan", "albanian", "estonian",
)  # fmt: skip
CENTRAL = ("english", "polish", "czech", "slovak", "hungarian", "croatian", "romanian", "german")
CYRILLIC = ("russian", "ukrainian", "belarusian", "bulgarian", "serbian", "macedonian")

SINGLE_BYTE = (
    ("cp1252", WESTERN),  # with it latin-1, of which it holds every letter
    ("cp1250", CENTRAL),
    ("cp1251", CYRILLIC),
    ("koi8_r", ("russian",)),
    ("koi8_u", ("ukrainian",)),
    ("cp1254", ("turkish",)),
    ("cp1256", ("arabic", "persian", "urdu")),
    ("cp1253", ("greek",)),
    ("cp1255", ("hebrew",)),
    ("cp1257", ("latvian", "lithuanian", "estonian")),
    ("iso8859_15", WESTERN),
    ("iso8859_2", CENTRAL),
    ("iso8859_5", CYRILLIC),
    ("iso8859_6", ("arabic",)),
    ("iso8859_7", ("greek",)),
    ("cp866", ("russian", "belarusian")),
    ("cp874", ("thai",)),
    ("cp1258", ("vietnamese",)),
    ("mac_roman", WESTERN),
    ("cp850", WESTERN),
    ("cp852", CENTRAL),
    ("mac_cyrillic", ("russian",)),
)
"""Codecs of one byte per letter and the languages written in them, the likeliest first."""

PUNCTUATION = {
    "’": 0.3, "“": 0.15, "”": 0.15, "–": 0.1, "—": 0.05, "\N{NO-BREAK SPACE}": 0.1, "…": 0.03,
    "«": 0.05, "»": 0.05, "‘": 0.03, "„": 0.02, "€": 0.02, "£": 0.02, "°": 0.01, "§": 0.01,
    "•": 0.01, "·": 0.01, "№": 0.01, "½": 0.005, "²": 0.005, "º": 0.005, "ª": 0.005, "¿": 0.01,
    "¡": 0.005, "©": 0.005, "®": 0.005, "™": 0.005, "‚": 0.002, "‹": 0.002, "›": 0.002,
    "×": 0.002, "±": 0.002, "µ": 0.001, "¼": 0.001, "¾": 0.001, "³": 0.002,
}  # fmt: skip
"""Signs beyond ASCII that stand in articles of any language, with their share among such signs."""

COMMON_HAN = frozenset(
    "的一是不了在人有我他这中大来上国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多"
    "天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与"
    "高意进把法此实回二理美部定加全合表战军阿俄斯布，。、：；？！「」“”《》（）"
    "這來國說們為時過後對裡麼沒於還發當無開經頭動兩長樣現將與進實戰軍會學"
)
"""Chinese characters and signs so frequent that every Chinese text is full of them."""
