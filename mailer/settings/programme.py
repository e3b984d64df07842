"""One volunteer programme's settings: names, who proves senders, step lists and periods."""

import re
from dataclasses import fields
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

from mailer.rules.facts import OnboardingStep, Policy


class Table(BaseModel):
    """One table of mailer.toml: no unknown key, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Table):
    text: str
    owner: Literal["mentor", "admin", "council"]


class Platform(Table):
    """A course's own service, whose notices may tell who finished: From, and who signs with DKIM.

    `sender` is an address or a whole domain, `dkim` the domain of the signature.
    """

    sender: str
    dkim: str

    @field_validator("*")
    @classmethod
    def _name(cls, value: str) -> str:
        if not re.fullmatch(r"(?:[^\s@]+@)?[\w-]+(?:\.[\w-]+)+", value):
            raise ValueError("expected a domain, as courses.example, or an address of it")
        return value.lower()


class Words(Table):
    """What letters call people and things, in the singular and in small letters; "" keeps ours."""

    mentor: str = ""
    mentee: str = ""
    member: str = ""
    council: str = ""
    meeting: str = ""

    @field_validator("*")
    @classmethod
    def _one_word(cls, value: str) -> str:
        if value and not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", value):
            raise ValueError("expected a word or two, in letters, blanks and hyphens")
        return value


class Programme(Table):
    """One volunteer programme: names, who proves senders, and its periods in days."""

    file: Path | None = None
    title: str = "our mentoring programme"
    address: str = "council@localhost"
    council_name: str = "Council"
    language: str = "en"
    zone: str = "UTC"
    send: Literal["always", "never"] = "always"
    authserv_id: str = ""
    verify: Literal["header", "dkim"] = "header"
    dkim_bits: int = Field(1024, ge=1024, le=4096)
    received_above: int = Field(3, ge=0, le=20)
    own_lists: list[str] = []
    bounces: Literal["plus", "off"] = "plus"
    platforms: list[Platform] = []
    words: Words = Words()
    course: str = ""
    course_words: list[str] = []
    course_url: str = ""
    guide_url: str = ""
    onboarding: list[Step] = []
    departure: list[Step] = []
    membership_expected_days: int = Field(365, ge=0)
    interest_again_days: int = Field(90, ge=1)
    applicant_silent_days: int = Field(21, ge=1)
    onboarding_chase_days: int = Field(14, ge=1)
    take_back_days: int = Field(10, ge=0)
    confirm_again_days: int = Field(3, ge=1)
    invitation_open_days: int = Field(21, ge=1)
    writer_answers_days: int = Field(5, ge=1)
    offer_open_days: int = Field(7, ge=1)
    approval_open_days: int = Field(21, ge=2)
    placement_days: int = Field(30, ge=1)
    temporary_days: int = Field(30, ge=1)
    openings_again_days: int = Field(7, ge=1)
    commitment_days: int = Field(365, ge=7)
    commitment_end: Literal["ask", "end"] = "ask"
    renewal_before_days: int = Field(30, ge=1)
    renewal_silent_days: int = Field(14, ge=1)
    meeting_reminder_days: int = Field(335, ge=1)
    meeting_mentee_days: int = Field(365, ge=1)
    quiet_days: int = Field(183, ge=1)
    quiet_again_days: int = Field(28, ge=1)
    newcomer_days: int = Field(56, ge=0)
    feedback_open_days: int = Field(21, ge=7)
    feedback_guard: int = Field(3, ge=1)
    feedback_month: int = Field(0, ge=0, le=12)
    break_longest_days: int = Field(92, ge=1)
    announcement_chase_days: int = Field(14, ge=1)
    retention_days: int = Field(365, ge=1)
    questions_per_month: int = Field(3, ge=0)
    digest_at: time = time(8, 0)
    digest_days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = Field(
        ["mon", "tue", "wed", "thu", "fri"], min_length=1
    )
    token_days: int = Field(7, ge=1)
    answers_per_hour: int = Field(5, ge=1)
    answers_per_day: int = Field(20, ge=1)
    answers_in_all: int = Field(200, ge=1)
    objection_hours: int = Field(24, ge=0, le=24 * 14)
    undo_days: int = Field(7, ge=0)
    deciders: dict[str, Annotated[int, Field(ge=1, le=50)]] = {
        "every": 1,
        "council": 2,
        "new_address": 2,
    }
    site: Path | None = None
    site_names: bool = False

    @field_validator("address")
    @classmethod
    def _one_address(cls, value: str) -> str:
        local, at, domain = value.rpartition("@")
        if not (local and at and domain) or "+" in local or " " in value:
            raise ValueError("expected one address without a plus, as council@reps.example")
        return value.lower()

    @field_validator("language")
    @classmethod
    def _code(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z]{2,3}", value):
            raise ValueError("expected a code of two letters, as en or es")
        return value.lower()

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("expected a time zone's name, as Europe/Berlin") from error
        return value

    def policy(self, name: str) -> Policy:
        """Return what the rules need to know."""
        days = {
            key.removesuffix("_days"): timedelta(days=getattr(self, key))
            for key in type(self).model_fields
            if key.endswith("_days") and key not in {"digest_days", "token_days"}
        }
        own = {
            key: tuple(OnboardingStep(step.text, step.owner) for step in steps)
            for key in ("onboarding", "departure")
            if (steps := getattr(self, key))
        }
        same = {key: getattr(self, key) for key in _SAME}
        return Policy(
            programme=name,
            zone=ZoneInfo(self.zone),
            digest_days=tuple(sorted(_WEEKDAYS.index(day) for day in set(self.digest_days))),
            token_lives=timedelta(days=self.token_days),
            objection=timedelta(hours=self.objection_hours),
            deciders={"council": 2, "new_address": 2, **self.deciders},
            words={key: word for key, word in self.words.model_dump().items() if word},
            **own,  # type: ignore[arg-type]
            **same,
            **days,  # type: ignore[arg-type]
        )


_OTHERWISE = {"zone", "digest_days", "onboarding", "departure", "deciders", "words"}
_SAME = {each.name for each in fields(Policy)} & set(Programme.model_fields) - _OTHERWISE
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
