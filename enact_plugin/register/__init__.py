"""The register of energy plants (Marktstammdatenregister): its readers, one plant table, and what is implausible in it.

Each way of the register has a module that turns what it delivers into `raw.RawUnits` (or `raw.RawGas`);
`plants.plant_table` and `gas.gas_table` make the one table of them, whichever way they came.
"""
