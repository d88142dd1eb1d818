"""Custom actions: thin adapters between Rasa and the pure functions of the package `keuzehulp`.

A plain `rasa_sdk` executor that registers this package runs them all.
"""
