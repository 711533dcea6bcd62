"""The bulk export of the register: a zip of XML tables far larger than memory.

`archive` inflates a member and checks it, `scan` finds the rows asked for among the bytes, `elements` reads a row.
Nothing is ever written, no entity is ever expanded beyond the five of XML, no row is lost without being counted.
"""
