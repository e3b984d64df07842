"""The line of each programme, made of what the settings say."""

from sqlalchemy import Engine

from mailer.pipeline import Line
from mailer.record.book import Book
from mailer.record.desk import Desk
from mailer.render.templates import Templates
from mailer.rules.procedures import UNASKED
from mailer.settings import Settings
from mailer.trust.judge import Platform, TrustPolicy
from mailer.understand.model import ReadPolicy


def templates_of(settings: Settings, name: str) -> Templates:
    """Return the letters of one programme, in its words."""
    own = [settings.templates] if settings.templates else []
    return Templates(own, settings.programme[name].policy(name).words)


def all_templates(settings: Settings) -> dict[str, Templates]:
    """Return the letters of each programme; those with the same words share them."""
    made: dict[tuple[tuple[str, str], ...], Templates] = {}
    found = {}
    for name, programme in settings.programme.items():
        words = tuple(sorted(programme.policy(name).words.items()))
        if words not in made:
            made[words] = templates_of(settings, name)
        found[name] = made[words]
    return found


def line(
    settings: Settings,
    name: str,
    engine: Engine,
    templates: Templates,
    key: bytes,
    owner: str = "",
) -> Line:
    """Return the line of one programme, as the process `owner` works at it."""
    programme = settings.programme[name]
    policy = programme.policy(name)
    loop = f"{name}@{policy.address.rpartition('@')[2]}"
    letters = "withheld" if programme.send == "never" else "queued"
    book = Book(policy=policy, templates=templates, key=key, loop=loop, letters=letters)
    return Line(
        desk=Desk(engine, book, owner),
        book=book,
        trust=TrustPolicy(
            address=policy.address,
            authserv_id=programme.authserv_id,
            received_above=programme.received_above,
            loop=loop,
            own_lists=frozenset(name.lower() for name in programme.own_lists),
            dkim=programme.verify == "dkim",
            platforms=tuple(Platform(one.sender, one.dkim) for one in programme.platforms),
        ),
        reads=ReadPolicy(
            course_words=tuple(word.lower() for word in programme.course_words),
            procedures=UNASKED,
        ),
    )
