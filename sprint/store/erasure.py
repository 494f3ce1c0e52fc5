"""The order to erase something: written down before anything goes, so that it is finished or was never begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sprint.store.shapes import ReadOnlyTables


class Erasure(NamedTuple):
    """What is to go: `rows` (ids by table) in every version, and of other rows each version that names one of `names`.

    References to the rows are taken out of all others. The tables in `forgotten` lose their whole history. `pictures`
    are checksums. `final` is written at the end under the label `label`: what is left to know. `is_inside_done` tells
    that only the people's file waits, which may lie on a stick that is not there. `fields` gives the text of a field
    (by id and name) in the place of every version of it that holds the beginning of one of `secrets`.
    """

    rows: Mapping[str, Sequence[str]]
    names: Sequence[str]
    forgotten: Sequence[str]
    pictures: Sequence[str]
    final: ReadOnlyTables
    label: str
    is_inside_done: bool = False
    fields: Mapping[str, Mapping[str, str]] = {}
    secrets: Sequence[str] = ()

    @property
    def is_redaction(self) -> bool:
        """Whether words are to go and no row: the sprint stays as it is, and so does what is half typed."""
        return not self.rows and bool(self.fields or self.secrets)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that must not be found afterwards."""
        return frozenset(self.names).union(*self.rows.values())


def both(one: Erasure, other: Erasure) -> Erasure:
    """Join two orders; of what both say the later one counts."""
    rows = {
        table: sorted({*one.rows.get(table, ()), *other.rows.get(table, ())}) for table in {**one.rows, **other.rows}
    }
    fields = {key: {**one.fields.get(key, {}), **other.fields.get(key, {})} for key in {**one.fields, **other.fields}}
    return other._replace(
        rows=rows,
        names=sorted({*one.names, *other.names}),
        forgotten=sorted({*one.forgotten, *other.forgotten}),
        pictures=sorted({*one.pictures, *other.pictures}),
        final={**one.final, **other.final},
        fields=fields,
        secrets=sorted({*one.secrets, *other.secrets}),
    )
