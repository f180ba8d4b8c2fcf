"""Bytes become text: the encoding is found, broken text is mended, and every line ends the same way."""

from __future__ import annotations

import codecs
import re

from reader.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LINE_END = re.compile("[\r\v\f\x85\u2028\u2029]")

_BROKEN = re.compile(
    # UTF-8 that was read as Windows-1252 or Latin-1: a lead byte followed by what continuation bytes look like.
    "[\u00c2-\u00c5\u00c3\u00d0\u00d1\u00e2\u00ec-\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
    "\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    # C1 controls are Windows-1252 that was read as Latin-1.
    "|[\x80-\x84\x86-\x9f]"
    # Character references that should have been resolved.
    "|&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#x?[0-9a-fA-F]{2,6});"
)

_BLANK = b" \n\r"

_SAMPLE = 65_536
"""Bytes looked at to tell text from other things."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file or page; `declared` is the encoding that its transport claims, believed where it fits.

    Lines end in a single newline, and the last line without one. Raises `IntakeError` for what is no text.
    """
    text = _decode(data, name, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if _LINE_END.search(text):
        text = _LINE_END.sub("\n", text)
    return text.rstrip("\n")


def mend(text: str) -> str:
    """Text with broken encodings repaired; curly quotation marks, ligatures and line ends stay as they are."""
    if text.isascii() and "&" not in text:
        return text
    if not _BROKEN.search(text):
        return text
    # A tenth of a second to import, and one article in a hundred needs it.
    import ftfy

    return ftfy.fix_text(
        text,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        remove_terminal_escapes=False,
        remove_control_chars=False,
        normalization=None,
    )


_WRAPPED = range(50, 100)
"""Widths at which mail programs and archives break lines."""


def unwrapped(text: str) -> str:
    """Text whose lines were broken at a fixed width, with each paragraph on one line again; any other text as it is.

    That is told by paragraphs of several lines, parted by blank ones, whose inner lines are nearly all of one width.
    """
    paragraphs = [paragraph.split("\n") for paragraph in text.split("\n\n")]
    inner = [len(line) for paragraph in paragraphs for line in paragraph[:-1]]
    if len(paragraphs) < 2 or len(inner) < 6 or len(inner) < len(paragraphs) or max(inner) not in _WRAPPED:
        return text
    full = sum(length >= max(inner) * 0.75 for length in inner)
    if full < 0.9 * len(inner):
        return text
    return "\n\n".join(" ".join(line.strip() for line in paragraph) for paragraph in paragraphs)


def _decode(data: bytes, name: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return data.decode(unmarked, errors="replace")
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as failure:
        # A multi-byte character cut in two by a download that stopped early.
        if failure.start > len(data) - 4 and failure.start > 16:
            return data[: failure.start].decode("utf-8")
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return _guess(data, name)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, by which half of its spaces and line ends is zero."""
    if len(data) % 2 or 0 not in data[:_SAMPLE]:
        return None
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    little = sum(not high and low in _BLANK for low, high in zip(even, odd, strict=True))
    big = sum(not high and low in _BLANK for high, low in zip(even, odd, strict=True))
    encoding = "utf-16-le" if little > big else "utf-16-be"
    if little == big:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    readable = sum(character.isprintable() or character.isspace() for character in sample)
    return encoding if readable > 0.97 * len(sample) else None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    known = next((what for start, what in _KNOWN if sample.startswith(start)), None)
    if known:
        raise IntakeError(f"'{name}' is {known}, not an article; give text, a saved page or an address")
    if _control_share(sample) > 0.05:
        raise IntakeError(f"'{name}' is a binary file, not text; give text, a saved page or an address")


_KNOWN = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
)

_TEXT_BYTES = bytes([7, 8, 9, 10, 12, 13, 27, *range(32, 256)])


def _control_share(sample: bytes) -> float:
    return len(sample.translate(None, _TEXT_BYTES)) / max(1, len(sample))


_LEGACY = (
    *("utf_8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_13", "iso8859_16", "koi8_r", "koi8_u", "mac_cyrillic"),
    *("shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "cp949"),
)
"""What browsers know. With all of Python's, an English page with two umlauts was taken for Baltic DOS."""


def _guess(data: bytes, name: str) -> str:
    """A legacy encoding; Windows-1252 where nothing fits better."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    for encoding in (best.encoding if best else None, "cp1252"):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") > len(text) // 10:
        raise IntakeError(f"'{name}' is in an encoding that cannot be told; save it as UTF-8")
    return text
