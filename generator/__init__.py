"""Mantelkaart: from records in git to a published site, in one direction.

Folders are stages, in the order of the data. A module imports only from what stands above it here; that order is
read from this list by `tests/test_imports.py`, which also holds that no arrow points back inside a folder.

- `durable`      files written whole, or not at all
- `lock`         one at a time
- `engine`       where the engine, its front and its libraries are
- `cache`        what was read and made before, by content
- `texts`        all sentences for people, by language
- `values`       what one value may be: dates, moments, phone numbers, addresses' slugs
- `problems`     what is wrong, as data; `reporters` alone make it text
- `national`     the layer that every edition starts from
- `processes`    work handed to other processes, and how all of them end together
- `edition`      where the files of an edition are
- `urls`         the addresses of the site: they never die
- `model`        the records, what they may hold, and when something that comes back comes back
- `formats`      calendars, CSV, GeoJSON, JSON, Markdown and HTML: how they are written and read
- `records`      finds the files and parses them; every value knows its line and column
- `validation`   a record held against the model and the rules, alone and beside the others
- `catalogue`    the whole valid model in memory, with lookups; `making` judges and gives it, or Problems: all of them
- `views`        pure functions from the catalogue to what a page needs: a folder per kind of page
- `search`       what a browser searches with
- `exports`      what leaves the site as a file: calendars and sheets
- `pages`        which pages and files there are; two pages on one address is a Problem
- `rendering`    pages to HTML, through small fragments in a shell that the host lent
- `building`     the checklist from files to site: only what changed is written, each file whole, removals last
- `editing`      what helps who writes records: beginnings and schemas
- `commands`     what each command of the command line does
- `cli`          the door for people: it reads what somebody typed
- `start`        the way to that door: what has to happen before anything is loaded
- `plugin`       the door for MkDocs: the only module that knows it
"""
