"""Access tokens for IMAP and SMTP: the stored one while it is valid, else a new one."""

from collections.abc import Callable
from datetime import datetime

from mailer.oauth.cache import TokenFile
from mailer.oauth.model import Consent, ConsentNeeded


class Bearer:
    """Gives access tokens of one consent. Several processes and threads may each have one."""

    def __init__(self, consent: Consent, file: TokenFile, clock: Callable[[], datetime]) -> None:
        self._consent = consent
        self._file = file
        self._clock = clock

    def __call__(self, refused: str = "") -> str:
        """Return an access token; `refused` is one that a server has not taken.

        Raises ConsentNeeded where somebody has to consent, TokenRefused where the settings are
        wrong, ProviderAway where trying again may help.
        """
        held = self._file.read()
        if held is not None and held.usable(self._clock(), refused):
            return held.access
        # Longer than one answer takes: whoever holds the lock is given the time for it.
        with self._file.locked(self._consent.timeout + 5):
            held = self._file.read()  # Another one may have renewed it while we waited.
            if held is None:
                name = self._consent.name
                fix = f"run `mailer auth {name}`"
                raise ConsentNeeded(f"{name}: nobody has consented for {self._consent.user}: {fix}")
            if held.usable(self._clock(), refused):
                return held.access
            try:
                # With authlib, which takes long to load and is seldom needed.
                from mailer.oauth.grant import refreshed  # noqa: PLC0415 - as said above

                renewed = refreshed(self._consent, held, self._clock())
            except ConsentNeeded as error:
                self._file.end(self._clock(), str(error))
                raise
            # Stored before it is used: the provider may take the old one back from now on.
            self._file.write(renewed)
            return renewed.access
