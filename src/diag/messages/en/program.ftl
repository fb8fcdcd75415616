### The program's own sentences.

word-error = error
word-warning = warning
word-note = note
word-help = help
findings-more = There are { $count } more of the kind { $code }; --format json lists them all.
findings = { $errors ->
    [0] { "" }
    [one] { $errors } error
   *[other] { $errors } errors
}{ $errors ->
    [0] { "" }
   *[other] { $warnings ->
        [0] { "" }
       *[other] { ", " }
    }
}{ $warnings ->
    [0] { "" }
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
links-asked = { $addresses ->
    [0] No page names an address of others.
    [one] 1 address of others was asked for: { $alive ->
        [0] nothing can be said of it.
       *[other] something is there.
    }
   *[other] { $addresses } addresses of others were asked for: something is at { $alive } of them.
}
nothing-found = Nothing to mend on { $pages } pages.
not-built = Nothing was published: mend the errors above and build again.
not-built-kept = Nothing was published: mend the errors above and build again. The last good site still stands in { $out }.
built = Built { $pages } pages, { $files } files, { $size }. Open { $index }
left-out = { $count ->
    [one] One page or dataset was left out because of the errors above; its address says so
   *[other] { $count } pages or datasets were left out because of the errors above; their addresses say so
}: { $units }. Mend them and build again.
schemas-written = { $count } schemas are in schemas/. Editors find them by the first lines of tragaluz.toml and of pages.
made-new = A new portal stands in { $dir }. Next: go there, then “tragaluz build” makes the site and “tragaluz serve” shows it.
new-default = { $question ->
    [title] Open government portal
    [publisher] Name of the institution
    [licence] CC-BY-4.0
    [place] Sample town
   *[colour] #0b4a8f
}
new-asked = { $question ->
    [lang] The portal's language, es or en
    [title] What the portal is called
    [publisher] The institution that publishes it
    [licence] The licence of its data: CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0
    [place] The place that it is about, such as Mexico, or “Toledo, Spain”
   *[colour] The institution's colour, such as #9f2241
} [{ $held }]:
weigh-head = bytes   limit   requests, seconds at 50 kbit/s, 400 kbit/s and 1.6 Mbit/s, page
serving = The portal is at { $address } (this computer only). Every change is shown at once; Ctrl+C ends it.
overlay-heading = { $count ->
    [one] There is an error, and the site could not be made again.
   *[other] There are { $count } errors, and the site could not be made again.
} { $kept ->
    [yes] Behind this box is the last page that was whole.
   *[no] As soon as that is mended, it is shown here.
}
overlay-all = Everything that was found
serving-no-browser = No browser could be opened. The address above can be typed into one.
watching = The site is made again whenever a file changes; Ctrl+C ends it.
replace-asked = { $out } is there already. Write over it? [y/N]
answers-yes = y yes
schema-written = The schema of { $columns } columns is in { $out }.
schema-used = { $file } is read as { $page } declares it.
manual-name = Name
manual-synopsis = Synopsis
manual-description = Description
manual-exit = Exit status
manual-exit-codes = 0: all went well. 1: an error was found in what was read, and is told. 2: the program could not run at all, and says why.
manual-verbs = Commands
manual-written = { $pages } pages of the manual are in { $dir }.
theme-copied = { $files ->
    [one] One file is in { $dir }
   *[other] { $files } files are in { $dir }
}. What is changed there counts; what you delete there is the theme's own again.
theme-nothing-found = Nothing to mend in the theme: { $pages } pages were made with it.
rebuilt = Made again: { $pages } pages.
serving-host = It is also at { $address }: everyone who reaches this computer there can see it.
serving-name = It also answers to { $address }, for whatever leads here under that name.
nothing-found-in-rows = Nothing to mend in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
released = { $dataset }: version { $version }, of { $date }
released-changes = { "  " }{ $table }: { $changed ->
    [one] 1 row changed
   *[other] { $changed } rows changed
}, { $added } added, { $removed } removed
verified = { $files ->
    [one] 1 file is
   *[other] { $files } files are
} as the list of checksums says. { $signature ->
    [proven] It is signed with the key that you gave.
    [consistent] It is signed with the key that came with the copy.
   *[none] No signature vouches for the list.
}{ $datasets ->
    [0] { "" }
    [one] { " " }The versions ({ $versions }) of 1 dataset lead from one to the next.
   *[other] { " " }The versions ({ $versions }) of { $datasets } datasets lead from one to the next.
}
file-answer = { $kind ->
    [same] This file is what the copy offers now:
    [older] This file is of an earlier version. Its data changed since:
   *[unknown] Nothing in the copy is this file, now or in any version.
}
file-version = { "  " }version { $version } of “{ $dataset }” ({ $table }), of { $date }{ $now ->
    [other] , as it was before a takedown took data out of it
   *[same] { "" }
}
file-later = { "  " }changed in version { $version }, of { $date }: { $reason ->
    [correction] correction
    [method] change of method
    [takedown] takedown
   *[scheduled] scheduled
}{ $note ->
    [none] { "" }
   *[other] . { $note }
}
file-counts = { $changed ->
    [one] 1 row changed
   *[other] { $changed } rows changed
}, { $added } added, { $removed } removed
file-nearest = { $by ->
    [columns] By its columns it is nearest to { $path }.
   *[name] By its name it is nearest to { $path }.
}
file-same-rows = It holds the same rows as { $path }, written otherwise.
file-changes = From this file to { $path }:
file-cell = { $row }: { $column } was { $before }, is { $after }
file-added = added: { $row }
file-removed = removed: { $row }
cell-empty = empty
figure-sentence = { $page }: { $text }{ $link ->
    [none] { "" }
   *[other] { " " }→ { $link }
}
figure-cell = { $when ->
    [now] now{ $version ->
        [none] { "" }
       *[other] { " " }(version { $version })
    }
   *[then] version { $version }, of { $date }
}: { $dataset }/{ $table }, row { $row } ({ $key }): { $column } { $value }{ $link ->
    [none] { "" }
   *[other] { " " }→ { $link }
}
figure-places = { $count ->
    [0] No place has this figure.
    [one] 1 place has this figure.
   *[other] { $count } places have this figure.
}
signed = The list of checksums of { $files ->
    [one] 1 file
   *[other] { $files } files
} is signed. Readers check it with: tragaluz verify DIR --key { $key }
built-unsigned = The signature of the list before went, as it is not of this list. Sign anew: tragaluz sign --key FILE
difference = { $out } holds what changed from version { $from } to version { $to }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $files } files
released-nothing = Nothing changed since the last versions.
takedown-version = { "  " }{ $table }, version { $version }: { $rows ->
    [0] { $cells ->
        [0] what changed was found anew
        [one] 1 cell emptied
       *[other] { $cells } cells emptied
    }
    [one] 1 row removed
   *[other] { $rows } rows removed
}
takedown-nothing = No version holds any of that. Nothing was made.
takedown-unreached = What this cannot reach:
    { "  " }- the history of your repository, where every earlier commit still holds the old files: have it rewritten, or ask whoever keeps it
    { "  " }- the published site, until you build and publish again; archives of the web, and copies that people took
    { "  " }- the last two outputs on this computer (public/ and .tragaluz/), until you have built twice
    { "  " }- the old checksums in data/{ $dataset }/releases.jsonl: whoever knows all the rest of a table can try a short value, such as a telephone number, against them. Removing rows leaves more to guess than emptying one cell.
takedown-notes = { "  " }- notes of versions that hold a value which you named: { $named }. Lines of the ledger are not rewritten.
converted = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} written to { $out }
redacted = { $out } is a copy of { $file }.
redacted-nothing = Nothing was found that had to be taken out.
redacted-masked = Masked:
redacted-count = { $count ->
    [one] once
   *[other] { $count } times
}
redacted-in-text = in the text
redacted-in-notes = in titles, headers and notes
redacted-left-out = { $count ->
    [one] Left out with all that was in it: { $names }.
   *[other] Left out with all that was in them: { $names }.
}
redacted-kept = Still in the copy, because only a person can be sure of it (--also KIND takes it out too):
redacted-hidden = { $count ->
    [one] Not in the copy: the hidden sheet { $names }.
   *[other] Not in the copy: the hidden sheets { $names }.
}
redacted-workbook = The copy is a new workbook of the values alone: formulas, comments, pictures, properties and authors are not in it.
redacted-picture = { $count ->
    [0] Nothing was written into the picture beside what is seen.
   *[other] Taken out of the file, where cameras and programs write places, times and names: { $parts }.
} What is seen in it is as it was: look for faces, plates and papers, and cover them with an image editor.
redacted-encoding = The copy is in UTF-8: { $encoding ->
    [UTF-8] in the file, bytes that are not UTF-8, or are none of a text, stand among it.
   *[other] { $encoding } cannot be written again as it is in the file.
}
redacted-checked = The copy was read again, and nothing is left in it of the { $count ->
    [one] kind
   *[other] { $count } kinds
} looked for (--format json lists them). No program knows every name, nor every story that tells who somebody is: read it before you publish it.
redacted-withheld = As long as both are in the portal, it publishes { $out } in the place of { $file }. It is safer still to keep the original somewhere else.
redacted-published = { $file } itself is in the portal’s folder, and will be published from there: move it away.
profile-head = { $file }: { $rows } rows, { $columns } columns, { $encoding }
profile-columns = column	type	missing	distinct	from	to	most frequent
# What a terminal shows while long work goes on. “stage” is the name of a stage, as --timings writes it.
progress-stage = { $stage ->
    [source] Reading the portal
    [model] Reading the portal
    [inputs] Looking for what changed
    [data] Reading the data files
    [gate] Looking for personal data
    [figures] Looking up figures
    [charts] Drawing charts
    [plan] Making the pages
    [pages] Making the pages
    [profiles] Making the pages
    [downloads] Writing the downloads
    [joined] Writing the downloads
    [archives] Writing the downloads
    [images] Making the images
    [cards] Making the images
    [catalogs] Writing the catalogs
    [search] Writing the search
    [links] Asking for addresses of others
    [editions] Writing the editions without a connection
    [versions] Comparing versions
    [audit] Looking at the finished pages
    [output] Writing the site
    [publish] Writing the site
    [files] Writing the site
   *[other] Working
}
progress-rows = Reading { $file }:
progress-rate = { $count } ({ $rate } a second)

timings-stages = Where the time went, by stage:
timings-whole = the whole
timings-slowest = The slowest files:

### Why the program could not do what it was asked to.

io-cause = { $cause ->
        [permission] this computer does not let you
        [gone] there is no such file or folder
        [full] the disk is full
        [read-only] the disk can only be read
        [exists] there is something of that name already
        [busy] another program is using it
        [no-folder] a part of its path is a file and no folder
        [folder] it is a folder
        [no-file] it is not a file
        [name] this disk takes no such name
        [foreign] the program did not make it
       *[other] the system refused it (technical detail: { $detail })
    }
    .help = { $cause ->
        [permission] Give yourself the right to it (its properties, under security or permissions; chmod on Linux and macOS), or choose another place.
        [gone] Look whether the name is right, and whether another program moved it.
        [full] Make room on the disk, or choose a folder on another one with --out, and try again.
        [read-only] Choose a folder on another disk with --out.
        [exists] Move it away, or choose another name.
        [busy] Close the program that has it open (a spreadsheet, a synchronised folder), and try again.
        [name] Choose a shorter name, without signs such as : or ?.
        [no-folder] Correct the path: what stands before a / must be a folder.
        [folder] Name a file.
        [no-file] Name an ordinary file.
       *[other] Look at what the system says, and try again.
    }
wrong-command = { $kind ->
        [unknown-argument] “{ $arg }” is not an option or a value that this command takes
        [unknown-verb] There is no command “{ $arg }”
        [wrong-value] “{ $value }” cannot be given for { $arg }
        [no-value] A value is missing after { $arg }
        [missing] Something is missing: { $arg }
        [conflict] { $arg } cannot be given together with { $other }
        [values] { $arg } has too many values, or too few
        [utf8] What was written is not text in UTF-8
        [base-url] The address given with --base-url is not a full one
        [as-of] “{ $text }”, given with --as-of, is not a date
        [limit] “{ $given }” is no limit that can be set
        [not-published] addresses.txt lists no address “{ $address }”, so that it cannot be let go
        [no-code] There is no finding called “{ $code }”
        [publish-host] No host “{ $given }” is known here
        [publish-setup] Nothing is known here to be written for “{ $given }”
        [publish-setup-exists] { $path } is there already, and is another one
        [publish-nowhere] It is not said where to publish
        [publish-several] tragaluz.toml names several targets: { $names }
        [publish-unknown] No target is called “{ $given }”
        [publish-no-target] “{ $target }” is no target that this program knows
        [publish-no-site] There is no built site in { $dir }
        [publish-busy] Another run is publishing at { $target } now
        [publish-nothing-before] It is not known here what was at { $target } before
        [publish-password] There is a password in the address
        [publish-absent] This program was made without the part that publishes at { $target }
        [no-dataset] There is no dataset “{ $dataset }” with a table
        [add-name] “{ $name }” cannot be the name of a dataset
        [add-taken] There is a dataset “{ $name }” already
        [add-within] { $file } is in the portal's data already
        [add-special] { $file } is a link or a device, not a file
        [add-twice] Two of the files have the name of { $file }
        [add-title] One title was given for several datasets
        [add-nothing] There is nothing in it that can be published
        [add-page-title] A new page needs a title
        [add-page-id] “{ $id }” cannot be the name of a page
        [add-page-taken] There is a page “{ $id }” of this kind already: { $file }
        [add-page-fact] A page of this kind has no fact “{ $name }”
        [add-page-required] Every page of this kind gives { $known }
        [add-page-options] { $option } is for pages, and { $file } is not the name of a kind of page
        [add-page-files] A page is made of one document
        [update-none] No data of the portal are those of which { $file } is a new edition
        [update-several] It is not clear which file { $file } takes the place of
        [document] { $why ->
            [old] { $file } is a document of an older Word, or locked with a password
            [damaged] { $file } is damaged: it cannot be read to its end
            [locked] { $file } is locked with a password
            [many] { $file } has more pieces than any honest document
            [empty] { $file } has no words in it
           *[format] { $file } is neither a Word document (.docx) nor an OpenDocument text (.odt)
        }
        [document-limit] { $file } exceeds the limit { $setting }: { $most }
        [add-no-page] There is no commitment “{ $id }”
        [export-absent] This program was made without the part that writes workbooks: { $file }
        [import-changed] { $file } was changed by somebody else meanwhile
        [add-hand] { $file } is written in a way that is better changed by hand
        [release-earlier] The last version of “{ $dataset }” is of a later day, { $date }
        [release-undated] A release needs its day
        [no-key] “{ $given }” is neither a public key nor a file that holds one
        [no-figure] “{ $text }” is not a number
        [links-absent] This program was built without the part that asks other computers
        [sign-absent] This program was built without the part that signs
        [sign-key] There is no secret key here
        [sign-password] The secret key is locked with a password, and nobody can be asked for it here
        [sign-locked] The password does not open the secret key
        [sign-other-key] The site publishes another public key (minisign.pub) than the one that belongs to this secret key
        [no-versions] No dataset “{ $dataset }” has versions here
        [no-version] “{ $dataset }” has no version with this number: its newest is { $version }
        [since] “{ $text }” does not name a version
        [no-net] This program was made without the part that reads from the web, such as { $url }
        [no-web] { $url } is not a full address
        [no-copy] { $dir } is not a folder
        [takedown-what] A takedown has to be told what it takes down
        [takedown-reason] --where and --column take something down, and the reason given is another one
        [takedown-one] A takedown is of one dataset, which has to be named
        [takedown-where] What stands after --where is not COLUMN=VALUE
        [takedown-column] No version of the dataset has a column “{ $column }”
        [takedown-held] What is to be taken down is still in the data: { $rows ->
            [0] { $cells ->
                [one] one cell
               *[other] { $cells } cells
            }
            [one] one row
           *[other] { $rows } rows
        } of { $table }
        [dir-not-empty] { $dir } is not empty
        [new-nothing] Nothing is given for the portal's { $question }
        [new-licence] “{ $given }” is no licence that a new portal can be given
        [serve-host] The preview cannot be shown at { $host }: { io-cause }
        [serve-port] No port from { $first } to { $last } is free
        [no-format] There is no format “{ $format }”
        [no-ending] The name { $name } does not tell a format
        [format-refuses] { $format } cannot hold this table: { $reason ->
            [too-many-rows] it takes at most { $limit } rows
            [too-many-columns] it takes at most { $limit } columns
            [too-long-cells] a cell may have at most { $limit } characters
           *[no-geometry] no columns hold coordinates
        }
        [same-file] The file to read and the file to write are the same
        [file-exists] { $out } is there already
        [no-theme] There is no theme { $name } in the program
        [no-theme-file] The theme has no file { $name }
        [same-out] The same file is to be written twice
        [redact-kind] There is no kind of personal data called “{ $kind-asked }”
        [redact-same] { $file } and the copy are the same file
        [redact-exists] { $out } is there already
        [redact-ending] The copy of { $file } cannot be called { $out }
        [redact-fixed] { $file } has its name because programs look for it, so that no copy beside it can stand for it
        [redact-name] The name of the file itself holds personal data
        [redact-form] { $what ->
            [folder] { $file } is not a file
            [pdf] { $file } is a PDF, in which words stay in places that nobody sees: it cannot be redacted rightly
            [office] { $file } is a document of an office program, which keeps earlier words, comments and names of authors: it cannot be redacted rightly
            [packed] { $file } holds several files
            [picture] { $file } is a picture of a form that cannot be freed here of what was written into it
           *[unknown] { $file } is neither a table nor a text that can be read here
        }
        [redact-picture] { $why ->
            [large] { $file } is larger than { $most } MiB
            [format] { $file } is not the picture that its name says
           *[damaged] { $file } is damaged, or its parts are not what its format wants
        }
        [redact-refused] { $reason ->
            [nothing-left] Every column of { $file } would be left out
            [fixed-places] The cells of { $file } stand at fixed places of each line, from which no column can be left out
            [no-column] { $file } has no column “{ $name }”
            [too-large] { $file } has more rows, columns or characters than a sheet of a workbook holds
            [no-workbooks] This program was built without the part that writes workbooks
           *[not-clean] After everything that was found in { $file } was taken out, there was still something left ({ $kinds }). No copy was made
        }
       *[other] The command cannot be understood
    }.
    .help = { $kind ->
        [unknown-argument] { $near ->
            [none] “tragaluz{ $verb } --help” lists what it takes.
           *[other] Did you mean “{ $near }”?
        }
        [unknown-verb] { $near ->
            [none] “tragaluz --help” lists the commands.
           *[other] Did you mean “{ $near }”?
        }
        [wrong-value] { $known ->
            [none] “tragaluz{ $verb } --help” says what it takes.
           *[other] Write one of: { $known }.
        }
        [no-value] { $known ->
            [none] Write it after the option, such as --out public.
           *[other] Write one of: { $known }.
        }
        [publish-host] Write one of: { $names }.
        [publish-setup] Write one of: { $names }.
        [publish-setup-exists] Keep yours, or write over it with --over.
        [publish-nowhere] Name a folder or an address, or write [publish.NAME] with to = "…" into tragaluz.toml.
        [publish-several] Name one of them.
        [publish-unknown] { $near ->
            [none] Names are those of [publish.NAME] in tragaluz.toml. For a folder, write ./{ $given }.
           *[other] Did you mean “{ $near }”? For a folder, write ./{ $given }.
        }
        [publish-no-target] Give a folder, or an address such as git:origin#gh-pages.
        [publish-no-site] Run “tragaluz build” first.
        [publish-busy] Wait until it has ended, and publish then.
        [publish-nothing-before] Only what this computer published itself can be brought back from here. Else take the former state of the portal from your repository, build it and publish that.
        [publish-password] Take it out and change it, for others may have seen it. Passwords are read from the environment, or asked for by the program that connects.
        [publish-absent] Take a ready program, or compile it with --features { $feature }.
        [no-dataset] { $near ->
            [none] The datasets are the folders under data/.
           *[other] Did you mean “{ $near }”?
        }
        [add-name] { $near ->
            [none] Give one with --name: lower-case letters without accents, digits and hyphens.
           *[other] Write --name { $near }.
        }
        [add-taken] Give another name with --name. New data for that dataset: put the file in the place of the old one in data/{ $name }/.
        [add-within] A folder there without dataset.md can be added as a whole; a file is best moved out of data/ first.
        [add-special] Copy the file that it leads to into the folder, or leave it out.
        [add-twice] Give one of them another name, or add them as two datasets.
        [add-title] Add them one by one, or give --name to make one dataset of all.
        [add-nothing] Look whether it is the right file, and whether it has rows below its header.
        [add-page-title] Write it: --title "What we promise".
        [add-page-id] Give another one with --id: letters without accents, digits and hyphens, at most 64.
        [add-page-taken] Open that page, or give the new one another name with --id. Nothing was changed.
        [add-page-fact] { $near ->
            [none] Facts of this kind are: { $known }.
           *[other] Did you mean “{ $near }”?
        }
        [add-page-required] Say it with --fact, such as --fact { $name }=VALUE. The portal's settings ask for it.
        [add-page-options] Kinds of page are: { $known }. Write, for example: tragaluz add commitment --title "What we promise".
        [add-page-files] Add the documents one by one.
        [update-none] Name the dataset with --name; it needs one file with the same ending. Without --update the file is added as a new dataset.
        [update-several] Give the file the name of one of these: { $names }.
        [document] { $why ->
            [old] Open it, take the password away if it has one, and save it as .docx.
            [damaged] Open it in the program that wrote it, and save it anew.
            [locked] Open it, take the password away, and save it anew.
            [many] Look where it comes from.
            [empty] Look whether it is the right one. A scanned page has no words, only a picture of them.
           *[format] Save it as .docx or .odt. Data files are added without a kind of page: tragaluz add FILE.
        }
        [document-limit] Look where it comes from. If it is honest, raise the limit in tragaluz.toml, under [limits].
        [add-no-page] { $near ->
            [none] Write --of with the name of a file in content/commitments, without its ending.
           *[other] Did you mean “{ $near }”?
        }
        [export-absent] Name a folder: each sheet becomes a CSV in it.
        [import-changed] Import the workbook again: it shows what differs now. Nothing was changed.
        [add-hand] Open it, and write these lines below “milestones”: number, text and whatever else is known.
        [release-earlier] Write that day or a later one: --as-of { $date }
        [release-undated] Write it: --as-of 2026-01-31. It is the day that readers will see beside the version.
        [takedown-what] Name the rows by a cell, the column whose cells are to be emptied, or both: --where id=17, --column telephone. Every version is then rewritten without them.
        [takedown-reason] Write --reason takedown, or leave the two out.
        [takedown-one] Write its name: tragaluz release DATASET --reason takedown …
        [takedown-where] Write it so: --where id=17, or "--where=name=Ana Ruiz". The value is that of the CSV that is published.
        [takedown-column] { $near ->
            [none] The columns are those of the CSV that is published.
           *[other] Did you mean “{ $near }”?
        }
        [takedown-held] Take it out of the files in data/{ $dataset }/ first: otherwise the next version would bring it back. Nothing was changed.
        [conflict] Give one of the two, once.
        [redact-kind] { $near ->
            [none] Write some of: { $known }.
           *[other] Did you mean “{ $near }”? There are: { $known }.
        }
        [redact-same] Name another file for the copy, or none: the original is never written over.
        [redact-exists] Name another file, or write over it with --force.
        [redact-ending] Give it a name that ends in { $ending }.
        [redact-fixed] Name the copy: tragaluz redact { $file } COPY{ $ending }; then put its words into the file by hand.
        [redact-name] Name the copy without it: tragaluz redact FILE COPY{ $ending }; and keep the file itself outside of the portal.
        [redact-form] { $what ->
            [folder] Name one file after the other.
            [pdf] Take the data out where the PDF was made, and export it anew; “tragaluz check” says whether anything is left.
            [office] Take the data out in the program that wrote it, remove its properties, comments and tracked changes (File, Info, Inspect Document), and save it anew; or save it as text, and redact that.
            [packed] Unpack it, redact each file, and pack it again.
            [picture] Cover what may not be seen with an image editor, and save it as a new JPEG or PNG.
           *[unknown] Save it as CSV, as a workbook (XLSX, XLS, ODS), as JSON or as text, and redact that.
        }
        [redact-picture] { $why ->
            [large] Make it smaller, or raise the limit with --limit image_mib=NUMBER.
           *[other] Open it in an image editor, and save it as a new JPEG or PNG.
        }
        [redact-refused] { $reason ->
            [nothing-left] Mask the cells: leave out --leave-out, or some of the columns.
            [fixed-places] Mask the cells; or convert the file first: tragaluz convert { $file } COPY.csv
            [no-column] { $near ->
                [none] “tragaluz profile { $file }” lists the columns.
               *[other] Did you mean “{ $near }”?
            }
            [too-large] Convert it first, and redact that: tragaluz convert { $file } COPY.csv
            [no-workbooks] Convert it first, and redact that: tragaluz convert { $file } COPY.csv
           *[not-clean] Convert it first, and redact that: tragaluz convert { $file } COPY.csv; or leave the columns out with --columns.
        }
        [base-url] Write all of it, such as --base-url https://data.example.org/.
        [as-of] { $near ->
            [none] Write a day of the calendar with the year first, such as --as-of 2024-06-30.
           *[other] Write --as-of { $near }.
        }
        [limit] Write --limit NAME=NUMBER, with one of these names: { $known }.
        [not-published] { $near ->
            [none] Copy an address from the finding address-lost or from that file; to let go all addresses in a folder, end its name in /.
           *[other] Did you mean “{ $near }”?
        }
        [no-code] { $near ->
            [none] “tragaluz explain” without a code lists them all.
           *[other] Did you mean “{ $near }”?
        }
        [no-key] Write the key of 56 letters, or the name of a file such as minisign.pub.
        [no-figure] Write the figure alone, with its sign of percent if it has one: --figure "35 %"
        [links-absent] Use a released program, or build one with --features net.
        [sign-absent] Sign with minisign, which makes the same: minisign -S -m public/SHA256SUMS; or use a program built with --features sign.
        [sign-key] Name its file: tragaluz sign --key FILE; “minisign -G” makes a pair of keys. Where nobody can name a file, put its text into TRAGALUZ_SIGN_KEY.
        [sign-password] Run it at a terminal, or put the password into TRAGALUZ_SIGN_PASSWORD.
        [sign-locked] Try again. A password that is lost is lost for good: make a new pair of keys, and say the new public key where the old one was said.
        [sign-other-key] Sign with that key; or write the new public key into tragaluz.toml, under [portal], as public_key, and build again.
        [no-versions] { $near ->
            [none] “tragaluz verify” without --since says how many datasets have versions.
           *[other] Did you mean “{ $near }”?
        }
        [no-version] Write that or an earlier one: --since { $dataset }@{ $version }
        [since] Write the dataset, @ and the number: --since budget@3
        [no-net] Download the site into a folder and name that; or take a program with the feature “net”.
        [no-web] Write all of it, such as https://data.example.org/.
        [no-copy] Name the folder of the copy, such as public or the one on the USB stick: tragaluz verify DIR
        [dir-not-empty] Name a folder that does not exist yet, or one with nothing in it but a Git repository.
        [new-nothing] Write it after --{ $question }, or leave the option out.
        [new-licence] Write one of: { $known }. Another can be written into tragaluz.toml afterwards.
        [serve-host] Name an address of this computer with --host, or leave it out.
        [serve-port] Name another with --port.
        [no-format] Write one of: { $known }.
        [no-ending] End it in one of these, or name one with --to: { $known }.
        [format-refuses] Choose another format, such as csv or json.
        [same-file] Give the new file another name.
        [file-exists] Name another file, or write over it with --force.
        [no-theme] These come with it: { $known }.
        [no-theme-file] { $near ->
                [none] Without a file, all are copied.
               *[other] Was { $near } meant? Without a file, all are copied.
            }
        [same-out] Name each file once.
       *[other] “tragaluz{ $verb } --help” says how it is written.
    }
    .title = The command cannot be carried out
    .why = What was asked for cannot be done as it was asked, and doing something else instead would be worse.
no-portal = This is not a portal's folder: there is no tragaluz.toml here or above.
    .help = Go to the portal's folder, or name it with --root; “tragaluz new DIR” makes a new one.
    .title = There is no portal in this folder
    .why = The file tragaluz.toml makes a folder a portal: without it nobody knows its name, its languages and its address.
output-refused = { $kind ->
        [output-foreign] { $dir } holds files that tragaluz did not make: { $names }{ $more ->
            [0] { "" }
           *[other] { " " }and { $more } more
        }. Nothing was touched.
        [output-without-marker] { $dir } has a list of checksums (SHA256SUMS) but no .tragaluz.json beside it: an earlier version of tragaluz made it, or another program. Nothing was touched, because nobody can tell which of its files are yours. { $count ->
            [0] The list names everything in it.
           *[other] What the list does not name: { $names }{ $more ->
                [0] { "" }
               *[other] { " " }and { $more } more
            }.
        }
        [output-list-changed] In { $dir } the list of checksums (SHA256SUMS) is not the one that belongs to .tragaluz.json, so nobody can tell which of its files tragaluz made. Nothing was touched. It holds { $names }{ $more ->
            [0] { "" }
           *[other] { " " }and { $more } more
        }.
        [output-is-file] { $dir } is a file, and the output must be a folder.
        [output-is-special] { $dir } is a device, a pipe or a socket, and the output must be a folder.
        [output-dangling] { $dir } is a link that leads nowhere: there is no { $other }.
        [output-unlistable] { $dir } cannot be listed: { io-cause }.
        [output-is-source] { $dir } is { $other } of the portal itself, which a build would replace.
        [output-holds-source] { $dir } holds the portal’s own { $other }, which a build would replace.
        [output-in-source] { $dir } lies in { $other } of the portal, where the next build would take the site for content.
        [output-other-disk] { $dir } is another disk inside the output folder, and cannot be carried over into the new one. Nothing was touched.
        [output-is-disk] { $dir } is a disk of its own, or a shared folder, and cannot be exchanged for a new one. The last site still stands.
       *[output-not-carried] { $dir } in the output folder, which tragaluz did not make, could not be carried over: { io-cause }. The last site still stands.
    }
    .help = { $kind ->
        [output-foreign] Name another folder with --out, or move them away.
        [output-without-marker] Rename the folder, build again, and put what is your own into the new one: it will stay there.
        [output-list-changed] Put the list back as it was (Git can: “git checkout -- SHA256SUMS .tragaluz.json”), or rename the folder, build again, and put what is your own into the new one.
        [output-dangling] Make that folder, or remove the link.
        [output-unlistable] Give yourself the right to read it, or name another folder with --out.
        [output-holds-source] Name another folder with --out, such as public.
        [output-other-disk] Unmount it, or name another folder with --out.
        [output-is-disk] Name a folder in it with --out.
        [output-not-carried] Move it out of the output folder and build again.
       *[other] Name another folder with --out.
    }
    .title = The output folder cannot be used
    .why = A build replaces what an earlier one made, and nothing else: where it cannot tell one from the other it touches nothing.
system-refused = { $action ->
        [reading] This cannot be read
        [copying] This cannot be copied
        [moving] This cannot be moved
        [restoring] The last site cannot be put back here
        [placing] The finished file or site cannot be put here
       *[writing] This cannot be written
    }: { io-cause }.
    .help = { io-cause.help }
    .title = The system refuses to read or write
    .why = Without it the work cannot go on. The last site stays as it is.
file-changed = This file changed, or went, while it was read.
    .help = Close the programs that write to it, and try again.
    .title = A file changed while it was read
    .why = Pages, downloads and checksums would each show another state of it.
program-fault = Something went wrong in the program itself (technical detail: { $detail }).
    .help = Please report this with what you did, and with the line above.
    .title = The program itself has a fault
    .why = It is a fault of the program, and not of your portal.

### Help on the command line.

help-usage = Usage:
help-commands = Commands:
help-arguments = Arguments
help-options = Options
help-command = COMMAND
help-any-options = [OPTIONS]
help-default = [default: { $value }]
help-values = [one of: { $values }]
help-help = Say this
help-version = Say the version
