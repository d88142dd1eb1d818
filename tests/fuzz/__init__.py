"""Messages that nobody would write, against the whole assistant."""
