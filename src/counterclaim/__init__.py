"""Every number in a contested conflict: who said it, of whom, by when, and how it stands up."""
