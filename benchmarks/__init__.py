"""How fast it is: each figure of the growth targets, with its parts, its floor and the peers it is set against."""
