"""The package around a body: styles, numbering, language and properties, the same bytes every time."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from macros.exports.archive import archive
from macros.exports.properties import Properties
from macros.exports.word.body import Body
from macros.model.editions import LOCALES, Edition
from macros.view.labels import Labels

DOCUMENT, LINKS, LISTS, CORE = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/numbering.xml",
    "docProps/core.xml",
)
_TYPES: Final = "[Content_Types].xml"
_SETTINGS: Final = "word/settings.xml"
_ABOUT: Final = "docProps/app.xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NUMBERED: Final = {1: 7, 2: 3, 3: 2}
"""Level of a numbered list -> the template's abstract numbering of List Number, List Number 2 and List Number 3."""


@cache
def shell(language: Edition) -> dict[str, bytes]:
    """Return the parts of an empty document by name, in the order of the package."""
    # Imported here: a build whose Word files are all kept makes none.
    from macros.exports.word.template import empty_document

    with ZipFile(BytesIO(empty_document(language))) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != CORE}
    parts[_TYPES] = _before_end(parts[_TYPES], "</Types>", '<Default Extension="png" ContentType="image/png"/>')
    parts[_SETTINGS] = _settings_xml(language).encode()
    parts[_ABOUT] = _about_xml(language).encode()
    return parts


def word_file(bodies: Iterable[Body], properties: Properties, *, paged: bool = False) -> bytes:
    """Return a whole document.

    Args:
        bodies: in order.
        properties: what it says of itself.
        paged: whether it tells on which pages things are; Word then fills these in anew when it opens the document.
    """
    parts = dict(shell(properties.language))
    bodies = list(bodies)
    before, end, after = parts[DOCUMENT].decode().partition("<w:sectPr")
    parts[DOCUMENT] = f"{before}{''.join(body.xml for body in bodies)}{end}{after}".encode()
    links = "".join(link_xml(name, url) for body in bodies for name, url in body.links.items())
    for name, png in ((name, png) for body in bodies for name, png in body.images.items()):
        links += image_xml(name)
        parts[image_part(name)] = png
    parts[LINKS] = _before_end(parts[LINKS], "</Relationships>", links)
    lists = "".join(list_xml(name, level) for body in bodies for name, level in body.lists.items())
    parts[LISTS] = _before_end(parts[LISTS], "</w:numbering>", lists)
    parts[CORE] = core_xml(properties, f"{properties.made:%Y-%m-%dT%H:%M:%SZ}").encode()
    if paged:
        parts[_SETTINGS] = _settings_xml(properties.language, paged=True).encode()
    return archive(parts, properties.made)


def link_xml(name: str, url: str) -> str:
    """Return the relationship of a link."""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'


def image_xml(name: str) -> str:
    """Return the relationship of a picture."""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/image" Target="media/{name}.png"/>'


def image_part(name: str) -> str:
    """Return the part that a picture is."""
    return f"word/media/{name}.png"


def list_xml(name: int, level: int) -> str:
    """Return the numbering of a list that starts at 1."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{_NUMBERED[level]}"/>{start}</w:num>'


def core_xml(properties: Properties, made: str) -> str:
    """Return the core properties (ECMA-376 part 2), with the time at which the document was made; empty for later."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<dc:description>{escape(properties.site)}</dc:description>"
        f"<dc:identifier>{escape(properties.address)}</dc:identifier>"
        f"<dc:language>{LOCALES[properties.language]}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _settings_xml(language: Edition, *, paged: bool = False) -> str:
    """Return the settings: those of Word since 2013, so that it opens the document without a mode for old ones."""
    behaviour = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    told = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in behaviour.items()
    )
    colours = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "hyperlink": "hyperlink"}
    colours |= {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    colours["followedHyperlink"] = "followedHyperlink"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings {_W}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{'<w:updateFields/>' if paged else ''}<w:compat>{told}</w:compat>"
        f'<w:themeFontLang w:val="{LOCALES[language]}"/>'
        f"<w:clrSchemeMapping {' '.join(f'w:{name}={quoteattr(value)}' for name, value in colours.items())}/>"
        "</w:settings>"
    )


def _about_xml(language: Edition) -> str:
    """Return the extended properties: what made the document. Word counts pages and words by itself."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{escape(Labels(language).site_name)}</Application></Properties>"
    )


def _before_end(part: bytes, end: str, more: str) -> bytes:
    before, found, after = part.decode().rpartition(end)
    return f"{before}{more}{found}{after}".encode()
