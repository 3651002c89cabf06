"""The core of NTM Desktop: rules, data, papers and the command line. Never imports Qt."""

__version__ = "0.1.0"
