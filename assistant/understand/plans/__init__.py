"""What a message tells or asks of an investment: amounts, years, rates, several plans, renting, grants."""
