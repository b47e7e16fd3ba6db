"""Mantelkaart: from records in git to a published site, in one direction.

Read the modules in the order of the data:

1. `records`      finds the files, parses them, knows the line and column of every value
2. `model`        the shape of a record; `fields` types each value, `dates` and `phones` know theirs
3. `validation`   shape and `rules` → records or Problems: all of them, not the first
4. `catalogue`    the whole valid model in memory, immutable, with lookups
5. `views`        pure functions: what a page needs; `urls` gives the addresses
6. `pages`        views → Page; two pages on one address is a Problem
7. `rendering`    pages → HTML, through a shell and small fragments
8. `output`       HTML → files: only what changed, each one whole, removals last
9. `site`         the checklist that runs 1 to 8

The doors are thin: `cli` for people, `plugin` for MkDocs, `edition` for where everything is.
"""
