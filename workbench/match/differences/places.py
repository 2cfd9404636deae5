"""Countries with their adjectives and capitals, and other places that news names often.

A capital often stands for its government ("Moscow said"), and a city for its country, so that two
names of which one lies in the other are never a difference.
"""

# country: adjectives and other names: capital and well-known cities or parts
_COUNTRIES = """
afghanistan: afghan, afghans, islamic emirate of afghanistan, islamic emirate: kabul, kandahar, herat, bagram, jalalabad, mazar-i-sharif, kunduz, helmand
albania: albanian: tirana
algeria: algerian: algiers
argentina: argentine, argentinian: buenos aires
armenia: armenian: yerevan
australia: australian, australians, aussie: canberra, sydney, melbourne, perth, brisbane, queensland, victoria, tasmania
austria: austrian: vienna
azerbaijan: azerbaijani, azeri: baku
bahrain: bahraini: manama
bangladesh: bangladeshi: dhaka
belarus: belarusian, belarussian: minsk
belgium: belgian: brussels, antwerp
bolivia: bolivian: la paz
bosnia: bosnian, bosnia and herzegovina: sarajevo
brazil: brazilian: brasilia, rio de janeiro, sao paulo, rio
bulgaria: bulgarian: sofia
burkina faso: burkinabe: ouagadougou
cambodia: cambodian: phnom penh
cameroon: cameroonian: yaounde
canada: canadian, canadians: ottawa, toronto, vancouver, montreal, quebec, ontario, alberta, calgary
chad: chadian: n'djamena
chile: chilean: santiago
china: chinese: beijing, shanghai, hong kong, xinjiang, tibet, guangzhou, wuhan
colombia: colombian: bogota
congo: congolese: kinshasa, goma
croatia: croatian, croat: zagreb
cuba: cuban: havana
cyprus: cypriot: nicosia
czech republic: czech, czechia: prague
denmark: danish, dane: copenhagen
ecuador: ecuadorean, ecuadorian: quito
egypt: egyptian, egyptians: cairo, alexandria, sinai
eritrea: eritrean: asmara
estonia: estonian: tallinn
ethiopia: ethiopian: addis ababa, tigray
finland: finnish, finn: helsinki
france: french, frenchman: paris, marseille, lyon, nice
georgia: georgian: tbilisi
germany: german, germans: berlin, munich, hamburg, frankfurt
ghana: ghanaian: accra
greece: greek, greeks: athens, thessaloniki
guatemala: guatemalan: guatemala city
haiti: haitian: port-au-prince
honduras: honduran: tegucigalpa
hungary: hungarian: budapest
iceland: icelandic: reykjavik
india: indian, indians: new delhi, delhi, mumbai, kashmir, kolkata, chennai, bangalore, gujarat, punjab
indonesia: indonesian: jakarta, aceh, bali, sumatra, java
iran: iranian, iranians, islamic republic: tehran, isfahan, qeshm, bandar abbas
iraq: iraqi, iraqis: baghdad, mosul, basra, kirkuk, fallujah
ireland: irish: dublin
israel: israeli, israelis: jerusalem, tel aviv, haifa
italy: italian, italians: rome, milan, naples, sicily, palermo, venice
ivory coast: ivorian: abidjan
jamaica: jamaican: kingston
japan: japanese: tokyo, osaka, fukushima, hiroshima
jordan: jordanian: amman
kazakhstan: kazakh: astana, almaty
kenya: kenyan: nairobi, mombasa
kosovo: kosovar: pristina
kuwait: kuwaiti: kuwait city
kyrgyzstan: kyrgyz: bishkek
laos: laotian: vientiane
latvia: latvian: riga
lebanon: lebanese: beirut
libya: libyan: tripoli, benghazi, sirte
lithuania: lithuanian: vilnius
luxembourg: luxembourgish: luxembourg city
malaysia: malaysian: kuala lumpur
mali: malian: bamako
malta: maltese: valletta
mexico: mexican, mexicans: mexico city, tijuana, juarez
moldova: moldovan: chisinau
mongolia: mongolian: ulaanbaatar
morocco: moroccan: rabat, casablanca
mozambique: mozambican: maputo
myanmar: burmese, burma: yangon, naypyidaw
nepal: nepalese, nepali: kathmandu
netherlands: dutch, holland: amsterdam, the hague, rotterdam
new zealand: new zealander, kiwi: wellington, auckland, christchurch
nicaragua: nicaraguan: managua
niger: nigerien: niamey
nigeria: nigerian, nigerians: abuja, lagos
north korea: north korean, dprk: pyongyang
norway: norwegian: oslo
oman: omani: muscat
pakistan: pakistani, pakistanis: islamabad, karachi, lahore, peshawar, quetta, balochistan, bannu, khyber pakhtunkhwa
palestine: palestinian, palestinians: gaza, west bank, ramallah, rafah, gaza city
panama: panamanian: panama city
paraguay: paraguayan: asuncion
peru: peruvian: lima
philippines: philippine, filipino: manila
poland: polish, pole, poles: warsaw, krakow
portugal: portuguese: lisbon
qatar: qatari: doha
romania: romanian: bucharest
russia: russian, russians, russian federation: moscow, kremlin, st petersburg, chechnya, siberia, vladivostok
rwanda: rwandan: kigali
saudi arabia: saudi, saudis: riyadh, jeddah, mecca
senegal: senegalese: dakar
serbia: serbian, serb: belgrade
singapore: singaporean: singapore city
slovakia: slovak: bratislava
slovenia: slovenian: ljubljana
somalia: somali, somalian, somalis: mogadishu
south africa: south african: pretoria, johannesburg, cape town
south korea: south korean: seoul, busan
spain: spanish, spaniard: madrid, barcelona, catalonia
sri lanka: sri lankan: colombo
sudan: sudanese: khartoum, darfur
sweden: swedish, swede: stockholm
switzerland: swiss: bern, geneva, zurich
syria: syrian, syrians: damascus, aleppo, homs, raqqa, idlib, kobane
taiwan: taiwanese: taipei
tajikistan: tajik: dushanbe
tanzania: tanzanian: dodoma, dar es salaam
thailand: thai: bangkok, phuket
tunisia: tunisian: tunis
turkey: turkish, turk, turks, turkiye: ankara, istanbul
turkmenistan: turkmen: ashgabat
uganda: ugandan: kampala
ukraine: ukrainian, ukrainians: kyiv, kiev, kharkiv, odesa, crimea, donetsk, mariupol
united arab emirates: emirati, uae: abu dhabi, dubai
united kingdom: british, britain, uk, great britain, briton, britons: london, england, scotland, wales, manchester, belfast, edinburgh, downing street, surrey, preston
united states: us, usa, america, american, americans, united states of america: washington, white house, pentagon, new york, california, texas, florida, los angeles, chicago, boston, alaska, alabama, arizona, arkansas, colorado, connecticut, delaware, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina, south carolina, north dakota, south dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, tennessee, utah, vermont, virginia, west virginia, wisconsin, wyoming, san diego, san francisco, houston, dallas, philadelphia, atlanta, seattle, detroit, miami, brooklyn, manhattan, queens, bronx, denver, cleveland, pittsburgh, new orleans, las vegas, baltimore
uruguay: uruguayan: montevideo
uzbekistan: uzbek: tashkent, samarkand
vatican: holy see: vatican city
venezuela: venezuelan: caracas
vietnam: vietnamese: hanoi, ho chi minh city
yemen: yemeni, yemenis: sanaa, aden
zambia: zambian: lusaka
zimbabwe: zimbabwean: harare
europe: european, eu, european union:
africa: african:
asia: asian:
"""  # noqa: E501

SAME_PLACE: dict[str, str] = {}
"""Every name or adjective of a country, by which the country is known."""

LIES_IN: dict[str, str] = {}
"""City or part: the country it lies in."""

for _line in _COUNTRIES.strip().splitlines():
    _country, _names, _inside = (part.strip() for part in _line.split(":"))
    SAME_PLACE[_country] = _country
    SAME_PLACE.update({name.strip(): _country for name in _names.split(",") if name.strip()})
    LIES_IN.update({name.strip(): _country for name in _inside.split(",") if name.strip()})


def place_of(name: str) -> str:
    """The place a folded name means: a country by its own name, a city by the city's; else ""."""
    return SAME_PLACE.get(name) or (name if name in LIES_IN else "")


def country_of(name: str) -> str:
    """The country a folded name means or lies in, "" when it is not known."""
    return SAME_PLACE.get(name) or LIES_IN.get(name, "")
