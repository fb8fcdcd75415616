### Findings about files and their front matter.

file-unreadable = { $path } cannot be read: { io-cause }.
    .help = { $cause ->
        [permission] Give yourself the right to read it (its properties, under security or permissions; chmod u+r on Linux and macOS), or take it out of the portal.
        [gone] Build again when no other program moves files here.
       *[other] Copy it from where it came from once more, or take it out of the portal.
    }
    .title = A file cannot be read
    .why = What stands in such a file would be missing from the site without a word. Everything else is looked at all the same.
file-too-large = { $path } is larger than { $most } MiB, and files of its kind are read whole.
    .help = Data belong in a file of their own, such as a CSV, which is read row by row. If the file is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
    .title = A file exceeds its size limit
    .why = Pages, descriptors and the files of a theme are held in memory: one that is larger than honest ones ever are would take the computer's.
not-utf8 = This file is not UTF-8 text.
    .help = { $kind ->
        [binary] If it is text, save it again as UTF-8 (in Notepad: File, Save as, Encoding: UTF-8). If it is a picture or another file, give it the ending of its kind.
       *[text] Save it again as UTF-8. In Notepad: File, Save as, Encoding: UTF-8. Then check the letters with accents.
    }
    .title = A text file is not in UTF-8
    .why = Pages are read as UTF-8, the one encoding that holds every language. In any other, accents would be guessed, and sometimes wrongly.
front-matter-open = The facts at the top of this file are opened with { $mark } and never closed.
    .help = Put a line with only { $mark } after the last fact.
    .title = The facts at the top are never closed
    .why = Facts stand between two lines of --- (YAML) or +++ (TOML). Without the second line nobody can tell facts from text.
facts-cause = { $cause ->
        [above] this line cannot stand below the one above it
        [anchor] & and * begin names for repetition here, which are not used
        [bracket] a bracket is opened and never closed
        [character] a value begins with a character that has a meaning of its own
        [colon] there is a second colon on the line
        [comma] a comma is missing between two values
        [escape] \ begins a sign that does not exist
        [control] there is an invisible sign that has no place in text
        [equals] a name has no = and value after it
        [indent] a line begins neither where its siblings do nor where its children would
        [key] this name holds a character that names may not hold
        [map] names with values are expected, such as title: My page
        [quote] a quotation mark is opened and never closed
        [quoted] text follows after the closing quotation mark
        [second] a second set of facts begins here
        [tab] there is a tab where blanks are expected
        [tag] ! begins the name of a type here, which is not used
        [unquoted] a text stands without quotation marks
        [comment] a # stands right behind a value or before it is finished
        [cut] the text ends before its last value does
        [dash] a list item (-) stands where none can
        [directive] a line begins with %, which has a meaning of its own
        [extended] a name is given a value and is a group as well
        [heading] the name of a group in [ ] is not written as one
        [extra] something stands on the line that does not belong there
        [number] a number or a date is written in a way that TOML does not know
        [value] a name has no value after its =
       *[other] a line breaks the rules of YAML or TOML
    }
    .help = { $cause ->
        [above] Check that the line above has a colon with a blank after it, and that both lines begin in the same column.
        [anchor] Put the text in quotation marks: "…".
        [bracket] Close it with ] or {"}"}, here or on a line above.
        [character] Put the value in quotation marks: "…".
        [colon] Put a text that holds a colon in quotation marks, as in title: "Water: who pays".
        [comma] Put a comma between them.
        [escape] Write \\ for the sign itself, or put the text in single quotation marks: '…'.
        [control] Delete the marked sign, or type the line anew.
        [equals] Write it as name = "value".
        [indent] Let it begin in the same column as its siblings, with blanks.
        [key] Use letters without accents, digits, - and _ for a name.
        [map] Write a name, a colon, a blank and a value on each line.
        [quote] Close it on the line that opens it, here or above. A quotation mark inside the text is written twice in '…', and as \" in "…".
        [quoted] Put the other kind of quotation mark around the whole text: "it's", or 'a "quoted" word'.
        [second] Keep all facts together at the top, between one pair of lines with --- only.
        [tab] Replace the tab by two blanks for each step.
        [tag] Put the text in quotation marks: "!…".
        [unquoted] Put it in straight quotation marks: "…".
        [comment] Put a blank before #, or put a text that holds # in quotation marks.
        [cut] Finish the last line, or close what was opened above it.
        [dash] Put the items of a list below its name, each on a line that begins with a dash and a blank, all in the same column.
        [directive] Put the text in quotation marks: "…".
        [extended] Keep one of the two: name = "value", or [name] with its lines below it.
        [heading] Write it on a line of its own, as [name] or, for a list of groups, [[name]], without blanks in the name.
        [extra] Write one name and its value on a line, and text in quotation marks: name = "value".
        [number] Put it in quotation marks: "01". Dates are written 2022-02-28.
        [value] Write it as name = "value", or take the line out.
       *[other] Compare the marked line with the ones around it: a missing colon or quotation mark, or blanks at its start, are the usual causes.
    }
front-matter-syntax = The facts cannot be read: { facts-cause }.
    .help = { facts-cause.help }
    .title = The facts of a file cannot be read
    .why = Facts are written in YAML or TOML. A line that breaks its rules would silently change or drop facts, so the program stops instead.
front-matter-missing = This file has no facts at its top{ $use ->
        [empty] : it is empty, and no page is made of it
        [text] ; it is published with what its text says
       *[other] {""}
    }.
    .help = Begin it with a line of ---, then title: and the page's title, then another line of ---.
    .title = A file begins without facts
    .why = Facts such as a title and a date are what lists, feeds and searches know a page by. A file with no text either is no page.
front-matter-too-large = { $setting ->
        [facts_kib] The facts of this file take more than { $most } KiB.
        [facts_depth] The facts of this file are lists within lists, more than { $most } levels deep.
       *[facts] The facts of this file hold more than { $most } values.
    }
    .help = Keep facts short: long text belongs below them. If the file is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
    .title = The facts of a file exceed a limit
    .why = A limit keeps a damaged or hostile file from using up the machine.
control-characters = { $count ->
        [one] An invisible control character stands here, and is left out.
       *[other] { $count } invisible control characters stand in this text, of which this is the first. They are left out.
    }
    .help = Delete the marked sign, or type the line anew. Copying from word processors and old systems brings such signs along.
    .title = A text holds invisible control characters
    .why = Feeds and catalogs are XML, which may not hold these characters: a single one would make the whole file unreadable.
direction-characters = { $count ->
        [one] A character that nobody sees stands here and turns the writing round, or hides words. Pages show it as �.
       *[other] { $count } characters that nobody sees stand in this text and turn the writing round, or hide words; this is the first. Pages show them as �.
    }
    .help = Delete the marked sign, or type the line anew. Arabic and Hebrew need none: where a passage is to be kept apart, begin it with U+2068 and end it in the same paragraph with U+2069.
    .title = Unseen characters reverse or hide words
    .why = With such characters a reader sees other words than are there: “factura[U+202E]fdp.exe” looks like a PDF. Downloads keep them as they are.
text-taken-for-comment = What follows # on this line is taken for a comment, and is not published.
    .help = If it belongs to the text, put the whole text in quotation marks: "…". If it is a comment, put a blank after #.
    .title = Text after # is taken for a comment
    .why = In YAML a # after a blank begins a comment, so “Call #3” silently becomes “Call”.
unknown-fact = No fact named “{ $name }” is known here.
    .help = { $near ->
        [none] { $count ->
            [0] Take the line out, or correct the name: it is like none that may stand here.
            [one] Nothing has to be done: one page has it, and templates can read it. Put it under “extra:” to show and publish it too.
           *[other] Nothing has to be done: { $count } pages have it, and templates can read it. Put it under “extra:” to show and publish it too.
        }
       *[other] Did you mean “{ $near }”?
    }
    .title = A fact has an unknown name
    .why = A fact under a misspelt name would vanish from the portal without a word. A name that is like none that is known is the page's own, and is told once for the whole portal.
repeated-fact = “{ $name }” is given twice.
    .help = Keep one of the two.
    .title = A fact is given twice
    .why = Only one of them could be published, and nobody could tell which.
missing-fact = “{ $name }” is missing here.
    .help = Add a line with { $line }
    .title = A required fact is missing
    .why = The page cannot be published without it.
wrong-form = “{ $name }” should be { $expected ->
        [bbox] four numbers: west, south, east, north
        [colour] a colour in hexadecimal digits
        [country-code] a country’s code of three letters
        [day] a full date
        [limit] a whole number from 1 to { $most }
        [map] a group of names with values
        [number] a number
        [one-character] one character
        [public-key] a public key of minisign
        [web-address] a web address
        [whole-number] a whole number
       *[one-text] one text
    }.
    .help = { $expected ->
        [bbox] Write degrees with a point, west of Greenwich and south of the equator with a minus, such as [-100.6, 18.4, -98.6, 20.3].
        [colour] Write # and six digits, such as #9f2241.
        [country-code] Write the code that ISO 3166-1 gives it, in capitals, such as MEX or ESP.
        [day] Write the day, such as 2027-06-30.
        [limit] Write a number within these bounds, such as { $most }. Without this line the usual limit holds.
        [map] Write { $example }, or each name with its value on a line of its own below it, two blanks further in.
        [number] Write digits, and a point before decimals, such as 1250.5.
        [one-character] Write a single character in quotation marks, such as ";". A tab is "\t".
        [public-key] Write the key alone: the line of 56 letters in the file that “minisign -G” writes.
        [web-address] Write all of it, such as https://datos.example.org/. A portal’s own address has no ? and no #.
        [whole-number] Write digits only, such as 3.
       *[one-text] Write one value, such as { $example }, and not a list or a group of names.
    }
    .title = A fact has the wrong form
    .why = A fact in another form cannot be shown, listed or exported.
include-unusable = { $cause ->
        [circle] “{ $name }” includes this text itself, directly or by way of others.
        [large] With “{ $name }” this text would be larger than a file may be.
        [within] “{ $name }” is included within a list, a quotation or a table.
       *[absent] There is no text “{ $name }” in content/_texts.
    }
    .help = { $cause ->
        [circle] Take one of the blocks out.
        [large] Include less, or allow more with file_mib under [limits].
        [within] Move the block to the margin, with a blank line above and below it.
       *[absent] { $near ->
            [none] Write content/_texts/{ $name }.md, or take the block out.
           *[other] Did you mean “{ $near }”?
        }
    }
    .title = A text cannot be included
    .why = The block would stand on the page as it is written, and readers would lack the text.
shared-text-unused = No page includes “{ $name }”.
    .help = Put it where it belongs with a block that says include and names it, or delete the file.
    .title = A shared text that no page includes
    .why = Whoever wrote it believes that it is published.
shared-text-untranslated = There is no “{ $name }” in { $lang }, so this page has it in the main language.
    .help = Translate it as content/_texts/{ $name }.{ $lang }.md.
    .title = A shared text is not translated
    .why = Readers of the translation meet a part of the page in another language.
wrong-kind = { $cause ->
        [choices] “{ $name }” is given twice among the choices.
        [fact] Every page may have “{ $name }” already, or a column of the register is called so.
        [fact-name] “{ $name }” cannot be the name of a fact.
        [folder] The folder “{ $name }” belongs to pages of another kind, to a language, or to what the program makes itself.
       *[name] There is a kind of page “{ $name }” already.
    }
    .help = { $cause ->
        [choices] Keep one of the two.
        [fact] Take this line out, for pages of this kind have what all others have; a fact of your own needs another name.
        [fact-name] Use lower-case letters without accents, digits and _, and begin with a letter, such as answered_on. What readers see is its title.
       *[other] Choose another name.
    }
    .title = A kind of page cannot be declared so
    .why = Two meanings of one name could not be told apart, in files and in addresses.
wrong-date = { $why ->
        [day] There is no day { $text }: { $month } has { $days } days.
        [month] There is no month { $text }: a year has twelve.
        [time] What follows the day in “{ $text }” is not a time of day.
       *[form] “{ $text }” is not written as a date.
    }
    .help = { $near ->
        [none] { $why ->
            [day] Look the date up in the source. If only the month is sure, write { $month }.
            [month] Look the date up in the source. If only the year is sure, write the year alone.
            [time] Write the day alone, such as 2022-02-28, or a time such as 2022-02-28T10:00:00-06:00.
           *[form] Write 2022, 2022-02 or 2022-02-28: the year first, and only as much as is known.
        }
       *[other] Write { $near }: the year first, then the month, then the day.
    }
    .title = A date is wrong or wrongly written
    .why = Other orders of day and month are read differently in different countries, and a day that no calendar has is a slip.
wrong-word = “{ $text }” is not one of the words known here.
    .help = { $near ->
        [none] Use one of: { $known }.{ $shown ->
            [yes] {" "}The name that the site shows for one will do too.
           *[no] { "" }
        }
       *[other] Did you mean “{ $near }”? The words are: { $known }.{ $shown ->
            [yes] {" "}The name that the site shows for one will do too.
           *[no] { "" }
        }
    }
    .title = A word is none of those allowed
    .why = Only words of a closed list can be translated, counted and compared.
wrong-id = “{ $text }” cannot be an identifier.
    .help = Use letters without accents, digits, - and _, at most 64; not index, page-1 or a name that Windows keeps for itself (con, aux, nul …).{ $use ->
        [file] {" "}To keep the file's name, add id: with a good identifier to its facts.
        [folder] {" "}Rename the folder; it is the dataset's identifier.
       *[fact] {""}
    }
    .title = An identifier is not allowed
    .why = Identifiers become file names and addresses, and must work on every system.
unknown-language = { $use ->
        [code] “{ $lang }” is not a language code.
       *[file] The portal has no language “{ $lang }”.
    }
    .help = { $use ->
        [code] Write a code such as es, en or nah.
        [words] Add it to languages in tragaluz.toml, or take these words out.
        [case] Rename this file: the portal writes this language “{ $right }”.
       *[file] Add it to languages in tragaluz.toml, or rename this file: what stands before .md after a dot is read as a language.
    }
    .title = A language is not known to the portal
    .why = A page in a language that is not listed would be linked from nowhere.
fact-in-translation = “{ $name }” belongs in the page's main file; a translation inherits it from there.
    .help = Take it out here. If it is wrong there, correct it there.
    .title = A translation holds a main file's fact
    .why = A fact that stands in two files can contradict itself.
translation-alone = This is a translation of { $main }, which does not exist.
    .help = Write { $main } first, or rename this file.
    .title = A translation has no main file
    .why = A translation inherits its facts from the page in the main language.
link-leads-out = { $use ->
        [link] This is a link to a file elsewhere, not the file itself.
       *[path] “{ $path }” leads outside the portal.
    }
    .help = { $use ->
        [link] Put the file itself here.
       *[path] Use a path inside this dataset's folder, without “..”, drive letters or “\”.
    }
    .title = A link or path leads outside the portal
    .why = A portal made from somebody else's files must not be able to publish the rest of the machine.
name-unpublishable = The name “{ $name }” { $reason ->
        [encoding] is not written in UTF-8, so that no page can link to it
        [invisible] holds a line break or another character that nobody sees
        [sign] holds one of the signs < > : " | ? * \, which Windows and many disks refuse
        [reserved] is one that Windows keeps for a device
        [ending] ends in a dot or a blank, which Windows drops
       *[long] is longer than 255 bytes, which no disk takes
    }.
    .help = Rename the file or folder. Letters with accents, blanks and signs such as ( ) & % + are welcome.
    .title = A file name cannot be published
    .why = The portal is read from every kind of host, disk and USB stick, and such a name is lost on some, or deceives who reads it.
file-unread = { $use ->
        [page] This file is no page, though its name is nearly that of one; it can be linked to as it is.
        [descriptor] This file is not read as the description of the dataset: that one is called { $meant }.
        [loose] This file stands straight in data/ and is no table; it is not published.
        [folder] There is nothing in this folder to publish.
       *[undeclared] { $count ->
            [one] One file of this dataset is named by no resource, and is not published: { $names }.
           *[other] { $count } files of this dataset are named by no resource, and are not published: { $names }.
        }
    }
    .help = { $use ->
        [page] End its name in .md alone. Windows hides the end of names: let it show “File name extensions” first.
        [descriptor] Rename it to { $meant }, in small letters.
        [loose] Put it into the folder of the dataset that it belongs to.
        [folder] Put a data file into it, or take the folder out.
       *[undeclared] Add each to “resources” with its path, or move it out of data/.
    }
    .title = The portal takes no notice of a file
    .why = What nobody reads and nobody names would be missing from the portal without a word.
files-left-out = { $count ->
        [one] One file is a copy, hidden or not finished by its name, and was left out: { $names }.
       *[other] { $count } files are copies, hidden or not finished by their names, and were left out: { $names }.
    }
    .help = Nothing has to be done. To publish one, give it a name without .bak, ~, # or a dot in front.
    .title = Copies, hidden or unfinished files are left out
    .why = Editors and browsers leave such files behind; they hold old texts and half of a table.
file-withheld = This file is not published, because { $copy } stands for it: a copy without the personal data in it.
    .help = Nothing has to be done. It is safer still to keep the original somewhere else than in the portal’s folder.
    .title = A redacted copy takes a file's place
    .why = “tragaluz redact” makes such copies, and whoever made one does not mean to publish the original too.
id-from-name = “{ $text }” is no address; “{ $id }” is used in its place.
    .help = Nothing has to be done. To choose another address, add id: to the page's facts, or rename the file or folder.
    .title = A name is adapted to be an address
    .why = Addresses hold letters without accents, digits, - and _, at most 64, so that they work on every system.
title-taken = This page has no title; “{ $title }” was taken from { $from ->
        [heading] its first heading
       *[file] the name of its file
    }.
    .help = Add a line with title: and the page's title to its facts.
    .title = A page has no title of its own
    .why = Lists, searches and the tab of a browser show a page by its title.
page-held-back = This page says that it is a draft, and is not published.
    .help = When it is ready, take out this line.
    .title = A draft is not published
    .why = A draft that was published by accident cannot be called back.
page-waits = This waits for { $date }, and is not published yet: { $day ->
        [none] no date says that it is any day at all
       *[other] the portal is of { $day }
    }.
    .help = Leave it: it is published by the first build on that day or later. Which day it is, a build learns from --as-of, else from the newest date of what is published.
    .title = A page waits for its day
    .why = What is to be told on a certain day must not be found in a feed, a catalog or the search before.
schema-elsewhere = The { $name ->
        [dialect] dialect
       *[schema] schema
    } of this resource is at { $url }; a build fetches nothing, and does without it.
    .help = Save that file in the dataset's folder, and write its name here.
    .title = A schema or dialect is on the web
    .why = The same folder has to give the same site, with or without a connection. What it would say is then told from the file.
not-a-file = This is not a file but a FIFO, a socket or a device.
    .help = Take it out of the portal's folder, or put an ordinary file in its place.
    .title = A pipe or device is among the files
    .why = To read a FIFO is to wait for somebody to write to it, and a device may never end: neither can be published.
