"""Answers to questions about the sources, put together from statements of the knowledge base and nothing else."""
