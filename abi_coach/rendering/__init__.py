"""Values in, Markdown out."""
