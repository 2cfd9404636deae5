"""News agencies and the names they go by in several languages."""

AGENCIES = "agencies"
"""What stands for credits that name no agency: “Agencies”, “Dispatches”."""

# One agency a line: the name its origin is given, then what else it is called, as it is written:
# upper and lower case are told apart (Tass, TASS; but “app” is no agency).
_NAMES = """
Reuters|Thomson Reuters|REUTERS|Рейтер|Рейтерс|Reuter|رويترز|路透社|路透
Reuters|ロイター通信|ロイター|로이터|रॉयटर्स|רויטרס
AP|Associated Press|ASSOCIATED PRESS|Ассошиэйтед Пресс|أسوشيتد برس
AP|اسوشيتد برس|أ ب|美联社|美聯社|AP通信|एपी
AFP|Agence France-Presse|Agence France Presse|АФП|Франс Пресс
AFP|فرانس برس|أ ف ب|أ.ف.ب|ا ف ب|法新社|AFP通信|एएफपी
TASS|ITAR-TASS|Itar-Tass|Tass|ТАСС|ИТАР-ТАСС|تاس|塔斯社|タス通信
Interfax|INTERFAX|Интерфакс|إنترفاكس|国际文传电讯社|国际文传
RIA Novosti|RIA|РИА Новости|РИА «Новости»|ريا نوفوستي|俄新社
Sputnik|Спутник|سبوتنيك|卫星通讯社|俄罗斯卫星通讯社
Xinhua|XINHUA|Xinhua News Agency|新华社|新華社|新华网|Синьхуа|شينخوا
China News Service|CNS|中新社|中国新闻社|中新网
UPI|United Press International|合众国际社
dpa|DPA|Deutsche Presse-Agentur|ДПА|د ب أ|د.ب.أ|德新社
EFE|Agencia EFE|ЭФЕ|إفي|埃菲社
ANSA|АНСА|أنسا|安莎社
PA|PA Media|Press Association
AAP|Australian Associated Press
CP|The Canadian Press|Canadian Press|La Presse Canadienne
Anadolu|AA|Anadolu Agency|Anadolu Ajansı|Анадолу|الأناضول|阿纳多卢通讯社
PTI|Press Trust of India|पीटीआई
ANI|Asian News International|एएनआई
IANS|Indo-Asian News Service
UNI|United News of India
APP|Associated Press of Pakistan
BSS|Bangladesh Sangbad Sangstha
IRNA|Islamic Republic News Agency|ИРНА|إرنا|伊通社|ایرنا
ISNA|ایسنا|إيسنا
Fars|Fars News|Fars News Agency|فارس نیوز|خبرگزاری فارس
Tasnim|Tasnim News Agency|تسنیم|تسنيم
Mehr|Mehr News Agency|خبرگزاری مهر
SANA|Syrian Arab News Agency|САНА|سانا
SPA|Saudi Press Agency|واس
WAM|Emirates News Agency|وام
QNA|Qatar News Agency|قنا
KUNA|Kuwait News Agency|كونا
MENA|Middle East News Agency|أ ش أ|أ.ش.أ
Petra|Jordan News Agency
WAFA|وفا
Kyodo|Kyodo News|KYODO|共同社|共同通信|Киодо
Jiji|Jiji Press|時事通信|时事社
Yonhap|Yonhap News Agency|연합뉴스|韩联社|Ёнхап
KCNA|조선중앙통신|朝中社|ЦТАК
CNA|Central News Agency|中央社
Bernama|BERNAMA
Antara|ANTARA
VNA|Vietnam News Agency
Ukrinform|Укринформ|Укрінформ
UNIAN|УНИАН|УНІАН
Interfax-Ukraine|Интерфакс-Украина
BelTA|BELTA|БелТА|БЕЛТА
Kazinform|Казинформ
Pajhwok|Pajhwok Afghan News|پژواک
Bakhtar|Bakhtar News Agency|باختر
Khaama Press
PAP|Polska Agencja Prasowa
ČTK|CTK|Česká tisková kancelář
MTI
BTA|БТА
Agerpres|AGERPRES
Tanjug|Танјуг|Танюг
Belga|BELGA
ANP
NTB
Ritzau
STT
TT|Tidningarnas Telegrambyrå
APA|Austria Presse Agentur
Keystone-SDA|Keystone-ATS|SDA|ATS
Lusa|LUSA|Agência Lusa
Agência Brasil
Estadão Conteúdo
NAN|News Agency of Nigeria
Bloomberg|Bloomberg News|Блумберг|بلومبرغ|彭博社
agencies|Agencies|AGENCIES|News Agencies|News agencies|news agencies
agencies|Dispatches|Wire services|wire services|Wires|From the wires
agencies|the wires|Monitoring desk|Monitoring Desk|Agenturen|Agences
agencies|agences|Agencias|агентства|Агентства|وكالات|الوكالات|综合外电|外电
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _NAMES.split("\n"):
        names = line.split("|")
        for name in filter(None, names):
            table[name] = names[0]
    return table


ALIASES: dict[str, str] = _table()
"""Every name an agency goes by, with the one name its origin is given."""

ALSO_SOMETHING_ELSE = frozenset(
    "PA CP AA APP UNI SPA MENA TT APA SDA ATS NAN CNA BTA MTI PAP BSS CNS WAM VNA SANA QNA ANP "
    "NTB STT Petra Mehr Fars Lusa Sputnik Antara Bakhtar Belga وفا وام قنا واس سانا سبوتنيك باختر "
    "إفي تاس".split()
) | {"أ ب", "أ ش أ", *(alias for alias, name in ALIASES.items() if name == AGENCIES)}
"""Names that are agencies in a dateline or a credit line only: the PA is also an authority."""
