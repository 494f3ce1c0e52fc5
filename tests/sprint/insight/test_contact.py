"""One meaning of contact: figures, summary and advice may never contradict each other about a step."""

from __future__ import annotations

import pytest

from sprint.insight.advice import AdviceRule, advice_for
from sprint.insight.contact import hears_something, is_contact
from sprint.records import Channel, Step
from sprint.summary import figures_of
from tests.helpers.journeys import document_of


@pytest.mark.parametrize("meanwhile", ["", " ", "Elke week een bericht"])
@pytest.mark.parametrize("channel", Channel)
def test_advice_and_figures_agree_on_who_hears_something(channel: Channel, meanwhile: str) -> None:
    wait = Step(id="s", journey_id="j", phase_id="p", channel=channel, wait_days=30, meanwhile=meanwhile)
    found = [advice.rule for advice in advice_for(document_of([wait]), "j")]
    assert (AdviceRule.UNATTENDED_WAIT in found) is not hears_something(wait)


@pytest.mark.parametrize("channel", Channel)
def test_summary_and_figures_agree_on_what_a_contact_is(channel: Channel) -> None:
    step = Step(id="s", journey_id="j", phase_id="p", channel=channel)
    assert figures_of(document_of([step]), "j").contacts == int(is_contact(step))
