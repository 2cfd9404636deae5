"""Units of measure: what each is called, what it measures, and how much of the base unit it is."""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: `factor` of the base unit of what it measures (metre, gram, second, …)."""

    name: str
    measures: str
    factor: float


_TABLE = """
length metre 1 metre metres meter meters
length kilometre 1000 kilometre kilometres kilometer kilometers km kms
length centimetre 0.01 centimetre centimetres centimeter centimeters cm
length millimetre 0.001 millimetre millimetres millimeter millimeters mm
length mile 1609.344 mile miles
length yard 0.9144 yard yards yd yds
length foot 0.3048 foot feet ft
length inch 0.0254 inch inches
length nautical-mile 1852 nm
mass gram 1 gram grams gramme grammes g
mass kilogram 1000 kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos
mass tonne 1000000 tonne tonnes
mass ton 907184.74 ton tons
mass pound 453.59237 lb lbs pound pounds
mass ounce 28.349523 ounce ounces oz
area hectare 10000 hectare hectares ha
area acre 4046.8564 acre acres
volume litre 1 litre litres liter liters
volume gallon 3.785412 gallon gallons
volume barrel 158.987295 barrel barrels bbl
time second 1 second seconds sec secs
time minute 60 minute minutes min mins
time hour 3600 hour hours hr hrs
time day 86400 day days
time week 604800 week weeks
time month 2629800 month months
time year 31557600 year years yr yrs
time decade 315576000 decade decades
time century 3155760000 century centuries
speed kilometre-per-hour 1 kph kmh
speed mile-per-hour 1.609344 mph
speed knot 1.852 knot knots
power watt 1 watt watts w
power kilowatt 1000 kilowatt kilowatts kw
power megawatt 1000000 megawatt megawatts mw
power gigawatt 1000000000 gigawatt gigawatts gw
data megabyte 1 megabyte megabytes mb
data gigabyte 1000 gigabyte gigabytes gb
data terabyte 1000000 terabyte terabytes tb
temperature degree 1 degree degrees
share percent 1 percent pct percentage
USD dollar 1 dollar dollars usd
USD cent 0.01 cent cents
GBP pound-sterling 1 gbp quid sterling
EUR euro 1 euro euros eur
INR rupee 1 rupee rupees inr
JPY yen 1 yen jpy
CNY yuan 1 yuan renminbi cny
RUB rouble 1 rouble roubles ruble rubles rub
"""

UNITS = {
    word: Unit(name, measures, float(factor))
    for measures, name, factor, *words in map(str.split, _TABLE.strip().splitlines())
    for word in words
}

SQUARE = {
    "mile": Unit("square-mile", "area", 2_589_988.11),
    "kilometre": Unit("square-kilometre", "area", 1e6),
    "metre": Unit("square-metre", "area", 1.0),
    "foot": Unit("square-foot", "area", 0.09290304),
}
"""The unit after "square" or "sq", by the name of the plain one."""

SPEED = {
    "kilometre": Unit("kilometre-per-hour", "speed", 1.0),
    "mile": Unit("mile-per-hour", "speed", 1.609344),
}
"""The unit before "per hour", "an hour" or "/h", by the name of the plain one."""

SIGNS = {"$": "dollar", "£": "gbp", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble"}
"""Money signs that stand before a number, with a word of the table."""

SHARE = UNITS["percent"]
LETTERS = frozenset(("g", "ha", "w", "mb", "gb", "tb", "mw", "gw", "kw", "nm", "min", "sec", "rub"))
"""Units that are only read right behind digits, because elsewhere they are words or initials."""
