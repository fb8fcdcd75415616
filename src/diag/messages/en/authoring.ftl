### What `add` writes and says.

ask-head = What begins with # is not published: it is not known yet. Take away the # and write what is so.
ask-summary = In a sentence or two: what was counted, where, of which time.
    summary: Requests for information that each office received, month by month.
ask-language = The language in which the data are written.
    language: en
ask-keywords = Words that people search for.
    keywords: [transparency, requests]
ask-theme = Topics of the EU's list: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, JUST, REGI, SOCI, TECH, TRAN.
    theme: [GOVE]
ask-frequency = How often the data change: annual, quarterly, monthly, weekly, daily, irreg (no fixed day), never.
    frequency: annual
ask-issued = When the data were first published.
    issued: 2026-01-31
ask-modified = When they last changed.
    modified: 2026-01-31
ask-temporal = The time that they are about.
    temporal: {"{"}start: 2025-01, end: 2025-12{"}"}
ask-spatial = The area that they are about.
    spatial: {"{"}name: Mexico, code: MEX{"}"}
ask-row_is = What one row is, after the words “Each row is”.
    row_is: one office in one month
ask-provenance = How the data came to be: who noted what, and with what.
    provenance: Taken from the register of the transparency office.
ask-sources = Where they come from, if they are not your own.
    sources: [{"{"}title: National census, path: "https://example.org/census"{"}"}]
ask-licenses = What others may do with them. Better once for all, under [licence] in tragaluz.toml.
    licenses: [{"{"}name: CC-BY-4.0{"}"}]
ask-publisher = Who publishes them. Better once for all, under [publisher] in tragaluz.toml.
    publisher: Office of Transparency
ask-contact = Whom to ask: an office, never a person. Better once for all, under [contact] in tragaluz.toml.
    contact: {"{"}name: Office of Transparency, email: office@example.org{"}"}
ask-resources = Tables and their columns, as they were read. Correct a title where it is wrong. A column may also have
    “description: what its values mean” and “unit: people”.
ask-key = { $column ->
        [none] Columns that together tell rows apart, if there are such.
    primaryKey: [column, other-column]
       *[other] In “{ $column }” no value is twice. If it is there to tell rows apart, say so:
    primaryKey: [{ $name }]
    }
added = Added the dataset “{ $name }”: { $tables ->
        [0] no table
        [one] one table
       *[other] { $tables } tables
    }{ $others ->
        [0] {""}
        [one] {" "}and one other file
       *[other] {" "}and { $others } other files
    }.
added-table = {"  "}{ $table }: { $rows } rows, { $columns } columns
added-page = { $n ->
        [0] Its page is { $page }.
       *[other] Its page is { $page }. It says what the files say, and asks for: { $unknown }.
    }
added-next = Next: open the page and complete it; “tragaluz check” says what is missing, “tragaluz build” makes the site.
