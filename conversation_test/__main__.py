"""`python -m conversation_test`."""

import sys

from conversation_test.cli import main

if __name__ == "__main__":
    sys.exit(main())
