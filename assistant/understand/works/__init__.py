"""What is asked of papers: which are named, what they found, how, and who opposes."""
