"""Files and the journal in, values out."""
