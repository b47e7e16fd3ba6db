"""Mantelkaart: from records in git to a published site, in one direction.

Read the modules in the order of the data:

1. `records`      finds the files and parses them; `yamltext` knows the line and column of every value
2. `model`        the shape of a record; `fields` types each value, `dates`, `moments` and `phones` know theirs;
                 `recurrence` knows when something that comes back comes back
3. `shape`        a record held against the model, or what remains of it; `rules` go beyond the shape
4. `reading`      1 to 3 for every file, in parallel and cached; `facts` are what lists and rules need of each
5. `validation`   what holds between records → a catalogue or Problems: all of them, not the first; `earlier` reads
                 what an edition kept of what was counted before (`csvtext`)
6. `catalogue`    the whole valid model in memory, immutable, with lookups; `missing` says what texts still lack
7. `views`        pure functions: what a page needs; `urls` gives the addresses, `structured` what machines read,
                 `calendars` what calendar software reads; `route` chooses the few that fit three answers,
                 `coverage` counts what there is, `rings` draws who works with whom, and `sources` knows what the
                 five documents name
8. `pages`        views → Page with a fingerprint; two pages on one address is a Problem
9. `rendering`    pages → HTML, through small fragments in a shell that the host lent (`shells`)
10. `output`      HTML → files: only what changed, each one whole, removals last; `offline` says which a browser keeps
11. `site`        the checklist that runs 1 to 10, with `prose` and `addresses` beside it

The doors are thin: `cli` for people, `plugin` for MkDocs, `edition` for where everything is.
"""
