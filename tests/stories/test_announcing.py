"""S20: the council's news, with a preview, confirmation, acknowledgements and totals."""

from tests.story import ANA, BO, CHI, DEV, EVA, FINN, STRANGER, Story

NEWS = (
    "Please pass this on to the mentors: the summit takes place on 4 May 2027 in Berlin.\n\n"
    "Tell your mentees to register until 1 April. # not a heading <b>not bold</b>\n"
)


def announced(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    story.reply(story.letter_to(EVA, about="Please confirm"), "yes")


def test_news_is_previewed_with_the_number_of_its_readers(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")

    [letter] = story.letters()
    assert letter.to == EVA
    assert letter.subject == "Please confirm: news to 1 mentor"
    assert "summit takes place on 4 May 2027" in letter.words.replace("| ", "")
    assert "Bo Lind, for example, is asked to pass it on to Chi Okafor" in letter.words
    assert "directly to 2 members" in letter.words
    assert "<b>not bold" not in letter.html


def test_after_the_confirmation_mentors_pass_it_on_and_orphans_get_it_directly(
    story: Story,
) -> None:
    announced(story)

    letters = {letter.to: letter for letter in story.letters()}
    assert set(letters) == {EVA, BO, ANA, DEV}
    assert "Please pass it on to Chi Okafor" in letters[BO].words
    assert "because you have no mentor at present" in letters[ANA].words
    assert letters[EVA].subject == "Your news is on its way"


def test_acknowledgements_are_counted_for_the_council(story: Story) -> None:
    announced(story)
    letter = next(x for x in story.letters() if x.to == BO)

    story.reply(letter, "Got it, thanks!")

    assert story.cases()["announcement"] == "done"
    assert "acknowledged by 1 of 1 mentors" in story.digest_for(FINN).words


def test_silence_is_chased_once_and_then_counted(story: Story) -> None:
    announced(story)
    story.letters()

    story.wait(days=40)

    subjects = [letter.subject for letter in story.letters() if letter.to == BO]
    assert [s for s in subjects if "Summit" in s] == ["Did you get this? Summit in May"]
    assert story.cases()["announcement"] == "done"


def test_without_a_confirmation_nothing_goes_out(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    story.letters()

    story.wait(days=9)

    letters = [x for x in story.letters() if "[Reps Council]" not in x.subject]
    assert [(x.to, x.subject) for x in letters] == [
        (EVA, "Your news was not confirmed, and is not sent")
    ]


def test_no_stops_it(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")

    story.reply(story.letter_to(EVA), "No, do not send it")

    assert {letter.to for letter in story.letters()} == {EVA}


def test_another_member_does_not_confirm_it(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    preview = story.letter_to(EVA)

    story.reply(preview, "yes", who=FINN)

    assert story.cases()["announcement"] == "previewed"
    assert BO not in {letter.to for letter in story.letters()}


def test_a_yes_without_the_token_of_the_preview_sends_nothing(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    preview = story.letter_to(EVA)

    story.reply(preview, "yes", to="council@reps.example")

    assert BO not in {letter.to for letter in story.letters()}


def test_confirming_twice_sends_it_once(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    preview = story.letter_to(EVA)

    story.reply(preview, "yes")
    story.reply(preview, "Yes!")

    assert [letter.to for letter in story.letters()].count(BO) == 1


def test_a_new_mail_takes_the_place_of_a_preview(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May")
    story.letters()

    story.write(EVA, NEWS.replace("Berlin", "Lisbon"), subject="Summit in May")
    story.reply(story.letter_to(EVA), "yes")

    letter = next(x for x in story.letters() if x.to == BO)
    assert "Lisbon" in letter.text


def test_news_of_others_is_a_question_for_the_council(story: Story) -> None:
    for who in (CHI, STRANGER):
        story.write(who, NEWS, subject="Summit in May")

    assert BO not in {letter.to for letter in story.letters()}
    assert "announcement" not in story.cases()
    assert len(story.questions()) >= 1


def test_a_forged_announcement_goes_nowhere(story: Story) -> None:
    story.write(EVA, NEWS, subject="Summit in May", authentication="fail")

    assert story.letters() == []
    assert "announcement" not in story.cases()
