### Findings about files and their front matter.

not-utf8 = This file is not UTF-8 text.
    .help = Save it again as UTF-8. In Notepad: File, Save as, Encoding: UTF-8.
    .why = Pages are read as UTF-8, the one encoding that holds every language. In any other, accents would be guessed, and sometimes wrongly.
front-matter-open = The facts at the top of this file are opened with { $mark } and never closed.
    .help = Put a line with only { $mark } after the last fact.
    .why = Facts stand between two lines of --- (YAML) or +++ (TOML). Without the second line nobody can tell facts from text.
front-matter-syntax = The facts cannot be read: { $cause }.
    .help = Compare the marked line with the ones around it: a missing colon or quotation mark, or blanks at its start, are the usual causes. Text that holds a colon and a blank must stand in quotation marks.
    .why = Facts are written in YAML or TOML. A line that breaks its rules would silently change or drop facts, so the program stops instead.
front-matter-missing = This file has no facts at its top.
    .help = Begin it with a line of ---, then title: and the page's title, then another line of ---.
    .why = Every page needs at least a title.
front-matter-too-large = The facts of this file are too large or too deeply nested.
    .help = Keep them under { $limit }; long text belongs below them.
    .why = A limit keeps a damaged or hostile file from using up the machine.
unknown-fact = No page of this kind has a fact named “{ $name }”.
    .help = { $near ->
        [none] Take the line out, or look the name up in docs/content.md.
       *[other] Did you mean “{ $near }”?
    }
    .why = A fact under a misspelt name would vanish from the portal without a word.
repeated-fact = “{ $name }” is given twice.
    .help = Keep one of the two.
    .why = Only one of them could be published, and nobody could tell which.
missing-fact = “{ $name }” is missing here.
    .help = Add a line { $name }: with its value.
    .why = The page cannot be published without it.
wrong-form = “{ $name }” should be { $expected }.
    .help = Write it as { $expected }. docs/content.md shows an example.
    .why = A fact in another form cannot be shown, listed or exported.
wrong-date = “{ $text }” is not a date.
    .help = Write 2022, 2022-02 or 2022-02-28: the year first, and only as much as is known.
    .why = Other orders of day and month are read differently in different countries.
wrong-word = “{ $text }” is not one of the words known here.
    .help = { $near ->
        [none] Use one of: { $known }.
       *[other] Did you mean “{ $near }”? The words are: { $known }.
    }
    .why = Only words of a closed list can be translated, counted and compared.
wrong-id = “{ $text }” cannot be an identifier.
    .help = Use letters without accents, digits, - and _, at most 64; not index, page-1 or a name that Windows keeps for itself (con, aux, nul …).
    .why = Identifiers become file names and addresses, and must work on every system.
unknown-language = The portal has no language “{ $lang }”.
    .help = Add it to languages in tragaluz.toml, or rename this file.
    .why = A page in a language that is not listed would be linked from nowhere.
fact-in-translation = “{ $name }” is a fact; a translation inherits it from the page in the main language.
    .help = Take it out here. If it is wrong there, correct it there.
    .why = A fact that stands in two files can contradict itself.
translation-alone = This is a translation of { $main }, which does not exist.
    .help = Write { $main } first, or rename this file.
    .why = A translation inherits its facts from the page in the main language.
link-leads-out = “{ $path }” leads outside the portal.
    .help = Use a path inside the portal's folder, without “..”.
    .why = A portal made from somebody else's files must not be able to publish the rest of the machine.
