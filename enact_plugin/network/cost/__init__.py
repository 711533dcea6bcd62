"""What heat from a network costs, and what it is weighed against."""
