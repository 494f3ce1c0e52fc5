"""The questionnaires the product knows: items, scales and ways of counting, each with its source.

The words are in the catalogues (`study.*`). SUS keeps its English items: the Dutch wording of D-SUS belongs to its
authors (Ensink, Keijsers and Groen 2024), and a loose translation is another instrument.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sprint.records import Instrument

KANO_ANSWERS = (
    "study.kano_like",
    "study.kano_must",
    "study.kano_neutral",
    "study.kano_live",
    "study.kano_dislike",
)
"""The five answers of a Kano pair, 1 … 5 (Sauerwein and others 1996)."""
SUCCESS_ANSWERS = ("study.success_no", "study.success_partly", "study.success_yes")
"""The answers 0, 1 and 2 of task success."""
CES_RULES = ("mean", "top", "net")
"""Three ways of counting effort are in use: the mean, the share of 5 to 7, the share of 6 and 7 less that of 1 to 3."""
CES_RULE_TEXTS: Mapping[str, str] = MappingProxyType(
    {"mean": "study.ces_mean", "top": "study.ces_top", "net": "study.ces_net"}
)


class Item(NamedTuple):
    """One question of an instrument: its name there and the key of its words; `dimension` groups the six of ours."""

    name: str
    text: str
    dimension: str = ""


class Form(NamedTuple):
    """How an instrument asks: its items, the scale, the words at both ends, and where its numbers come from."""

    name: str
    items: tuple[Item, ...]
    lowest: int
    highest: int
    low_label: str
    high_label: str
    note: str
    is_whole: bool = True


_SUS = tuple(
    Item(f"SUS{number}", key)
    for number, key in enumerate(
        (
            "study.sus_1",
            "study.sus_2",
            "study.sus_3",
            "study.sus_4",
            "study.sus_5",
            "study.sus_6",
            "study.sus_7",
            "study.sus_8",
            "study.sus_9",
            "study.sus_10",
        ),
        start=1,
    )
)
_SIX = (
    Item("E1", "study.item_e1", "effectiveness"),
    Item("E2", "study.item_e2", "effectiveness"),
    Item("G1", "study.item_g1", "ease"),
    Item("G2", "study.item_g2", "ease"),
    Item("V1", "study.item_v1", "feeling"),
    Item("V2", "study.item_v2", "feeling"),
)
DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {"effectiveness": "study.effectiveness", "ease": "study.ease", "feeling": "study.feeling"}
)
"""The three things our six questions are about; each is reported by itself and they are never added up (method 6.1)."""

_AGREE = ("study.disagree", "study.agree")

FORMS: Mapping[Instrument, Form] = MappingProxyType(
    {
        Instrument.EXPERIENCE: Form("study.experience", _SIX, 1, 7, *_AGREE, "study.experience_note"),
        Instrument.KANO: Form("study.kano", (), 1, 5, "study.kano_like", "study.kano_dislike", "study.kano_note"),
        Instrument.MARK: Form(
            "study.mark",
            (Item("", "study.mark_text"),),
            1,
            10,
            "study.mark_low",
            "study.mark_high",
            "study.mark_note",
            is_whole=False,
        ),
        Instrument.CSAT: Form(
            "study.csat", (Item("", "study.csat_text"),), 1, 5, "study.csat_low", "study.csat_high", "study.csat_note"
        ),
        Instrument.CES: Form("study.ces", (Item("", "study.ces_text"),), 1, 7, *_AGREE, "study.ces_note"),
        Instrument.SUS: Form("study.sus", _SUS, 1, 5, "study.sus_low", "study.sus_high", "study.sus_note"),
        Instrument.SUCCESS: Form(
            "study.success",
            (Item("", "study.success_text"),),
            0,
            2,
            "study.success_no",
            "study.success_yes",
            "study.success_note",
        ),
        Instrument.TIME: Form(
            "study.time",
            (Item("", "study.time_text"),),
            0,
            600,
            "study.time_low",
            "study.time_high",
            "study.time_note",
            is_whole=False,
        ),
        Instrument.OWN: Form("study.own", (), 1, 7, *_AGREE, "study.own_note"),
    }
)
"""All instruments; Kano and own questions have no items of their own, because the team writes them."""
