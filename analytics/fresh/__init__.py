"""Newer years and other copies of the records: importers, the update from OpenAlex, and joining them to the shipped counts."""
