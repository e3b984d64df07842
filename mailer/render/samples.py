"""Sample values for every letter, so that all of them can be rendered before one is sent."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from mailer.render import samples_council, samples_going, samples_placing, samples_year
from mailer.render.letter import Head, compose
from mailer.render.templates import LANGUAGES, TemplateError, Templates
from mailer.render.words import Markdown
from mailer.rules.dates import rhythm, term
from mailer.rules.facts import Policy

_LINES = (
    ("Course", "Coaching"),
    ("Course finished on", "2027-02-03"),
    ("Certificate", "not given"),
)
_RESIGNS = (
    ("Last day as a mentor", "2027-02-28"),
    ("Recommended successor", "Ana Pop <ana@mail.example>"),
)
_STEPS = (
    {"number": 1, "text": "Complete your profile", "owner": "mentor", "done": False},
    {"number": 2, "text": "Add to the mentors' group", "owner": "admin", "done": True},
)
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "application/interest.candidate": {"lines": _LINES, "again": False},
    "application/completed.candidate": {"lines": _LINES, "applied": False},
    "application/corrected.candidate": {"lines": _LINES},
    "application/withdrawn.candidate": {},
    "application/invited.candidate": {"recommended_by": "Bo Lind"},
    "application/approved.candidate": {},
    "application/declined.candidate": {},
    "application/undone.candidate": {"accepted": True},
    "application/uninvited.candidate": {},
    "application/contact_again.candidate": {"since": date(2027, 1, 4)},
    "application/closed.candidate": {},
    "application/already.mentor": {},
    "onboarding/steps.mentor": {"steps": _STEPS},
    "onboarding/noted.mentor": {"steps": _STEPS, "refused": ("2",)},
    "onboarding/chase.mentor": {"steps": _STEPS},
    "onboarding/welcome.mentor": {},
    "resignation/announced.mentor": {"lines": _RESIGNS, "witness": "Bo Lind", "days": 10},
    "resignation/confirmed.mentor": {"lines": _RESIGNS},
    "resignation/corrected.mentor": {"lines": _RESIGNS},
    "resignation/confirm_again.mentor": {"lines": _RESIGNS, "witness": ""},
    "resignation/approved.mentor": {"last_day": date(2027, 2, 28)},
    "resignation/taken_back.mentor": {},
    "resignation/kept.mentor": {},
    "resignation/undone.mentor": {"agreed": True},
    "resignation/forwarded.witness": {"mentor": "Ana Pop"},
    "clarification/which.sender": {
        "subject": "News from me",
        "words": "From May on I can not do this any more.",
        "options": (
            (1, "I resign as a mentor, for good"),
            (2, "I take a break for a time, and come back"),
            (3, "Something else: please write it in a sentence"),
        ),
        "until": date(2027, 1, 9),
    },
    "common/together.party": {
        "sections": (
            {
                "title": "Your year with Bo Lind: how do you go on?",
                "body": Markdown("One word is enough.\n\n[Extend](answer:1%3A%20extend)"),
                "asks": True,
            },
            {
                "title": "Chi Okafor: we ask somebody else",
                "body": Markdown("That is quite all right."),
                "asks": False,
            },
        ),
    },
    "clarification/left.sender": {},
    "clarification/late.sender": {},
    "clarification/dropped.sender": {},
    "query/status.sender": {
        "asked": "Ana Pop",
        "own": True,
        "since": date(2025, 1, 2),
        "mentor": "active",
        "mentees": ("Bo Lind",),
        "mentored_by": "",
        "cases": (
            {
                "title": "application",
                "state": "completed",
                "opened": datetime(2027, 1, 4, 9, tzinfo=UTC),
                "age": "3 days",
            },
        ),
    },
    "query/help.sender": {"member": True},
    "query/not_yours.sender": {"asked": "Ana Pop"},
    "query/nobody.sender": {"asked": "Ana"},
    **samples_council.SAMPLES,
    **samples_going.SAMPLES,
    **samples_placing.SAMPLES,
    **samples_year.SAMPLES,
    "contact/unknown.stranger": {},
    "contact/confidential.sender": {"out": ("Eva Berg", "Finn Berg"), "nobody": False},
    "contact/by_number.sender": {
        "titles": ("Your year with Bo Lind: how do you go on?", "Are you and Bo Lind in touch?")
    },
    "contact/too_large.sender": {"subject": "My certificate", "megabytes": "31"},
    "delivery/breaker.council": {"limit": 200},
    "contact/passed_on.sender": {"matter": "mentor request"},
}


def common(
    policy: Policy, *, name: str, language: str, why: str, last: str = "", unread: bool = False
) -> dict[str, Any]:
    """Return the values that every template may use, beside those of its own.

    `number` is that of a matter in a letter with several, and 0 in a letter of its own.
    `last` is the sentence of the last letter that a limit allows, a "notice" because letters call
    other things last; answers to an `unread` one are dropped.
    """
    return {
        "name": name,
        "language": language,
        "programme": policy.title,
        "council_name": policy.council_name,
        "address": policy.address,
        "course": policy.course,
        "course_url": policy.course_url,
        "guide_url": policy.guide_url,
        "term": term(policy.commitment),
        "rhythm": rhythm(policy.meeting_mentee),
        "longest_break": term(policy.break_longest),
        "number": 0,
        "policy": policy,
        "why": why,
        "notice": last,
        "unread": unread,
    }


def problems(templates: Templates, policy: Policy | None = None) -> list[str]:
    """Render and compose every letter with its sample values; return what is wrong, by template.

    Without a policy all that a programme can have is there: a course, a guide.
    """
    policy = policy or Policy(
        course="Coaching", course_url="https://course.example", guide_url="https://guide.example"
    )
    found: list[str] = []
    for code, language in LANGUAGES.items():
        written = templates.names(code)
        found += [
            f"template {name} ({code}): the service sends no such letter"
            for name in written
            if name not in SAMPLES
        ]
        why = language.wrote.format(address=policy.address)
        shared = common(policy, name="Ana Pop", language=code, why=why)
        for name in SAMPLES if code == "en" else (x for x in written if x in SAMPLES):
            try:
                context = {**shared, **SAMPLES[name]}
                rendered = templates.render(name, context, "council+x@reps.example")
            except TemplateError as fault:
                found.append(f"{fault} ({code})" if code != "en" else str(fault))
                continue
            compose(_HEAD, rendered)
    return found


_HEAD = Head(
    from_name="Council",
    from_address="council@reps.example",
    to_name="Ana Pop",
    to_address="ana@mail.example",
    reply_to="council+x@reps.example",
    message_id="<sample@reps.example>",
    date=datetime(2027, 1, 4, tzinfo=UTC),
)
