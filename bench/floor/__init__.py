"""The floor an act is held against: one update and one insert in one transaction, by the bare ORM."""
