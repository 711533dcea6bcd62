"""What leaves the house: the privacy gate and the content of every product for others."""
