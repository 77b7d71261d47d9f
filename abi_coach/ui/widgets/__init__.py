"""Small parts that screens are made of."""
