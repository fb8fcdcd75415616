### The program's own sentences.

word-error = error
word-warning = warning
word-note = note
word-help = help
findings-more = There are { $count } more of the kind { $code }; --format json lists them all.
no-portal = This is not a portal's folder: there is no tragaluz.toml here or above. Go to the portal's folder, or name it with --root; “tragaluz new DIR” makes a new one.
wrong-base-url = --base-url wants a full address such as https://data.example.org/.
wrong-as-of = --as-of wants a date such as 2024-06-30, not “{ $text }”.
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
not-published = addresses.txt lists no address “{ $address }”, so that it cannot be let go. { $near ->
    [none] Copy an address from the finding address-lost or from that file; to let go all addresses in a folder, end its name in /.
   *[other] Did you mean “{ $near }”?
}
nothing-found = Nothing to mend on { $pages } pages.
not-built = Nothing was published: mend the errors above and build again.
not-built-kept = Nothing was published: mend the errors above and build again. The last good site still stands in { $out }.
built = Built { $pages } pages, { $files } files, { $size }. Open { $index }
left-out = { $count ->
    [one] One page or dataset was left out because of the errors above; its address says so
   *[other] { $count } pages or datasets were left out because of the errors above; their addresses say so
}: { $units }. Mend them and build again.
no-such-code = There is no finding called “{ $code }”. { $near ->
    [none] “tragaluz explain” without a code lists them all.
   *[other] Did you mean “{ $near }”?
}
dir-not-empty = { $dir } is not empty. Name a folder that does not exist yet.
made-new = A new portal stands in { $dir }. Next: go there, then “tragaluz build” makes the site and “tragaluz serve” shows it.
weigh-head = bytes   limit   requests, seconds at 50 kbit/s, 400 kbit/s and 1.6 Mbit/s, page
wrong-limit = “{ $given }” is no limit that can be set. Write --limit NAME=NUMBER, with one of these names: { $known }.
serving = The portal is at { $address } (this computer only). Every change is shown at once; Ctrl+C ends it.
rebuilt = Made again: { $pages } pages.
serving-host = It is also at { $address }: everyone who reaches this computer there can see it.
serving-name = It also answers to { $address }, for whatever leads here under that name.
serve-host = The preview cannot be shown at { $host }: { $detail }. Name an address of this computer with --host, or leave it out.
serve-port = No port from { $first } to { $last } is free. Name another with --port.
nothing-found-in-rows = Nothing to mend in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
no-such-format = There is no format “{ $format }”. There are: { $known }.
no-format-of-ending = The name { $name } does not tell a format. End it in one of these, or name one with --to: { $known }.
converted = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} written to { $out }
same-file = The file to read and the file to write are the same.
same-out = The same file is to be written twice.
profile-head = { $file }: { $rows } rows, { $columns } columns, { $encoding }
profile-columns = column	type	missing	distinct	from	to	most frequent
timings-stages = Where the time went, by stage:
timings-whole = the whole
timings-slowest = The slowest files:
output-foreign = { $dir } holds files that tragaluz did not make: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}. Nothing was touched. Name another folder with --out, or move them away.
output-without-marker = { $dir } has a list of checksums (SHA256SUMS) but no .tragaluz.json beside it: an earlier version of tragaluz made it, or another program. Nothing was touched, because nobody can tell which of its files are yours. Rename the folder, build again, and put what is your own into the new one: it will stay there. { $count ->
    [0] The list names everything in it.
   *[other] What the list does not name: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }.
}
output-list-changed = In { $dir } the list of checksums (SHA256SUMS) is not the one that belongs to .tragaluz.json, so nobody can tell which of its files tragaluz made. Nothing was touched. Put the list back as it was (Git can: “git checkout -- SHA256SUMS .tragaluz.json”), or rename the folder, build again, and put what is your own into the new one. It holds { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
output-is-file = { $dir } is a file. The output must be a folder: name another one with --out.
output-is-special = { $dir } is a device, a pipe or a socket. The output must be a folder: name another one with --out.
output-dangling = { $dir } is a link that leads nowhere: there is no { $other }. Make that folder, or remove the link.
output-unlistable = { $dir } cannot be listed: { $other }. Give yourself the right to read it, or name another folder with --out.
output-is-source = { $dir } is { $other } of the portal itself, which a build would replace. Name another folder with --out.
output-holds-source = { $dir } holds the portal’s own { $other }, which a build would replace. Name another folder with --out, such as public.
output-in-source = { $dir } lies in { $other } of the portal, where the next build would take the site for content. Name another folder with --out.
output-other-disk = { $dir } is another disk inside the output folder, and cannot be carried over into the new one. Nothing was touched. Unmount it, or name another folder with --out.
output-is-disk = { $dir } is a disk of its own, or a shared folder, and cannot be exchanged for a new one. The last site still stands. Name a folder in it with --out.
output-not-carried = { $path } in the output folder, which tragaluz did not make, could not be carried over: { $other }. The last site still stands. Move it out of the output folder and build again.
