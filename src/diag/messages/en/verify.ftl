### Findings about a published copy that is held against what it says of itself.

copy-sums-wrong = { $kind ->
        [absent] There is no list of checksums (SHA256SUMS) here.
        [large] The list of checksums is larger than any list of a portal.
        [line] This line of the list is not a checksum and a name.
        [path] The name in this line is none that a portal publishes, or leads out of the copy. It was not looked at.
        [twice] This line names a file that a line above names already.
       *[cut] The list is not the one that this copy was published with: lines were cut off, added or changed.
    }
    .help = { $kind ->
        [absent] Name the folder that holds the whole copy. If it is that one, get the copy anew: without its list nothing can be said of it.
        [large] Get the copy anew from its publisher.
       *[other] Get SHA256SUMS anew from the publisher's own site, and compare the copy with that.
    }
    .title = A copy lacks a correct list of checksums
    .why = The list says of every file what it has to be. Whoever can change the list unnoticed can change every file.
copy-file-changed = This file is not what the list of checksums says: expected { $expected }, found { $found }.
    .help = Do not rely on it. Get it anew from the publisher's own site; where that has the same, ask the publisher.
    .title = A file of the copy is altered
    .why = A single digit that was changed on purpose, or by a bad disk, makes a figure wrong that people cite.
copy-file-absent = The list of checksums names this file, or the ledger does, and it is not here.
    .help = Get it anew from the publisher's own site, or copy the whole folder again.
    .title = A file of the copy is missing
    .why = What was left out of a copy may be what its reader would look for.
copy-file-odd = { $kind ->
        [link] A link stands here in the place of a file. It was not followed.
       *[special] What stands here is not a file.
    }
    .help = Remove it, and get the file anew from the publisher's own site.
    .title = The copy holds something that is no file
    .why = A portal publishes files and folders alone. A link shows whatever it leads to, which may be anybody's.
copy-file-unlisted = The list of checksums does not name this: it is not the publisher's.
    .help = If you put it there, all is well. If not, do not open it.
    .title = The copy holds a file not listed
    .why = Whoever passes a copy on can add to it. What is added looks like the rest, and nobody vouches for it.
copy-unsigned = The list of checksums is not signed.
    .help = Compare it with the one on the publisher's own site. A publisher signs it with “tragaluz sign”.
    .title = The copy's list of checksums is unsigned
    .why = Without a signature, whoever passes a copy on may change a file and its line in the list.
copy-signature-wrong = { $kind ->
        [unreadable] This is not a signature.
        [key] This is not a public key.
        [other-key] The list of checksums is signed with another key than the one that is to be its publisher's.
       *[other-list] The signature is not of this list of checksums: one of the two was changed.
    }
    .help = { $kind ->
        [other-key] Ask the publisher which key is theirs, by another way than this copy. Do not rely on the copy until then.
       *[other] Do not rely on the copy. Get it anew from the publisher's own site, with its signature.
    }
    .title = The copy's signature is wrong
    .why = The signature is what nobody but the publisher can make. Where it is wrong, somebody else wrote the list.
copy-signature-unproven = { $kind ->
        [no-key] The list of checksums is signed, but there is no key here to hold it against.
       *[own-key] The signature fits the key that came with this copy. That shows that the copy is consistent, not whose it is: whoever changes both is not seen.
    }
    .help = Get the publisher's key by another way (their site, a letter, a telephone call), and give it with --key.
    .title = The copy's signature is not proven
    .why = A key that comes with what it signs vouches for itself.
copy-ledger-broken = { $kind ->
        [absent] There are files of versions here, and no ledger that says what they are.
        [large] The ledger is larger than any ledger of a portal.
        [long] This line of the ledger is longer than any line of a ledger.
        [not-a-release] This line of the ledger is no release.
        [out-of-order] This line of the ledger does not follow the one above: its number is not the next one, or its day is earlier.
        [table] This line of the ledger names a table that cannot be: twice, with a name that leads elsewhere, or with too many columns.
        [rewrites-nothing] This line of the ledger says that it took something out of a table that no line above has with that sum.
       *[broken-chain] This line of the ledger was not written after the line above: one of the two was changed, taken out or put in.
    }
    .help = Get the ledger anew from the publisher's own site, and ask others who keep a copy. Do not rely on the versions of this dataset.
    .title = The copy's ledger of versions is broken
    .why = The ledger says what a figure was, and when and why it changed. Each line holds the hash of the one above, so that a change of the past is seen.
copy-version-wrong = { $kind ->
        [damaged] This file of version { $version } is damaged: it cannot be unpacked.
        [large] This file of version { $version } holds more than the table can have.
        [sum] This is not “{ $table }” of version { $version } as the ledger has it: expected { $expected }, found { $found }.
        [head] This does not say what changed up to version { $version } of “{ $table }”, as the ledger has it.
        [leads] What changed, as this file says, does not lead to version { $version } of “{ $table }”: expected { $expected }.
        [same] The ledger says that “{ $table }” stayed the same in version { $version }, but its checksums differ.
        [unfounded] The ledger says what changed in “{ $table }” in version { $version }, but no version before has it.
       *[unknown] The ledger knows no version with this file.
    }
    .help = Get the file anew from the publisher's own site, and the ledger (releases.jsonl beside the dataset) too. Do not rely on the versions of this dataset until they agree.
    .title = A version in the copy contradicts its ledger
    .why = Earlier versions answer what became of a figure. One that is not what its ledger says answers wrongly.
copy-newest-differs = The table that is offered now is not that of the newest version, { $version } of { $date }: expected { $expected }, found { $found }.
    .help = The publisher may have changed the data since without a new version: cite the version, or ask the publisher.
    .title = The copy does not offer the newest version
    .why = Between two versions nobody can show later what was published, so that a figure from then cannot be found again.
