from argmap.tui.asking.drafts import Drafts
from argmap.tui.asking.prompts import TextPrompt

SUPPORT = TextPrompt("Support for ‘a’", about="a", hint="one sentence")
REBUTTAL = TextPrompt("Rebuttal of ‘b’", about="b", hint="one sentence")
EDIT = TextPrompt("Text of ‘a’", value="The city should pay.", about="a")


def test_words_for_a_new_claim_are_offered_wherever_a_claim_is_asked_for() -> None:
    drafts = Drafts()
    assert drafts.keep(SUPPORT, "Free buses work.")
    assert drafts.of(REBUTTAL) == "Free buses work."
    assert drafts.of(TextPrompt("Tags", hint="words, with commas")) == ""
    drafts.answer(REBUTTAL, "Free buses work.")
    assert drafts.of(SUPPORT) == ""
    assert drafts.take_back()
    assert drafts.of(SUPPORT) == "Free buses work."
    assert not drafts.take_back()


def test_a_changed_text_is_offered_only_where_it_was_changed() -> None:
    drafts = Drafts()
    assert drafts.keep(EDIT, "The whole city should pay.")
    assert drafts.of(EDIT) == "The whole city should pay."
    assert drafts.of(SUPPORT) == ""
    assert drafts.of(TextPrompt("Text of ‘a’", value="Another text.", about="a")) == ""


def test_a_few_letters_are_not_worth_keeping() -> None:
    drafts = Drafts()
    for text in ("The city should pay.", "The city should pay", "", "The big city should pay."):
        kept = drafts.keep(EDIT, text)
        assert kept == (text == "The big city should pay.")
    assert not drafts.keep(SUPPORT, " ab\n")


def test_only_so_many_drafts_are_kept() -> None:
    drafts = Drafts()
    prompts = [TextPrompt(f"Field {number}") for number in range(80)]
    for prompt in prompts:
        drafts.keep(prompt, "written")
    assert drafts.of(prompts[0]) == ""
    assert drafts.of(prompts[-1]) == "written"
