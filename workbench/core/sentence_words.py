"""Words that tell where sentences begin: anywhere, after an abbreviation, after a quotation."""

import functools
import re

_STARTERS = {
    "en": """
        a an the this that these those it its he his she her hers they their we our i my you your
        there here who what when where why how which whose both each every all some many most few
        several any no none nobody nothing neither everyone everybody someone somebody anyone
        another other others such in on at by for from with without within after before during
        since until while when once as if unless although though because despite like unlike among
        amid under over against about between through across along to of and but or so yet nor
        then thus hence therefore however moreover furthermore meanwhile still also instead
        otherwise nevertheless nonetheless later earlier now today tomorrow yesterday last next
        soon again even only just not never perhaps maybe indeed according is are was were do does
        did has have had can could will would should may might must let please see not-so it’s
        it's he’s she’s that’s there’s they’re we’re i’m i’ve don’t didn’t that's there's i'm
    """,
    "de": """
        der die das den dem des ein eine einer einen eines er sie es wir ihr ich ihre ihr sein seine
        sein unser mein kein keine dieser diese dieses jeder jede alle viele einige manche man wer
        was wann wo warum wie in im an am auf aus bei beim mit nach seit von vom vor zu zum zur
        über unter gegen ohne für durch um und aber oder doch denn sondern auch noch nun dann
        danach dort hier da damals heute gestern morgen später zuvor zudem außerdem jedoch dennoch
        trotzdem deshalb daher dabei dafür damit wenn als ob weil obwohl während nachdem bevor
        nicht nur ist war sind hat niemand nichts
    """,
    "fr": """
        le la les un une des ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur
        leurs notre nos mon qui que quoi quand où comment pourquoi dans en au aux à de du sur sous
        par pour avec sans après avant depuis pendant selon mais et ou donc or ni car aussi ainsi
        alors puis ensuite cependant toutefois pourtant enfin hier demain ici là aucun personne
        rien tout tous si lorsque c’est c'est ne
    """,
    "es": """
        el la los las un una unos unas este esta estos estas ese esa él ella ellos ellas yo tú
        nosotros usted ustedes su sus nuestro mi quién qué cuándo dónde cómo por en con sin
        sobre de del al a para según desde hasta tras durante pero y o ni pues así entonces
        luego después también además sin embargo hoy ayer mañana ahora aquí allí ningún nadie
        nada todo todos si cuando aunque no es fue
        """,
    "it": """
        il lo la i gli le un uno una questo questa questi queste quello quella egli lui lei loro noi
        voi io tu suo sua suoi nostro chi che cosa quando dove come perché in nel nella con senza
        su di del della da dal dalla a al alla per tra fra dopo prima durante secondo ma e o né
        così poi allora inoltre tuttavia oggi ieri domani ora qui là nessuno niente tutto tutti se
        non è anche
    """,
    "pt": """
        o a os as um uma este esta estes essa esse ele ela eles elas nós eu você seu sua seus nosso
        quem que quando onde como por em no na nos nas com sem sobre de do da dos das ao à para
        segundo desde até após depois antes durante mas e ou nem pois assim então também além
        hoje ontem amanhã agora aqui ali ninguém nada tudo todos se não é foi já
    """,
    "nl": """
        de het een dit dat deze die hij zij ze wij we ik jij u zijn haar hun ons wie wat wanneer
        waar hoe in op aan bij met zonder van voor na uit over onder door tot en maar of want dus
        dan toen daarna ook nog nu hier daar niet niemand er als terwijl volgens
    """,
    "pl": """
        ten ta to ci te on ona ono oni one ja ty my wy jego jej ich nasz kto co kiedy gdzie jak w we
        na z ze do od po przed przez za nad pod bez dla i a ale lub albo więc potem później także
        też teraz dziś wczoraj jutro tu tam nie nikt nic wszyscy jeśli gdy po według jednak
    """,
    "sv": """
        den det de en ett han hon de vi jag du hans hennes deras vår vem vad när var hur i på av för
        med utan från till efter före under över om och men eller så då sedan också nu här där inte
        ingen alla detta denna dette
    """,
    "tr": """
        bu şu o onlar biz siz ben sen bir her hiç kim ne zaman nerede nasıl ve ama fakat ancak sonra
        önce daha şimdi bugün dün yarın burada orada çünkü eğer
    """,
    "ru": """
        он она оно они мы вы я ты его её ее их наш мой этот эта это эти тот та те кто что когда где
        куда как почему зачем в во на с со из к ко от до по при под над за о об у без для через
        после перед во время согласно и а но или да зато однако потом затем также тоже теперь
        сегодня вчера завтра здесь там тут не ни никто ничто ничего все всё если хотя пока уже
        ещё еще так тогда
    """,
    "uk": """
        він вона воно вони ми ви я ти його її їх наш мій цей ця це ці той та ті хто що коли де куди
        як чому у в на з із до від по при під над за про без для через після перед і й та але або
        однак потім також тепер сьогодні вчора завтра тут там не ні ніхто ніщо всі все якщо
    """,
    "el": """
        ο η το οι τα τον την του της των ένας μία ένα αυτός αυτή αυτό εγώ εσύ εμείς ποιος τι
        πότε πού πώς γιατί σε στο στη στην από με χωρίς για κατά μετά πριν και αλλά ή όμως
        επίσης τώρα σήμερα χθες αύριο εδώ εκεί δεν κανείς τίποτα όλοι αν όταν
        """,
}

_STARTERS_OF = {language: frozenset(words.split()) for language, words in _STARTERS.items()}
STARTERS = frozenset().union(*_STARTERS_OF.values())
"""Words that, with a capital, most likely begin a sentence in some language; in small letters."""


def begins_sentences(word: str, language: str) -> bool:
    """Whether a word, in small letters, most likely begins a sentence when it has a capital.

    Args:
        word: in small letters.
        language: two letters; where it is none of those known here, all of them count.
    """
    return word in _STARTERS_OF.get(language, STARTERS)


SURE_STARTERS = frozenset(
    "the this that these those it he she they we i you there however meanwhile but and when "
    "it's it’s er sie es wir dann danach il elle ils elles ella ellos él он она они мы потом "
    "затем".split()
) - {"il", "er", "es", "he"}
"""Those that begin one even where a name would be expected; "Dr. He" may be a name."""

OFFICES = frozenset(
    "president vice secretary senator congressman congresswoman representative ambassador "
    "attorney general special envoy deputy undersecretary assistant chief chairman chairwoman "
    "chair commander admiral judge justice magistrate marshal mayor governor treasurer "
    "speaker director spokesman spokeswoman spokesperson ceo cfo coo founder co-founder "
    "executive analyst official rep sen gov gen adm amb atty lt col maj capt sgt rep. "
    "ex-president".split()
)
"""Offices that follow a place or a firm ("U.S. President", "Acme Inc. Chief Executive")."""

INSTITUTIONS = frozenset(
    "senate house congress army navy air marine marines marshals coast force forces embassy "
    "consulate mission department dept treasury treasuries supreme district circuit court "
    "courts capitol state federal central open bank steel cellular census forest geological "
    "geographic customs border immigration citizenship justice food fish park postal bureau "
    "agency office commission committee council security general human high children refugee "
    "secretariat food world climate charter environment development strategic military "
    "national naval olympic soccer masters championship constitution government "
    "administration dollar dollars bond bonds chamber route highway interstate patent trade "
    "energy commerce defense defence homeland health labor labour agriculture education "
    "interior veterans census peace sentencing republican republicans democrat democrats "
    "democratic latino latinos hispanic hispanics muslim muslims jewish jews catholic "
    "catholics christian christians black blacks asian african indian pacific mint virgin "
    "news times post police college university school parliament women".split()
)
"""What follows a place as an adjective ("U.S. Senate", "U.N. Refugee Agency")."""

AFTER_NAME = frozenset(
    "day boulevard blvd avenue street school high library park memorial center centre "
    "hospital foundation museum middle elementary airport highway scholarship award drive "
    "holiday".split()
)
"""What follows a name that ends in "Jr." """

AFTER_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec est edt et ct cst cdt mt mst "
    "mdt pt pst pdt gmt utc bst cet cest ist msk wib jst kst hkt aest sgt eastern pacific "
    "mountain greenwich eet eest pkt aft".split()
)
"""What follows a time of day: days, months, time zones."""

MONTHS = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november "
    "dezember january february march may june july october december jahrhundert jahrhunderts "
    "jahrhunderte jahrhunderten jahrtausend weltkrieg weltkriegs jh jhd jahrestag geburtstag "
    "mal platz stock klasse liga runde spieltag ocak şubat mart nisan mayıs haziran temmuz "
    "ağustos eylül ekim kasım aralık yüzyıl yüzyılda dünya bundesliga semester kapitel buch "
    "tag woche oktobers etage".split()
)
"""What an ordinal written with a full stop stands before ("3. Oktober")."""

SAINTS = frozenset(
    "clair john louis paul petersburg mary george james peter patrick andrew andrews michael "
    "joseph thomas lucia helena kitts vincent martin moritz gallen pölten lawrence augustine "
    "cloud albans ives tropez denis germain croix nicholas stephen francis anthony bernard "
    "catharines johns charles basil jude mark matthew luke ann anne elizabeth helens pierre "
    "jean laurent".split()
)
"""Names that follow "St." also where a name stands before it ("Maria St. Clair")."""

LABELLED = frozenset(
    "plan group vitamin hepatitis category class type grade team section option block "
    "schedule appendix annex exhibit platform gate line phase level part point building hall "
    "terminal ward zone table figure formula case step version channel room wing note cell "
    "influenza gruppe typ teil groupe grupo gruppo parte vitamina класс группа гепатит план".split()
)
"""What a single capital names ("plan B")."""

EXCLAIMING = frozenset("yahoo jeopardy wham yum oklahoma jeb ahoy guess joomla".split())
"""Names with an exclamation mark."""

_SAID = (
    "said says asked asks replied replies answered answers shouted cried yelled whispered added "
    "exclaimed wondered demanded declared told tells wrote writes tweeted posted screamed quipped "
    "joked muttered murmured responded inquired called insisted recalled snapped laughed sighed "
    "remarked thought warned announced continued"
)
SPEECH = re.compile(
    # A name of up to four words, then how it was said; no name is longer than 30 code points.
    rf"(?:[^\W\d_a-zß-öø-ÿ][\w.’'\-]{{0,30}} ){{1,4}}(?:{'|'.join(_SAID.split())})\b"
    # Verbs of languages without capitals, at the beginning or at the end of a short clause.
    r"|(?:\S{1,20} ){0,3}(?:و?قال|و?قالت|و?سأل|و?سألت|أجاب|أجابت|صاح|صاحت|تساءل|گفت|پرسید|کہا|پوچھا"
    r"|אמר|אמרה|שאל|שאלה|ענה|ענתה|צעק|कहा|पूछा|बोला|बोले|बोली|म्हणाला|म्हणाले|विचारले|বললেন|বলেন|বলল"
    r"|জিজ্ঞাসা|என்று|என்றார்|అని|అన్నారు|იკითხა|თქვა|უპასუხა|አለ|አለች|አሉ|ጠየቀ|ጠየቀች|말했다|물었다|외쳤다"
    r"|답했다|말했습니다|물었습니다|밝혔다)(?![^\W_])"
)
"""Who said it, after a quotation that has a mark of its own: “Why?” Petrov asked."""

SPEECH_WIDE = re.compile(
    r"(?:と|って|など|という|との|とは|は[、])"
    r"|[^，。！？、；：“”「」\n]{1,12}?(?:言った|聞いた|叫んだ|答えた|尋ねた|述べた|話した|語った)"
    r"|[^，。！？、；：“”「」\n]{0,8}?(?:说道|问道|答道|喊道|说|問|问|道|喊|答|叫|說|笑道|表示|写道|寫道)[，。！？、：；]"
)
"""The same where words are not set apart by blanks."""

_NUMBERING = frozenset("de da no nb nn fi cs sk sl hr hu tr et lv lt is pl".split())


def numbers_with_stops(language: str) -> bool:
    """Whether a language writes ordinals as a number with a full stop."""
    return language in _NUMBERING


_HINTS = {
    "en": """
        the of and to was is that it with for he she they which his her from not this has in
        on at by are were an have had but who will said its their no when what there
        """,
    "de": """
        der die und das ist nicht ein eine mit den dem im auf zu wurde sich er es von ich wir
        sie am in an war hat für als auch bei nach aus man einen einer wird sind wohnt gilt
        siehe
        """,
    "fr": """
        le la les et des est une un dans que qui il elle du pour pas sur au ne se avec ont à
        en sont par nous je ce cette a été fut
        """,
    "es": """
        el los las y que en una por con para del se su es fue lo como más pero está son la un
        al de no ha vive tiene desde
        """,
    "it": """
        il gli che è di una per non del della nel sono con si lo alla dei le ha anche la un da
        più sig poi
        """,
    "pt": """
        o os as e que não uma em do da para com são foi no na ele ela dos das um mas há mora
        por ao disse
        """,
    "nl": """
        het een en van is niet dat op te zijn met voor er hij ze de aan werd bij wordt zij in
        woont maar ook
        """,
    "pl": """
        w na jest nie się z że do i był przy są mieszka roku oraz przez dla jego od po to tam
        ul prof
        """,
    "cs": """
        je se na že to v s byl jsou do pro jeho ve bylo není také od po která který by a
        dlouho století
        """,
    "tr": """
        bir ve bu için ile olarak da de çok daha olan sonra kadar gibi ancak var değil bitti
        vb
        """,
    "sv": "och är att en ett det som på av för med inte den han hon var till har finns om från",
    "da": "og er at en et det som på af for med ikke den han hun var til har der den mødet fra i",
    "ro": "și este în la cu de pe nu un o din care pentru sunt fost mai că se prin locuiește",
    "hu": "a az és hogy nem egy is volt ez csak meg még de ott ki mint van el",
    "fi": "ja on ei se että oli hän mutta kun joka ovat tai myös siellä kuin niin",
    "id": "yang dan di itu dengan untuk tidak ini dari pada adalah ke akan telah tinggal",
    "vi": "và là của không có được trong cho ông bà một các đã này người thì sống ở",
}
_HINT_OF: dict[str, list[str]] = {}
for _language, _words in _HINTS.items():
    for _word in set(_words.split()):
        _HINT_OF.setdefault(_word, []).append(_language)
_LETTERS = {
    "de": "ßäöü",
    "pl": "łąęśćżź",
    "cs": "ěřůč",
    "tr": "ğış",
    "fr": "çèêà",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "da": "æø",
    "sv": "åä",
    "ro": "țșă",
    "hu": "őű",
    "vi": "ơưạộếịđ",
}
_TOKEN = re.compile(r"[^\W\d_]{1,12}(?![^\W\d_])")
_LOOKED_AT = 1_500  # code points are enough to tell a language


@functools.lru_cache(maxsize=64)
def language_of(beginning: str) -> str:
    """The language a text in Latin letters is written in, by its small words; "" when unknown.

    Args:
        beginning: the first `_LOOKED_AT` code points of a text.
    """
    score: dict[str, float] = {}
    lower = beginning.lower()
    for word in _TOKEN.findall(lower):
        languages = _HINT_OF.get(word, ())
        for language in languages:
            score[language] = score.get(language, 0.0) + 1.0 / len(languages)
    for language, letters in _LETTERS.items():
        for letter in letters:
            if letter in lower:
                score[language] = score.get(language, 0.0) + 1.0
    if not score:
        return ""
    best, second = sorted([*score.items(), ("", 0.0)], key=lambda pair: -pair[1])[:2]
    return best[0] if best[1] > second[1] else ""


def language_at_the_beginning(piece: str) -> str:
    """The language of a piece of text, told from its beginning."""
    return language_of(piece[:_LOOKED_AT])
