"""Measurements of the running program; `docs/performance.md` holds what they gave."""
