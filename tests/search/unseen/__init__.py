"""Municipalities that nobody tuned for: made up and loosely described by who saw no vocabulary.

Their questions were written before anybody saw a record, their answers judged by somebody else. One is not tagged at
all, one coarsely as an import would, one has a thousand offers of which half is tagged so.
"""
