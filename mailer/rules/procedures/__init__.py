"""The registry: one line for each procedure."""

from collections.abc import Mapping

from mailer.rules.intents import Intent
from mailer.rules.procedure import Procedure
from mailer.rules.procedures import (
    alumni,
    announcement,
    application,
    assignment,
    change,
    clarification,
    coaching,
    commitment,
    contact,
    decision,
    departure,
    digest,
    feedback,
    feedback_round,
    handover,
    inactivity,
    leave,
    meeting,
    news,
    onboarding,
    openings,
    placement,
    query,
    report,
    resignation,
    seat,
)

PROCEDURES: Mapping[str, Procedure] = {
    module.PROCEDURE.name: module.PROCEDURE
    for module in (
        application,
        news,
        announcement,
        alumni,
        departure,
        leave,
        change,
        onboarding,
        resignation,
        assignment,
        openings,
        placement,
        coaching,
        commitment,
        meeting,
        inactivity,
        feedback,
        feedback_round,
        clarification,
        digest,
        decision,
        seat,
        handover,
        report,
        query,
        contact,
    )
}

UNASKED: Mapping[Intent, str] = {
    Intent.MENTOR_APPLICATION: application.NAME,
    Intent.COURSE_COMPLETION: application.NAME,
    Intent.RESIGNATION: resignation.NAME,
    Intent.TAKE_BACK: resignation.NAME,
    Intent.RENEWAL: commitment.NAME,
    Intent.MENTOR_REQUEST: assignment.PROCEDURE.name,
    Intent.MENTEE_ACCEPTANCE: assignment.PROCEDURE.name,
    Intent.MENTOR_CHANGE: change.NAME,
    Intent.MEETING_REPORT: meeting.NAME,
    Intent.TEMPLATE: meeting.NAME,
    Intent.LEAVE_OF_ABSENCE: leave.NAME,
    Intent.RETURN: leave.NAME,
    Intent.DEPARTURE: departure.NAME,
    Intent.ANNOUNCEMENT: announcement.NAME,
    Intent.FEEDBACK: feedback.NAME,
    Intent.FEEDBACK_ROUND: feedback_round.NAME,
    Intent.DECISION: digest.NAME,
    Intent.STATUS: query.NAME,
    Intent.STATUS_QUESTION: query.NAME,
    Intent.HELP: query.NAME,
    Intent.MENTORS: query.NAME,
    Intent.OPENINGS: query.NAME,
    Intent.SKILL_HELP: coaching.NAME,
}
"""Which procedure hears an intent that answers no letter of ours."""
