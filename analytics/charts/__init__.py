"""Charts as files: what to draw (spec), which chart belongs to a figure (choose), and the drawing (draw)."""

from analytics.charts.spec import Chart, Series

__all__ = ["Chart", "Series"]
