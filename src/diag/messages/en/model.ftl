### Findings about what the pages say.

sample-value = “{ $value }” is a value of the sample portal{ $more ->
    [0] { "" }
   *[other] , as are { $more } more in this file
}.
    .help = Write your own in its place, or take the line out.
    .title = A value of the sample portal remains
    .why = Whoever follows it finds nobody: no site, no office, no mailbox. Catalogs that harvesters took keep such addresses for years.
acknowledged-wrongly = “{ $text }” cannot be acknowledged: { $why ->
        [unknown] there is no finding of this code
        [error] it is an error
        [personal] it is about personal data
       *[kept] it is about people, published addresses or files outside the portal
    }.
    .help = { $why ->
        [unknown] { $near ->
            [none] Write the code that stands in brackets at the beginning of the message, such as data-rows-above.
           *[other] Did you mean “{ $near }”? It is the code in brackets at the beginning of the message.
        }
        [personal] Take this entry away. What your office has decided to publish is told with waivers: kind, ground, reason, by and until.
       *[other] Mend what that message says, and take this entry away.
    }
    .title = A finding cannot be acknowledged
    .why = An acknowledgement says that a warning or a note is known and may stand. It cannot hide an error, or what could harm somebody.
acknowledged-in-vain = “{ $code }” is acknowledged here, and nothing of that kind was found.
    .help = Take this entry out, or correct its code or file.
    .title = An acknowledged finding does not occur
    .why = An acknowledgement that is no longer needed would hide the next finding of its kind, which nobody has looked at.
repeated-id = The identifier “{ $id }” is already that of { $other }.
    .help = Give one of the two another id, or name, where it has one; of two files for one dataset in one language, keep one. Upper and lower case do not tell identifiers apart.
    .title = Two things have the same identifier
    .why = Two things with one identifier would have one address.
accent-unseen = { $scheme ->
        [dark] The colour { $colour } hardly stands out from a dark page
       *[light] The colour { $colour } hardly stands out from a light page
    }: { $contrast } to 1, and 3 to 1 is needed. Pages show { $shown } in its place.
    .help = Write { $shown }, or another colour that is { $scheme ->
        [dark] lighter
       *[light] darker
    }.
    .title = The portal's colour hardly stands out
    .why = Many readers see pale lines and marks badly, on an old screen or in the sun hardly anybody does (WCAG 2.2, 1.4.11).
attachment-active = This file could run something in a reader's browser or on the host, and is not published.
    .help = Publish its content as a page (.md) or as a PDF. If it must stand there as it is and you trust every line of it, name it in tragaluz.toml: [attachments] active = ["{ $path }"].
    .title = An attached file could run something
    .why = Whoever brings such a file into the portal can do there whatever the portal's address may do.
attachment-absent = [attachments] active names “{ $path }”, and there is no such { $kind ->
        [folder] folder
       *[file] file
    }.
    .help = { $near ->
        [none] Correct the path, or take it out. Paths begin in content/ (or with data/), and a folder's ends in “/”.
       *[other] Did you mean “{ $near }”?
    }
    .title = A permitted attachment does not exist
    .why = A file that was to be published may be missing from the site, or a name that nobody minds lets through another one later.
milestone-outside-commitment = Milestone { $number } { $side ->
        [end] ends in { $date }, after its commitment, which ends in { $limit }
       *[start] starts in { $date }, before its commitment, which starts in { $limit }
    }.
    .help = If the source says so, leave it: both dates are published. If it is a slip, correct one of them.
    .title = A milestone is outside its commitment's dates
    .why = Readers will ask which of the two dates holds.
ends-before-start = { $what } ends in { $end }, before it starts in { $start }.
    .help = Check both dates against the source, and exchange or correct them.
    .title = Something ends before it starts
    .why = One of the two must be wrong.
repeated-institution = The institution “{ $name }” is listed twice.
    .help = If the source lists it twice, leave it. If another institution was meant, name that one.
    .title = An institution is listed twice
    .why = It is often a sign that a second institution with a similar name was meant.
report-of-other-member = This report is by { $locality }, but its commitment { $commitment } belongs to { $other }.
    .help = Check that the report is about this commitment, and who wrote it. If the source says both, leave them.
    .title = A member reports on another's commitment
    .why = A report by one member on another's commitment is unusual enough to say so.
inception-of-other-member = The inception report is about an action plan of { $other }, but the commitment belongs to { $locality }.
    .help = Check which plan's inception report covers this commitment. If the source says both, leave them.
    .title = An inception report is on another member's plan
    .why = A review of one member's plan says little about another's commitment.
plan-of-other-locality = The action plan “{ $plan }” belongs to { $other }, but the commitment to { $locality }.
    .help = Check whether the commitment stands in both plans. If it does, leave it.
    .title = A commitment's plan is another member's
    .why = A commitment that stands in another member's plan is counted there too.
report-absent = The report “{ $id }” is cited, but it is not in this portal.
    .help = { $near ->
        [none] Add content/reports/{ $id }.md, or take the citation out.
       *[other] Did you mean “{ $near }”?
    }
    .title = A cited report is not in the portal
    .why = Readers are sent to an evaluation that they cannot read.
term-misspelt = “{ $name }” is named { $count ->
        [one] once
       *[other] { $count } times
    } and is nearly { $what ->
        [institution] the institution
        [locality] the locality
        [policy-area] the policy area
        [sector] the sector
       *[value] the value
    } “{ $near }”.
    .help = If that is meant, write “{ $near }”. If it is another, add { $file } with its title, and both are known.
    .title = A name is nearly another known one
    .why = A name with a slip gets a page of its own, and what stands there is missing from the right one.
update-ahead = This update is of { $date }, later than the day that the portal is of, { $day }. It does not count yet.
    .help = If the date is a slip, correct it. If not, leave it: it counts from that day on.
    .title = An update is later than the portal's day
    .why = A status that nobody can have reported yet would be shown as the present one.
commitment-outside-plan = { $side ->
        [start] The commitment starts in { $date }, before its action plan “{ $plan }”, which starts in { $limit }.
       *[end] The commitment ends in { $date }, after its action plan “{ $plan }”, which ends in { $limit }.
    }
    .help = If the source says so, leave it: both dates are published. If it is a slip, correct one of them.
    .title = A commitment is outside its plan's dates
    .why = A commitment outside the time of its plan may be counted in the wrong period.
complete-without-evidence = { $what ->
        [complete] The report finds the commitment complete,
       *[as-planned] The report says that all milestones were implemented as planned,
    } and cites no evidence of anything.
    .help = Add evidence with title and url, by question. If the source has none, leave it: readers are told.
    .title = A report affirms completion without evidence
    .why = Whoever reads the result cannot check it.
evaluation-against-milestones = { $what ->
        [complete] The report finds the commitment complete, but milestone { $number } of { $commitment } was “{ $status }” by then.
        [as-planned] The report says that all milestones were implemented as planned, but milestone { $number } of { $commitment } was “{ $status }” by then.
        [little] The report finds little progress, but all milestones of { $commitment } were “{ $status }” by then.
       *[status] The commitment { $commitment } is said to be finished, but its milestone { $number } is “{ $status }”.
    }
    .help = If the source says both, leave them: both are published. If not, correct one, or add the missing update.
    .title = A commitment's result contradicts its milestones
    .why = The two answers contradict each other, and readers should know that the source does.
finished-without-evidence = { $what ->
        [commitment] The commitment is said to be finished,
       *[milestone] Milestone { $number } is said to be finished,
    } and no evidence of it is published.
    .help = Add evidence with title and url. If there is none, leave it: the page says so.
    .title = A finished commitment or milestone lacks evidence
    .why = A promise that is called kept is believed where it can be checked.
institutions-alike = “{ $name }” and “{ $other }” have a page each, and nearly the same name.
    .help = If they are one institution, keep one page and name that one everywhere. If they are two, acknowledge this with the reason.
    .title = Two institutions have nearly the same name
    .why = What belongs to one institution is then spread over two pages, and neither counts all of it.
milestones-out-of-order = Milestone { $number } stands after milestone { $before }.
    .help = Put the milestones in the order of their numbers, or leave them as the source has them.
    .title = Milestones are out of order
    .why = Readers look for a milestone by its number.
orphan = { $what ->
        [report] This report is about no commitment, and none cites it.
        [action-plan] No commitment is in this action plan.
        [locality] Nothing on this portal names this locality.
       *[institution] Nothing on this portal names this institution.
    }
    .help = { $what ->
        [report] Write commitment: with its identifier.
        [action-plan] Name the plan in action_plans: of its commitments.
       *[other] Check how pages name it. If it is to stand alone, acknowledge this.
    }
    .title = Nothing in the portal leads to a page
    .why = A page that nothing leads to is found by nobody, and may be missing elsewhere.
report-of-other-plan = { $what ->
        [inception] The report at the start
       *[report] This report
    } is about the action plan “{ $plan }”, but its commitment { $commitment } says that it is in { $is_in ->
        [none] no plan.
       *[other] another one.
    }
    .help = Check in which plans the commitment is. If the source says both, leave them: both are published.
    .title = A commitment is not in its report's plan
    .why = The commitment is then missing among those of the plan that it was evaluated in.
translation-older = { $file } has other words than those that this translation was made of.
    .help = Bring the translation up to date, then write translates: { $mark } here.
    .title = A translation is older than its original
    .why = Readers of this language would take for true what the original no longer says.
value-without-reason = { $count ->
        [one] A value has no reason: { $names }.
       *[other] { $count } values have no reason: { $names }.
    }
    .help = Write reason: below the value, in the source’s words. If the source gives none, leave it: the page says so.
    .title = A commitment names a value without a reason
    .why = A value without a reason is a label that anything can bear.
report-columns = { $why ->
        [commitment] No column{ $sheet ->
            [none] { "" }
           *[other] { " " }of sheet “{ $sheet }”
        } says which commitment each report is about, so nothing of it is read.
       *[column] { $count ->
            [one] A column{ $sheet ->
                [none] { "" }
               *[other] { " " }of sheet “{ $sheet }”
            } is read as nothing: { $names }.
           *[other] { $count } columns{ $sheet ->
                [none] { "" }
               *[other] { " " }of sheet “{ $sheet }”
            } are read as nothing: { $names }.
        }
    }
    .help = { $why ->
        [commitment] Give a column the name “Commitment”, with the identifier or the title of the commitment in each row.
       *[column] Name a column by the number of its question, such as 2.1.1, or by the form’s own words. If it is not to be published, leave it.
    }
    .title = A table of reports is not read completely
    .why = A table in content/reports/ is read as reports, one a row, by what its columns are called.
answer-against-degree = The answer to question { $question } is “{ $answer ->
        [yes] yes
       *[no] no
    }”, and the result “{ $degree ->
        [worsened] worsened
        [did-not-change] did not change
        [marginal] marginal
        [major] major
        [outstanding] outstanding
       *[other] { $degree }
    }”.
    .help = If the report says both, leave them: both are published. If not, correct one.
    .title = A yes or no contradicts the result
    .why = “Yes” goes with a change for the better, and “no” with none. Readers should know that it is the source that says both.
limited-as-planned = Progress is “{ $completion ->
        [limited] limited
        [not-started] not started
        [no-evidence] no evidence
       *[other] { $completion }
    }”, and yet all milestones are said to be implemented as planned.
    .help = If the report says both, leave them: both are published. If not, correct one.
    .title = Progress is limited, yet all went as planned
    .why = The two answers contradict each other, and readers should know that it is the source that says so.
reference-absent = There is no { $what ->
        [action-plan] action plan
        [commitment] commitment
        [dataset] dataset
        [file] file
        [initiative] initiative
        [series] series
       *[other] { $what }
    } “{ $id }” { $what ->
        [file] in this dataset's folder
        [series] in tragaluz.toml
       *[other] in this portal
    }.
    .help = { $near ->
        [none] Add it, or take the reference out.
       *[other] Did you mean “{ $near }”?
    }
    .title = Something referred to does not exist
    .why = A reference to nothing becomes a name without a link.
repeated-milestone = There are two milestones with the number { $number }.
    .help = Give one of them another number.
    .title = Two milestones have the same number
    .why = Translations and links find a milestone by its number.
csv-without-pages = “csv_by_value” has no column to go by, and so no such file is made.
    .help = Add pages_by with the name of a column, such as pages_by: state, or take csv_by_value out.
    .title = CSV files for each value are not made
    .why = The files are offered on the pages of each value's rows, which pages_by makes.
undeclared-language = This text is declared to be in { $declared ->
        [ca] Catalan
        [de] German
        [en] English
        [es] Spanish
        [fr] French
        [it] Italian
        [pt] Portuguese
       *[other] “{ $declared }”
    }, but reads like { $found ->
        [ca] Catalan
        [de] German
        [en] English
        [es] Spanish
        [fr] French
        [it] Italian
        [pt] Portuguese
       *[other] “{ $found }”
    }.
    .help = { $where ->
        [milestone] Translate it; or, if the source says it in that language, write lang: { $found } beside the milestone's text.
       *[text] Translate it, or move it to the page's file for that language, whose name ends in .{ $found }.md.
    }
    .title = A text reads like another language
    .why = A screen reader pronounces text by its declared language, and search engines index it under it.
summary-too-long = The summary has { $words } words; “In brief” has room for { $limit }.
    .help = Shorten it, and leave the rest to the text below.
    .title = A summary is too long
    .why = It is the part that most people read, on the smallest screens.
untranslated-fact = The translation names the { $what ->
        [column] column
        [milestone] milestone
        [update] update of
        [resource] resource
        [value] value
       *[other] { $what }
    } “{ $key }”, which the main file does not have.
    .help = Correct it here, or add it to the main file.
    .title = A translation names something the original lacks
    .why = A translation is matched by this name or number. This one matches nothing, so its words would be lost.
summary-absent = The page has { $words } words and no “In brief”.
    .help = Add summary: with two or three sentences (at most 60 words) to its facts.
    .title = A long page has no summary
    .why = Most readers leave after the first screen. What stands there should be the answer.
sentence-too-long = This sentence has { $words } words{ $more ->
        [0] .
        [one] , and another of this page has more than { $limit }.
       *[other] , and { $more } others of this page have more than { $limit }.
    }
    .help = Say one thing in a sentence; most can be cut in two.
    .title = A sentence is too long
    .why = Long sentences are lost on tired readers, on small screens and on those who read in a second language.
acronym-unexplained = The page never spells out { $names }{ $more ->
        [0] .
       *[other] , and { $more } more.
    }
    .help = Write it out where it first occurs: National Institute for Transparency (INAI).
    .title = An acronym is never spelt out
    .why = Letters that an office uses every day mean nothing to most of its readers.
