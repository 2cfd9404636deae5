"""Texts in the encodings that articles come in are read to the letter."""

import codecs

import pytest

from workbench.intake import Draft
from workbench.intake.article import read_stream
from workbench.intake.legacy import guess

ENGLISH = (
    "Russia’s ambassador to Afghanistan said on Tuesday that his country is “not considering” the "
    "deployment of its troops. The minister – who spoke in Moscow – added that the region’s states "
    "would meet again in the spring, and that nobody had asked for a base. Officials in Kabul said "
    "the talks had been “useful and frank”, and that trade worth €20 million was at stake.\n"
)
FRENCH = (
    "L'ambassadeur de Russie a déclaré mardi que son pays n'envisageait pas d'envoyer des troupes. "
    "Selon le ministère, les pourparlers ont été « utiles » et les délégations se réuniront à "
    "nouveau l'été prochain, où la sécurité de la région sera évoquée. Le coût des échanges reste "
    "très inférieur à ce qu'espéraient les négociateurs, et la tâche n'est pas achevée.\n"
)
RUSSIAN = (
    "Специальный представитель президента России по Афганистану заявил во вторник, что Москва не "
    "рассматривает возможность отправки военных в эту страну. По его словам, страны региона "
    "выступают против возвращения иностранных баз, а переговоры в Москве прошли в деловой "
    "обстановке. Министр иностранных дел отметил, что борьба с терроризмом остаётся главной темой.\n"
)
UKRAINIAN = (
    "Посол Росії в Афганістані заявив у вівторок, що його країна не розглядає можливість "
    "відправлення військ. Міністр закордонних справ сказав на зустрічі в Москві, що країни "
    "регіону виступають проти іноземних баз. Її учасники обговорили також торгівлю.\n"
)
JAPANESE = (
    "ロシアのアフガニスタン大使は火曜日、同国に軍隊を派遣することは検討していないと述べた。"
    "外相はモスクワで開かれた会合で、地域の国々は外国の軍事基地の設置に反対していると語った。"
    "会合には中国、イラン、パキスタンの代表も出席し、テロとの戦いと貿易について話し合った。\n"
)
CHINESE = (
    "俄罗斯驻阿富汗大使星期二表示，俄方不考虑向该国派遣军队。外交部长在莫斯科举行的会议上说，"
    "地区各国反对在阿富汗部署外国军事基地。中国、伊朗和巴基斯坦的代表也出席了会议，讨论了反恐与"
    "贸易问题。会议结束后发表了联合声明，强调尊重阿富汗的主权和领土完整。\n"
)
TAIWANESE = (
    "俄羅斯駐阿富汗大使星期二表示，俄方不考慮向該國派遣軍隊。外交部長在莫斯科舉行的會議上說，"
    "地區各國反對在阿富汗部署外國軍事基地。中國、伊朗和巴基斯坦的代表也出席了會議。\n"
)
KOREAN = (
    "아프가니스탄 주재 러시아 대사는 화요일 자국이 이 나라에 군대를 파견하는 것을 고려하지 않고 "
    "있다고 말했다. 외무장관은 모스크바에서 열린 회의에서 지역 국가들이 외국 군사 기지의 배치에 "
    "반대한다고 밝혔다. 회의에는 중국, 이란, 파키스탄 대표도 참석했다.\n"
)
ARABIC = (
    "قال السفير الروسي لدى أفغانستان يوم الثلاثاء إن بلاده لا تفكر في إرسال قوات إلى هذا البلد. "
    "وأضاف وزير الخارجية في اجتماع عقد في موسكو أن دول المنطقة ترفض إقامة قواعد عسكرية أجنبية. "
    "وشارك في الاجتماع ممثلون عن الصين وإيران وباكستان، وناقشوا مكافحة الإرهاب والتجارة.\n"
)
PERSIAN = (
    "سفير روسيه در افغانستان روز سه شنبه گفت که کشورش اعزام نيرو به اين کشور جنگ زده را بررسي نمي "
    "کند. وزير امور خارجه در نشستي در مسکو گفت که کشورهاي منطقه با استقرار پايگاه هاي نظامي بيگانه "
    "مخالفند. نمايندگان چين، ايران و پاکستان نيز در اين نشست شرکت کردند.\n"
)
POLISH = (
    "Ambasador Rosji oświadczył we wtorek, że jego kraj nie rozważa wysłania wojsk. Minister spraw "
    "zagranicznych powiedział podczas spotkania w Moskwie, że państwa regionu sprzeciwiają się "
    "obecności obcych baz wojskowych. Źródła w Kabulu określiły rozmowy jako użyteczne.\n"
)
TURKISH = (
    "Rusya'nın Afganistan Büyükelçisi salı günü yaptığı açıklamada ülkesinin bölgeye asker "
    "göndermeyi düşünmediğini söyledi. Dışişleri Bakanı, Moskova'da düzenlenen toplantıda bölge "
    "ülkelerinin yabancı askeri üslere karşı olduğunu belirtti. İran temsilcileri de katıldı.\n"
)
GREEK = (
    "Ο πρέσβης της Ρωσίας στο Αφγανιστάν δήλωσε την Τρίτη ότι η χώρα του δεν εξετάζει την αποστολή "
    "στρατευμάτων. Ο υπουργός Εξωτερικών είπε σε συνάντηση στη Μόσχα ότι οι χώρες της περιοχής "
    "αντιτίθενται στις ξένες στρατιωτικές βάσεις.\n"
)
HEBREW = (
    "שגריר רוסיה באפגניסטן אמר ביום שלישי כי ארצו אינה שוקלת לשלוח חיילים למדינה. שר החוץ אמר "
    "בפגישה שנערכה במוסקבה כי מדינות האזור מתנגדות להקמת בסיסים צבאיים זרים. בפגישה השתתפו גם "
    "נציגים של סין, איראן ופקיסטן, ודנו במאבק בטרור ובסחר.\n"
)
GERMAN = (
    "Der russische Botschafter in Afghanistan erklärte am Dienstag, sein Land erwäge nicht, "
    "Truppen zu entsenden. „Darüber wird nicht gesprochen“, sagte er. Die Gespräche seien nützlich "
    "gewesen, hieß es aus Kabul; für März sei ein weiteres Treffen geplant.\n"
)


def read(data: bytes) -> Draft:
    from io import BytesIO

    return read_stream(BytesIO(data), name="article.txt")


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH.replace("€", "$"), "mac_roman", "Mac Roman"),
        (GERMAN, "cp1252", "windows-1252"),
        (FRENCH, "cp1252", "windows-1252"),
        (FRENCH, "latin_1", "windows-1252"),  # which holds every letter of latin-1
        (FRENCH.replace("tâche", "manœuvre"), "iso8859_15", "ISO-8859-15"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859_2", "ISO-8859-2"),
        (TURKISH, "cp1254", "windows-1254"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp866", "CP866"),
        (RUSSIAN, "iso8859_5", "ISO-8859-5"),
        (UKRAINIAN, "cp1251", "windows-1251"),
        (UKRAINIAN, "koi8_u", "KOI8-U"),
        (GREEK, "cp1253", "windows-1253"),
        (HEBREW, "cp1255", "windows-1255"),
        (ARABIC, "cp1256", "windows-1256"),
        (ARABIC, "iso8859_6", "ISO-8859-6"),
        (PERSIAN, "cp1256", "windows-1256"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (CHINESE, "gb18030", "GB18030"),
        (CHINESE, "gb2312", "GB18030"),
        (TAIWANESE, "big5", "Big5"),
        (KOREAN, "cp949", "EUC-KR"),
    ],
)
def test_an_article_in_an_older_encoding_is_read_to_the_letter(
    text: str, codec: str, named: str
) -> None:
    draft = read(text.encode(codec))
    assert draft.text == text
    assert draft.notices == (
        (
            f"article.txt does not say how it is encoded and was read as {named}; "
            "if letters look wrong, save it as UTF-8 and add it again."
        ),
    )


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, ARABIC, "x\n"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_taken_off(text: str, mark: bytes, codec: str) -> None:
    draft = read(mark + text.encode(codec))
    assert draft.text == text
    assert draft.notices == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, CHINESE, ARABIC, "Kabul\n"])
def test_unicode_without_a_mark_is_known_by_its_nul_bytes(text: str, codec: str) -> None:
    draft = read(text.encode(codec))
    assert draft.text == text
    assert f"read as {codec[:6].upper()};" in draft.notices[0]


def test_utf8_is_read_without_a_word() -> None:
    assert read(ENGLISH.encode()).notices == ()
    assert read(b"Plain words.\n").notices == ()


def test_a_mark_that_another_program_doubled_is_taken_off_once() -> None:
    draft = read(codecs.BOM_UTF16_LE + "\ufeffWords.\n".encode("utf-16-le"))
    assert draft.text == "Words.\n"


def test_mostly_ascii_text_with_a_single_odd_byte_is_read_as_windows_1252() -> None:
    words = b"The deal was worth 20 million a year, officials in Kabul said. " * 5
    for byte, sign in (
        (b"\xa3", "£"),
        (b"\x80", "€"),
        (b"\xe9", "é"),
        (b"\xd7", "×"),
        (b"\x85", "…"),
    ):
        assert read(words + b"It " + byte + b" 5.\n").text.endswith(f"It {sign} 5.\n")


def test_the_apostrophes_of_windows_1252_are_never_chinese() -> None:
    assert "Russia’s" in read(b"It was Russia\x92s turn, and Iran\x92s.\n").text
    assert "Russia’s" in read(b"Russia\x92s").text


def test_utf8_with_a_damaged_byte_stays_utf8() -> None:
    data = RUSSIAN.encode()
    draft = read(data[:101] + b"\xff" + data[101:])
    assert draft.text.replace("\N{REPLACEMENT CHARACTER}", "")[60:] in RUSSIAN
    assert draft.notices[0].endswith("could not be read and stands as � in the text.")


def test_utf8_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    whole = "He said “no”.\n".encode()
    draft = read(whole[: whole.rindex(b"\x9d")])
    assert draft.text == "He said “no�"
    assert draft.notices == (
        "1 place in article.txt could not be read and stands as � in the text.",
    )


def test_a_replacement_sign_that_the_article_has_itself_is_no_damage() -> None:
    assert read("Kab�l, “so” – they said.\n".encode()).notices == ()


def test_utf16_cut_in_the_middle_of_a_letter_is_read_up_to_there() -> None:
    draft = read(codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le")[:-3])
    assert draft.text.startswith(RUSSIAN[:-3])
    assert "1 place" in draft.notices[0]


def test_a_damaged_byte_in_an_older_encoding_is_told() -> None:
    data = JAPANESE.encode("euc_jp")
    draft = read(data + b"\xff\n" + data)
    assert draft.text == JAPANESE + "�\n" + JAPANESE
    assert "1 place in article.txt could not be read" in draft.notices[1]


def test_the_encoding_shows_far_into_a_long_file_and_is_used_for_all_of_it() -> None:
    plain = "Nothing but plain words in this line, and in the next one.\n" * 20_000
    draft = read((plain + RUSSIAN).encode("cp1251"))
    assert draft.text == plain + RUSSIAN
    draft = read((plain + JAPANESE * 300 + plain).encode("cp932"))
    assert draft.text == plain + JAPANESE * 300 + plain


def test_what_the_letters_do_not_tell_is_left_to_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kazakh = "Қазақстан мен Ауғанстан арасындағы келіссөздер туралы хабарлама жарияланды. " * 6
    assert guess(kazakh.encode("ptcp154")) is not None
    monkeypatch.setattr("workbench.intake.legacy._single_byte", lambda _: None)
    assert guess(RUSSIAN.encode("cp1251")) == "cp1251"


def test_noise_beyond_ascii_is_in_no_encoding() -> None:
    from random import Random

    for seed in range(20):
        assert guess(Random(seed).randbytes(4000)) is None
