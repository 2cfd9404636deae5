"""Words that end in a full stop without ending a sentence, by what may follow them.

An entry that begins with a capital is an abbreviation only with that capital ("Sat." is a day, "he
sat." is not); one in small letters is an abbreviation either way. No entry has its last full stop.
Abbreviations of several parts stand without blanks: "z.b" is "z. B.", too.
"""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What an abbreviation says of the full stop after it."""

    TITLE = auto()  # a name follows: no end
    BEFORE = auto()  # what it belongs to follows: no end
    NUMBERED = auto()  # no end before a number
    STREET = auto()  # a title before a name ("St. Lucia"), a street after one ("Main St.")
    YEAR = auto()  # after a number a year or century and open, else a title ("г. Омск")
    PLACE = auto()  # "U.S.": noun or adjective
    HOUR = auto()
    COMPANY = auto()
    MONTH = auto()
    DEGREE = auto()  # "Jr.", "Ph.D."
    AMOUNT = auto()  # "Mio.": what is counted follows nearly always
    OPEN = auto()  # "etc.", units: may well be the last word


_WORDS = {
    Kind.TITLE: """
        mr mrs Ms Mx dr Drs prof sr sra sig dott avv Rev Revd Hon Gen Brig Lt Col Maj Capt
        Cmdr Cdr Cpt Adm Sgt Cpl Pvt Spc Gov Sen Sens Rep Reps Pres Amb Supt Det Insp Msgr Fr
        Messrs Mme Mmes Mlle MM Mgr Atty Dipl Ing Srta Srs Sres Dra Dña Exmo Exma Excmo Excma
        Arq Sigg Dhr Mevr Bpk Jend Doç Yrd Öğr Hr Frl MUDr JUDr PhDr RNDr ThS GS PGS TP EE св
        św śp płk ppłk mjr inż
        l’on dell’on all’on  проф акад доц г-н г-жа тов св ул пер пл пр-т просп
        наб обл р-н пос ген полк ред вул пров бул смт ім им чл д-р инж κ κα κος κκ δρ καθ डॉ
        प्रो श्री श्रीमती सुश्री पं कु मो ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी आर एस
        टी यू वी डब्ल्यू एक्स वाई ডা ড মো প্রফ г-ца მაგ திரு డా मि प्रा פרופ גב мисс
        """,
    Kind.BEFORE: """
        e.g i.e eg vs v viz cf approx c incl excl aka a.k.a z.b d.h u.a u.u z.t v.a m.e o.ä bzw bspw
        ggf evtl vgl inkl exkl sog zzgl p.ex p.ej par.ex av tzn tj m.in tzw t.ex bl.a dvs f.eks bijv
        d.w.z o.a m.b.t i.v.m esim kb ún например т.е т.н т.зв тобто ср прибл напр ок букв
        прим фр англ нем лат франц греч т.к т.о π.χ δηλ βλ
        πρβλ např tzv popř p.es cfr ca zob prof.dr spp var subsp née attn
        """,
    Kind.NUMBERED: """
        no nos n° nº nr nrs num núm art arts fig figs figg vol vols p pp pg pag pág págs pagg
        par para sect ch chap chs cap app appx eq eqs tab bd bde abs ziff rn kap abb anm tel
        fax hwy rte pt pts vers bk op cat ref iss ser s str čl čís bl blz hfdst afl § стр
        гл рис табл пп разд изд вып кв корп эт комн оф абз № тел мал αρ σελ αριθ άρθ κεφ εικ सं नं
        पृ रु rs rp kl godz rys sv cc sgg fasc lib sec sek apt cl puh subs §§ rm tél hs
        """,
    Kind.STREET: "St Ste Mt Ft",
    Kind.YEAR: "г р в гг рр вв м ч с д к т п ст",
    Kind.PLACE: """
        u.s u.s.a u.k u.n e.u u.a.e u.s.s.r d.c n.y n.y.c l.a n.j n.h n.c s.c n.d s.d n.m r.i w.va
        u.s.v.i d.r.c r.o.k d.p.r.k p.r.c n.i ee.uu t.c r.f Ala Ariz Ark Calif Colo Conn Fla Mich
        Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wis Wyo Ont Que Sask
        """,
    Kind.HOUR: "a.m p.m π.μ μ.μ",
    Kind.COMPANY: """
        Inc Ltd Corp Co Bros Cos Plc Pty Pvt LLP L.L.C L.P L.L.P GmbH mbH e.v s.a s.a.s s.p.a s.r.l
        s.l n.v b.v a.s a.ş k.k kft zrt Cie Cía Assoc Assn Univ Dept Inst Intl Natl Mfg z.o.o
        sp.z.o.o Dist Div Hldgs
        """,
    Kind.MONTH: """
        Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez Mon Tue Tues Wed Weds Thu Thur
        Thurs Fri Sat Sun janv févr juil déc ene abr ago dic
        """,
    Kind.DEGREE: """
        Jr Jnr Snr Esq Ph.D M.D M.A B.A B.Sc M.Sc B.S M.S D.Phil LL.B LL.M M.B.A J.D D.D D.D.S
        R.N M.P Q.C K.C O.B.E C.B.E M.B.E S.J O.P O.S.B Ed.D M.Ed M.Phil D.Sc
        """,
    Kind.AMOUNT: "mio mrd mln tsd tys млн млрд тыс тис трлн εκ",
    Kind.OPEN: """
        etc usw usf uvm ff ecc itd itp enz osv m.m m.fl o.s.v stb atd apod dll dsb vb v.b v.v κ.λπ
        κλπ κ.ά κ.α т.д т.п др пр ін т.ін и.др et.al al ibid v.chr n.chr chr j.-c av.j.-c ap.j.-c
        a.c d.n.e b.c.e c.e a.d b.c n.e p.n.e н.э н.е e.kr f.kr μ.χ km cm mm kg mg lb lbs oz ft in
        yd yds mi mph kph qt min mins hr hrs secs руб коп грн долл чел шт мин сек час cts pct Ave
        Blvd Rd Ln Pkwy Sq Ct Terr Bldg
        """,
}

# What is an abbreviation in one language and a plain word in others.
_IN_LANGUAGE = {
    "de": {
        Kind.BEFORE: """ca geb gem lt gest ev kath bes einschl ehem gegr jap ital engl frz lat dt
            a.d mind max min insb insbes urspr entspr betr""",
        Kind.TITLE: "Hl St Dir Fa Fam med jur phil rer nat theol habil em hum Sen",
        Kind.AMOUNT: "Mill Std",
        Kind.MONTH: "Mo Di Mi Do Sa So",
    },
    "fr": {
        Kind.TITLE: "Me Vve Pr Ste St gén col bd boul",
        Kind.BEFORE: "env adr ex réf max",
        Kind.NUMBERED: "n al éd",
        Kind.OPEN: "pers hab",
    },
    "es": {
        Kind.TITLE: "Sr Lic Av Avda Ud Uds Gral Cnel D pte Hno Mons prov dpto gob fray",
        Kind.BEFORE: "ej aprox máx mín vid",
        Kind.NUMBERED: "inc ap s siglo séc",
    },
    "pt": {
        Kind.TITLE: "Sr Profa Av Eng Gal Cel R Dep Min Des Gov S Pe",
        Kind.BEFORE: "ex aprox máx mín",
        Kind.NUMBERED: "al inc séc ed",
    },
    "it": {
        Kind.TITLE: "On geom rag cav gen card mons ing sen Egr Spett Gent sen min",
        Kind.BEFORE: "es ca ed cosid",
        Kind.NUMBERED: "n sec",
    },
    "nl": {
        Kind.TITLE: "mr ir ing drs ds Mw Mej Jhr St burg",
        Kind.BEFORE: "m.n i.p.v resp incl zgn z.g.n ong ca m.i",
    },
    "pl": {
        Kind.TITLE: "ul al pl os prof dr hab mgr gen ks red por kpt o im pow woj gm dyr",
        Kind.BEFORE: "np ok por ang łac niem zw",
        Kind.YEAR: "r w",
        Kind.OPEN: "nast in br ub zł gr",
    },
    "cs": {
        Kind.TITLE: "ul nám ing sv gen pí arch",
        Kind.BEFORE: "resp mj vl zvl",
        Kind.NUMBERED: "č odst kap",
        Kind.AMOUNT: "mil mld tis",
        Kind.OPEN: "hod n.l př.n.l",
    },
    "tr": {
        Kind.TITLE: "Av Sn Alm Dz Org Alb Korg Mah Cad Sok",
        Kind.BEFORE: "bkz örn yak m.ö m.s",
        Kind.NUMBERED: "s c sf",
        Kind.OPEN: "vd yy",
    },
    "ro": {
        Kind.TITLE: "dl dna dlui str sf jud mun bd",
        Kind.BEFORE: "cca ex",
        Kind.NUMBERED: "lit alin",
        Kind.OPEN: "ș.a ș.a.m.d",
    },
    "id": {
        Kind.TITLE: "PT CV Jl Hj Tn Ny Sdr Kol H Kab Kec Kel Prov Gg",
        Kind.BEFORE: "a.n u.p",
        Kind.OPEN: "dst dkk",
        Kind.NUMBERED: "hlm tgl",
    },
    "vi": {Kind.TITLE: "TS Q P Tx BS KS Tr Đ", Kind.BEFORE: "NXB"},
    "sv": {
        Kind.BEFORE: "ca s.k jfr fr.o.m t.o.m resp ung f.d",
        Kind.OPEN: "fm em o.d e.d",
    },
    "da": {
        Kind.BEFORE: "ca s.k jf jfr mht hhv vedr evt pr",
        Kind.TITLE: "cand adm dir",
        Kind.NUMBERED: "tlf afd",
        Kind.OPEN: "mv",
    },
    "hu": {Kind.BEFORE: "pl ill vö ún old", Kind.TITLE: "dr id ifj özv krt", Kind.NUMBERED: "sz"},
    "fi": {
        Kind.BEFORE: "ns mm ks vrt",
        Kind.TITLE: "os",
        Kind.NUMBERED: "n s",
        Kind.OPEN: "ym yms jne tms",
    },
}


class Entry(NamedTuple):
    """One abbreviation.

    Attributes:
        kind: what follows it.
        capital: whether it is an abbreviation only with a capital.
    """

    kind: Kind
    capital: bool


def _table(kinds: dict[Kind, str]) -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for kind, words in kinds.items():
        for word in words.split():
            table.setdefault(word.lower(), Entry(kind, word[0].isupper()))
    return table


_EVERYWHERE = _table(_WORDS)
_BY_LANGUAGE = {language: _table(kinds) for language, kinds in _IN_LANGUAGE.items()}
_NOWHERE: dict[str, Entry] = {}


def kind_of(token: str, language: str) -> Kind | None:
    """The kind of an abbreviation, or None for another word.

    Args:
        token: a word without its last full stop, as it stands in the text.
        language: two letters, or none where it is not known.
    """
    lower = token.lower()
    entry = _BY_LANGUAGE.get(language, _NOWHERE).get(lower) or _EVERYWHERE.get(lower)
    if entry is None or (entry.capital and not token[0].isupper()):
        return None
    return entry.kind
