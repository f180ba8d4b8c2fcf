"""The words and patterns by which English news prose prints dates and times."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = {
    # Minutes of the day that the word can mean; generous, so that "night" and "evening" are no conflict.
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 18 * 60 + 30),
    "evening": (17 * 60, 24 * 60),
    "night": (17 * 60, 30 * 60),
    "tonight": (17 * 60, 30 * 60),
    "overnight": (18 * 60, 32 * 60),
    "noon": (720, 720),
    "midday": (690, 780),
    "midnight": (1440, 1440),
    "dawn": (240, 480),
    "dusk": (960, 1290),
}
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2, "twenty": 20,
}  # fmt: skip
FEASTS = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("new year", "day"): (1, 1),
    ("new year", "eve"): (12, 31), ("bastille", "day"): (7, 14), ("halloween", "day"): (10, 31),
    ("valentine", "day"): (2, 14), ("independence", "day"): (7, 4),
}  # fmt: skip
"""Feasts that fall on one day of the year, with month and day; without "day" or "eve" the day is meant."""
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\w)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:morning|afternoon|evening|night)"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|a\ couple\ of)"
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?"
    r"|(?<![\d.:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)(?:\s?(?:GMT|UTC|ET|EDT|EST|hours))?"
    r"|(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC)|\d{1,2}\ o'clock)"
)
PATTERN = re.compile(
    rf"""(?<![\w-])(?:
      (?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])
    | (?P<md>(?:(?P<mdm>{_MONTH})\s?(?P<mdd>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|,\d|:|%|\s?(?:percent|million|billion))
         (?:(?:\s?(?:-|–|to|and|through)\s?)(?P<mdd2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|:))?(?:\s?,?\s(?P<mdy>(?:1[5-9]|20)\d\d)\b)?))
    | (?P<dm>(?P<dmd>[0-3]?\d)(?:st|nd|rd|th)?(?:\s(?:of\s)?|-)(?P<dmm>{_MONTH})
         (?:\s?,?\s(?P<dmy>(?:1[5-9]|20)\d\d)\b)?)
    | (?P<my>(?P<mym>{_MONTH}),?\s(?P<myy>(?:1[5-9]|20)\d\d)\b)
    | (?P<month>(?:(?P<mwhich>early|late|mid|last|next|this|end\ of)[\s-])?(?P<mm>{_MONTH}))(?=\W|$)(?!\s?\d)
    | (?P<part>{_PART})(?=\sof\s)
    | (?P<weekday>(?:(?P<wwhich>last|next|this|on|until|by|since|late|early)\s)?
         (?P<w>{_WEEKDAY})s?(?:\s(?P<wpart>{_PART}))?)\b
    | (?P<day>today|yesterday|tomorrow|tonight|this\ (?:morning|afternoon|evening)|last\ night
         |earlier\ in\ the\ day|later\ in\ the\ day|earlier\ today)\b
    | (?P<relative>(?P<rwhich>last|next|this|past|previous|following|earlier\ this|later\ this|the\ past|the\ last
         |over\ the(?=\sweekend))\s
         (?P<runit>week|weekend|month|year|decade|century|spring|summer|autumn|fall|winter))\b
    | (?P<lately>(?:the\ )?(?:past|last)\s(?P<latelyn>{_COUNT}|few|several)\s
         (?P<latelyunit>days|weeks|months|years|decades))\b
    | (?P<ago>(?:(?P<agoabout>about|nearly|almost|over|more\ than|around)\s)?(?P<agon>{_COUNT}|a\ few|several|many)\s
         (?P<agounit>days?|weeks?|months?|years?|decades?|hours?)\s(?:ago|earlier|before))\b
    | (?P<ahead>\bin\ (?P<aheadn>{_COUNT}|a\ few|several)\s
         (?P<aheadunit>days?|weeks?|months?|years?)(?:'|’)?(?:\stime)?)(?=[\s.,;])
    | (?P<someday>eventually|some\ ?day|in\ the\ (?:long\ run|near\ future|coming\ (?:days|weeks|months|years)))\b
    | (?P<sometime>(?:(?:right|just|until|till|by)\ )?now|recently|previously)\b
    | (?P<recurring>(?:every|each)\ (?:minute|hour|day|night|week|weekend|month|year)|daily|weekly|monthly|annual(?:ly)?
         |yearly|nightly)\b
    | (?P<holiday>(?P<feast>christmas|new\ year|bastille|halloween|valentine|independence|thanksgiving)(?:['’]?s)?
         (?:\ (?P<feastday>day|eve))?)\b
    | (?P<thatpart>(?:that|the)\ (?P<thatpartof>{_PART}))\b
    | (?P<half>the\ (?P<halfwhich>first|second|last)\s(?P<halfn>half|quarter|three\ months|six\ months)\s
         (?:of|in)\s(?P<halfyear>this\ year|last\ year|next\ year|(?:19|20)\d\d))
    | (?P<years>(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))(?![\d-])
    | (?P<decade>(?:the\ )?(?:early|mid|late)?[\s-]?(?P<decadeyear>(?:1[5-9]|20)\d0)s)\b
    | (?P<year>(?:(?:early|mid|late)[-\s])?(?:1[4-9]|20)\d\d)
         (?![\d%]|,\d|\.\d|\s(?:people|miles|km|books|pounds|dollars))
    | (?P<clock>(?:(?P<clockabout>(?:just|shortly)\ (?:before|after)|about|around|at|by|before|after|until)\s)?
         (?:(?P<clocktime>{_CLOCK})|(?P<clockword>noon|midday|midnight|dawn|dusk)))(?=\W|$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
CAPITAL = re.compile(rf"(?:{_MONTH}|{_WEEKDAY})", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planned|scheduled|expected|due|set|going|next|upcoming|coming|begins?|starts?)\b[^.]{0,60}$",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?P<word>since|until|till|before|after|by|from|between|prior to)\s+(?:the\s)?(?:about\s)?$", re.IGNORECASE
)
BEFORE_MONTH = re.compile(r"\b(?:in|since|by|until|from|of|through|between|during|for|before|after)\s$", re.IGNORECASE)
NOT_YEAR = re.compile(
    r"(?:[$€£¥#©]\s?|\b(?:no|flight|route|highway|room|model|some|about|nearly|over|than|least|copyright|it['’]s)\.?\s?)$",
    re.IGNORECASE,
)
IN_NAME = re.compile(r"\b(?:the|an?|its|his|her|their|this|annual)\s$", re.IGNORECASE)
"""Before a year that has a capital behind it, and so is a part of a name: "the 2017 Boat Awards"."""
FEAST_DAY = re.compile(r"\b(?:Black|Cyber|Good|Bloody|Ash|Palm|Super|Holy|Maundy|Fat|Easter)\s$")
"""Before a weekday that is a name: "Black Monday" is no day of this week."""
