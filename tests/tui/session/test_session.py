"""A session of editing: edits show at once, can all be taken back, and none is ever lost."""

import contextlib
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import DiskChange, FileError, RefusedEdit
from argmap.model import Claim, Map, MapIndex
from argmap.model.edits.edit import Edit
from argmap.model.same import equivalent
from argmap.sources import open_map
from argmap.store import loads
from argmap.store.journal import find_left
from argmap.tui.session.history import map_change
from argmap.tui.session.mapfile import MapFile
from argmap.tui.session.news import JournalTrouble, News, Refused, Saved, SaveFailed, Written
from argmap.tui.session.session import Session
from tests.disks import small_disk_at
from tests.maps import TEACHING
from tests.tui.editing import Gate, renamed, reworded, rewritten, session_on, supported

HAND_MADE = """\
argmap: 1  # by hand\r
claims:\r
# the motion\r
- id: free\r
  claim:   The city should make buses free.\r
\r
- A plain line.   # a thought"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    made = folder / "map.yaml"
    made.write_text(TEACHING, "utf-8")
    return made


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    made = session_on(path, rewritten)
    yield made
    made.close()


def words(session: Session, claim: str = "free") -> str:
    return session.opened.index.claims[claim].claim


def apply(session: Session, claim: str = "free", text: str = "Buses should be free.") -> None:
    assert session.apply(reworded(session.opened.map, claim, text), "|cost") is not None


def news(session: Session) -> list[News]:
    session.wait()
    return session.news()


def unsaved(session: Session) -> bool:
    return session.unsaved


def conflict(session: Session) -> DiskChange | None:
    return session.conflict


def undoable(session: Session) -> tuple[str, str]:
    return session.can_undo, session.can_redo


def kinds(found: list[News]) -> list[type]:
    return [type(one) for one in found]


def test_an_edit_shows_at_once_and_its_text_follows(path: Path) -> None:
    gate = Gate()
    session = session_on(path, gate)
    apply(session)
    assert words(session) == "Buses should be free."
    assert unsaved(session)
    assert session.news() == []
    gate.open.set()
    (written,) = news(session)
    assert isinstance(written, Written)
    assert written.opened is session.opened
    assert "Buses should be free." in session.opened.loaded.text
    assert path.read_text("utf-8") == TEACHING
    session.close()


def test_an_edit_that_changes_nothing_is_none(session: Session) -> None:
    assert session.apply(Edit(session.opened.map, "nothing")) is None
    assert not unsaved(session)
    assert undoable(session) == ("", "")


def test_edits_are_taken_back_and_made_again(session: Session) -> None:
    before = session.opened.loaded.text
    assert session.undo() is None
    apply(session, text="One.")
    apply(session, text="Two.")
    assert undoable(session) == ("reword free: Two.", "")
    step = session.undo()
    assert step is not None
    assert (step.name, step.focus_before, step.focus_after) == (
        "reword free: Two.",
        "|cost",
        "|free",
    )
    assert words(session) == "One."
    session.undo()
    assert words(session) == "The city should make buses free."
    assert kinds(news(session)) == [Written]
    assert session.opened.loaded.text == before
    assert not unsaved(session)
    session.redo()
    assert words(session) == "One."
    assert undoable(session) == ("reword free: One.", "reword free: Two.")
    apply(session, text="Three.")
    assert session.redo() is None


def test_undo_and_redo_go_on_across_a_save(session: Session, path: Path) -> None:
    apply(session, text="One.")
    session.save()
    assert kinds(news(session)) == [Written, Saved]
    assert "One." in path.read_text("utf-8")
    assert not unsaved(session)
    session.undo()
    assert unsaved(session)
    session.save()
    assert Saved in kinds(news(session))
    assert path.read_text("utf-8") == TEACHING
    session.redo()
    session.save()
    session.wait()
    assert "One." in path.read_text("utf-8")


def test_undo_is_shown_before_the_edit_itself_is_written(path: Path) -> None:
    gate = Gate()
    session = session_on(path, gate)
    apply(session, text="One.")
    apply(session, text="Two.")
    session.undo()
    assert words(session) == "One."
    gate.open.set()
    session.wait()
    assert words(session) == "One."
    session.undo()
    session.redo()
    session.redo()
    session.wait()
    assert "Two." in session.opened.loaded.text
    session.close()


def test_a_hand_made_file_comes_back_byte_for_byte(path: Path) -> None:
    data = b"\xef\xbb\xbf" + HAND_MADE.encode()
    path.write_bytes(data)
    session = session_on(path)
    apply(session)
    session.apply(supported(session.opened.map, "free", "It saves time.", "time"))
    session.save()
    assert Saved in kinds(news(session))
    saved = path.read_bytes()
    assert saved.startswith(b"\xef\xbb\xbfargmap: 1  # by hand\r\n")
    assert saved.endswith(b"- A plain line.   # a thought")
    assert open_map(path).map == session.opened.map
    session.undo()
    session.undo()
    session.save()
    session.wait()
    assert path.read_bytes() == data
    session.close()


def test_an_edit_that_is_refused_is_taken_back_with_those_after_it(path: Path) -> None:
    gate = Gate(refuses="reword free: Two.")
    session = session_on(path, gate)
    apply(session, text="One.")
    apply(session, text="Two.")
    apply(session, text="Three.")
    session.undo()
    session.redo()
    gate.open.set()
    found = news(session)
    refused = found[-1]
    assert isinstance(refused, Refused)
    assert refused.step.name == "reword free: Two."
    assert refused.later[0].name == "reword free: Three."
    assert words(session) == "One."
    assert undoable(session) == ("reword free: One.", "")
    apply(session, text="Four.")
    assert kinds(news(session)) == [Written]
    assert "Four." in session.opened.loaded.text
    session.close()


def test_what_could_be_made_again_is_so_again_after_a_refusal(path: Path) -> None:
    gate = Gate(refuses="reword free: Two.")
    gate.open.set()
    session = session_on(path, gate)
    apply(session, text="One.")
    session.undo()
    apply(session, text="Two.")
    assert undoable(session)[1] == ""
    session.wait()
    assert undoable(session)[1] == "reword free: One."
    session.close()


def test_a_fault_while_writing_is_told_and_the_work_before_it_stays(path: Path) -> None:
    gate = Gate(fails="reword free: Two.")
    gate.open.set()
    session = session_on(path, gate)
    apply(session, text="One.")
    apply(session, text="Two.")
    refused = news(session)[-1]
    assert isinstance(refused, Refused)
    assert "a bug" in refused.reason.message
    assert words(session) == "One."
    session.save()
    assert kinds(news(session)) == [Saved]
    session.close()


def test_a_save_after_a_refusal_saves_what_stands(path: Path) -> None:
    gate = Gate(refuses="reword free: Two.")
    session = session_on(path, gate)
    apply(session, text="One.")
    apply(session, text="Two.")
    session.save()
    gate.open.set()
    assert Saved in kinds(news(session))
    assert "One." in path.read_text("utf-8")
    assert not unsaved(session)
    session.close()


# -- ids, passages, diagnostics --------------------------------------------------------------


def test_ids_that_the_file_does_not_state_are_known_at_once(path: Path) -> None:
    path.write_text("argmap: 1\nclaims:\n- id: a\n  claim: A.\n- Beta.\n- Gamma.\n", "utf-8")
    gate = Gate()
    session = session_on(path, gate)
    assert session.opened.loaded.unnamed == {"beta", "gamma"}
    session.apply(renamed(session.opened.map, "beta", "b"))
    assert session.opened.loaded.unnamed == {"gamma"}
    follows = reworded(renamed(session.opened.map, "gamma", "delta").map, "delta", "Delta.")
    session.apply(Edit(follows.map, "reword", claims={"gamma": "delta"}))
    assert session.opened.loaded.unnamed == {"delta"}
    session.apply(supported(session.opened.map, "a", "New.", "new"))
    assert session.opened.loaded.unnamed == {"delta", "new"}
    assert set(session.opened.loaded.spans.claims) == {"a", "b", "delta"}
    for expected in ({"delta"}, {"gamma"}, {"beta", "gamma"}):
        session.undo()
        assert session.opened.loaded.unnamed == expected
    gate.open.set()
    session.wait()
    assert session.opened.loaded.unnamed == {"beta", "gamma"}
    session.close()


CITING = """\
argmap: 1
sources:
  s: {title: A paper}
claims:
- id: a
  claim: A.
  cites: [{source: s, quote: one two}]
- id: b
  claim: B.
  cites: [{source: s, quote: no such words}]
"""


def test_passages_follow_their_claims_and_are_looked_up_again(path: Path, tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text("one two three", "utf-8")
    path.write_text(CITING, "utf-8")
    gate = Gate()
    session = session_on(path, gate, s=str(source))
    session.apply(renamed(session.opened.map, "a", "c"))
    assert set(session.opened.passages) == {("c", 0)}
    b = session.opened.index.claims["b"]
    cite = b.cites[0].model_copy(update={"quote": "three"})
    changed = b.model_copy(update={"cites": (cite,)})
    claims = tuple(changed if found is b else found for found in session.opened.map.claims)
    session.apply(Edit(session.opened.map.model_copy(update={"claims": claims}), "cite"))
    assert [found.code for found in session.opened.diagnostics] == ["AM204", "AM303"]
    gate.open.set()
    session.wait()
    assert {key: found.text for key, found in session.opened.passages.items()} == {
        ("c", 0): "one two",
        ("b", 0): "three",
    }
    assert [found.code for found in session.opened.diagnostics] == ["AM204"]
    session.close()


def test_a_source_that_an_edit_names_is_read(path: Path) -> None:
    (path.parent / "paper.txt").write_text("one two three", "utf-8")
    path.write_text(CITING, "utf-8")
    session = session_on(path, rewritten)
    (source,) = session.opened.map.sources
    sources = (source.model_copy(update={"file": "paper.txt"}),)
    session.apply(Edit(session.opened.map.model_copy(update={"sources": sources}), "name a file"))
    session.wait()
    assert set(session.opened.passages) == {("a", 0)}
    session.undo()
    session.wait()
    assert session.opened.map.sources == (source,)
    session.close()


def test_a_file_that_is_no_text_is_not_edited(path: Path) -> None:
    path.write_bytes("argmap: 1".encode("utf-16"))
    session = session_on(path, rewritten)
    with pytest.raises(RefusedEdit):
        session.apply(Edit(Map(claims=(Claim(id="a", claim="A."),)), "add a"))
    session.close()


# -- the file --------------------------------------------------------------------------------


def test_a_file_that_changed_outside_is_not_saved_over_unless_asked(
    session: Session, path: Path
) -> None:
    apply(session)
    assert session.changed_outside() is None
    path.write_text(TEACHING + "# theirs\n", "utf-8")
    session.save()
    failed = news(session)[-1]
    assert isinstance(failed, SaveFailed)
    assert "Your edits are kept in " in failed.error.remedy
    assert conflict(session) is DiskChange.CHANGED
    assert path.read_text("utf-8").endswith("# theirs\n")
    assert [line for line in session.compare() if line[0] in "+-"][2:]
    assert "-# theirs" in session.compare()
    session.save(over=True)
    assert kinds(news(session)) == [Saved]
    assert conflict(session) is None
    assert not unsaved(session)


def test_what_happens_to_the_file_is_told(session: Session, path: Path) -> None:
    path.unlink()
    assert session.changed_outside() is DiskChange.VANISHED
    assert conflict(session) is None
    path.mkdir()
    assert session.changed_outside() is DiskChange.FOLDER
    apply(session)
    assert conflict(session) is DiskChange.FOLDER
    session.save()
    assert SaveFailed in kinds(news(session))
    path.rmdir()
    path.write_text(TEACHING, "utf-8")
    assert session.changed_outside() is None
    session.save()
    assert session.changed_outside() is None


def test_the_map_is_saved_beside(session: Session, path: Path, tmp_path: Path) -> None:
    apply(session)
    beside = session.save_beside()
    assert beside.name == "map.mine.yaml"
    assert open_map(beside).map == session.opened.map
    other = tmp_path / "other.yaml"
    assert session.save_beside(other) == other
    assert other.read_bytes() == beside.read_bytes()
    assert unsaved(session)
    assert path.read_text("utf-8") == TEACHING
    with pytest.raises(FileError) as told:
        session.save_beside(tmp_path / "missing" / "map.yaml")
    assert "kept in" in told.value.remedy


def test_a_change_outside_becomes_the_base_and_ends_undo(session: Session, path: Path) -> None:
    apply(session)
    session.save()
    session.wait()
    assert session.take(open_map(path))
    assert undoable(session)[0]
    path.write_text(TEACHING.replace("Free city", "Cheap city"), "utf-8")
    assert not session.take(open_map(path))
    assert session.opened.map.title == "Cheap city buses"
    assert not undoable(session)[0]
    apply(session, text="Mine.")
    session.save()
    session.wait()
    text = path.read_text("utf-8")
    assert "Cheap city" in text
    assert "Mine." in text


def test_going_back_to_the_file_can_be_undone(session: Session, path: Path) -> None:
    apply(session, text="Mine.")
    theirs = TEACHING.replace("Free city", "Cheap city")
    path.write_text(theirs, "utf-8")
    session.wait()
    session.revert(open_map(path))
    assert session.opened.map.title == "Cheap city buses"
    session.wait()
    assert not unsaved(session)
    session.undo()
    session.wait()
    assert (session.opened.map.title, words(session)) == ("Free city buses", "Mine.")
    assert unsaved(session)
    session.redo()
    session.wait()
    assert session.opened.loaded.text == theirs


def test_a_reading_with_edits_unsaved_does_not_lose_them(session: Session, path: Path) -> None:
    apply(session, text="Mine.")
    assert session.take(open_map(path))
    session.undo()
    session.wait()
    assert words(session) == "Mine."


def test_a_map_from_standard_input_is_saved_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    from argmap.sources import with_sources  # noqa: PLC0415

    session = Session(with_sources(loads(TEACHING, "<stdin>")), MapFile("-"), rewritten)
    apply(session)
    session.save()
    assert kinds(news(session)) == [Written, JournalTrouble, SaveFailed]
    assert session.changed_outside() is None
    assert open_map(session.save_beside()).map == session.opened.map
    session.close()


# -- nothing lost ----------------------------------------------------------------------------


def test_work_that_was_left_is_brought_back_as_one_edit(path: Path) -> None:
    gone = session_on(path, rewritten)
    apply(gone, text="One.")
    apply(gone, "cost", "Two.")
    gone.close(clean=False)
    session = session_on(path, rewritten)
    left = find_left(str(path))
    assert left is not None
    assert left.names == ("reword free: One.", "reword cost: Two.")
    assert session.recover(left).name == "recover 2 edits"
    assert (words(session), words(session, "cost")) == ("One.", "Two.")
    assert unsaved(session)
    assert find_left(str(path)) is None
    session.close(clean=False)
    again = find_left(str(path))
    assert again is not None
    assert again.names == ("recover 2 edits",)
    session = session_on(path, rewritten)
    session.recover(again)
    session.undo()
    assert words(session) == "The city should make buses free."
    session.redo()
    session.save()
    session.wait()
    assert "Two." in path.read_text("utf-8")
    session.close()
    assert sorted(found.name for found in path.parent.iterdir()) == ["map.yaml"]


def test_leaving_unclean_without_edits_leaves_nothing(path: Path) -> None:
    session = session_on(path, rewritten)
    apply(session)
    session.undo()
    session.close(clean=False)
    assert [found.name for found in path.parent.iterdir()] == ["map.yaml"]


def test_a_journal_that_cannot_be_written_is_told_once_and_editing_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.store.journal.writing.places", lambda _: [])
    session = session_on(path, rewritten)
    apply(session, text="One.")
    assert kinds(news(session)) == [Written, JournalTrouble]
    apply(session, text="Two.")
    assert kinds(news(session)) == [Written]
    assert "this window only" in session.kept
    session.save()
    assert kinds(news(session)) == [Saved]
    session.close()


def test_on_a_full_disk_the_work_is_kept_elsewhere_and_saved_when_there_is_room(
    tmp_path: Path,
) -> None:
    with small_disk_at(tmp_path / "disk") as disk:
        path, ballast = disk / "map.yaml", disk / "ballast"
        path.write_text(TEACHING, "utf-8")
        with contextlib.suppress(OSError):
            ballast.write_bytes(bytes(100_000))
        session = session_on(path, rewritten)
        apply(session)
        session.save()
        failed = news(session)[-1]
        assert isinstance(failed, SaveFailed)
        assert "No space left" in failed.error.message
        assert f"Your edits are kept in {tmp_path / 'home'}" in failed.error.remedy
        assert path.read_text("utf-8") == TEACHING
        session.close(clean=False)
        ballast.unlink()
        session, left = session_on(path, rewritten), find_left(str(path))
        assert left is not None
        session.recover(left)
        session.save()
        assert Saved in kinds(news(session))
        session.close()
        assert words(session_on(path)) == "Buses should be free."
        assert [found.name for found in disk.iterdir()] == ["map.yaml"]


def test_two_windows_on_one_file_keep_out_of_each_others_way(path: Path) -> None:
    one, two = session_on(path, rewritten), session_on(path, rewritten)
    apply(one, text="One.")
    apply(two, text="Two.")
    one.save()
    assert Saved in kinds(news(one))
    two.save()
    assert SaveFailed in kinds(news(two))
    assert "One." in path.read_text("utf-8")
    assert words(two) == "Two."
    assert two.conflict is DiskChange.CHANGED
    two.revert(open_map(path))
    two.wait()
    assert words(two) == "One."
    for session in (one, two):
        session.close()
    assert [found.name for found in path.parent.iterdir()] == ["map.yaml"]


# -- history ---------------------------------------------------------------------------------


def test_the_change_between_maps_is_small_and_leads_both_ways() -> None:
    before = loads(TEACHING).map
    after = supported(before, "free", "It saves time.", "time").map
    change = map_change(before, after)
    assert change.claims.before == ()
    assert [claim.id for claim in change.claims.after] == ["time"]
    assert change.swap(before, back=False) == after
    assert change.swap(after, back=True) == before
    assert change.swap(after, back=False) is None
    assert not map_change(before, loads(TEACHING).map, by_value=True)
    assert map_change(before, before.model_copy(update={"title": "Other"}))


def test_a_change_of_the_header_fits_only_where_it_was_made() -> None:
    before = loads(TEACHING).map
    change = map_change(before, before.model_copy(update={"title": "Other"}))
    assert change.swap(before.model_copy(update={"title": "Third"}), back=False) is None


def test_history_keeps_only_the_claims_that_an_edit_touched(session: Session) -> None:
    for number in range(40):
        apply(session, text=f"Words {number}.")
        session.wait()
    session.news()
    gc.collect()
    kept = sum(
        isinstance(found, Claim) and found.id in session.opened.index.claims
        for found in gc.get_objects()
    )
    assert kept < 40 * 2 + 5 * len(session.opened.map.claims)


# -- whatever is done in whatever order ------------------------------------------------------

deeds = st.lists(st.sampled_from(["edit", "add", "undo", "redo", "save", "wait"]), max_size=25)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_map_text_and_file_agree_with_what_was_done(path: Path, todo: list[str]) -> None:
    path.write_text(TEACHING, "utf-8")
    session = session_on(path)
    done, undone = [session.opened.map], list[Map]()
    for number, deed in enumerate(todo):
        before = session.opened.map
        match deed:
            case "edit":
                session.apply(reworded(before, "cost", f"Words {number}."))
            case "add":
                session.apply(supported(before, "free", f"Reason {number}.", f"r{number}"))
            case "undo" if session.undo() is not None:
                undone.append(done.pop())
            case "redo" if session.redo() is not None:
                done.append(undone.pop())
            case "save":
                session.save()
            case "wait":
                session.wait()
        if deed in {"edit", "add"}:
            done.append(session.opened.map)
            undone.clear()
        assert equivalent(session.opened.index, MapIndex(done[-1]))
    session.save()
    session.wait()
    assert not unsaved(session)
    assert equivalent(open_map(path).index, MapIndex(done[-1]))
    assert Refused not in kinds(session.news())
    session.close()
    assert [found.name for found in path.parent.iterdir()] == ["map.yaml"]


def test_the_screen_draws_before_an_edit_is_written_but_nobody_waits_for_that(path: Path) -> None:
    file = MapFile(str(path))
    session = Session(file.read().result(), file, head_start=3600)
    apply(session)
    assert session.news() == []
    session.go_on()
    session.wait()
    apply(session, text="Buses should cost little.")
    session.save()
    session.close()
    assert "Buses should cost little." in path.read_text("utf-8")
