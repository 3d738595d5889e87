"""What is wrong with one address on one page of the built site, before it is known which line caused it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.findings.finding import NO_ADVICE, Advice, Hole, Severity
from macros.linkcheck.page import Link
from macros.linkcheck.site import Site


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        page: the address of the page (or file) it is on.
        path: the file of that page in the built site.
        link: the address at fault, with its place in the HTML.
        message, holes, advice, severity: as in a finding.
        target: the address it leads to, from the root of the site; None for another host.
        fragment: the part of that page it asks for.
    """

    page: str
    path: str
    link: Link
    message: str
    holes: Mapping[str, Hole] = field(default_factory=dict)
    advice: Advice = NO_ADVICE
    severity: Severity = Severity.ERROR
    target: str | None = None
    fragment: str = ""

    @property
    def rule(self) -> str:
        """Short name of the rule."""
        return self.message.partition(".")[0]


Rule = Callable[[Site], Iterator[Fault]]
