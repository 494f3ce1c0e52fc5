"""Phase templates: the phases that a kind of journey usually has, to start from and to change (method 4.6)."""

from __future__ import annotations

from assets.reader import list_names, read_text
from sprint.frozen import dataclass
from sprint.programme.reading import LocalText, Table, parse_toml

FOLDER = "phases"
_SUFFIX = ".toml"


@dataclass(frozen=True)
class PhaseIdea:
    """One phase of a template: its name, and the question that helps a team to fill it."""

    name: LocalText
    question: LocalText


@dataclass(frozen=True)
class PhaseTemplate:
    """A kind of journey: what it is for, an example title in the first person, its phases in time order."""

    id: str
    place: int
    title: LocalText
    meaning: LocalText
    example: LocalText
    phases: tuple[PhaseIdea, ...]

    def names(self, language: str) -> tuple[str, ...]:
        """Give the names of the phases in one language, as `edits.journey.add_journey` wants them."""
        return tuple(phase.name.get(language) for phase in self.phases)


def template_ids() -> tuple[str, ...]:
    """List the templates that can be loaded, by id."""
    return tuple(name.removesuffix(_SUFFIX) for name in list_names(FOLDER) if name.endswith(_SUFFIX))


def load_template(template_id: str) -> PhaseTemplate:
    """Read one template; raises FileNotFoundError when there is none, SprintError when its file cannot be read."""
    file = f"{FOLDER}/{template_id}{_SUFFIX}"
    table = Table(parse_toml(read_text(file), file), file)
    template = PhaseTemplate(
        id=template_id,
        place=table.whole("place"),
        title=table.local("title"),
        meaning=table.local("meaning"),
        example=table.local("example"),
        phases=table.tables("phases", lambda row: PhaseIdea(row.local("name"), row.local("question"))),
    )
    table.finish()
    return template


def all_templates() -> tuple[PhaseTemplate, ...]:
    """Read every template, in the order in which people choose from them."""
    found = (load_template(template_id) for template_id in template_ids())
    return tuple(sorted(found, key=lambda template: (template.place, template.id)))
