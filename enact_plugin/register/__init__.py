"""The register of energy plants (Marktstammdatenregister): its readers, one plant table, and what is implausible in it.

Each way of the register has a module that turns what it delivers into `plants.RawUnits`; `plants.plant_table` makes the
one plant table of them, whichever way they came.
"""
