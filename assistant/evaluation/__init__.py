"""Question files run through the assistant and judged against figures that `analytics` computes."""
