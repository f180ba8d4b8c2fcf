"""`python -m reader` is the same as `rashomon`."""

import sys

from reader.cli import main

sys.exit(main())
