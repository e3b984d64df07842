"""Which test tells each line of the programme: S1 to S24, E1 to E35, and the fifteen situations.

The names are those of tests; a test that is renamed or removed fails here.
"""

import re
from pathlib import Path

import pytest

TOLD: dict[str, tuple[str, ...]] = {
    "S1": (
        "test_a_broken_mail_has_an_outcome",
        "test_what_no_procedure_answers_becomes_a_question",
    ),
    "S2": ("test_interest_is_noted_and_answered_with_what_happens_next",),
    "S3": ("test_a_finished_course_becomes_a_question_to_the_council",),
    "S4": (
        "test_the_whole_way_from_interest_to_an_active_mentor",
        "test_a_declined_candidate_gets_a_kind_letter_and_the_reason_stays",
    ),
    "S5": ("test_the_whole_way_from_interest_to_an_active_mentor",),
    "S6": (
        "test_a_rep_without_a_mentor_goes_on_the_list",
        "test_mentors_with_room_get_the_list_once_a_week_and_only_news",
    ),
    "S7": ("test_the_second_mentor_waits_and_is_next_after_a_no",),
    "S8": (
        "test_the_whole_way_to_a_relationship",
        "test_silence_of_the_mentee_is_reminded_and_then_asked_of_the_council",
    ),
    "S9": (
        "test_both_extend_and_the_next_year_begins",
        "test_whoever_is_silent_is_asked_once_more_and_then_the_council",
    ),
    "S10": ("test_three_who_agree_change_the_mentor_and_the_council_is_told",),
    "S11": (
        "test_a_request_with_reasons_is_decided_in_private",
        "test_missing_reasons_are_asked_for_once",
    ),
    "S12": ("test_silence_leads_to_the_council_which_replaces_the_mentor",),
    "S13": (
        "test_the_whole_way_of_a_resignation",
        "test_one_resignation_by_three_ways_is_one_case",
    ),
    "S14": ("test_a_recommended_successor_is_shown_and_never_appointed",),
    "S15": ("test_approving_the_plan_asks_mentors_and_then_mentees",),
    "S16": ("test_the_mentor_then_the_mentee_is_asked_and_logs_by_one_reply",),
    "S17": ("test_the_guide_comes_on_request",),
    "S18": ("test_a_new_pair_tells_how_it_keeps_in_touch",),
    "S19": ("test_a_round_from_the_command_to_the_totals",),
    "S20": (
        "test_news_is_previewed_with_the_number_of_its_readers",
        "test_silence_is_chased_once_and_then_counted",
    ),
    "S21": ("test_the_pages_list_mentors_and_who_waits_by_public_fields",),
    "S22": ("test_a_digest_says_what_it_was_read_from_and_what_approval_does",),
    "S23": ("test_each_line_gets_its_own_result", "test_a_decision_is_applied_once"),
    "S24": ("test_whoever_knows_a_subject_is_listed_and_asked",),
    "E1": ("test_a_forwarded_resignation_is_confirmed_by_its_writer",),
    "E2": ("test_a_stranger_changes_nothing",),
    "E3": ("test_a_second_unclear_word_goes_to_the_council_with_both",),
    "E4": ("test_a_missing_end_is_asked_for_once", "test_missing_reasons_are_asked_for_once"),
    "E5": (
        "test_a_resignation_is_taken_back_by_a_mail_of_its_own",
        "test_taking_back_what_was_carried_out_becomes_a_question",
    ),
    "E6": ("test_a_break_is_echoed_and_everybody_concerned_is_told",),
    "E7": ("test_an_early_return_is_told_to_those_who_were_told_of_the_break",),
    "E8": ("test_the_whole_way_of_leaving", "test_anger_is_private_and_gets_no_automatic_text"),
    "E9": ("test_any_other_mail_of_the_mentor_ends_it_too",),
    "E10": ("test_nobody_is_chased_while_away",),
    "E12": ("test_the_digest_of_monday_says_who_is_without_a_mentor_and_who_has_met",),
    "E13": ("test_a_mentor_without_a_free_place_is_told_so",),
    "E14": ("test_a_temporary_mentor_stands_in_and_the_mentee_is_listed_again",),
    "E15": ("test_no_answer_from_the_mentor_is_reported_and_no_change",),
    "E16": ("test_a_question_before_answering_is_passed_on_and_so_is_the_answer",),
    "E17": ("test_a_mail_to_the_mentee_with_a_copy_to_the_council_counts",),
    "E18": ("test_alumni_who_write_again_are_shown_with_their_history",),
    "E19": ("test_silence_is_asked_about_once_and_then_closed",),
    "E20": ("test_two_members_give_a_seat_and_the_first_day_brings_the_handover",),
    "E21": ("test_two_members_must_agree_where_the_programme_says_so",),
    "E22": ("test_who_is_concerned_neither_decides_nor_stops_nor_learns",),
    "E24": ("test_without_a_confirmation_nothing_goes_out",),
    "E25": (
        "test_nobody_gets_two_reminders_on_one_day",
        "test_two_reminders_of_one_day_are_one_letter_with_a_number_each",
        "test_an_answer_by_numbers_reaches_each_matter",
    ),
    "E26": (
        "test_a_letter_that_comes_back_is_shown_to_the_council_once",
        "test_an_out_of_office_that_names_a_day_proposes_a_break_and_takes_none",
    ),
    "E27": ("test_a_random_year_keeps_the_records_whole",),
    "E28": ("test_on_the_last_day_the_relationships_end_with_their_reason",),
    "E29": (
        "test_status_answers_with_the_own_standing",
        "test_a_member_may_ask_for_the_standing_of_others",
    ),
    "E30": ("test_every_member_gets_the_figures_in_words_pictures_and_a_spreadsheet",),
    "E31": ("test_another_mentor_ends_the_relationship_before_with_a_reason",),
    "E32": ("test_erasing_leaves_no_name_no_address_and_no_word_in_any_table",),
    "E33": (
        "test_somebody_becomes_a_mentor_in_spanish_while_others_read_english",
        "test_who_names_no_language_reads_the_programmes",
        "test_what_spanish_letters_tell_people_to_write_is_answered",
    ),
    "E34": ("test_after_a_week_of_standstill_one_digest_goes_out",),
    "E35": ("test_no_letter_of_a_busy_quarter_names_the_other_programme",),
    "1": ("test_one_resignation_by_three_ways_is_one_case",),
    "2": ("test_a_forwarded_resignation_is_confirmed_by_its_writer",),
    "3": ("test_a_resignation_told_by_somebody_else_waits_for_the_mentors_own_word",),
    "4": (
        "test_a_resignation_is_taken_back_by_a_mail_of_its_own",
        "test_taking_back_what_was_carried_out_becomes_a_question",
    ),
    "5": ("test_two_requests_in_one_mail_are_both_carried_on",),
    "6": (
        "test_who_writes_of_leaving_is_asked_which_of_three_things_is_meant",
        "test_more_than_three_months_counts_as_leaving_and_is_asked_about",
    ),
    "7": (
        "test_a_phone_answers_in_html_on_top_with_another_subject",
        "test_a_week_later_an_old_digest_decides_nothing_and_says_why",
    ),
    "8": ("test_an_out_of_office_that_quotes_the_digest_decides_nothing",),
    "9": (
        "test_two_members_differ_within_minutes",
        "test_a_former_member_neither_decides_nor_stops",
        "test_an_item_that_was_decided_already_stays_as_it_was",
    ),
    "10": (
        "test_yes_from_june_is_asked_of_the_council_and_begins_then",
        "test_the_mentor_cannot_answer_in_the_mentees_place",
    ),
    "11": ("test_a_recommended_successor_is_shown_and_never_appointed",),
    "12": (
        "test_of_two_people_of_one_name_nobody_is_guessed",
        "test_whoever_writes_from_a_new_address_is_asked_for_at_the_one_on_file",
    ),
    "13": ("test_whatever_proves_the_course_is_shown",),
    "14": ("test_a_stop_of_a_week_over_the_anniversary_loses_and_doubles_nothing",),
    "15": ("test_the_mentor_on_the_council_sees_nothing_of_the_reasons",),
}
UNNUMBERED = {"E11", "E23"}
"""Numbers that the programme does not use."""
HERE = Path(__file__).parents[1]
TESTS = {
    name
    for path in HERE.rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_line_of_the_programme_is_told() -> None:
    lines = {f"S{n}" for n in range(1, 25)} | {f"E{n}" for n in range(1, 36)} - UNNUMBERED
    assert set(TOLD) == lines | {str(n) for n in range(1, 16)}


@pytest.mark.parametrize("line", TOLD)
def test_the_test_of_a_line_is_there(line: str) -> None:
    assert TOLD[line]
    assert set(TOLD[line]) <= TESTS
