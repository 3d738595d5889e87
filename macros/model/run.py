"""How a pattern is done once: who is there, what is said first, and the steps with their minutes."""

from typing import Literal

from macros.model.base import NO_PROSE, Model, described
from macros.model.values import Number, Prose, Said


class RunStep(Model):
    """One step of a run."""

    minutes: Number = described(
        "Hoeveel minuten deze stap duurt.", "How many minutes this step takes.", ge=1, le=480, use=NO_PROSE
    )
    do: Prose = described("Wat er gebeurt, in een of twee hele zinnen.", "What happens, in one or two whole sentences.")


class Run(Model):
    """The smallest way to do a pattern: a meeting, a visit, a call, or something one does alone."""

    kind: Literal["meeting", "visit", "call", "alone"] = described(
        "Een gesprek met meer mensen (meeting), een bezoek, een telefoongesprek, of iets wat je alleen doet.",
        "A meeting, a visit, a call, or something one does alone.",
        default="meeting",
        use=NO_PROSE,
    )
    who: Prose = described("Wie erbij is, en wie leidt.", "Who is there, and who leads.")
    minutes: Number = described(
        "Hoeveel minuten het in alles duurt: de som van de stappen.",
        "How many minutes it takes in all: the sum of the steps.",
        ge=1,
        le=480,
        use=NO_PROSE,
    )
    need: Prose = described("Wat je nodig hebt.", "What you need.")
    open: Said = described(
        "De zin waarmee je begint, zoals je hem zegt, tussen aanhalingstekens.",
        "The sentence to open with, as it is said, in quotation marks.",
    )
    open_at: Number = described(
        "In welke stap die zin wordt gezegd, als dat niet de eerste is.",
        "In which step that sentence is said, where that is not the first.",
        default=1,
        ge=1,
        le=6,
        use=NO_PROSE,
    )
    clients: Literal["discussed", "present"] | None = described(
        "Als er over cliënten of inwoners gesproken wordt (discussed) of als zij erbij zijn (present): "
        "de pagina toont dan de vaste regel over toestemming.",
        "Where clients or residents are talked about (discussed) or take part (present): "
        "the page then shows the fixed line on consent.",
        default=None,
        use=NO_PROSE,
    )
    steps: list[RunStep] = described(
        "De stappen, drie tot zes.", "The steps, three to six.", min_length=3, max_length=6
    )
    leave_with: Prose = described("Waarmee je weggaat.", "What you leave with.")
    stalls: Prose = described("De ene uitweg als het stokt.", "The one way out when it stalls.")
    ten_minutes: Prose = described(
        "Wat je kunt doen of vragen voordat het volgende overleg begint.",
        "What you can do or ask before the next meeting begins.",
    )
