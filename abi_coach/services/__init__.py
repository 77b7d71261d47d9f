"""What the coach can do; `open_coach` wires it."""
