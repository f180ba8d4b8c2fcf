"""Answer keys in, quality and speed out.

What a key marks is in `gold`, how alignments are counted against it in `score`; each form of key has a module of its
own, and `forms` tells by a path which one reads it.
"""
