### Findings about personal data.

personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC of persons
    [clabe] bank accounts (CLABE)
    [card] numbers of payment cards
    [nss] social security numbers (NSS)
    [voter-key] voter keys
    [passport] passport numbers
    [plate] licence plates
    [e-mail] e-mail addresses
    [telephone] telephone numbers
    [ip-address] IP addresses
    [street] street addresses
    [home-coordinates] coordinates of a home
    [iban] bank accounts (IBAN)
    [name] names of people
    [birth-date] dates of birth
   *[other] { $named }
}
personal-data = { $part ->
    [cells] The column “{ $name }” holds personal data ({ personal-kind }) in { $count ->
            [one] one cell
           *[other] { $count } cells
        }.
    [header] The names of the columns hold personal data ({ personal-kind }).
    [notes] What stands above or below the table holds personal data ({ personal-kind }): { $count }.
    [file-name] The name of this file, or of its folder, holds personal data ({ personal-kind }).
    [picture] What a camera or a program wrote into this picture holds personal data ({ personal-kind }): { $count } ({ $within }). The portal publishes it without.
    [document] This document holds personal data ({ personal-kind }): { $count } ({ $within }).
   *[text] This file holds personal data ({ personal-kind }): { $count }, on { $count ->
            [one] line
           *[other] the lines
        } { $lines }.
}
    .help = { $part ->
        [picture] Nothing has to be done for the portal. Whoever passes the original on passes it on with them.
        [file-name] Give the file or folder another name.
       *[other] Take them out; `tragaluz redact` makes a copy of a file in which they are masked. What is an office's own contact is declared in tragaluz.toml, under [contact] or [feedback], or as declared under [privacy]. What your office has decided to publish needs a waiver: complete these lines, in the facts of the page or of dataset.md, or in tragaluz.toml where a file has no page.
    }
    .title = A file holds personal data
    .why = Whoever is named can be found, written to or passed for, and what was published once cannot be called back. The value itself is shown nowhere. Except in pictures, which are published without it, nothing is published until it is out, declared or waived.
personal-data-in-versions = Earlier versions of “{ $dataset }” hold personal data ({ personal-kind }) in the column “{ $name }” of { $table }: { $versions }. No waiver covers it any more.
    .help = Take it out of every version, once the data are without it: tragaluz release { $dataset } --reason takedown --column "{ $name }" --as-of TODAY --note "Why". With --where COLUMN=VALUE it is only some rows. If it may stay public, it needs a waiver; complete these lines in dataset.md.
    .title = Earlier versions hold personal data
    .why = A column that is taken out of the data is still in every version that had it, and versions stay published at their addresses. What a waiver allowed ends with the waiver, in all of them.
personal-data-likely = { $part ->
    [cells] The column “{ $name }” seems to hold personal data ({ personal-kind }) in { $count ->
            [one] one cell
           *[other] { $count } cells
        }.
    [header] The names of the columns seem to hold personal data ({ personal-kind }).
    [notes] What stands above or below the table seems to hold personal data ({ personal-kind }): { $count }.
    [file-name] The name of this file, or of its folder, seems to hold personal data ({ personal-kind }).
    [picture] What a camera or a program wrote into this picture seems to hold personal data ({ personal-kind }): { $count } ({ $within }). The portal publishes it without.
    [document] This document seems to hold personal data ({ personal-kind }): { $count } ({ $within }).
   *[text] This file seems to hold personal data ({ personal-kind }): { $count }, on { $count ->
            [one] line
           *[other] the lines
        } { $lines }.
}
    .help = { $part ->
        [picture] Nothing has to be done for the portal. Whoever passes the original on passes it on with them.
        [file-name] If it is so, give the file or folder another name.
       *[other] If they are a private person's, take them out. If they are not, or may be published, complete these lines in the facts of the page or of dataset.md (in tragaluz.toml where a file has no page): the site lists them with the reason.
    }
    .title = A file seems to hold personal data
    .why = Other things look the same, so this does not stop the build. Somebody of the office should look at each once.
# A place in a document. $detail is its number or name, and may be empty.
personal-place = { $part ->
    [body] the text
    [page] page { $detail }
    [line] line { $detail }
    [member] the part { $detail }
    [hidden] hidden: { $detail }
    [deleted] deleted words
    [earlier] an earlier state of the file
    [comment] a comment
    [field] a field of a form
    [outline] the outline
    [alternative] the words for a picture
    [link] a link
    [property] the property { $detail }
    [tag] the tag { $detail }
    [name] the name of a file within
   *[other] { $part }
}
personal-unseen = Not all of this document could be looked into for personal data: { $why ->
    [format] what it is made of is no format that this program reads
    [encrypted] it is locked with a password
    [damaged] a part of it is damaged
    [pictures] pages are pictures of text
    [letters] letters of a font do not say which they are
   *[limit] it exceeds the limit { $setting } ({ $most })
} ({ $count }).
    .help = Read what the program cannot: properties, comments, scanned pages. Better is a document with its text as text.{ $setting ->
        [none] { "" }
       *[other] {" "}If the document is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
    }
    .title = The search for personal data is incomplete
    .why = What nobody looked into may name somebody.
personal-gate-off = This portal is published without a look for personal data.
    .help = Take this line out. What may be published is better said one by one, with waivers.
    .title = The search for personal data is off
    .why = Whoever publishes answers for the people in the data. The site says that nobody looked, and why.
personal-waiver-lapsed = This waiver ({ $kinds }) held until { $until }, and what it is about is still in the portal.
    .help = Let the office that gave it decide anew, and write the new day; or take the data out.
    .title = A waiver for personal data has lapsed
    .why = A reason to publish what concerns somebody does not hold for ever. From that day on, the data stop the build again.
personal-waiver-lapsing = This waiver ({ $kinds }) lapses on { $until }: { $days ->
        [0] today
        [one] tomorrow
       *[other] in { $days } days
    }.
    .help = Ask the office that gave it whether it still holds, and write the new day.
    .title = A waiver for personal data lapses soon
    .why = After that day the data that it is about stop the build.
personal-waiver-in-vain = Nothing that this waiver ({ $kinds }) is about was found.
    .help = Take it out, or correct its kind, file or columns.
    .title = A waiver for personal data covers nothing
    .why = A waiver that is no longer needed would let through the next value of its kind, which nobody has looked at.
personal-waiver-by-person = “by” should name an office or a role, such as “Transparency Unit”; this waiver ({ $kinds }) lets nothing through.
    .help = Write which office or role decided it, as the site will show it; never the name of somebody.
    .title = A waiver names no office or role
    .why = The site lists every waiver. An office answers for it; a name would be one more person published.
paste-ground = public-official, consented, published-by-law, office-contact, not-personal, fictitious or historical
paste-reason = why, in your own words; the site shows them
paste-by = the office or role that decides, never a person's name
paste-until = the last day on which it holds, such as 2027-06-30
