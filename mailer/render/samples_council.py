"""Sample values for the letters of the council: digest, decisions, handover and report."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_STEPS = (
    {"number": 1, "text": "Complete your profile", "owner": "mentor", "done": False},
    {"number": 2, "text": "Add to the mentors' group", "owner": "admin", "done": True},
)
_FACTS = (
    ("Country", "Romania"),
    ("Course", "Coaching"),
    ("Course finished on", "2027-02-03"),
    ("For it", "Finn Berg"),
)
_QUESTION: Mapping[str, Any] = {
    "number": 12,
    "title": "Accept Ana Pop as a mentor?",
    "short": "Accept Ana Pop as a mentor?",
    "facts": _FACTS,
    "evidence": "I finished the course on Tuesday.",
    "rule": "R13: a finished course and an act of the council make a mentor",
    "approve": "Ana Pop becomes a mentor",
    "silence": "nothing happens by itself",
    "undo": "Ana Pop leaves the role again and is told",
    "needs": "2 of the 8 members who may decide",
    "until": "2027-03-31",
    "age": "3 days",
    "folded": False,
    "steps": (),
}
_GROUPS = (
    {"title": "Urgent", "questions": (_QUESTION,), "count": 1, "left": ()},
    {
        "title": "Onboarding",
        "count": 4,
        "left": (21, 22),
        "questions": (
            {**_QUESTION, "number": 13, "steps": _STEPS},
            {**_QUESTION, "number": 14, "title": "Dev Rao writes: Hello", "folded": True},
        ),
    },
)
_RESULTS = (("approve 12", "approved: Accept Ana Pop as a mentor?"),)

_STANDS = (
    ("Without a mentor", "3; the longest, Ana Pop, for 2 months"),
    ("Met within the last year", "12 of 20 pairs (60 %)"),
)

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "digest/digest.council": {
        "day": date(2027, 3, 7),
        "groups": _GROUPS,
        "count": 5,
        "block": (_QUESTION, {**_QUESTION, "number": 13, "steps": _STEPS}),
        "more": True,
        "code": "K7QF",
        "gap": "This digest was due on 2027-03-01 08:00 UTC and comes 6 days late",
        "agreed": (
            {
                "number": 11,
                "title": "Accept Chi Okafor as a mentor?",
                "told": "approved by Finn Berg, takes effect on 2027-03-08 09:00 UTC",
            },
        ),
        "concerned": 1,
        "news": ("Ana Pop would like to become a mentor",),
        "lines": _STANDS,
    },
    "digest/quiet.council": {"lines": _STANDS},
    "pause/paused.council": {
        "by": "Eva Berg",
        "since": "2027-03-07 09:00 UTC",
        "reason": "somebody else reads my mail",
    },
    "pause/resumed.council": {"by": "the operator of the service"},
    "pause/running.council": {},
    "digest/receipt.council": {"applied": _RESULTS, "errors": (("approve 99", "not there"),)},
    "digest/decided.council": {"member": "Bo Lind", "applied": _RESULTS, "stoppable": ("12",)},
    "digest/refused.council": {"reason": "it does not answer the member's own digest"},
    "digest/not_understood.council": {},
    "digest/why.council": {
        "items": (
            {
                "number": 12,
                "title": "Accept Ana Pop as a mentor?",
                "facts": _FACTS,
                "evidence": "I finished the course on Tuesday.",
                "rule": "R13: a finished course and an act of the council make a mentor",
                "mail": "2027-03-01 09:12 UTC from Ana Pop <ana@mail.example>, “Course finished”",
                "readings": ("course completion (97% likely)",),
                "since": (("2027-03-01 09:12 UTC", "letter to Ana Pop: “Thank you”"),),
                "approve": "Ana Pop becomes a mentor",
                "silence": "nothing happens by itself",
                "undo": "Ana Pop leaves the role again and is told",
            },
        )
    },
    "digest/not_undone.council": {
        "title": "Accept Ana Pop as a mentor?",
        "because": "Ana Pop has mentees by now",
    },
    "report/monthly.council": {
        "month": "January 2027",
        "lines": (("Mentors", "12 (before: 11)"), ("Without a mentor", "3")),
    },
    "seat/not_chosen.rep": {},
    "seat/chosen.rep": {"since": date(2027, 2, 1), "until": date(2027, 7, 31)},
    "handover/begins.council": {
        "since": date(2027, 2, 1),
        "until": date(2027, 7, 31),
        "others": ({"name": "Finn Berg", "until": "2027-07-31"}, {"name": "Gus Ode", "until": ""}),
        "several": (("council", 2),),
        "hours": 24,
        "questions": (
            {
                "number": 12,
                "title": "Bo Lind resigns as a mentor",
                "age": "3 days",
                "urgent": True,
            },
        ),
        "agreed": (),
    },
    "handover/ends.rep": {"since": date(2026, 8, 1), "until": date(2027, 1, 31)},
    "decision/fallen.council": {
        "number": 12,
        "title": "Accept Ana Pop as a mentor?",
        "because": "it was withdrawn: taken back by the candidate",
    },
}
