"""Where a source stands on the ladder from a document to "reports", by the words that name it."""

from __future__ import annotations

import re

from reader.language.lists import listed

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|['’](?:s|ve|d|re)\b")
PRONOUNS = frozenset(listed("he she they it we i you who which that"))
DOCUMENTS = frozenset(
    listed(
        """
        letter filing report study statement document documents paper papers poll survey memo lawsuit complaint
        indictment affidavit form release transcript tweet post email records record data figures book article ruling
        warrant disclosure manifesto file files website notice pleading motion treaty census review analysis research
        """
    )
)
MEDIA = frozenset(
    listed(
        """
        times post news journal herald tribune telegraph guardian mail magazine reuters bbc cnn nbc abc cbs ap afp
        xinhua yonhap variety politico newspaper media outlet tabloid website reporter reporters weekly broadcaster
        reports tmz bloomberg breitbart agency sunday
        """
    )
)
OFFICIALS = frozenset(
    listed(
        """
        official officials source sources spokesman spokeswoman spokesperson police authorities prosecutors prosecutor
        investigators investigator insider insiders doctors doctor surgeons surgeon scientists researchers experts
        expert witnesses witness residents officers aide aides lawmakers critics judges judge government ministry
        department agency office company guard military army court council committee people some many group reps rep
        representative others both
        """
    )
)


def rung(words: str) -> str:
    """Where a source stands on the ladder: "document", "person", "official" or "reports"."""
    every = [word.lower().removesuffix("'s").removesuffix("’s") for word in WORD.findall(words)]
    if not every:
        return "reports"
    lead = re.split(r",|\b(?:who|of|for|at|in|on|to|close|from)\b", words)[0]
    heads = [word.lower() for word in WORD.findall(lead)] or every
    if heads[-1] in DOCUMENTS:
        return "document"
    if heads[-1] in OFFICIALS:
        return "official"
    if heads[-1] in MEDIA or every[-1] in MEDIA:
        return "reports"
    if every[0] in PRONOUNS:
        return "person"
    named = re.search(r"[A-Z]", lead) is not None
    return "person" if named and not re.match(r"(?:The|the)\s+[A-Z]", lead.strip()) else "official"
