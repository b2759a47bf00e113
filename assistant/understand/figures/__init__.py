"""Turns of a talk about figures, each kind in a module of its own, and what a follow-up takes from the last figure."""
