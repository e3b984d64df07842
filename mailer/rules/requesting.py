"""S6: a rep asks for a mentor, asks again, or corrects what mentors see."""

import re
from dataclasses import replace

from mailer.rules import placing
from mailer.rules.answering import taken_back
from mailer.rules.assigning import (
    KEYS,
    MENTEE,
    NAME,
    OPEN,
    Assignment,
    AssignmentCase,
    anew,
    approval,
    asks_lines,
    day_of,
    has_mentor,
    lines,
    listed,
    mentee_of,
    morning,
    to_council,
    to_mentee,
)
from mailer.rules.echo import merged
from mailer.rules.effects import Decision, Note, Send, Tell
from mailer.rules.events import Event, Said
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.placing import LEFT, TAKEN
from mailer.rules.standing import active

_NO_MORE = re.compile(
    r"\b(?:no longer (?:need|want|look)|(?:do not|don't|don’t) (?:need|want)|cancel|withdraw"
    r"|ya no (?:necesito|busco)|(?:já )?não (?:preciso|quero)|plus besoin|brauche keinen?"
    r"|suche nicht mehr|non (?:ho più bisogno|cerco più)|tidak (?:lagi )?(?:perlu|butuh))"
)


def requested(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """S6: a rep without a mentor goes on the list; one who has a mentor is told so."""
    day = day_of(event, facts)
    if not active(facts.roster.person(event.speaker), day):
        return to_council(event, "The writer left the programme")
    if needs_none(event):
        return to_council(event, "It may say that no mentor is looked for any more")
    if mentor := has_mentor(facts.roster, event.person, day):
        if help_with := help_wanted(event, facts):
            return Decision(effects=(help_with,))
        context = {"mentor": facts.roster.name(mentor)}
        letter = Send(
            f"{NAME}/has_mentor.mentee", to=event.person, context=context, thread=event.source
        )
        return Decision(effects=(letter,), outcome="no_action")
    skills = event.fields.skills or placing.mentioned(event.words, facts.roster)
    fields = replace(merged(Assignment().fields, event.fields, KEYS), skills=skills)
    data = Assignment(fields=fields, words=event.words, source=event.source.inbox)
    new = on_the_list(case, event, facts, data, event.person)
    letter = to_mentee(new, "requested", event, {"lines": lines(new.data)}, asks=asks_lines(new))
    name = f"{mentee_of(new, facts).name} looks for a mentor"
    return Decision(new, (letter, Note(NAME, name, event.person, news=True), listed(new, event)))


def requested_again(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """The same wish once more: what is new in it is noted, and the rep is told how it stands."""
    if event.speaker != case.parties[MENTEE]:
        return anew(event)
    if needs_none(event):
        return taken_back(case, event, facts)
    data = replace(case.data, fields=merged(case.data.fields, event.fields, KEYS))
    noted = replace(case, data=data)
    if case.state in {TAKEN, LEFT}:
        return Decision(noted, (approval(noted, event, facts, "again"),))
    context = {"lines": lines(data), "since": facts.policy.day(case.opened)}
    letter = to_mentee(noted, "still_open", event, context, asks=asks_lines(noted))
    return Decision(noted, (letter,))


def corrected(case: AssignmentCase, event: Said, _facts: Facts) -> Decision:
    """A changed `Field: value` line, or words, correct what is known of the mentee."""
    if event.speaker != case.parties[MENTEE]:
        return to_council(event)
    data = replace(case.data, fields=merged(case.data.fields, event.fields, KEYS))
    noted = replace(case, data=data)
    letter = to_mentee(noted, "corrected", event, {"lines": lines(data)}, asks=asks_lines(noted))
    return Decision(noted, (letter,))


def on_the_list(
    case: AssignmentCase, event: Event, facts: Facts, data: Assignment, mentee: str
) -> AssignmentCase:
    """Return the case of a new line on the list; the roster's country counts where none is told."""
    person = facts.roster.person(mentee)
    country = data.fields.country or (person.country if person else None)
    return replace(
        case,
        state=OPEN,
        data=replace(data, fields=replace(data.fields, country=country)),
        parties={MENTEE: mentee},
        due={"placement": morning(event, facts, "placement")},
    )


def needs_none(event: Said) -> bool:
    """Say whether a mail that reads like the wish for a mentor takes the wish back."""
    return _NO_MORE.search(event.words.lower()) is not None


def help_wanted(event: Said, facts: Facts) -> Tell | None:
    """Return what asks for help with a subject, where somebody who has a mentor names one (S24)."""
    skills = event.fields.skills or placing.mentioned(event.words, facts.roster)
    if not skills:
        return None
    on = replace(
        event,
        id=derive("help", event.id),
        procedure="coaching",
        intent=Intent.SKILL_HELP,
        case=None,
        fields=replace(event.fields, skills=skills),
    )
    return Tell(on)
