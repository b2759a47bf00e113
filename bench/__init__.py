"""Benchmarks with a printed table: `python -m bench latency | start | page`. They are no tests: nothing fails on a slow machine."""
