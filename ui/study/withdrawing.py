"""Taking part back: two clear questions, then everything of this participant is gone and cannot come back."""

from __future__ import annotations

from sprint.edits.study import remove_participants
from sprint.errors import SprintError
from sprint.records import Answer, Consent, Interview, KeyKeeping, Observation, Participant
from sprint.study.texts import study_of
from sprint.study.withdrawal import mentions
from ui.bridge import SprintBridge
from ui.context import Context
from ui.study.people import code_words
from ui.study.tab import HIDE_CODES


def withdraw(context: Context, bridge: SprintBridge, who: Participant) -> bool:
    """Ask twice and erase; gives whether that was asked. One who left no trace is taken off the list by an edit."""
    t, document = context.texts, bridge.document
    notes = sum(1 for _ in document.referrers(Observation, who.id))
    answers = sum(1 for _ in document.referrers(Answer, who.id))
    papers = sum(1 for kind in (Consent, Interview) for _ in document.referrers(kind, who.id))
    if not notes + answers + papers:
        try:
            return bridge.do(remove_participants(document, [who.id]))
        except SprintError as error:
            context.messages.warn(t.error(error))
            return False
    if context.settings.is_on(HIDE_CODES):
        context.messages.tell(t("study_ui.show_codes_first"))
        return False
    code = code_words(context, who)
    detail = t("study_ui.withdraw_detail", notes=notes, answers=answers)
    if named := len(mentions(document, who.id)):
        detail += "\n\n" + t("study_ui.withdraw_mentions", count=named)
    if study_of(document).key_keeping is KeyKeeping.SEPARATE:
        detail += "\n\n" + t("study_ui.withdraw_key")
    choices = (("keep", t("study_ui.withdraw_keep")), ("erase", t("study_ui.withdraw_go_on")))
    if context.messages.ask(t("study_ui.withdraw_ask", code=code), choices, detail=detail) != "erase":
        return False
    typed = context.messages.ask_text(
        t("study_ui.withdraw_sure", code=who.code), hint=who.code, accept=t("study_ui.withdraw_erase")
    )
    if typed is None:
        return False
    if typed.strip().casefold() != who.code.casefold():
        context.messages.tell(t("study_ui.withdraw_other_code"))
        return False
    bridge.erasing_asked.emit(who.id)
    return True
