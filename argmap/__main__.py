"""``python -m argmap`` is the ``argmap`` command."""

import sys

from argmap.cli.main import main

sys.exit(main())
