"""What coaching is: frozen values and pure rules. Told the time, the randomness and the history."""
