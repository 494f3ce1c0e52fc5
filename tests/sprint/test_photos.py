"""The photos of a sprint stand in the order of its days, with the words beside which they hang."""

from __future__ import annotations

from sprint.document import Document
from sprint.edits.notes import change_note
from sprint.edits.pictures import replace_picture, take_picture_down
from sprint.example import PICTURES, example_pictures, example_records
from sprint.ids import TimeIds
from sprint.photos import photos_of
from sprint.records import Note, Picture
from sprint.store.media import ImportedPicture


def test_every_drawing_of_the_example_says_what_it_shows() -> None:
    document = Document(example_records("nl", example_pictures()))
    photos = photos_of(document, "Foto van de muur")
    assert [photo.id for photo in photos] == [f"picture-{name.replace('_', '-')}" for name in PICTURES]
    assert photos[0].caption == "Een dag noemen is al rust."
    assert [photo.caption for photo in photos].count("Foto van de muur") == 1
    assert all(photo.caption for photo in photos)


def test_what_was_taken_down_worked_on_or_hidden_is_left_out() -> None:
    document = Document(example_records("en", example_pictures()))
    whole = [photo.id for photo in photos_of(document, "Wall")]
    sketch, other, hidden = (document.require(Note, f"note-2-lightning_demos-{number}") for number in (1, 2, 3))
    document.apply(take_picture_down(document, sketch.id, sketch.picture_ids[0]))
    straight = ImportedPicture("0" * 64, "png", 9, 6, 10)
    document.apply(replace_picture(document, TimeIds(), other.picture_ids[0], straight))
    document.apply(change_note(document, hidden.id, is_hidden=True))
    left = [photo.id for photo in photos_of(document, "Wall")]
    gone = {note.picture_ids[0] for note in (sketch, other, hidden)}
    assert set(whole) - set(left) == gone
    (made,) = set(left) - set(whole)
    assert document.require(Picture, made).origin_id == other.picture_ids[0]


def test_a_photo_of_a_note_at_no_exercise_has_its_words_too() -> None:
    document = Document([Picture(id="p", sha256="0" * 64), Note(id="n", text="Los blaadje", picture_ids=("p",))])
    assert [(photo.id, photo.caption) for photo in photos_of(document, "Wall")] == [("p", "Los blaadje")]
