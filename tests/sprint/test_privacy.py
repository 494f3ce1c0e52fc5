"""Personal data in words: found where it is, not where it is not, and covered with its kind."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sprint.i18n import Translator
from sprint.privacy import PersonalData, findings, is_bsn, is_iban, redact

NAMES = ("Jan de Vries", "Fatima El Amrani")
FOUND = {
    "mijn bsn is 111222333, echt": ("bsn", "111222333"),
    "1112.22.333": ("bsn", "1112.22.333"),
    "bsn: 12345672": ("bsn", "12345672"),
    "bel 06-12345678 gerust": ("phone", "06-12345678"),
    "020 123 45 67": ("phone", "020 123 45 67"),
    "+31 (0)6 1234 5678": ("phone", "+31 (0)6 1234 5678"),
    "mail a.b+c@voorbeeld.nl.": ("email", "a.b+c@voorbeeld.nl"),
    "in 1234 AB": ("postcode", "1234 AB"),
    "nl91abna0417164300 en dan": ("iban", "nl91abna0417164300"),
    "NL91 ABNA 0417 1643 00": ("iban", "NL91 ABNA 0417 1643 00"),
    "kenteken GZ-123-B": ("plate", "GZ-123-B"),
    "een AB12CD": ("plate", "AB12CD"),
    "geboren op 3-5-58": ("birth_date", "3-5-58"),
    "op 3 maart 1958": ("birth_date", "3 maart 1958"),
    "born March 3, 1958": ("birth_date", "March 3, 1958"),
    "ik woon Dorpsstraat 12a": ("address", "Dorpsstraat 12a"),
    "Laan van Meerdervoort 100": ("address", "Laan van Meerdervoort 100"),
    "12 High Street": ("address", "12 High Street"),
    "toen zei Fatima iets": ("name", "Fatima"),
    "JAN DE VRIES belde": ("name", "JAN DE VRIES"),
}
HARMLESS = (
    "Ik wacht al 6 weken op 3 brieven", "op 22-11-2026 om 09:30", "onderweg 3 keer gebeld", "3 van de 5 zei dat",
    "€ 1.234.567,89", "bel 14 030 of 0800 1234", "1000 km", "123456789", "stap 3 en 4", "van de een naar de ander",
    "000000000", "bel de gemeente op 088 123 45 67", "dossier 0612345678901",
)  # fmt: skip


def test_what_is_personal_is_found_and_covered() -> None:
    words = Translator.load("nl")
    for text, (kind, part) in FOUND.items():
        spans = findings(text, NAMES)
        assert [(span.kind.value, span.text) for span in spans] == [(kind, part)], text
        assert text[spans[0].start : spans[0].end] == part
        covered = redact(text, spans, words)
        assert part not in covered
        assert findings(covered, NAMES) == [], covered
    assert {kind for kind, _ in FOUND.values()} == {kind.value for kind in PersonalData}


def test_what_is_not_personal_is_left_alone() -> None:
    assert {text: findings(text, NAMES) for text in HARMLESS} == {text: [] for text in HARMLESS}


def test_the_checks_of_numbers() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("NL91ABNA0417164301")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(FOUND)))
def test_any_words_may_stand_around(noise: str, text: str) -> None:
    spans = findings(f"{noise} . {text}", NAMES)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert any(span.end > len(noise) for span in spans)
