"""Lives: births, deaths and ages of persons, beginnings and ends of what is no person."""
