"""The values in which two sentences differ, and those that only look different."""

from datetime import date

import pytest

from workbench.match.differences import differences

SAME = [
    ("The mayor opened ten clinics.", "The mayor opened 10 clinics."),
    ("Some 5,000 people marched to the harbour.", "About 5000 people marched to the harbour."),
    ("The talks began on 8 October.", "The talks began on October 8."),
    ("The talks began on 8 October 2025.", "The talks began on Oct. 8."),
    ("The border lies 350 miles from the airfield.", "The airfield lies 563 km from the border."),
    (
        "The border lies about 350 miles from the airfield.",
        "The border lies roughly 560 kilometres from the airfield.",
    ),
    ("Zamir Kabulov met the governor of Herat.", "Kabulov met the governor of Herat."),
    ("Kabulov met the governor.", "Kabulow met the governor."),
    ("Colonel Gaddafi ruled Libya for decades.", "Colonel Qaddafi ruled Libya for decades."),
    ("The UN sent observers.", "The United Nations sent observers."),
    ("The United States closed its embassy.", "America closed its embassy."),
    ("The US closed its embassy.", "The U.S. closed its embassy."),
    ("Prices rose 5 percent in May.", "Prices rose 5 per cent in May."),
    ("Prices rose 5% in May.", "Prices rose by 5 pct in May."),
    ("The bridge cost $2.5 million.", "The bridge cost US$2.5m."),
    ("The bridge cost $3 billion.", "The bridge cost 3 billion dollars."),
    ("More than 5,000 homes were flooded.", "Some 5,200 homes were flooded."),
    ("Nearly 400 villagers fled the valley.", "The villagers who fled the valley numbered 392."),
    ("Two dozen fishermen drowned.", "Twenty-four fishermen drowned."),
    ("It was the 80th session of the council.", "It was the eightieth session of the council."),
    (
        "The meeting starts at 5 p.m. in the town hall.",
        "The meeting starts at 17:00 in the town hall.",
    ),
    ("The shop opened in the 1990s.", "The shop opened in 1995."),
    ("He was born in October 2011.", "He was born on 14 October 2011."),
    ("The ferry sank on 2025-10-08.", "The ferry sank on 8 October 2025."),
    ("The ferry sank on 08/10/2025.", "The ferry sank on 10/08/2025."),
    ("The minister did not resign.", "The minister didn't resign."),
    ("The minister did not win the vote.", "The minister lost the vote."),
    ("The team failed to reach the summit.", "The team did not reach the summit."),
    ("Foreign Minister Sergey Lavrov spoke in Moscow.", "Lavrov spoke in Moscow."),
    (
        "A spokesman for the ministry said the road was open.",
        "A spokesperson for the ministry said the road was open.",
    ),
    ("The company hired between 10 and 15 drivers.", "The company hired 12 drivers."),
    ("The boy is 5 years old.", "The 5-year-old boy is well."),
    ("Anna Berg, 34, was hurt in the crash.", "The 34-year-old Anna Berg was hurt in the crash."),
    ("No one was hurt in the fire.", "Nobody was hurt in the fire."),
    ("One of the drivers fled.", "The driver fled."),
    ("Troops from Russia, China and Iran took part.", "Troops from China and Iran took part."),
    ("The drought lasted two decades.", "The drought lasted 20 years."),
    ("The hall holds 1.5 million litres.", "The hall holds 1,500,000 litres."),
    ("Defense Minister Asif attended.", "Defence minister Asif attended."),
    ("The Russian envoy left Kabul.", "Russia's envoy left Kabul."),
    ("The Minister of Defence resigned on Monday.", "The defence minister resigned on Monday."),
    (
        "The vessel was carrying 2,084 crates of tea from the island.",
        "A boat from the island carried 2,000 crates of tea.",
    ),
    ("Half a million people voted.", "500,000 people voted."),
    ("The plant makes 2 1/2 tonnes a day.", "The plant makes 2.5 tonnes a day."),
    ("Police held three men over the theft.", "Officers detained 3 men over the theft."),
    ("Smith told reporters he would appeal.", "Mr. Smith told reporters he would appeal."),
    ("The deal is unlikely.", "The deal is not likely."),
    ("The World Health Organization closed its office.", "The WHO closed its office."),
]

DIFFERENT = [
    ("The mayor opened ten clinics.", "The mayor opened 12 clinics.", [("number", "ten", "12")]),
    (
        "Flooding damaged 7 villages in the valley.",
        "Eight villages were damaged by the floods in the valley.",
        [("number", "7", "Eight")],
    ),
    (
        "The border lies 350 miles from the airfield.",
        "The airfield lies 400 km from the border.",
        [("quantity", "350 miles", "400 km")],
    ),
    (
        "The talks began on 8 October.",
        "The talks began on 9 October.",
        [("date", "8 October", "9 October")],
    ),
    (
        "The talks began on 8 October 2025.",
        "The talks began on 8 October 2024.",
        [("date", "8 October 2025", "8 October 2024")],
    ),
    ("The talks began on Friday.", "The talks began on Tuesday.", [("date", "Friday", "Tuesday")]),
    (
        "He met the foreign minister of Iran.",
        "He met the defence minister of Iran.",
        [("role", "foreign minister", "defence minister")],
    ),
    (
        "Russia's ambassador to Norway, Ivan Petrov, said talks would go on.",
        "Moscow's special representative, Ivan Petrov, said talks would continue.",
        [("role", "ambassador", "special representative")],
    ),
    (
        "The president arrived in Oslo.",
        "The vice-president arrived in Oslo.",
        [("role", "president", "vice-president")],
    ),
    (
        "The company confirmed the merger.",
        "The company denied the merger.",
        [("negation", "confirmed", "denied")],
    ),
    (
        "The bridge was damaged in the storm.",
        "The bridge was not damaged in the storm.",
        [("negation", "damaged", "not")],
    ),
    (
        "The bridge was damaged in the storm.",
        "The bridge wasn't damaged in the storm.",
        [("negation", "damaged", "n't")],
    ),
    (
        "Troops will be sent to the border.",
        "No troops will be sent to the border.",
        [("negation", "Troops", "No")],
    ),
    (
        "The plan is likely to pass.",
        "The plan is unlikely to pass.",
        [("negation", "likely", "unlikely")],
    ),
    (
        "The talks were held in Oslo on Monday.",
        "The talks were held in Geneva on Monday.",
        [("place", "Oslo", "Geneva")],
    ),
    (
        "Sergey Lavrov opened the meeting.",
        "Wang Yi opened the meeting.",
        [("name", "Sergey Lavrov", "Wang Yi")],
    ),
    (
        "Home beat the visitors 12-3 on Sunday.",
        "Home beat the visitors 12-5 on Sunday.",
        [("number", "3", "5")],
    ),
    (
        "The meeting starts at 5 p.m. in the hall.",
        "The meeting starts at 6 p.m. in the hall.",
        [("quantity", "5 p.m.", "6 p.m.")],
    ),
    (
        "It was the 79th session of the council.",
        "It was the eightieth session of the council.",
        [("number", "79th", "eightieth")],
    ),
    (
        "Prices rose 5 percent in May.",
        "Prices rose 7 percent in May.",
        [("quantity", "5 percent", "7 percent")],
    ),
    (
        "The bridge cost $2.5 million.",
        "The bridge cost $3.5 million.",
        [("quantity", "$2.5 million", "$3.5 million")],
    ),
    (
        "Hundreds of people marched in the capital.",
        "Thousands of people marched in the capital.",
        [("number", "Hundreds", "Thousands")],
    ),
    (
        "Anna Berg, 34, was hurt in the crash.",
        "The 36-year-old Anna Berg was hurt in the crash.",
        [("quantity", "34", "36-year")],
    ),
    (
        "The firm was founded in the 1970s.",
        "The firm was founded in the 1980s.",
        [("date", "1970s", "1980s")],
    ),
    (
        "The strike began last month.",
        "The strike began last week.",
        [("date", "last month", "last week")],
    ),
    (
        "John Smith bought the farm.",
        "Jane Smith bought the farm.",
        [("name", "John Smith", "Jane Smith")],
    ),
    (
        "Prices increased in March.",
        "Prices decreased in March.",
        [("negation", "increased", "decreased")],
    ),
    (
        "The storm killed at least 10 people.",
        "The storm killed at least 12 people.",
        [("number", "10", "12")],
    ),
    (
        "Twelve sailors drowned when the ferry sank near the island.",
        "The ferry sank near the island and 14 sailors died.",
        [("number", "Twelve", "14")],
    ),
    (
        "The court found the farmer guilty.",
        "The court found the farmer innocent.",
        [("negation", "guilty", "innocent")],
    ),
    ("Iran signed the treaty.", "Iraq signed the treaty.", [("place", "Iran", "Iraq")]),
    (
        "The deputy prime minister spoke.",
        "The prime minister spoke.",
        [("role", "deputy prime minister", "prime minister")],
    ),
    (
        "The Ukrainian army took the village.",
        "The Russian army took the village.",
        [("place", "Ukrainian", "Russian")],
    ),
    (
        "The clinic treated nobody on Monday.",
        "The clinic treated dozens of people on Monday.",
        [("negation", "nobody", "dozens of people")],
    ),
    (
        "The road was closed for a week.",
        "The road was closed for two weeks.",
        [("quantity", "a week", "two weeks")],
    ),
    ("Sales fell by a third.", "Sales fell by a quarter.", [("quantity", "a third", "a quarter")]),
    (
        "President Ana Torres said on Friday that her government would not raise the tax.",
        "Finance minister Ana Torres said on Friday that the government will raise the tax.",
        [("role", "President", "Finance minister"), ("negation", "not", "will")],
    ),
    (
        "At least seven people were killed and 23 injured when a bus fell into a ravine near the town.",
        "Eight people died and more than 20 were hurt after a bus plunged into a gorge outside the town.",
        [("number", "seven", "Eight")],
    ),
    (
        "There is no evidence that the bank was hacked.",
        "There is evidence that the bank was hacked.",
        [("negation", "no", "evidence")],
    ),
    (
        "The minister refused to sign the letter.",
        "The minister signed the letter.",
        [("negation", "refused", "signed")],
    ),
]

DATED = [
    (
        "The council met on Friday.",
        date(2025, 10, 11),
        "The council met on 10 October 2025.",
        None,
        [],
    ),
    (
        "The council met on Friday.",
        date(2025, 10, 11),
        "The council met on 9 October 2025.",
        None,
        [("date", "Friday", "9 October 2025")],
    ),
    (
        "The council met on Friday.",
        date(2025, 10, 11),
        "The council met on Friday.",
        date(2024, 10, 12),
        [("date", "Friday", "Friday")],
    ),
    (
        "The council met yesterday.",
        date(2025, 10, 11),
        "The council met on Friday.",
        date(2025, 10, 12),
        [],
    ),
    (
        "The council met last month.",
        date(2025, 10, 11),
        "The council met in September.",
        date(2025, 11, 12),
        [],
    ),
    (
        "The council met last month.",
        date(2025, 10, 11),
        "The council met in August.",
        date(2025, 10, 12),
        [("date", "last month", "August")],
    ),
    (
        "The council met on Friday.",
        None,
        "The council met on 9 October 2025.",
        None,
        [("date", "Friday", "9 October 2025")],
    ),
    ("The council met on Thursday.", None, "The council met on 9 October 2025.", None, []),
    (
        "The council met two days ago.",
        date(2025, 10, 11),
        "The council met on 9 October 2025.",
        None,
        [],
    ),
]


def found(a, b, a_date=None, b_date=None):
    return [
        (one.kind, a[one.a_start : one.a_end], b[one.b_start : one.b_end])
        for one in differences(a, b, a_date, b_date)
    ]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_value_in_other_words_is_no_difference_either_way(a, b):
    assert found(a, b) == []
    assert found(b, a) == []


@pytest.mark.parametrize(("a", "b", "expected"), DIFFERENT)
def test_two_values_for_the_same_thing_are_found_with_their_spans_either_way(a, b, expected):
    assert found(a, b) == expected
    assert sorted(found(b, a)) == sorted((kind, y, x) for kind, x, y in expected)


@pytest.mark.parametrize(("a", "a_date", "b", "b_date", "expected"), DATED)
def test_relative_dates_are_resolved_against_the_publication_date(a, a_date, b, b_date, expected):
    assert found(a, b, a_date, b_date) == expected


def test_the_same_weekday_of_two_years_has_two_values():
    [one] = differences(
        "The council met on Friday.",
        "The council met on Friday.",
        date(2025, 10, 11),
        date(2024, 10, 12),
    )
    assert (one.a_value, one.b_value) == ("2025-10-10", "2024-10-11")


def test_a_relative_date_without_a_publication_date_is_called_unresolved():
    [one] = differences("The council met on Friday.", "The council met on Tuesday.")
    assert (one.a_value, one.b_value) == ("unresolved: Friday", "unresolved: Tuesday")


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("It has ten rooms.", "It has 1,012 rooms.", ("10", "1012")),
        ("It is 350 miles away.", "It is 400 km away.", ("350 mile", "400 kilometre")),
        ("It opened on 8 October.", "It opened on Nov. 8, 2024.", ("--10-08", "2024-11-08")),
        (
            "The UN envoy met Anna Berg.",
            "The UN envoy met Boris Roth.",
            ("anna berg", "boris roth"),
        ),
        (
            "The defense minister left.",
            "The prime minister left.",
            ("defence minister", "prime minister"),
        ),
        ("It was closed.", "It was not closed.", ("", "not")),
        (
            "It begins at 5 p.m. today.",
            "It begins at 18:30 today.",
            ("17:00 o'clock", "18:30 o'clock"),
        ),
    ],
)
def test_values_are_told_in_one_form(a, b, values):
    [one] = differences(a, b)
    assert (one.a_value, one.b_value) == values


def test_a_name_that_one_sentence_leaves_out_is_no_difference():
    assert found("Anna Berg of Oslo bought the farm.", "Berg bought the farm.") == []
    assert found("The talks in Oslo ended on Monday.", "The talks ended.") == []


def test_sentences_on_other_matters_do_not_differ():
    assert found("Seven ships left Lagos.", "The mayor of Hull turned 80 on Friday.") == []


def test_the_spans_are_code_points_of_the_texts_as_they_were_handed_in():
    a, b = "👩\u200d👧 e\u0301 \n Ten boats sank.", "\tTwelve boats sank."
    [one] = differences(a, b)
    assert (a[one.a_start : one.a_end], b[one.b_start : one.b_end]) == ("Ten", "Twelve")


def test_digits_of_every_script_count():
    assert found("१२ नावें डूबीं।", "12 नावें डूबीं।") == []
    assert found("१२ नावें डूबीं।", "15 नावें डूबीं।") == [("number", "१२", "15")]
    assert found("12人が死亡した。", "15人が死亡した。") == [("number", "12", "15")]


def test_the_one_office_of_each_of_two_narrow_claims_is_what_they_differ_in():
    one, other = "Moscow’s special representative for the region", "Russia’s ambassador there said"
    (found,) = differences(one, other)
    assert found.kind == "role"
    assert one[found.a_start : found.a_end] == "special representative"
    assert other[found.b_start : found.b_end] == "ambassador"
    longer = f"{one}, a post that was made after the talks of last spring had come to nothing,"
    assert differences(longer, other) == []
    assert differences("Brazil’s special representative for the region", other) == []
