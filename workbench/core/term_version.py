"""What sentences and their words come out as, in short: tells whether an index is still good.

Words are made with libraries and with Python's own Unicode tables, which change with their
versions; so do sentences when their rules are bettered. An index written with other words cannot be
asked, and entries cannot be taken out of it.
"""

import hashlib
from functools import cache

from workbench.core import sentences, terms

SAMPLE = """\
The U.S. envoys’ résumés weren't read: 12,000 pages, 3.5 kg, on Friday.
“Nobody generalised,” she said.
Running runners ran; studies, studying, happily, organizations —
https://example.org/a #AirBase @newsDesk
Straße, ﬁne, Ångström, naïve, İzmir, ŁÓDŹ, Ærø, dž, Ⅻ, ½, ①, x²,
5\u20e3, soft\u00adhyphen, e\u0301te, l·l
Посол сказал, что ёлки стоят. Їжак біжить. Ћирилица. Ο πρέσβης μίλησε· έφυγε; ΑΘΗΝΑΣ.
قالَ السَّفير إنّ المـــحادثات بدأت. آیا سفیر کتاب‌ها را دید؟ ۱۲۳ ٤٥٦ הַשָּׁגְרִיר דיבר. سفیر نے کہا۔ وہ گیا۔
राजदूत ने कहा। क्षेत्र १२३। রাষ্ট্রদূত বললেন। தூதர் கூறினார். ദൂതൻ പറഞ്ഞു. రాయబారి చెప్పారు. ਰਾਜਦੂਤ ਨੇ ਕਿਹਾ।
大使说，会谈已经开始。他们离开了！大使は言った。カタカナ・ｶﾀｶﾅ 々〆ー。
𠀀𠮷。대사가 말했다. 한국어 문장이다.
ทูตกล่าวว่าการเจรจาเริ่มแล้ว ທູດເວົ້າ သံအမတ်ပြော។ ទូតនិយាយ། བོད་ཡིག། አምባሳደሩ ተናገረ። Դեսպանն ասաց։ ელჩმა თქვა.
ᏣᎳᎩ ꮳꮃꭹ 𐐔𐐯𐑅 𞤀𞤣𞤤𞤢𞤥 ᓄᓇᕗᑦ ⴰⵎⴰⵣⵉⵖ ᠮᠣᠩᠭᠣᠯ ꦗꦮ ᮞᮥᮔ᮪ᮓ 𑄌𑄋𑄴𑄟𑄳𑄦 🙂 👩‍👩‍👧 a\u200bb
"""
"""Words of many scripts and all that is done to them; kept in one piece, line by line."""


@cache
def term_version() -> str:
    """A name for how words and sentences come out, the same as long as they come out the same."""
    found = [
        f"{start} {end} {' '.join(terms.terms(SAMPLE[start:end]))}"
        for start, end in sentences.all_sentences(SAMPLE)
    ]
    whole = "\n".join([f"{sentences.VERSION} {terms.VERSION}", *found])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
