"""Keuzehulp Veerkracht: knowledge base, understanding, feedback, report and server.

The modules at this level are pure functions over the knowledge base and know nothing of Rasa; only the
packages `keuzehulp.rasa` and `keuzehulp.server` import it.
"""
