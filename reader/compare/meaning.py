"""How near passages stand in meaning, by vectors of their sentences and tokens, where the extra is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.compare.passages import Passage, Sentence
from reader.language.rarity import general
from reader.language.words import words
from reader.model import Article

if TYPE_CHECKING:
    from reader.language.vectors import Floats, Offsets, Vectors

SENTENCE_MEASURES = ("meaning", "tokens")
"""What `Meaning.of_sentences` tells, in its order."""
WINDOW_MEASURES = ("meaning", "centred")
"""What `Meaning.of_windows` tells, in its order."""


class Meaning:
    """The vectors of the sentences of a story."""

    def __init__(self, sentences: Sequence[Sentence], articles: Sequence[Article], weight: Mapping[str, float]) -> None:
        import numpy as np

        from reader.language.vectors import load, unit

        self._sentences = sentences
        texts = [
            articles[sentence.passage.article].text[sentence.passage.start : sentence.passage.end]
            for sentence in sentences
        ]
        self._vectors: Vectors = load().encode(texts)
        self._tokens = [unit(tokens.vectors) for tokens in self._vectors.tokens]
        self._weights = [
            _token_weights(text, tokens.starts, tokens.ends, weight)
            for text, tokens in zip(texts, self._vectors.tokens, strict=True)
        ]
        rows = [tokens.vectors for tokens in self._vectors.tokens if len(tokens.vectors)]
        # Sorted, so that the order of the articles does not change the last bit of the sum.
        self._mean: Floats = np.sort(np.concatenate(rows), axis=0).mean(axis=0) if rows else np.zeros(1, np.float32)
        self._windows: dict[Passage, tuple[Floats, Floats]] = {}

    def of_sentences(self, left: int, right: int) -> tuple[float, ...]:
        """The cosine of two sentences, and how well each token of the one is answered by its best one of the other,
        the rarer the more it counts."""
        cosine = float(self._vectors.sentences[left] @ self._vectors.sentences[right])
        tokens = 0.0
        if len(self._tokens[left]) and len(self._tokens[right]):
            likeness = self._tokens[left] @ self._tokens[right].T
            best = likeness.max(axis=1), likeness.max(axis=0)
            for side, weights in zip(best, (self._weights[left], self._weights[right]), strict=True):
                tokens += float(side @ weights) / (float(weights.sum()) + 0.2) / 2
        return round(cosine, 4), round(tokens, 4)

    def of_windows(self, sentences: tuple[int, int], left: Passage, right: Passage) -> tuple[float, ...]:
        """The cosine of two stretches, as they stand in their sentences, and the same less the story's mean."""
        one, other = self._window(sentences[0], left), self._window(sentences[1], right)
        return tuple(round(float(a @ b), 4) for a, b in zip(one, other, strict=True))

    def _window(self, sentence: int, passage: Passage) -> tuple[Floats, Floats]:
        from reader.language.vectors import unit

        known = self._windows.get(passage)
        if known is None:
            tokens = self._vectors.tokens[sentence]
            offset = self._sentences[sentence].passage.start
            inside = (tokens.starts < passage.end - offset) & (tokens.ends > passage.start - offset)
            rows = tokens.vectors[inside]
            total = rows.sum(axis=0)
            known = unit(total), unit(total - len(rows) * self._mean)
            self._windows[passage] = known
        return known


def _token_weights(text: str, starts: Offsets, ends: Offsets, weight: Mapping[str, float]) -> Floats:
    """What the word of each token weighs in the story."""
    import numpy as np

    found = np.zeros(len(starts), dtype=np.float32)
    for word in words(text):
        if not word.common:
            found[(starts < word.end) & (ends > word.start)] = weight.get(word.stem, general(word.stem))
    return found
