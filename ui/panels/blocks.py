"""What people call a block: its own title, or the name of its exercise in the language of the screen."""

from __future__ import annotations

from sprint.errors import SprintError
from sprint.programme.catalogue import Catalogue, Exercise, ExerciseHead
from sprint.programme.titles import in_language
from sprint.records import Block
from ui.texts import Texts


class BlockNames:
    """Looks blocks up in the catalogue of exercises; reads only the files that are asked for."""

    def __init__(self, texts: Texts, catalogue: Catalogue | None = None) -> None:
        self._texts = texts
        self._catalogue = catalogue

    @property
    def language(self) -> str:
        """The language in which blocks are called."""
        return self._texts.language

    @property
    def catalogue(self) -> Catalogue:
        """The exercises there are."""
        if self._catalogue is None:
            self._catalogue = Catalogue.from_assets()
        return self._catalogue

    def title(self, block: Block) -> str:
        """Give the name of a block."""
        if block.title:
            return in_language(block.title, self._texts.language)
        head = self.head(block)
        return head.title.get(self._texts.language) if head is not None else self._texts("panel.block_unnamed")

    def is_rest(self, block: Block) -> bool:
        """Whether people rest."""
        head = self.head(block)
        return head is not None and head.is_rest

    def head(self, block: Block) -> ExerciseHead | None:
        """Give title, kind and minutes of the exercise; None when the catalogue has no such exercise."""
        try:
            return self.catalogue.head(block.exercise)
        except SprintError:
            return None

    def exercise(self, block: Block) -> Exercise | None:
        """Give the whole exercise; None when the catalogue has no such exercise."""
        try:
            return self.catalogue.exercise(block.exercise)
        except SprintError:
            return None
