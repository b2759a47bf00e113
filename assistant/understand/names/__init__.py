"""What a message names: groups, places, periods, countries, institutions, fields, authors and titles."""
