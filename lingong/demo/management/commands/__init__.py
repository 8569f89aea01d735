"""The command line of this package: `lingong import`."""
