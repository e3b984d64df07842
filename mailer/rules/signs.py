"""Signs of life: any mail of a person ends what waits for word from them (E9)."""

from collections.abc import Mapping

from mailer.rules.events import Event, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.procedure import NONE, Procedure

WROTE = "wrote"


def signs(procedures: Mapping[str, Procedure], event: Event, facts: Facts) -> tuple[Told, ...]:
    """Return what is told to the open cases that wait for any word from whoever wrote.

    Only the person's own mail counts, from a proven sender; what is written in the case itself
    is that case's own matter.
    """
    if not isinstance(event, Said) or event.speaker is None or event.witness is not None:
        return ()
    if event.trust < Trust.AUTHENTICATED:
        return ()
    author = facts.roster.at(event.source.address)
    if author is None or author.id != event.speaker:
        return ()  # A course platform told of somebody: that is no word of theirs.
    return tuple(
        Told(
            id=derive(WROTE, event.id, case.id),
            at=event.at,
            name=WROTE,
            procedure=case.procedure,
            case=case.id,
            about=event.speaker,
        )
        for case in facts.cases
        if case.id != event.case
        and case.state != NONE
        and event.speaker in case.parties.values()
        and procedures[case.procedure].step(case.state, WROTE) is not None
    )
