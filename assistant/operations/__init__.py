"""Running the product: logs, metrics, readiness. No question and no answer is written anywhere here unless a setting says so."""
