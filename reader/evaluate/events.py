"""Scores which articles are told to report the same event, by B-cubed.

For each article: the share of its predicted event that is right (precision), and the share of its true event that
is there (recall), the mean over articles of each (Bagga and Baldwin, 1998).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.compare.events import events
from reader.evaluate import rows
from reader.evaluate.mistakes import one_line
from reader.evaluate.result import Options, Result, decimal, rounded
from reader.model import Article


def evaluate(path: Path, options: Options) -> Result:
    """A file of articles with the name of the event that each reports."""
    read = rows.read(path, labelled)
    articles = [article for article, _ in read]
    wanted = {article.id: event for article, event in read}
    started = time.process_time()
    found = events(articles)
    seconds = (time.process_time() - started) / max(1, len(articles))
    got = {id: event.id for event in found for id in event.articles}
    precision, recall = b_cubed(got, wanted)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    figures: dict[str, Any] = {
        "articles": len(articles),
        "events": len(set(wanted.values())),
        "events_found": len(found),
        "seconds_per_article": rounded(seconds),
        "b_cubed": {"precision": rounded(precision), "recall": rounded(recall), "f1": rounded(f1)},
    }
    lines = [
        f"{len(articles)} articles of {figures['events']} events, {seconds:.3f} s of CPU for an article",
        "",
        f"B-cubed P {decimal(precision)}  R {decimal(recall)}  F1 {decimal(f1)}, {len(found)} events found",
    ]
    if options.errors:
        mistakes = _mistakes(got, wanted)
        figures |= mistakes
        lines.extend(_mistake_lines(mistakes, {article.id: article for article in articles}))
    return Result(str(path), "events", figures, tuple(lines))


def b_cubed(got: Mapping[str, str], wanted: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of one partition of items against another; both map each item to its part."""
    if not wanted:
        return 0.0, 0.0
    both = Counter((got[item], wanted[item]) for item in wanted)
    predicted = Counter(got[item] for item in wanted)
    true = Counter(wanted.values())
    precision = sum(count * count / predicted[part] for (part, _), count in both.items())
    recall = sum(count * count / true[event] for (_, event), count in both.items())
    return precision / len(wanted), recall / len(wanted)


def labelled(line: int, row: Mapping[str, Any]) -> tuple[Article, str]:
    published = row.get("date")
    article = Article(
        id=f"line {line:05}",  # a file may repeat its own ids
        source=str(row.get("id") or line),
        text=str(row["text"]),
        outlet=str(row.get("outlet") or ""),
        title=str(row["title"]) if row.get("title") else None,
        published=str(published)[:10] if published else None,
    )
    return article, str(row["event"])


def _mistakes(got: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Events that were mixed and events that were broken up, each with its articles by part."""

    def parts(outer: Mapping[str, str], inner: Mapping[str, str]) -> list[dict[str, Any]]:
        gathered: dict[str, dict[str, list[str]]] = {}
        for item in sorted(wanted):
            gathered.setdefault(outer[item], {}).setdefault(inner[item], []).append(item)
        return [{"event": name, "parts": split} for name, split in sorted(gathered.items()) if len(split) > 1]

    return {"mixed": parts(got, wanted), "broken": parts(wanted, got)}


def _mistake_lines(mistakes: Mapping[str, Sequence[Mapping[str, Any]]], articles: Mapping[str, Article]) -> list[str]:
    lines = []
    for kind, what in (("mixed", "one event found, of several"), ("broken", "one event, found as several")):
        for mistake in mistakes[kind]:
            lines.extend(["", f"{what}: {mistake['event']}"])
            for part, ids in mistake["parts"].items():
                lines.append(f"  {part}")
                lines.extend(f"    {_headline(articles[id])}" for id in ids)
    return lines


def _headline(article: Article) -> str:
    return f"{article.published or '–':10}  {article.title or one_line(article.text)[:70]}"
