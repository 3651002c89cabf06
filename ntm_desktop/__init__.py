"""The core of NTM Desktop: rules, data, papers and the command line. Never imports Qt."""

from ntm_desktop.imports import defer

__version__ = "0.1.0"

defer()
