"""What a rule may know when it decides: one loader fills this, rules never fetch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from mailer.rules.dates import local
from mailer.rules.records import Case, Pause, Question, QuestionState
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class OnboardingStep:
    """One step of the onboarding list (R12); `owner` is "mentor", "admin" or "council"."""

    text: str
    owner: str


ASKED_WITHIN = timedelta(days=30)
"""The time in which `Policy.questions_per_month` counts."""

ONBOARDING = (
    OnboardingStep("Complete your profile", "mentor"),
    OnboardingStep("Add to the mentors' group", "admin"),
    OnboardingStep("Invite to the mentors' chat room", "admin"),
    OnboardingStep("Add to the mentors' mailing list", "admin"),
    OnboardingStep("Read the mentoring procedure", "mentor"),
    OnboardingStep("Orientation call with a council member", "council"),
)

DEPARTURE = (
    OnboardingStep("Move to the alumni group", "admin"),
    OnboardingStep("Remove from the mailing lists and the chat rooms", "admin"),
    OnboardingStep("Withdraw permissions and keys", "admin"),
    OnboardingStep("Thank in person", "council"),
)
"""The steps of leaving the programme (R20)."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Every name, period and limit of a programme, from its settings (programme.md 2).

    Periods are named after what they end. `zone` is the council's time zone: dates are local to
    it, instants are aware UTC. `deciders` is how many members must agree, by kind of question;
    "every" stands for all kinds that are not named, and one member decides without it.
    `commitment_end` says whether both are asked how they go on ("ask") or it ends ("end"). `words`
    is what letters say for mentor, mentee, member, council and meeting, where it differs. Without
    a `course` the council is asked about everybody who applies.
    """

    programme: str = "mentoring"
    title: str = "our mentoring programme"
    address: str = "council@localhost"
    council_name: str = "Council"
    course: str = ""
    course_url: str = ""
    guide_url: str = ""
    zone: tzinfo = field(default_factory=lambda: ZoneInfo("UTC"))
    language: str = "en"
    membership_expected: timedelta = timedelta(days=365)
    interest_again: timedelta = timedelta(days=90)
    applicant_silent: timedelta = timedelta(days=21)
    onboarding: tuple[OnboardingStep, ...] = ONBOARDING
    departure: tuple[OnboardingStep, ...] = DEPARTURE
    onboarding_chase: timedelta = timedelta(days=14)
    take_back: timedelta = timedelta(days=10)
    confirm_again: timedelta = timedelta(days=3)
    invitation_open: timedelta = timedelta(days=21)
    digest_at: time = time(8, 0)
    digest_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    token_lives: timedelta = timedelta(days=7)
    fold_after: int = 3
    answers_per_day: int = 20
    answers_per_hour: int = 5
    writer_answers: timedelta = timedelta(days=5)
    questions_per_month: int = 3
    places: int = 3
    commitment: timedelta = timedelta(days=365)
    commitment_end: str = "ask"
    offer_open: timedelta = timedelta(days=7)
    approval_open: timedelta = timedelta(days=21)
    placement: timedelta = timedelta(days=30)
    temporary: timedelta = timedelta(days=30)
    openings_again: timedelta = timedelta(days=7)
    renewal_before: timedelta = timedelta(days=30)
    renewal_silent: timedelta = timedelta(days=14)
    meeting_reminder: timedelta = timedelta(days=335)
    meeting_mentee: timedelta = timedelta(days=365)
    quiet: timedelta = timedelta(days=183)
    quiet_again: timedelta = timedelta(days=28)
    feedback_open: timedelta = timedelta(days=21)
    feedback_guard: int = 3
    feedback_month: int = 0
    break_longest: timedelta = timedelta(days=92)
    newcomer: timedelta = timedelta(days=56)
    announcement_chase: timedelta = timedelta(days=14)
    objection: timedelta = timedelta(hours=24)
    undo: timedelta = timedelta(days=7)
    deciders: Mapping[str, int] = field(default_factory=lambda: {"council": 2, "new_address": 2})
    retention: timedelta = timedelta(days=365)
    words: Mapping[str, str] = field(default_factory=dict)

    def needs(self, kind: str) -> int:
        """Return how many members must agree on a question of this kind (R26).

        Who sits on the council, and from where people write, is never up to one (mail.md 3.3, 8).
        """
        least = self.deciders.get(kind, self.deciders.get("every", 1))
        return max(least, 2) if kind == "council" else least

    def day(self, at: datetime) -> date:
        """Return the programme's local date of an instant."""
        return at.astimezone(self.zone).date()

    def morning(self, day: date) -> datetime:
        """Return the instant at which reminders of a day are sent: when a digest would be."""
        return local(day, self.digest_at, self.zone)

    def morning_after(self, day: date) -> datetime:
        """Return the instant at which a last day is over: the next local midnight."""
        return local(day + timedelta(days=1), time(0), self.zone)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a question comes from: its mail, how that was read, and what happened since.

    `readings` are what the mail may say, each with how sure that was, from 0 to 1. `since` are
    (time, what happened), the oldest first.
    """

    received: datetime | None = None
    sender: str = ""
    subject: str = ""
    readings: tuple[tuple[str, float], ...] = ()
    since: tuple[tuple[datetime, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """What happened in a time, as far as the report counts it.

    `decided` are the questions that the council closed, `reminded` (time, case, person) of each
    reminder, `said` the same of each mail that was heard, `mails` and `letters` plain counts.
    """

    decided: tuple[Question, ...] = ()
    reminded: tuple[tuple[datetime, str, str], ...] = ()
    said: tuple[tuple[datetime, str, str], ...] = ()
    mails: int = 0
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """People, open cases and open questions at the moment of deciding, and the policy.

    `cases` are the open cases of the people concerned and of the procedures that the rule's own
    one sees, and `questions` all that are pending;
    a question that a decision names but that is closed is in `closed`. `news` are (mark, line)
    of the ledger for the next digest. `asked` is how often the speaker of an unclear mail was
    asked within `ASKED_WITHIN` what a mail means. `origins` are known, by the question's number,
    where a member asks why, and the `activity` of the month before where a report is due. `paused`
    says that the programme stands still.
    """

    roster: Roster
    policy: Policy
    cases: tuple[Case[Any], ...] = ()
    questions: tuple[Question, ...] = ()
    closed: Mapping[int, Question] = field(default_factory=dict)
    news: tuple[tuple[int, str], ...] = ()
    asked: int = 0
    origins: Mapping[int, Origin] = field(default_factory=dict)
    activity: Activity | None = None
    paused: Pause | None = None

    def case_of(self, procedure: str, person: str | None) -> Case[Any] | None:
        """Return the open case of this procedure that the person takes part in, the newest."""
        found = [
            case
            for case in self.cases
            if case.procedure == procedure and person and person in case.parties.values()
        ]
        return max(found, key=lambda case: case.opened, default=None)

    def open_of(self, procedure: str) -> tuple[Case[Any], ...]:
        """Return the open cases of a procedure, the oldest first: all where it is seen."""
        found = (case for case in self.cases if case.procedure == procedure)
        return tuple(sorted(found, key=lambda case: (case.opened, case.id)))

    def question_of(self, case: str, kind: str) -> Question | None:
        """Return the pending question of this kind about a case."""
        for question in self.questions:
            if question.case == case and question.kind == kind:
                return question
        return None

    def question_by(self, question: str | None) -> Question | None:
        """Return the question with this id, open or closed, where it was loaded."""
        for found in (*self.questions, *self.closed.values()):
            if found.id == question:
                return found
        return None

    def question(self, number: int) -> Question | None:
        """Return the question with this number, pending or closed."""
        for question in self.questions:
            if question.number == number:
                return question
        return self.closed.get(number)

    def pending(self, day: date) -> tuple[Question, ...]:
        """Return what waits for the council on this day, the oldest first."""
        waiting = (
            question
            for question in self.questions
            if question.state is QuestionState.PENDING
            and (question.snoozed is None or question.snoozed <= day)
        )
        return tuple(sorted(waiting, key=lambda question: (question.asked, question.number)))
