"""Makes the sample files of みなと市 from the texts in samples/source."""
