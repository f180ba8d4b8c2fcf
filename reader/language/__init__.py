"""What is known about text: sentences, clauses, words and how rare they are, names, amounts, times, who says what."""
