"""What a source's fields say: the one way in which texts become numbers, days, addresses, coordinates.

Register, buildings and plain layers all read what others wrote; the same text must mean the same in each of them.
"""
