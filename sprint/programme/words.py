"""Names for the words in exercise files, and sentences for what is wrong with a programme."""

from __future__ import annotations

from sprint.errors import Param, SprintError
from sprint.i18n import Translator
from sprint.programme.catalogue import Catalogue
from sprint.programme.check import ProgrammeProblem


def artefact_name(artefact: str, t: Translator) -> str:
    """Names what an exercise takes in or brings out ("the journey")."""
    return t(f"programme.artefact.{artefact}")


def material_name(material: str, t: Translator) -> str:
    """Names something to bring, as it stands on the packing list."""
    return t(f"programme.material.{material}")


def sheet_name(sheet: str, t: Translator) -> str:
    """Names a sheet that can be printed for an exercise."""
    return t(f"programme.sheet.{sheet}")


def source_name(source: str, t: Translator) -> str:
    """Names where an exercise comes from."""
    return t(f"programme.source.{source}")


def group_name(group: str, t: Translator) -> str:
    """Names how people work: alone, in pairs, all together."""
    return t(f"programme.group.{group}")


def phase_name(phase: str, t: Translator) -> str:
    """Names the part of a sprint that an exercise belongs to."""
    return t(f"programme.phase.{phase}")


def fixed_reason(fixed: str, t: Translator) -> str:
    """Says why the start of a block may not move."""
    return t(f"programme.fixed.{fixed}")


def problem_text(problem: ProgrammeProblem, catalogue: Catalogue, t: Translator) -> str:
    """Gives the sentence for a problem, with titles in the place of ids."""
    params: dict[str, Param] = dict(problem.params)
    if "exercise" in params:
        params["exercise"] = _title(str(params["exercise"]), catalogue, t)
    if "needed" in params:
        params["needed"] = artefact_name(str(params["needed"]), t)
    return t(problem.key, **params)


def _title(exercise_id: str, catalogue: Catalogue, t: Translator) -> str:
    try:
        return catalogue.head(exercise_id).title.get(t.language)
    except SprintError:
        # An exercise that cannot be read has no title; its id is all a person can look for.
        return exercise_id
