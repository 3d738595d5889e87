"""Who publishes the site and how to reach them, as the settings `extra.publisher` give it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from macros.findings.messages import command_text
from macros.model.editions import Edition
from macros.view.labels import Labels

_MAIL: Final = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")
_PAGE: Final = re.compile(r"https://[^\s\"'<>@/]{1,255}(?:/[^\s\"'<>]{0,500})?")

_PHONE: Final = re.compile(r"\+?[0-9](?:[ ()/.-]{0,3}[0-9]){5,14}")
_MOST_DAYS: Final = 60

_OF_THE_NAME: Final = ("name", "controller")
"""What a page says that depends on the name; the rest depends on the contact."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher of a site.

    Attributes:
        name: of the organisation or person; empty when there is none yet.
        contact: an e-mail address or the https address of a contact page; empty when nobody reads messages yet.
        reader: the name or role of who reads a contribution first; empty when no one is named.
        reply_days: within how many working days a sender hears something; 0 when nothing is promised.
        phone: the number to tell a story to; empty when the publisher offers no call.
    """

    name: str = ""
    contact: str = ""
    reader: str = ""
    reply_days: int = 0
    phone: str = ""

    @property
    def mail(self) -> str:
        """The e-mail address to write to; empty where there is none."""
        return "" if "://" in self.contact else self.contact

    @property
    def link(self) -> Markup:
        """The contact as a link: to write a mail, or to the contact page."""
        scheme = "mailto:" if "://" not in self.contact else ""
        return Markup('<a href="{}{}">{}</a>').format(scheme, self.contact, self.contact)

    def note(self, part: str, edition: Edition, put: Callable[[str], str]) -> str:
        """Return what a page says of the publisher, also where there is none.

        Args:
            part: "name" or "contact": who publishes, how to reach them;
                "controller" or "mailbox": who answers for personal data, where to write.
            edition: in whose language.
            put: returns the mark that stands for HTML in Markdown. The words around it stay a paragraph.
        """
        known = self.name if part in _OF_THE_NAME else self.contact
        sentence = Labels(edition)(f"publisher_{part}" if known else f"publisher_no_{part}")
        return sentence.format(name=put(Markup.escape(self.name)), contact=put(self.link))

    def missing(self, language: str) -> list[str]:
        """Return what the site does without as long as settings are empty, for who builds it, in their language."""
        lacks = []
        if not self.name:
            lacks.append(command_text(language, "site.no-publisher"))
        if not self.contact:
            lacks.append(command_text(language, "site.no-contact"))
        return lacks


def publisher_from(settings: Mapping[str, Any]) -> Publisher:
    """Read the settings.

    Raises:
        ValueError: when the contact is neither an e-mail address nor an https address, the number to call no
            telephone number, or the term for a reply no number of days.
    """
    # A value of the environment is read as YAML: a name of digits comes as a number, and an empty one as nothing.
    name, contact, reader, days, phone = (
        "" if settings.get(key) is None else " ".join(str(settings[key]).split())
        for key in ("name", "contact", "reader", "reply_days", "phone")
    )
    contact = contact.removeprefix("mailto:")
    if contact and not (_MAIL.fullmatch(contact) or _PAGE.fullmatch(contact)):
        raise ValueError(
            f'PUBLISHER_CONTACT is "{contact[:200]}", which is no e-mail address and no https address; '
            "better: patterns@example.org or https://example.org/contact"
        )
    # Read as a number it is another one: the zero in front of 0201234567 makes it octal, and a plus is lost.
    if phone and not (isinstance(settings["phone"], str) and _PHONE.fullmatch(phone)):
        raise ValueError(
            f'PUBLISHER_PHONE is "{phone[:200]}", which is no telephone number; better, with spaces: +31 20 123 45 67'
        )
    if days and not (days.isdecimal() and 0 < int(days[:9]) <= _MOST_DAYS):
        raise ValueError(
            f'PUBLISHER_REPLY_DAYS is "{days[:200]}", which is no number of working days from 1 to {_MOST_DAYS}; '
            "better: 5"
        )
    return Publisher(name, contact, reader, int(days or 0), phone)
