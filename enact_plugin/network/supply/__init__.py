"""How the heat of a network is made, hour by hour."""
