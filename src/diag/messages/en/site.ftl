### Findings about the site that is made.

no-base-url = The portal does not say where it will be published.
    .help = Add base_url = "https://…/" under [portal] in tragaluz.toml.
    .title = The portal's web address is not given
    .why = Sitemap, feeds and harvester catalogs hold full addresses; without one they are not made.
address-taken = Two things want the address { $path }: { $holder ->
        [program] a file that tragaluz makes itself
        [output] { $first } in the output folder, which tragaluz did not make
       *[file] { $first }
    }, and { $claimant ->
        [program] a file that tragaluz makes itself
        [output] { $second } in the output folder, which tragaluz did not make
       *[file] { $second }
    }.
    .help = { $holder ->
        [program] { $claimant ->
            [program] Give one of the pages or datasets that they are made from another id:.
           *[file] Give { $second } another name or another folder: tragaluz needs this address.
        }
        [output] Move { $first } out of the output folder, or give { $claimant ->
            [file] { $second } another name
           *[program] it another name
        }.
       *[file] { $claimant ->
            [program] Give { $first } another name or another folder: tragaluz needs this address.
            [output] Move { $second } out of the output folder, or give { $first } another name.
           *[file] Give one of the two another name, id or folder. Upper and lower case, and the two ways of writing a letter with an accent, do not tell addresses apart.
        }
    }
    .title = Two things want the same address
    .why = Only one of the two could be published, and the other would be lost.
output-kept = { $out } holds what tragaluz did not make: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}.
    .help = It stays where it is, in every build, and is published with the site. This is said once.
    .title = Files of others stay in the output folder
    .why = What people put into the output folder (a CNAME, a .git folder, files that a host asks for) is theirs, and is never removed.
output-altered = { $count ->
    [one] { $names } in { $out } was changed since tragaluz made it
   *[other] { $count } files in { $out } were changed since tragaluz made them: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
}.
    .help = A build makes such files anew, and what was changed in them is lost. Make the change in content/, data/ or themes/ instead.
    .title = A built file was changed afterwards
    .why = A build replaces every file that it made before: a change made in the output by hand does not last, and one that nobody made on purpose is a sign of damage.
output-unreadable = New files are made with the mode { $file } and new folders with { $folder }, so that a web server that runs as another user cannot read the site.
    .help = It comes of the umask { $umask }, the rights that this computer gives to new files. Say “umask 022” in the same terminal before you build.
    .title = Other users cannot read the built site
    .why = Readers would get “403 Forbidden” from a site that looks whole to its publisher.
output-left = The site is published, but { $count ->
    [one] a part
   *[other] { $count } parts
} of the one before could not be removed from { $folder }{ $first ->
    [none] { "" }
   *[other] { " " }({ $first })
}: { io-cause }.
    .help = Look at what is in it, and delete the folder when you need nothing of it. The next build tries again.
    .title = Parts of the former site remain
    .why = Nothing of the published site depends on it; it only takes room.
file-too-large-for-hosts = { $path } has { $megabytes } MB. GitHub takes no file over 100 MB, and other common hosts take less.
    .help = Divide the table (by year, by region), leave out formats under [formats] downloads in tragaluz.toml, or publish on a server of your own.
    .title = A file is too large for common hosts
    .why = The host refuses the whole upload because of one file.
site-too-large-for-hosts = The site has { $megabytes } MB. GitHub Pages publishes no site over 1 GB.
    .help = Leave out formats under [formats] downloads and editions under [editions] make in tragaluz.toml, or publish on a server of your own.
    .title = The site is too large for GitHub Pages
    .why = The host refuses the site, or stops serving it.
address-lost = { $count ->
    [one] The address { $paths } was published, and this site no longer has it.
   *[other] { $count } addresses were published that this site no longer has: { $paths }.
}
    .help = Where only a folder or file got another name, write id: with the old one among its facts, and nothing is lost. Where another page took its place, name the old address there under former:. To give up single addresses, run tragaluz build --let-go ADDRESS, or --let-go FOLDER/ for all below it; --accept-addresses gives up every one of these. addresses.txt lists what was published.
    .title = A published address would be lost
    .why = Links, citations and harvesters that use the address would lead nowhere.
address-moved = { $count ->
    [one] The published address { $address } would show other data: until now { $before }, from now on { $now }.
   *[other] { $count } published addresses would show other data: { $paths }. { $address } until now shows { $before }, from now on { $now }.
}
    .help = A file or sheet beside it came or went, and so the names moved. Give each table a name of its own that depends on no other: in dataset.md, under resources:, with name: and path:, and for a sheet dialect: with sheetName:. Where an address shall show the other data, run tragaluz build --let-go ADDRESS.
    .title = A published address would show other data
    .why = Whoever cites or downloads the address would get other data, and nobody would be told.
identifier-shared = The identifier “{ $id }” is already that of the dataset { $other }.
    .help = Give each dataset an identifier of its own (identifier: in dataset.md, id in datapackage.json), or take it away from one of the two. Until then catalogs call this one { $own }.
    .title = Two datasets share a catalog identifier
    .why = Harvesters take two datasets with one identifier for one, and some stop at the second.
term-redirected = { $count ->
    [one] A page of a name that is no longer used leads on: { $paths }.
   *[other] { $count } pages of names that are no longer used lead on: { $paths }.
}
    .help = Nothing need be done. Where one should lead elsewhere, write a page for the term that took its place, such as content/institutions/name.md, and name the old address there under former:.
    .title = A disused name leads to another page
    .why = A published page of an institution or subject keeps its address when its name is corrected or no longer used: it leads to the corrected name where that can be told, else to the list of all.
security-expired = The address for reporting weaknesses was to hold until { $date }, and it is { $today }.
    .help = See that somebody still reads it, then set expires under [security] in tragaluz.toml to a day within the next year.
    .title = The address for reporting weaknesses has expired
    .why = Programs and people pass over a security.txt that has expired, and a weakness that they find is not reported.
engine-fault = { $fault ->
        [absent] it is not there
        [argument] a filter or function lacks an argument, or has one too many
        [block] a block stands where none can, twice, or in no template above
        [deep] templates hold each other too deep, or in a circle
        [encoding] it is not text in UTF-8
        [engine] there is no such engine; there are minijinja and tera
        [field] it lacks a line, or has one that is not known
        [filter] there is no such filter
        [function] there is no such function
        [page] the page comes to more than { $named } MiB. If it is right as it is, raise the limit: write page_mib with a larger number below [limits] in tragaluz.toml
        [steps] the page takes more than { $named } steps: most often a loop within a loop, or a template that calls itself. If it is right as it is, raise the limit: write template_steps with a larger number below [limits] in tragaluz.toml
        [syntax] a tag is not closed, or is written in a way that the engine does not know
        [template] a template that it names is not there
        [test] there is no such test
        [type] something is done with a value that cannot be done with it
        [value] there is no such value
        [words] line { $line } is not a message as Fluent has them
       *[other] it breaks the rules of its notation
    }{ $named ->
        [none] { "" }
       *[other] { " " }({ $named })
    }
template-failed = { $kind ->
        [value] The theme reads “{ $name }”, which { $path } does not have.
        [block] The theme fills a block “{ $name }” that no template above { $path } has, so that it would be shown nowhere.
       *[other] The theme could not make { $path }: at { $where }, { engine-fault }.
    }
    .help = { $near ->
        [none] Correct the template named. If it is a built-in one, please report this.
       *[other] Did you mean “{ $near }”?
    }
    .title = The theme cannot make a page
    .why = A page that cannot be made would be missing from the site.
theme-file-unused = No page is made with this file{ $near ->
        [none] .
       *[other] ; { $near } is one that pages are made with.
    }
    .help = Give it the name of a file of the theme, name it in a template, or take it away. “tragaluz theme copy” shows which there are.
    .title = No page is made with a theme’s file
    .why = What was changed in such a file is seen nowhere, and looks as if it were.
template-absent = The theme has no template { $name }.
    .help = { $near ->
        [none] Put it into the portal, as themes/NAME/templates/{ $name }, or take this line out: the page is then made as others of its kind.
       *[other] Was { $near } meant? Else put it into the portal, as themes/NAME/templates/{ $name }.
    }
    .title = The template of a page is absent
    .why = A page that names its template is meant to look as no other does, and would not.
theme-absent = There is no theme “{ $name }”.
    .help = The themes at hand are: { $known }.
    .title = The chosen theme does not exist
    .why = The theme decides how every page looks.
link-broken = { $page } links to { $target }, which is not in the site{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = { $kind ->
        [web] Write https:// before it, for it is the address of another site.
       *[site] Correct the link where the text stands. Links to other pages name their .md file or their address.
    }
    .title = A link leads to something absent
    .why = A reader who follows it finds nothing.
outside-gone = Nothing is at { $url } any more: its server answers { $said }.
    .help = Look for where it is now and name that address; where it is gone for good, name a copy that an archive of the web keeps, such as web.archive.org, or take the link out.
    .title = An address of others is gone
    .why = A reader who follows it finds nothing, and what it was to prove is proven no more. Found only where --links is given.
outside-silent = No server answers for { $url } ({ $said }).
    .help = Open it in a browser. Where it opens, the server or this network is out of order now and then: ask again tomorrow. Where it does not, correct the address or take the link out.
    .title = An address of others does not answer
    .why = A misspelt name of a server looks like this, and so does an office that was closed with its site. Found only where --links is given.
outside-moved = { $url } has moved for good to { $said }
    .help = Name the new address: the old one is sent on for only so long.
    .title = An address of others has moved
    .why = Whoever moved a page may stop sending readers on. Found only where --links is given.
outside-unclear = Whether anything is at { $url } could not be told: { $said }
    .help = Open it in a browser. Some servers answer people only, or want a password; then nothing is wrong.
    .title = Of an address of others nothing could be told
    .why = A number is what the server answered: 401 and 403 ask for a password, 429 and 503 ask to be left alone for now, and from 500 on something is wrong there. Found only where --links is given.
link-to-own-computer = { $target } is on your own computer or network, where no reader can open it.
    .help = Put the file into content/ beside the page, or into data/, and link to it by its name from there.
    .title = A link leads to your own computer
    .why = A reader who follows the link finds nothing, and learns how your folders are called.
link-scheme-unknown = This link is shown as words without a link: { $scheme ->
        [figure] figures are taken from the data in texts and charts, not here, so that { $target } is neither checked nor filled in
        [ftp] browsers no longer open addresses that begin with “ftp:”, such as { $target }
        [javascript] { $target } would run a program
       *[other] pages do not link to addresses that begin with “{ $scheme }:”, such as { $target }
    }.
    .help = { $near ->
        [none] Give an address that begins with https:, http:, mailto:, tel:, sms: or geo:, or the name of a page or file of this portal; or leave the words alone.
       *[other] Did you mean “{ $near }:”?
    }
    .title = A link uses an unsupported address
    .why = A reader takes the words for a link that does not work, and what it should lead to is lost.
link-with-blanks = These words are shown as they stand: the address “{ $target }” has a blank, and so is not read as { $kind ->
        [image] an image
       *[link] a link
    }.
    .help = Write the address between < and >: (<{ $target }>).
    .title = A link's address has a blank
    .why = In Markdown an address ends at a blank, so that readers see brackets and a file's name.
theme-malformed = A file of the theme cannot be read: { engine-fault }.
    .help = Correct the file at the place named.
    .title = A file of the theme cannot be read
    .why = A theme that is read only in part would show pages without words.
theme-too-new = The theme “{ $name }” is made for a newer tragaluz.
    .help = Take a newer tragaluz, or an older edition of the theme.
    .title = The theme needs a newer tragaluz
    .why = Its templates read facts that this tragaluz does not give.
card-without-letters = The card of { $path } cannot be drawn: its title has { $letters }, which the font of the cards lacks.
    .help = Nothing need be done: links to this page come with the card of the home page.
    .title = A page's card cannot be drawn
    .why = The font of the cards has the letters of Latin, Greek and Cyrillic writing.
language-without-words = The theme has no words in “{ $lang }”.
    .help = Make a file i18n/{ $lang }.ftl in the theme's folder below themes/ in the portal, with a line for each message: its name, =, and the words. The finding message-absent then names those that are still missing.
    .title = The theme has no words in a language
    .why = Headings and labels of these pages are shown in the portal's main language, and say so to screen readers.
link-to-folder = { $page } links to the folder { $target }{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = Name the file: { $target } becomes { $file }.
    .title = A link leads to a folder
    .why = On a disk, a USB stick or in an archive, a folder opens as a list of files instead of a page.
link-absolute = { $page } links to { $target }, which starts at the host's root{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = Write the link from the page that it is on: the name of the .md file, or the path with ../ to go up one folder, such as ../datasets/index.html.
    .title = A link starts at the host's root
    .why = The site could not stand in a subfolder or be read from a disk.
link-fragment-broken = { $page } links to { $target }, and there is no such place on that page{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = { $near ->
        [none] { $places ->
            [none] There is nothing on that page that a link could lead to. Leave out the part after #.
           *[other] Correct the part after #. The places on that page are: { $places }.
        }
       *[other] Did you mean #{ $near }?
    }
    .title = The linked place is not on the page
    .why = A reader who follows it lands at the top of the page instead.
other-host = { $page } loads { $target } from another host{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = Keep the file in the portal, or make it a link.
    .title = A page loads something from another host
    .why = Whatever comes from elsewhere costs readers time and privacy, and is missing offline.
forbidden-markup = { $page } holds { $kind ->
        [script] a script that is not the search's own ({ $what })
        [handler] the attribute { $what }, which would run a program
        [frame] a frame ({ $what })
        [object] an embedded object ({ $what })
        [address] the address { $what }, which would run a program
        [refresh] a meta element that sends readers on by itself ({ $what })
        [base] a base element ({ $what }), which makes every link lead elsewhere
       *[form] a form that is sent to another host ({ $what })
    }{ $more ->
    [0] { "." }
    [one] ; so does another page.
   *[other] ; so do { $more } other pages.
}
    .help = Take the element { $element } out of the theme, or what it has of this. { $kind ->
        [form] A form may be sent to the portal's own host, or as an e-mail (mailto:).
       *[other] Styles, images and links may stay.
    }
    .title = A page holds a forbidden element
    .why = A page has to be read without a script, from a disk too, and tells nobody else who reads it.
repeated-anchor = { $page } uses the id “{ $id }” twice.
    .help = Give one of the two another id or heading.
    .title = A page uses an id twice
    .why = A link to it can reach only the first.
budget-too-large = The limit of { $bytes } bytes that tragaluz.toml gives { $page } is beyond { $limit }, the most that any page may weigh.
    .help = Lower it under [budgets] in tragaluz.toml, or split the page.
    .title = A page's set limit is too high
    .why = What exceeds 14,336 bytes does not arrive with the first answer of a server, and every reader waits.
page-too-heavy = { $page } weighs { $bytes } bytes compressed; its kind ({ $kind }) may weigh { $limit }.
    .help = Shorten or split the page, or write [budgets."{ $page }"] with bytes (at most 14336) and reason into tragaluz.toml.
    .title = A page is too heavy
    .why = On a slow connection every page must be readable within two seconds.
page-nearly-too-heavy = { $page } weighs { $bytes } bytes compressed, close to the { $limit } that its kind ({ $kind }) may weigh.
    .help = Shorten or split it before it grows further.
    .title = A page is nearly too heavy
    .why = On a slow connection every page must be readable within two seconds.
text-edition-heavy = The plain-text edition { $page } weighs { $bytes } bytes compressed, more than the { $limit } that are light for everyone.
    .help = Nothing need be done; a split page has two lighter ones. To say that it is meant so, write [budgets."{ $page }"] with bytes and reason into tragaluz.toml, or [budgets.text] for all plain-text editions; any number will do.
    .title = A plain-text edition is heavy
    .why = Plain text is for those on the slowest connections. It can be read while it comes, so that it keeps no site from being published.
facets-left-out = Only the { $shown } largest lists have pages; { $left } have none.
    .help = Nothing needs mending. Everything is also found in the A–Z index, by the search, and on the page of each institution, policy area or dataset.
    .title = The smaller lists have no pages
    .why = Lists cut by one fact or two are far more than anybody reads; so there is a limit, and pages say so.
metadata-missing = The dataset “{ $title }” ({ $dataset }) has no { $field ->
    [summary] description. Catalogs by DCAT-US 1.1 and DCAT-AP must have one, so it stays out of data.json and data.europa.eu does not see it
    [publisher] publisher. Catalogs by DCAT-US 1.1 and DCAT-AP must have one, so it stays out of data.json, and data.europa.eu takes 10 of its 405 points away
    [contact] contact with a name and an e-mail address. Catalogs by DCAT-US 1.1 must have one, so it stays out of data.json; without any contact data.europa.eu takes 20 of its 405 points away
    [keywords] keywords. Catalogs by DCAT-US 1.1 must have at least one, so it stays out of data.json, and data.europa.eu takes 30 of its 405 points away
    [modified] date of last change. Catalogs by DCAT-US 1.1 must have one, so it stays out of data.json, and data.europa.eu takes 5 of its 405 points away
    [licenses] licence with a web address. Nobody may reuse it with certainty, and data.europa.eu takes 30 of its 405 points away
    [theme] theme. Catalogs cannot file it, and data.europa.eu takes 30 of its 405 points away
    [frequency] frequency of updates. Readers and harvesters cannot know when to come back
    [issued] date of first publication. data.europa.eu takes 5 of its 405 points away
    [spatial] area covered. It is not found by place, and data.europa.eu takes 20 of its 405 points away
    [temporal] time covered. It is not found by time, and data.europa.eu takes 20 of its 405 points away
    [file] file that can be fetched here. data.europa.eu takes { $points } of its 405 points away
    [format] file in an open format that programs read. data.europa.eu takes { $points } of its 405 points away
    [licence-title] name of its licence in words. data.europa.eu takes { $points } of its 405 points away
   *[other] { $field }
}.
    .help = { $field ->
    [summary] Add summary: with one or two sentences to its dataset.md.
    [publisher] Add publisher: with a name to its dataset.md, or for all datasets under [publisher] in tragaluz.toml.
    [contact] Add contact: with name and email of an office to its dataset.md, or for all datasets under [contact] in tragaluz.toml.
    [keywords] Add keywords: with a list of words to its dataset.md.
    [modified] Add modified: with a date such as 2024-05-31 to its dataset.md.
    [licenses] Add licenses: with the name of a known licence, such as CC-BY-4.0, or with a path to its dataset.md, or for all datasets under [licence] in tragaluz.toml.
    [theme] Add theme: with a code of the EU's data themes, such as GOVE, to its dataset.md.
    [frequency] Add frequency: with a word such as annual, monthly or irreg to its dataset.md.
    [issued] Add issued: with a date to its dataset.md.
    [spatial] Add spatial: with the name and code of the place to its dataset.md.
    [temporal] Add temporal: with the first and the last date covered to its dataset.md.
    [file] Put the data as a file into its folder.
    [format] Put the data as a CSV or a spreadsheet into its folder: every open format is made of it.
    [licence-title] Add title: beside the licence's path.
   *[other] Add { $field }: to its dataset.md.
}
    .title = A dataset lacks a fact that describes it
    .why = Programs find and copy datasets by these facts; a record without the mandatory ones is refused.
dataset-undescribed = Nothing is said about the data in { $folder } but their name: { $count ->
    [one] one fact is missing
   *[other] { $count } facts are missing
} that readers and harvesters ask for, and so they stay out of data.json.
    .help = { $move ->
        [no] “tragaluz add { $folder }” writes it. Or save what stands below as { $file }, fill in what you know, and take out the lines that you do not. Words for people may follow below the last ---.
       *[yes] Make the folder { $home }, move the file into it, and save what stands below beside it as { $file }. Fill in what you know, and take out the lines that you do not.
    }
    .title = Only the name of a dataset is given
    .why = Programs find and copy datasets by these facts, and people read by them whether the data are what they need.
columns-undescribed = { $count ->
    [one] One of the { $all } columns of “{ $title }” has no description: { $names }
   *[other] { $count } of the { $all } columns of “{ $title }” have no description: { $names }
}{ $more ->
    [0] .
   *[other] , and { $more } more.
}
    .help = In its dataset.md, below resources, schema and fields, write for each column: - name: { $first }, and on the next line description: with what it says and in which unit.
    .title = Columns have no description
    .why = A column whose meaning is not told is guessed at, and figures are made of the guess.
language-unused = The portal lists the language “{ $lang }”, and nothing is written in it{ $count ->
    [one] : its one page has no translation.
   *[other] : none of its { $count } pages and datasets has a translation.
}
    .help = Translate what matters most, in a file beside it such as { $file }, or take “{ $lang }” out of languages in tragaluz.toml.
    .title = Nothing is written in a listed language
    .why = Readers who choose the language get menus in it and pages in another.
catalog-too-large = { $file } has { $bytes } bytes. { $refused ->
    [ckan] CKAN's harvester takes at most 50 MB, and data.gov's validator 10 MB
   *[other] data.gov's validator takes at most 10 MB
}.
    .help = This catalog cannot be divided into several files: give fewer formats under [formats] in tragaluz.toml, or split the portal. CKAN and data.europa.eu take catalog.rdf, which goes on in further files.
    .title = A catalog is too large
    .why = Harvesters refuse a file that is too large, and with it every dataset in it.
licence-unknown = The licence “{ $licence }” is not in the EU's table of licences, so data.europa.eu takes 10 of the 405 points of { $count ->
    [one] the dataset { $dataset }
   *[other] { $count } datasets, { $dataset } the first,
} away.
    .help = Where the data may also be given under a licence of that table, such as CC-BY-4.0 or CC0-1.0, name that one in licenses. Else leave it: a licence that is stated and true is worth more than the points.
    .title = A licence is not in the EU's table
    .why = Programs know what they may do with data by licences that they know.
message-absent = The theme has no words for “{ $id }” in “{ $lang }”.
    .help = Add to the theme's i18n/{ $lang }.ftl the line { $id } = and the words.
    .title = The theme lacks words for one message
    .why = The name of the message is shown in place of words.
raw-html-dropped = HTML that could run a script or load something was left out here.
    .help = Write it in Markdown, which has tables, lists, links and images; where it was only decoration, delete it.
    .title = Unsafe HTML is left out of a text
    .why = Text from anywhere may be published without fear that it attacks readers.
chart-unreadable = This block cannot be read: { $cause ->
        [repeated] “{ $detail }” is given twice
        [large] it holds more than { $detail } values or levels
       *[syntax] { facts-cause }
    }.
    .help = { $cause ->
        [repeated] Keep one of the two.
        [large] Shorten it: a block says which table is drawn, and how.
       *[syntax] { facts-cause.help } Each line is a name, a colon and a value, such as data: budget/spending.
    }
    .title = A chart's block cannot be read
    .why = A block that is not understood cannot be drawn.
chart-data-absent = There is no table “{ $data }”{ $near ->
    [none] .
   *[other] ; did you mean “{ $near }”?
}
    .help = Name a dataset (its folder under data/), or DATASET/TABLE where it has several.
    .title = A chart's table does not exist
    .why = A chart is drawn from a table of the portal.
chart-column-absent = The table { $data } has no column “{ $column }”{ $near ->
    [none] .
   *[other] ; did you mean “{ $near }”?
}
    .help = Its columns are: { $known }.
    .title = A chart's column does not exist
    .why = A chart of the wrong column would say something untrue.
chart-not-drawn = This chart is not drawn: { $reason ->
    [few] there are fewer than { $limit } values
    [missing] more than { $limit } % of its values are missing
    [repeated] several rows stand for the same value
    [many] there are more than { $limit } values
    [negative] a flow cannot be less than nought
    [too-many-series] there are more than { $limit } categories
    [tiles] a place has no tile of its own
    [number] its column of values does not hold numbers
    [columns] its columns do not say what to draw
   *[other] its data cannot be read
}.
    .help = Choose rows with where, columns with x, y and series, or join several rows with aggregate (sum, mean, min, max, count).
    .title = A chart is not drawn
    .why = No chart is better than a wrong one.
chart-title-number = The title says { $number }, and the data drawn do not hold that number.
    .help = Correct the number, or leave it out.
    .title = A chart lacks the number in its title
    .why = Readers trust the title before they look at the chart.
chart-note-from = Projections begin at { $from }, and the chart shows nothing from there on.
    .help = Write a date as the data have it, such as note-from: 2026, in a chart whose x is a time.
    .title = A chart shows none of its projections
    .why = A projection that looks like a count is taken for one.
figure-unreadable = The link { $target } does not say which figure of the data it leads to.
    .help = Write figure:DATASET/COLUMN?COLUMN=VALUE, or figure:DATASET/TABLE/COLUMN?COLUMN=VALUE, with as many COLUMN=VALUE, joined by &, as it takes to choose one row. The column may stand in sum(), count(), mean(), min(), max() or median(); in change() and ratio() one column is named twice, with the value of the first row and of the second.
    .title = A link does not name its figure
    .why = A figure that cannot be looked up cannot be checked.
figure-suggested = “{ $words }” is in the data that this page names: { $file }, row { $row }, column “{ $column }”.
    .help = If it is meant, link it: { $link }. Then every build holds it against the data.
    .title = A figure in the text could be linked
    .why = A figure in a sentence stays as it was when the data change, unless it leads to them.
figure-absent = The figure that this link leads to is not in the data: { $what ->
    [dataset] there is no dataset “{ $name }”
    [table] the dataset has no table “{ $name }”
    [column] the table has no column “{ $name }”
   *[row] no row has these values
}{ $near ->
    [none] .
   *[other] ; did you mean “{ $near }”?
}
    .help = { $what ->
        [row] Write the values as they are in the file, accents and capitals included.
       *[other] Correct the name in the link.
    }
    .title = A linked figure is not in the data
    .why = Readers follow the link to see where a figure comes from.
figure-several = { $kind ->
    [table] { $count } tables of the dataset have this column, and the link names none of them.
   *[row] { $count } rows have these values, and the link chooses no single one.
}
    .help = { $kind ->
        [table] Name the table: figure:DATASET/TABLE/COLUMN?…
       *[row] Add conditions (COLUMN=VALUE, joined by &) until one row is left, or let the link compute: sum(COLUMN), mean(COLUMN) and so on.
    }
    .title = A figure's link has several answers
    .why = With several answers nobody could say which one the text means.
figure-without-number = { $of ->
    [row] { $file }, row { $row }, column “{ $column }” { $kind ->
        [empty] is empty
       *[text] says “{ $text }”, which is no number
    }.
   *[other] Nothing can be computed of the column “{ $column }” in { $file }: { $rows ->
        [0] no row has these values
       *[other] of { $rows } rows none has a number, or there are too many of them, or the outcome is too large
    }.
}
    .help = Choose another row or column, or write the text without a figure.
    .title = A linked figure has no number
    .why = A gap in the data is no nought.
figure-words = The words of this link, “{ $words }”, should be one number.
    .help = Put the number alone between the brackets, as in [0.10](<figure:…>), or leave them empty: the figure is filled in.
    .title = The linked words are not one number
    .why = A number can only be checked where it is clear which one is meant.
figure-differs = The text says “{ $words }”, and the data say { $value }: { $of ->
    [row] { $file }, row { $row }, column “{ $column }”.
    [count] { $rows } rows of { $file }.
   *[rows] column “{ $column }” of { $file }, { $rows } rows.
}
    .help = Correct the text or the data; one of them is wrong. Leave the brackets empty to have the figure filled in.
    .title = A figure in text differs from the data
    .why = Figures in texts stay behind when the data are corrected, and readers quote the texts.

image-without-words = The image “{ $path }” has no words for those who do not see it.
    .help = Say in a sentence what it shows: ![The new water tank, beside the school](tank.jpg). If it is mere ornament, write ![-](…).
    .title = An image has no description
    .why = Some people hear the page read out, some have no data left for images, and some read it as plain text. Without words they do not even know that there is something.
image-unreadable = The image “{ $path }” { $reason ->
        [svg] is an SVG drawing, which may hold scripts and addresses of other hosts
        [format] is in a format that not every browser shows
        [file] is larger than { $limit } MiB
        [pixels] has more than { $limit } million pixels
       *[broken] is broken, or is not the kind of file that its name says
    }.
    .help = { $reason ->
        [svg] Export it as PNG and show that.
        [format] Save it as JPEG, PNG, WebP or GIF.
        [file] Make it smaller before you put it here. If it is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
        [pixels] Make it smaller before you put it here: a page shows 736 pixels from side to side. If it is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
       *[broken] Open it with an image viewer, save it again and compare.
    }
    .title = An image cannot be shown
    .why = Images are made small and freed of what cameras write into them before they are published. What cannot be read cannot be made safe.
image-animated = The image “{ $path }” moves; the page shows its first frame.
    .help = If the movement matters, describe it in the text, or link to the file instead: [words](file.gif).
    .title = A moving image is shown still
    .why = Movement that cannot be stopped keeps some people from reading, makes others ill, and weighs a lot.
image-as-link = The image “{ $path }” would weigh more than { $limit } kB, so the page links to it.
    .help = Cut out the part that matters, or leave it as it is: the link says format and size.
    .title = A heavy image becomes a link
    .why = On a slow line a large image keeps everything else waiting, and costs its reader money.
ledger-broken = { $kind ->
        [not-a-release] This line of the ledger is no release.
        [out-of-order] This line of the ledger does not follow the one above: its number is not the next one, or its day is earlier.
        [rewrites-nothing] This line of the ledger says that it rewrote a table that no line above it has.
       *[broken-chain] This line of the ledger was not written after the line above: one of the two was changed, taken out or put in.
    }
    .help = Take the file back from your repository or from a copy; the site publishes it too, as releases.jsonl beside the dataset. Only “tragaluz release” writes to it.
    .title = The ledger of versions is broken
    .why = Whoever holds an old figure asks the ledger what became of it. A ledger that somebody can change unnoticed answers nothing.
version-damaged = This file of an earlier version is absent, or is not what it was.
    .help = Take it back from your repository or from a copy. Until then no new version can be made of this dataset, and nothing was changed.
    .title = An earlier version is absent or damaged
    .why = Each version is kept as what changed since the one before. Where one is lost, none after it can be shown.
dataset-unreleased = The data of “{ $dataset }” are no longer those of its last version, { $version }.
    .help = When they may be cited, make the next version: tragaluz release { $dataset } --as-of TODAY --note "What changed, in a sentence".
    .title = Data differ from their last version
    .why = A figure that somebody copied can be found again as long as it is in a version. What is published between two versions leaves no trace.
dataset-changed-undated = “{ $file }” changed since the last build, but the dataset still says modified: { $modified }.
    .help = Write the day of the change as modified: in its dataset.md. Then the feeds of news tell it, and those who keep a copy know that there is another one.
    .title = Changed data keep their old date
    .why = Harvesters and readers go by the date: a change that has none is not fetched, and nobody hears of it.
crest-unusable = { $why ->
        [absent] There is no file { $path } for the crest.
        [heavy] The crest { $path } has { $bytes } bytes, and { $most } are the most: every page carries it.
        [kind] The crest { $path } is not a drawing (SVG).
       *[unreadable] The crest { $path } cannot be read as SVG.
    }
    .help = { $why ->
        [absent] Put the drawing into the folder content, and write its path from there: crest = "escudo.svg".
        [heavy] Draw a simpler one: a few shapes in one or two colours, exported as “plain SVG”, without the data of the drawing program. Small as it is shown, nobody sees more.
       *[other] Open it in a drawing program and export it as “plain SVG”, not compressed (.svg, not .svgz).
    }
    .title = The crest cannot be used
    .why = Without this the pages have the theme's own mark.
drawing-cleaned = Parts of this drawing were left out that could run or load something: { $names }.
    .help = Look at the published drawing. If something is missing, export it from the drawing program as “plain SVG”, with its images inside and without links or animations.
    .title = Unsafe parts of a drawing are left out
    .why = A drawing (SVG) is a page by itself, with scripts, links and files from other hosts, for whoever opens it.
drawing-too-large = { $setting ->
        [drawing_mib] This drawing is larger than { $most } MiB.
        [drawing_depth] The groups of this drawing stand in one another more than { $most } deep.
       *[drawing_elements] This drawing draws more than { $most } elements, counting what it shows again and again each time.
    }
    .help = Export a simpler drawing, or an image (PNG). If it is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml.
    .title = A drawing is too large
    .why = A few lines can make a reader's browser draw thousands of millions of shapes, until it ends.
drawing-unreadable = This drawing cannot be read as SVG.
    .help = Open it in a drawing program and export it again as “plain SVG”, not compressed (.svg, not .svgz).
    .title = A drawing cannot be read
    .why = What cannot be read cannot be freed of what could run in it.

paste-summary = what the data are, in one or two sentences
paste-publisher = { "{" }name: …{ "}" }: the office that answers for the data
paste-contact = { "{" }name: …, email: …{ "}" }: an office, never a person
paste-keywords = words by which people look for them, such as [water, quality]
paste-modified = when they last changed, such as 2024-05-31
paste-licenses = such as [CC-BY-4.0]
paste-theme = a code of the EU's data themes, such as GOVE, or its name on the site
paste-frequency = how often they change, such as annual, monthly or irreg
paste-issued = when they were first published, such as 2024-01-15
paste-spatial = { "{" }name: …{ "}" }: the area that they are about
paste-temporal = { "{" }start: 2019, end: 2023{ "}" }: the time that they are about
paste-column = what it says, and in which unit
