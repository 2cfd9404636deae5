"""Words that count as the same word, and words so common that their capital says nothing."""

import functools

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

SMALL = {word: value for value, word in enumerate(_UNITS)}
TENS = {word: 20 + 10 * step for step, word in enumerate(_TENS)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 10**9,
    "trillion": 10**12,
}
ORDINALS = {
    **{
        word: value
        for value, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
            start=1,
        )
    },
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# Each line is one word for whoever counts, reports or is reported on.
_SAME = """
die died dies dying dead death deaths kill kills killed killing slain fatal fatally fatality \
fatalities perish perished lifeless deadly
injure injured injures injuring injury injuries wound wounded wounds wounding hurt hurts hurting
arrest arrested arrests arresting detain detained detains nab nabs nabbed capture captured \
captures capturing seize seized held
say says said state stated states saying tell tells told inform informed informs report reported \
reports reportedly announce announced announces announcing add added adds explain explained \
declare declared
begin begins began begun start starts started beginning starting
buy buys bought purchase purchased purchases purchasing acquire acquired acquires
show shows showed shown
leave leaves left leaving quit quits exit exits exited depart departed
take takes took taken taking
go goes went gone going
give gives gave given giving
get gets got getting gotten
make makes made making
find finds found finding discover discovered discovers
win wins won winning
lose loses lost losing loss
hold holds holding
meet meets met meeting meetings
send sends sent sending
fall falls fell fallen falling
rise rises rose risen rising
shoot shoots shot shooting shootings
steal steals stole stolen stealing
pay pays paid paying spend spends spent spending
run runs ran running
think thinks thought
know knows knew known
see sees saw seen seeing
speak speaks spoke spoken
strike strikes struck hit hits hitting
child children kid kids
man men
woman women
person people persons
country countries nation nations state states
also too
because since
about roughly approximately around nearly almost circa
near close
percent pct percentage
soldier soldiers troop troops
doctor dr
government govt
kilometre kilometer km kilometres kilometers kms
metre meter metres meters
centre center centres centers
defence defense
mile miles
foot feet ft
dollar dollars
plane planes aircraft jet jets
news
noted note notes
quake quakes earthquake earthquakes temblor
us usa america
un
uk britain
"""
_FOLDED = {word: line.split()[0] for line in _SAME.splitlines() if line for word in line.split()}
for _name, _number in MONTHS.items():
    _FOLDED.setdefault(_name, f"month{_number}")

_ENDINGS = (
    ("ments", "", 5),
    ("ment", "", 5),
    ("ies", "y", 3),
    ("sses", "ss", 2),
    ("ing", "", 4),
    ("ied", "y", 3),
    ("ed", "", 3),
    ("es", "", 4),
    ("s", "", 3),
)


@functools.lru_cache(maxsize=20_000)
def same_word(word: str) -> str:
    """The word under which a case-folded word and its like are known."""
    known = _FOLDED.get(word)
    if known is not None:
        return known
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            stem = _undoubled(word[: -len(ending)] + instead)
            return word if stem in STOP else stem
    return word.removesuffix("e") if len(word) > 4 else word


def _undoubled(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        stem = stem[:-1]
    return stem.removesuffix("e") if len(stem) > 4 else stem


def folded_number(word: str) -> str:
    """A small number word as digits, else the empty string."""
    value = SMALL.get(word, TENS.get(word))
    return "" if value is None else str(value)


# Words that carry no meaning of their own when contexts are compared.
STOP = frozenset(
    "a an the this that these those it its he she they we i you his her their our my your him them "
    "us me who whom whose which what when where why how of in on at by for from with as to into "
    "onto over under after before during between among through and or but if than then so not no "
    "nor is are was were be been being am has have had having do does did will would shall should "
    "can could may might must there here also about roughly around nearly almost least most more "
    "less up down out off again very just only even still yet now some any all each both other "
    "such own same too while because since until against near one said say says told".split()
)

# Frequent in headlines, where every word has a capital.
COMMON = STOP | frozenset(
    (
        "act action actor actress adds administration admits age agency agent ago agree agrees "
        "aide air alert alive alleged amid angry announce announces another appears approve "
        "approves area army arrest arrested arrests article asks attack attacks attempt attorney "
        "aunt authorities award awards away baby back backs bad ban bank bans base bay beach beat "
        "beats become becomes begin begins behind below best better bid big bill billion black "
        "blast blue board boat body bomb book boss boy boys break breaking breaks bridge bring "
        "brings brother budget bug build building bus business buy buys call called calls camera "
        "camp car case cash cast cause center central centre chair champion chance change changes "
        "charge charged charges check checks chief child children church city claim claims clash "
        "clashes clear clinch clinches close club coach coast college come comes coming company "
        "concert confirm confirmed confirms controversy cop cops cost could council country "
        "couple court crash crew crime crisis critical cross cut cuts dad daily data date "
        "daughter day days dead deadly deal death decision defeat defeats delay demand denies "
        "department deputy despite died dies director doctor dog door double downtown dozen drive "
        "driver drop drops drug drugs drunk due early east eastern eight election eleven "
        "emergency employee end endangered ends english enter enters evening event ever every "
        "exclusive expected expects face faces factory fails fake fall falls family fan fans far "
        "fast father federal female few fight fighter fighters film final finally find finds fire "
        "fired fires first five fix flight food foot force forces foreign former found four free "
        "fresh friend friends fund funeral game games gang gas gate general get gets girl girls "
        "give gives go goes going good government great green group guard guilty gun guy half "
        "hall hand head headed heads health hearing heart heat heist held help helps her high "
        "highway history hit hits hoax hold holds home homes hope horse hospital host hosts hotel "
        "hour hours house human hundred hundreds hurt husband ice image inside internet "
        "investigation island issue issues jail job jobs joins judge jury keep keeps key kids "
        "kill killed killer killing kills king lake land large last late latest launch launches "
        "law lawyer lead leader leads league leave leaves led left legal let life like likely "
        "line link live local long look looks lose loses loss lost love low made major make makes "
        "male man manager many mark market may mayor media meet meeting men middle military "
        "million minister minute miss missing mission mob mom money month months moon morning "
        "mother mountain move moves movie much mum murder music must my name named names nation "
        "national need needs never new news next night nine none north northern notes nothing "
        "nuclear number off offer offers office officer official officials oil old once online "
        "open opens order orders our outside own owner page paid palace panic parents park part "
        "party past patch patrol pay pays peace people person phone photo photos pick picks plan "
        "plane planned plans plant play player players playoff plays plea poll power powerful "
        "president press prison private probe producer professor project promises protest "
        "protests prove public puts quake question questions race raid rally reached reaches read "
        "real rebels record recovery red regional rejects release released releases replace "
        "report reportedly reports rescue research resign resigns responds response restores "
        "return returns reveal revealed reveals review rights riot rise rises river road robbery "
        "rock role round row rule rules rumor run runs safe sale saved says scene school science "
        "sea search season second secret security seek seeks seen sell senator sent sentence "
        "sentenced service set sets seven several sex she ship shoot shooter shooting shoots shop "
        "shot shots should show shows sick side sign signs sister site six slams slaying small "
        "snow social some son song source sources south southern special species speech spends "
        "spokesman sport spot spring stabbed staff stage standoff star stars start starts state "
        "states station stay steal steals still stock stolen stop stops store storm story strange "
        "street strike strikes strong student suicide suit summer support suspect suspected "
        "suspends take taken takes talk talks tape teacher team tech teen teenage teenager tell "
        "tells ten test than thanks then third thousand thousands threat three time times title "
        "today told tomorrow tonight too took top tough tour town toy track trade train treatment "
        "trial trip troops truth try trying turn turns twice two university update updated upset "
        "use used user users using vehicle very victim victims video view village visit vote vows "
        "wait wake wakes walk wall want wanted wants war warning warns was watch water way weapon "
        "weapons wedding week weekend weeks well west western what white who why wife will win "
        "winner wins winter woman women word work worker workers works world worst worth would "
        "wound wounded year years yes young your "
    ).split()
)
