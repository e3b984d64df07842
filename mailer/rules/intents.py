"""The things that a writer can want, named once for reading, deciding and documentation."""

from enum import StrEnum


class Intent(StrEnum):
    """What a mail wants or tells. The first sixteen are what people write unasked."""

    MENTOR_APPLICATION = "mentor_application"
    COURSE_COMPLETION = "course_completion"
    RESIGNATION = "resignation"
    MENTOR_REQUEST = "mentor_request"
    MENTOR_CHANGE = "mentor_change"
    MENTEE_ACCEPTANCE = "mentee_acceptance"
    RENEWAL = "renewal"
    MEETING_REPORT = "meeting_report"
    FEEDBACK = "feedback"
    LEAVE_OF_ABSENCE = "leave_of_absence"
    ANNOUNCEMENT = "announcement"
    STATUS_QUESTION = "status_question"
    GENERAL_QUESTION = "general_question"
    DATA_REQUEST = "data_request"
    DECISION = "decision"
    OTHER = "other"

    # Answers to letters that asked for them, and one-word commands.
    YES = "yes"
    NO = "no"
    TAKE_BACK = "take_back"
    DONE = "done"
    CORRECTION = "correction"
    STATUS = "status"
    HELP = "help"
    MENTORS = "mentors"
    OPENINGS = "openings"
    SKILL_HELP = "skill_help"
    RETURN = "return"
    DEPARTURE = "departure"
    TEMPLATE = "template"
    AGREED = "agreed"
    FEEDBACK_ROUND = "feedback_round"
    ADDRESS = "address"
    PAUSE = "pause"
    RESUME = "resume"

    # Not written, but made of what was written: a mail that may mean several things, and the
    # answer to our letter that asked which of them.
    UNCLEAR = "unclear"
    CHOICE = "choice"


WRITTEN_UNASKED = tuple(Intent)[:16]
