"""One function a figure kind: data frame in, Figure out. No number is typed here and nothing is read or written."""
