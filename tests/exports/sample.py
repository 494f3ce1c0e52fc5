"""A small litter sprint made in code, with everything that paper must be able to show."""

from __future__ import annotations

from collections.abc import Iterator

from sprint.document import Document
from sprint.records import (
    SPRINT_ID,
    Block,
    Card,
    Channel,
    Day,
    Decision,
    Evidence,
    Journey,
    JourneyKind,
    Lane,
    Link,
    LinkKind,
    Observation,
    ParkedItem,
    Participant,
    Person,
    Persona,
    Phase,
    Record,
    RemarkKind,
    Sprint,
    Step,
    StepKind,
    Track,
)

C = Channel
AS_IS = (
    ("trigger", "Aanleiding", "Ziet zwerfafval in de straat", C.STREET, -1, "V2"),
    ("search", "Oriënteren", "Zoekt de gemeentesite", C.WEB, -1, "V2"),
    ("form", "Melden", "Logt in met DigiD en vult een lang formulier in", C.WEB, -3, "V3"),
    ("map", "Melden", "Wijst de plek aan op een kaart", C.WEB, -2, "V3"),
    ("got", "Wachten", "Krijgt bericht: in behandeling", C.EMAIL, 0, "V1"),
    ("silence", "Wachten", "Hoort weken niets", C.NONE, -2, "V2"),
    ("letter", "Besluit", "Krijgt brief: over zes weken", C.LETTER, -3, "V2"),
    ("clean", "Uitvoering", "Afval is weg, niemand zegt het", C.STREET, 0, "V0"),
)
TO_BE = (
    ("trigger", "Aanleiding", "Ziet zwerfafval in de straat", C.STREET, -1, "V2"),
    ("photo", "Melden", "Stuurt foto en plek, of belt", C.APP, 0, "V3"),
    ("confirm", "Melden", "Krijgt bevestiging met datum", C.MESSAGE, 1, "V3"),
    ("got", "Wachten", "Krijgt bericht bij de planning", C.MESSAGE, 0, "V2"),
    ("thanks", "Uitvoering", "Krijgt foto “schoon” en een bedankje", C.MESSAGE, 3, "V3"),
    ("good", "Uitvoering", "“Is het goed zo?”", C.MESSAGE, 1, "V2"),
)
CARDS = (
    ("a-form", Lane.THOUGHT, "“Ik wil alleen melden dat er troep ligt.”", ""),
    ("a-silence", Lane.THOUGHT, "“Is mijn melding wel aangekomen?”", ""),
    ("a-letter", Lane.THOUGHT, "“Zes weken? Voor een zak afval?”", ""),
    ("a-form", Lane.PAIN, "Inloggen voor een anonieme melding", ""),
    ("a-map", Lane.PAIN, "Niemand begrijpt de kaart (15 van 15)", ""),
    ("a-silence", Lane.PAIN, "Geen bericht tijdens het wachten", ""),
    ("a-letter", Lane.PAIN, "De brief is ambtelijk en noemt geen reden", ""),
    ("a-clean", Lane.PAIN, "Het einde wordt niet gedeeld", ""),
    ("a-form", Lane.OPPORTUNITY, "Foto en plek, zonder inloggen", "wijkteam"),
    ("a-silence", Lane.OPPORTUNITY, "Bericht bij planning, met datum", "KCC"),
    ("a-clean", Lane.OPPORTUNITY, "Foto “schoon” en een bedankje", "buitendienst"),
    ("a-form", Lane.LEGAL, "Mag melden zonder inloggen?", ""),
    ("a-got", Lane.BACKSTAGE, "Zaak aanmaken en doorzetten", "KCC"),
    ("a-silence", Lane.BACKSTAGE, "Wie ruimt op, en wanneer?", "Planning"),
    ("b-photo", Lane.IDEA, "Eén nummer voor bellen en appen", "KCC"),
    ("b-thanks", Lane.QUOTE, "“Ze vergeten me niet.”", ""),
)
REMARKS = (
    ("b-thanks", "p3", RemarkKind.QUOTE, 1, "“Ze vergeten me niet.”"),
    ("b-thanks", "p1", RemarkKind.OBSERVATION, 1, "Lacht als de foto komt."),
    ("b-thanks", "p2", RemarkKind.QUOTE, 1, "“Dan weet ik dat iemand heeft gekeken.”"),
    ("b-photo", "p4", RemarkKind.QUOTE, 1, "“Zo gedaan.”"),
    ("b-photo", "p5", RemarkKind.QUOTE, -1, "“Ik bel liever. Waar staat het nummer?”"),
    ("b-confirm", "p4", RemarkKind.QUOTE, 0, "“Drie berichten is er één te veel.”"),
    ("a-map", "p6", RemarkKind.OBSERVATION, -1, "Zoekt twee minuten naar de eigen straat."),
    ("a-form", "p7", RemarkKind.QUOTE, -1, "“Waarom moet u weten wie ik ben?”"),
)
DAYS = (
    (
        "Begrijpen",
        "Hoe is het nu?",
        "2026-10-06",
        (("Welkom en spelregels", 15), ("Expertinterviews", 60), ("Pauze", 15)),
    ),
    ("Bedenken en kiezen", "Wat zou beter zijn?", "2026-10-07", (("Bliksemdemo’s", 60), ("Schetsen", 40))),
    ("Tekenen en bouwen", "Hoe ziet het eruit?", "2026-10-08", (("Storyboard", 75), ("Bouwen", 125))),
    ("Vragen en beslissen", "Werkt het voor inwoners?", "2026-10-09", (("Gesprek 1", 45), ("Besluit", 25))),
)


def sample_document(extra: tuple[Record, ...] = ()) -> Document:
    """Build the litter sprint; `extra` records come on top."""
    return Document([*_programme(), *_people(), *_journey("a", AS_IS), *_journey("b", TO_BE), *_findings(), *extra])


def _programme() -> Iterator[Record]:
    yield Sprint(
        id=SPRINT_ID,
        title="Zwerfafval",
        challenge="Inwoners melden afval en horen daarna weken niets. Hoe weten zij dat het wordt opgelost?",
        organisation="Gemeente Voorbeeld",
        place="Zwerfafval",
    )
    for number, (title, motto, date, blocks) in enumerate(DAYS):
        yield Day(id=f"day-{number}", order=number, title=title, motto=motto, date=date)
        for rank, (name, minutes) in enumerate(blocks):
            yield Block(id=f"block-{number}-{rank}", day_id=f"day-{number}", order=rank, title=name, minutes=minutes)


def _people() -> Iterator[Record]:
    for number, role in enumerate(("Beslisser", "Begeleider", "Wijkbeheerder", "Medewerker KCC", "Vormgever")):
        yield Person(id=f"person-{number}", order=number, name=f"Teamlid Jansen {number}", role=role)
    yield Persona(id="sara", order=1, name="Sara", situation="Meldt met één foto in een minuut.", track=Track.SAVED)
    yield Persona(id="wim", order=2, name="Wim", situation="Spreekt liever een mens en belt.", track=Track.SPENT)
    for number in range(1, 9):
        track = Track.SAVED if number % 2 == 0 else Track.SPENT
        yield Participant(id=f"p{number}", order=number, code=f"P{number}", track=track)


def _journey(prefix: str, steps: tuple[tuple[str, str, str, Channel, int, str], ...]) -> Iterator[Record]:
    kind = JourneyKind.AS_IS if prefix == "a" else JourneyKind.TO_BE
    title = "Ik wil zwerfafval in mijn straat laten opruimen"
    origin = "" if prefix == "a" else "ja"
    yield Journey(id=f"j{prefix}", order=ord(prefix), title=title, kind=kind, persona_ids=("sara",), origin_id=origin)
    phases: dict[str, str] = {}
    before = ""
    for number, (name, phase, words, channel, feeling, evidence) in enumerate(steps):
        if phase not in phases:
            phases[phase] = f"{prefix}-phase-{len(phases)}"
            yield Phase(id=phases[phase], journey_id=f"j{prefix}", order=len(phases), title=phase)
        yield Step(
            id=f"{prefix}-{name}",
            journey_id=f"j{prefix}",
            phase_id=phases[phase],
            order=number * 10,
            lineage=name,
            title=words,
            channel=channel,
            feeling=feeling,
            kind=StepKind.WAIT if name == "silence" else StepKind.STEP,
            wait_days={"silence": 21, "letter": 42, "got": 3}.get(name, 0) if prefix == "a" else 0,
            truth_reason="Wijkt af: wilde alleen melden" if name in ("form", "letter") else "",
            legal_frame="Termijn en eigenaar van de grond blijven." if name == "photo" else "",
            evidence=Evidence(evidence),
        )
        if before:
            link_id = f"{prefix}-link-{number}"
            yield Link(id=link_id, journey_id=f"j{prefix}", source=before, target=f"{prefix}-{name}")
        before = f"{prefix}-{name}"
    if prefix == "a":
        phone = Step(
            id="a-phone", journey_id="ja", phase_id=phases["Melden"], order=20, row=1, title="Belt de gemeente",
            channel=Channel.PHONE, feeling=1, lineage="phone",
        )  # fmt: skip
        yield phone
        yield Link(
            id="alt", journey_id="ja", source="a-search", target="a-phone", kind=LinkKind.ALTERNATIVE, label="belt"
        )
        yield Link(id="alt2", journey_id="ja", source="a-phone", target="a-got", kind=LinkKind.HAND_OVER)
        yield Link(id="loop", journey_id="ja", source="a-silence", target="a-form", kind=LinkKind.LOOP, label="opnieuw")


def _findings() -> Iterator[Record]:
    for number, (step_id, lane, text, owner) in enumerate(CARDS):
        journey_id = f"j{step_id[0]}"
        yield Card(id=f"card-{number}", journey_id=journey_id, step_id=step_id, lane=lane, text=text, owner=owner)
    for number, (step_id, person, kind, valence, text) in enumerate(REMARKS):
        yield Observation(
            id=f"remark-{number}", step_id=step_id, participant_id=person, kind=kind, valence=valence, text=text
        )
    yield Decision(id="d1", text="Wij bouwen melden met foto.", reason="7 van 8 inwoners vonden het direct.")
    yield Decision(id="d2", order=1, text="Bellen blijft mogelijk.", reason="", decided_by="Beslisser")
    yield ParkedItem(id="k1", text="Afval op grond van de corporatie", owner="Wijkbeheerder", back_when="november")
