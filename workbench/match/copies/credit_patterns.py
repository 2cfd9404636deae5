"""The words around an agency's name that make it a credit.

Each agency's name has been replaced by one sign before these patterns are tried on a line.
"""

import functools
import re
from typing import Any

# What stands for an agency's name while the words around it are read; the second for one that is
# also something else, so that more must speak for it.
SURE, DOUBTFUL = "\0", "\1"
_NAME = f"[{SURE}{DOUBTFUL}]"

_JOINT = r"\s*(?:[,/&;+|·、،-]|and|with|и|و|und|et|y)\s*(?:the\s+|The\s+)?"
_LIST = rf"(?:the\s+|The\s+)?{_NAME}(?:{_JOINT}{_NAME})*"
_LEAD = (
    r"by|from|via|source|sources|credit|courtesy(?: of)?|text|report|reports|news agency|agency"
    r"|(?:with )?(?:additional )?(?:reporting|inputs?|material|files|agency inputs) (?:by|from)"
    r"|(?:with )?(?:agency|agencies) inputs|with|and|источник|по материалам|по сообщениям"
    r"|quelle|mit material von|fuente|con información de|avec|source :|المصدر|来源|來源|据|综合"
)
_VERB = (
    r"reported|reports|reporting|said|says|writes|wrote|quoted|quotes|cited|cites|added|adds"
    r"|learned|revealed|announced|berichtete?|meldete?|rapporte|informó|informa"
    r"|сообщил[аио]?|сообщает|сообщают|передает|передаёт|передал[аои]?|пишет|цитирует"
)
_ACCORDING = (
    r"according to|citing|quoting|quoted by|quoted as saying by|cited by|reported by|told|per"
    r"|speaking to|(?:interview|remarks|comments) (?:with|to)|berichtete?|meldete?"
    r"|a report (?:by|from|in)|carried by|released by|laut|selon|d['’]après|según|zufolge"
    r"|по данным|по сообщению|по информации|со ссылкой на|сообщает"
    r"|сообщил[аи]?|сообщают|передает|передаёт|передал[аи]?|пишет|цитирует|информирует"
    r"|рассказал[аи]?|сказал[аи]?|заявил[аи]?(?: в интервью)?"
)

PICTURE = re.compile(
    r"^\W*(?:(?:file |handout )?(?:photo|image|picture|video|graphic|caption|footage)"
    r"|(?:фото|foto|archivfoto|imagen|صورة|تصوير|图片|图源|摄影))\b"
    r"|\b(?:photo|image)s?\s*(?:[:/(]|by\b)|/(?:file|pool)\b|getty",
    re.IGNORECASE,
)
"""What makes a line the words under a picture."""


@functools.cache
def of_text() -> tuple[tuple[str, Any], ...]:
    """Where a name is a credit of the whole: pattern by part of the line it is matched in."""
    import regex

    word = r"\p{Lu}[\w.’'-]{0,30}"
    place = r"(?:[\p{Lu}\d][\w.’'\-]*[,./]*\s+){0,7}"
    # A dateline begins in capitals, or in a script that has none.
    city = r"[\W\d]{0,6}(?:\p{Lu}{2}|\p{Lo}{2})[^!?\n\0\1“\"]{0,50}?"
    dash = r"\s*(?:[-–—−:/.]|$)"
    sources = (
        ("head", rf"[\W\d]{{0,6}}{place}[(\[（【]\s*{_LIST}(?:\s+[^()\n]{{0,20}})?[)\]）】]{dash}"),
        ("head", rf"\W{{0,6}}(?=[^()\n]{{0,60}}\d){place}\(\s*{_LIST}\s*\)"),
        ("head", rf"\W{{0,6}}(?:[\p{{Lu}}.]{{2,}},?\s+){{1,4}}\(\s*{_LIST}\s*\)"),
        ("head", rf"\W{{0,2}}[(\[（【]\s*{_LIST}\s*[)\]）】]"),
        ("head", rf"{city}[(\[（【]\s*{_LIST}\s*[)\]）】]{dash}"),
        ("head", rf"{city}[-–—/]+\s*{_LIST}\s*(?:[.:,/–—-]|$)"),
        ("head", rf"[^!?\n\0\1]{{0,60}}/\s*{_LIST}\s*/"),
        ("head", rf"\W{{0,4}}{_NAME}[^，。\n\0\1]{{0,24}}[电電](?=[\s（(，:：]|\p{{Lo}})"),
        ("head", rf"\W{{0,4}}{_LIST}\s*(?:[-–—|]+\s|:\s)"),
        (
            "line",
            (
                rf"\W{{0,8}}(?i:(?:{_LEAD})\W{{1,4}})?{_LIST}"
                r"(?i:\s+(?:staff|news agency|desk|bureau|correspondent))?\W{0,8}$"
            ),
        ),
        ("line", rf"\W{{0,4}}{_LIST},\s*(?:{word}\s*){{1,3}}$"),  # Reuters, New Marrow
        ("line", rf"\W{{0,4}}(?:{word}\s+){{1,3}}{word}\s*[,|/–—-]\s*{_LIST}\W{{0,4}}$"),
        (
            "line",
            (
                rf"\W{{0,4}}(?:By|BY|Von|Par|Por|From)\s+[^.!?\n\0\1]{{1,80}}?(?:[,|/–—-]|\s)\s*"
                rf"(?:(?:of|for|and)\s+)?{_LIST}\W{{0,4}}$"
            ),
        ),
        ("tail", rf"[.!?…。؟”\"'’»)]\s*[-–—]+\s*{_LIST}\W{{0,4}}$"),
        (
            "tail",
            rf"[.!?…。؟”\"'’»]\s*[(\[（【]\s*(?i:(?:{_LEAD})\W{{1,3}})?{_LIST}\s*[)\]）】]\W{{0,4}}$",
        ),
        # After the agency's full name it is only its short one.
        (
            "tail",
            (
                rf"(?<!{_NAME}\s)[(\[（【]\s*(?i:(?:{_LEAD})\W{{1,3}})?{SURE}(?:{_JOINT}{_NAME})*"
                r"\s*[)\]）】]\W{0,4}$"
            ),
        ),
        (
            "tail",
            (
                r"(?i:\b(?:with|additional|contains|includes|including|using)\s+(?:\w{1,20}\s+){0,3}?"
                r"(?:reporting|inputs?|material|files|information|reports?)\s+(?:by|from|of))"
                rf"\s+[^.\n\0\1]{{0,60}}{_LIST}"
            ),
        ),
        ("tail", rf"{_LIST}\s+(?:also\s+)?contributed\s+(?:reporting|to\s+(?:this|the))\b"),
        ("tail", rf"(?i:\b(?:feed|agenc(?:y|ies))\b)[^.\n\0\1]{{0,60}}:\s*{_LIST}\W{{0,4}}$"),
        ("tail", rf"(?i:©|\(c\)|\bcopyright\b)[\s\d]{{0,8}}(?:by\s+)?{_LIST}"),
        (
            "tail",
            rf"(?i:distributed|supplied|provided|syndicated|first published)\s+by\s+{_LIST}",
        ),
    )
    return tuple((where, regex.compile(source)) for where, source in sources)


@functools.cache
def of_sentence() -> tuple[Any, ...]:
    """Where a name is a credit of what stands around it."""
    import regex

    kind = (
        r"(?:(?:the|a|an|by|news|wire|state|official|semi-official|state-(?:run|owned|backed)|agency"
        r"|service|media|outlet|press|broadcaster|private|local|agence|la|agencia|die|der|den"
        r"|nachrichtenagentur|Nachrichtenagentur|агентств[ауо]м?|новостей|информагентств[ауо]м?"
        r"|\p{Lu}[\w’'-]{0,20})\s+){0,5}?"
    )
    sources = (
        rf"{SURE}(?:['’]s)?\s*(?:\w[\w’'-]{{0,20}}\s+){{0,3}}(?:{_VERB})\b",
        rf"\b(?i:{_ACCORDING})\s+{kind}[«“\"]?(?:l['’])?{SURE}",
        rf"(?:据|援引|引述|综合){SURE}",
        rf"{SURE}(?:通讯社|记者)?[^，。\n\0\1]{{0,12}}(?:报道|报导|消息|報道)",
        rf"(?:قال|قالت|صرح|أبلغ|أكد)\s[^.،\n\0\1]{{0,60}}\bل{SURE}",
        (
            rf"(?:نقلا عن|نقلاً عن|وفقا ل|وفقاً ل|بحسب|حسب|نقلت|ذكرت|أفادت|أوردت|قالت|عن)"
            rf"\s*(?:وكالة\s+)?(?:الأنباء\s+)?(?:أنباء\s+)?{SURE}"
        ),
        rf"{SURE}\s*(?:के अनुसार|通信によると|によると)",
    )
    return tuple(regex.compile(source) for source in sources)
