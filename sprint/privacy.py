"""Finds personal data in words while they are typed and before they leave the laptop. It warns; it never blocks.

Every pattern errs a little on the side of warning. What nobody can see by a pattern (a job, an illness, an event that
everybody in the village knows) stays the work of people: the program does not claim otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from sprint.i18n import Translator


class PersonalData(StrEnum):
    """What was found, in the order in which a stretch of text is claimed."""

    IBAN = "iban"
    EMAIL = "email"
    PHONE = "phone"
    BSN = "bsn"
    BIRTH_DATE = "birth_date"
    PLATE = "plate"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NAME = "name"


KIND_TEXTS: Mapping[PersonalData, str] = MappingProxyType(
    {
        PersonalData.IBAN: "study.private_iban",
        PersonalData.EMAIL: "study.private_email",
        PersonalData.PHONE: "study.private_phone",
        PersonalData.BSN: "study.private_bsn",
        PersonalData.BIRTH_DATE: "study.private_birth_date",
        PersonalData.PLATE: "study.private_plate",
        PersonalData.POSTCODE: "study.private_postcode",
        PersonalData.ADDRESS: "study.private_address",
        PersonalData.NAME: "study.private_name",
    }
)
"""The name of each kind, for the warning and for what stands in its place."""


class PrivateSpan(NamedTuple):
    """Personal data in a text: its kind, where it begins and ends, and the words themselves."""

    kind: PersonalData
    start: int
    end: int
    text: str


def findings(text: str, names: Iterable[str] = ()) -> list[PrivateSpan]:
    """Return the personal data in a text, in its order and without overlaps; `names` come from the open name key."""
    found: list[PrivateSpan] = []
    for kind, finder in (*_FINDERS, (PersonalData.NAME, _names_finder(tuple(names)))):
        for start, end in finder(text):
            if all(end <= known.start or start >= known.end for known in found):
                found.append(PrivateSpan(kind, start, end, text[start:end]))
    return sorted(found, key=lambda span: span.start)


def forget_names() -> None:
    """Let go of the names that were looked for last: the key is closed."""
    _names_finder.cache_clear()


def redact(text: str, spans: Iterable[PrivateSpan], words: Translator) -> str:
    """Return the text with the kind of each span in its place: "[telefoonnummer]"."""
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]}[{words(KIND_TEXTS[span.kind])}]{text[span.end :]}"
    return text


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the 11-test of a citizen service number (weights 9 … 2, −1); eight get a zero first."""
    number = digits.zfill(9)
    if len(number) != 9 or not number.isdecimal() or not int(number):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, number, strict=True)) % 11 == 0


def is_iban(text: str) -> bool:
    """Whether an account number passes the check of ISO 13616: moved round and as a number, it is 1 modulo 97."""
    plain = re.sub(r"[\s.-]", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", plain):
        return False
    length = _IBAN_LENGTHS.get(plain[:2])
    if length is not None and len(plain) != length:
        return False
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1


_IBAN_LENGTHS = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "PT": 25, "AT": 20, "LU": 20,
    "TR": 26, "RO": 24, "BG": 22, "HU": 28, "CH": 21, "IE": 22, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "GR": 27,
}  # fmt: skip

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w-])")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:(?:\+|00)\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\d|\(?0[1-9])(?:[ ./()-]{0,2}\d){6,11}(?!\w)"
)
_NINE = re.compile(r"(?<![\w+/-])\d(?:[ .-]?\d){8}(?![\d-])")
_EIGHT = re.compile(r"(?:bsn|sofi\w*|burgerservicenummer|citizen service number)\W{0,20}(\d(?:[ .]?\d){7})(?!\d)", re.I)
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march"
    "|may|june|july|august|october|jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec"
)
_YEAR = r"(?:19\d\d|20[01]\d)"
_DATES = (
    re.compile(rf"(?<![\d-])\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?{_YEAR}(?!\d)"),
    re.compile(rf"(?<![\d-]){_YEAR}-\d{{2}}-\d{{2}}(?!\d)"),
    re.compile(rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+{_YEAR}(?!\d)", re.I),
    re.compile(rf"\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)", re.I),
)
_BORN = re.compile(
    rf"\b(?:geboren|geboortedatum|geb\.?|born|date of birth)\s*(?:op|on|is|:)?\s*"
    rf"(\d{{1,2}}\s?[-/. ]\s?(?:\d{{1,2}}|{_MONTHS})\s?[-/. ]\s?(?:\d{{4}}|\d{{2}}))(?!\d)",
    re.I,
)
_POSTCODE = re.compile(r"(?<![\w-])[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})(?!\w)")
_PLATE_SHAPES = (
    "XX9999", "9999XX", "99XX99", "XX99XX", "XXXX99", "99XXXX", "99XXX9", "9XXX99", "XX999X", "X999XX", "XXX99X",
    "X99XXX", "9XX999", "999XX9",
)  # fmt: skip
"""The sidecodes of Dutch number plates, 1 to 14 (RDW)."""
_PLATE = re.compile(r"(?<![\w-])[A-Za-z0-9]{1,3}([- ]?)[A-Za-z0-9]{1,3}\1[A-Za-z0-9]{1,3}(?![\w-])")
_STREET_ENDS = (
    "straat|laan|weg|plein|kade|gracht|singel|dijk|hof|steeg|pad|dreef|plantsoen|baan|markt|park|burg|brink|horst"
    "|veld|hoek|erf|kamp|wal|haven|ring|molen|akker|poort|tuin|oord|zicht|stede"
)
_STREET = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'’.-]*\s+(?:(?:van|de|den|der|het|ten|ter)\s+)*)?"
    rf"[A-Za-zÀ-ÿ][\w'’-]*(?:{_STREET_ENDS})\s+(?:nr\.?\s*)?\d{{1,5}}(?:\s?-\s?\d{{1,4}}|\s?[a-zA-Z](?!\w))?(?!\w)",
)
_ENGLISH_STREET = re.compile(
    r"(?<!\w)\d{1,5}[a-zA-Z]?\s+(?:[A-Z][\w'’-]*\s+){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Court|Square|Way|St|Rd)\b"
)
_NAMED_AFTER = re.compile(
    r"(?<!\w)(?:Laan|Plein|Weg|Kade|Park|Hof)\s+(?:van|der|de|den|het|ten|ter)\s+(?:[\w'’-]+\s+){1,3}\d{1,5}[a-zA-Z]?(?!\w)"
)
_NO_STREETS = frozenset({"onderweg", "halverwege", "overweg", "binnenweg", "kamp", "park", "ring"})
_COUNTED = re.compile(
    r"\s*(?:keer|x\b|uur|min|dag|week|weken|maand|jaar|mensen|personen|meter|km|euro|times|hours?|days?|years?|people)",
    re.I,
)
_SMALL_WORDS = frozenset({"van", "den", "der", "het", "ten", "ter", "the", "and", "een", "von", "las", "los", "del"})
_SHORTEST_NAME = 3

_Finder = Callable[[str], Iterator[tuple[int, int]]]


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _find_iban(text: str) -> Iterator[tuple[int, int]]:
    for match in _IBAN.finditer(text):
        # Words that follow may look like more of the number: the longest start that checks out is the number.
        for end in range(match.end(), match.start() + 14, -1):
            if text[end - 1].isalnum() and is_iban(text[match.start() : end]):
                yield match.start(), end
                break


def _find_phone(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        digits = _digits(match[0].replace("(0)", ""))
        if match[0].startswith(("+", "00")):
            if 9 <= len(digits) <= 15:
                yield match.span()
        elif len(digits) == 10 and not digits.startswith(("0800", "0900", "088")):
            yield match.span()


def _find_bsn(text: str) -> Iterator[tuple[int, int]]:
    for match in _NINE.finditer(text):
        if is_bsn(_digits(match[0])):
            yield match.span()
    for match in _EIGHT.finditer(text):
        if is_bsn(_digits(match[1])):
            yield match.span(1)


def _find_birth_date(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _DATES:
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span(1) for match in _BORN.finditer(text))


def _find_plate(text: str) -> Iterator[tuple[int, int]]:
    for match in _PLATE.finditer(text):
        plain = re.sub(r"[- ]", "", match[0])
        shape = "".join("9" if sign.isdigit() else "X" for sign in plain)
        # Without dashes only capitals count: "12 ab 34" may be anything.
        if shape in _PLATE_SHAPES and (match[1] == "-" or plain == plain.upper()) and _is_grouped(match[0], shape):
            yield match.span()


def _is_grouped(text: str, shape: str) -> bool:
    """Whether the groups between dashes are those of the shape: letters and digits never share a group."""
    groups = re.split(r"[- ]", text)
    if len(groups) == 1:
        return True
    return all(group.isdigit() or group.isalpha() for group in groups) and len(shape) == 6


def _find_address(text: str) -> Iterator[tuple[int, int]]:
    for match in _STREET.finditer(text):
        last_word = re.split(r"\s+\S*\d", match[0])[0].split()[-1].casefold()
        is_count = _COUNTED.match(text, match.end()) is not None
        if last_word not in _NO_STREETS and not is_count:
            yield match.span()
    for pattern in (_NAMED_AFTER, _ENGLISH_STREET):
        yield from (match.span() for match in pattern.finditer(text))


def _by(pattern: re.Pattern[str]) -> _Finder:
    return lambda text: (match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _names_finder(names: tuple[str, ...]) -> _Finder:
    """Make the finder of names: a whole name, or a part of it of three letters or more, as words of their own."""
    parts = {part for name in names for part in (name, *re.split(r"[\s.,-]+", name))}
    wanted = [part for part in parts if len(part) >= _SHORTEST_NAME and part.casefold() not in _SMALL_WORDS]
    if not wanted:
        return lambda _text: iter(())
    longest_first = sorted(wanted, key=lambda part: (-len(part), part))
    return _by(re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]?s)?(?!\w)", re.I))


_FINDERS: tuple[tuple[PersonalData, _Finder], ...] = (
    (PersonalData.IBAN, _find_iban),
    (PersonalData.EMAIL, _by(_EMAIL)),
    (PersonalData.PHONE, _find_phone),
    (PersonalData.BSN, _find_bsn),
    (PersonalData.BIRTH_DATE, _find_birth_date),
    (PersonalData.PLATE, _find_plate),
    (PersonalData.POSTCODE, _by(_POSTCODE)),
    (PersonalData.ADDRESS, _find_address),
)
