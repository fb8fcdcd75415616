### Findings about what the pages say.

repeated-id = The identifier “{ $id }” is already that of { $other }.
    .help = Give one of the two another id. Upper and lower case do not tell identifiers apart.
    .why = Two pages with one identifier would have one address.
milestone-outside-commitment = Milestone { $number } { $side ->
        [end] ends in { $date }, after its commitment, which ends in { $limit }
       *[start] starts in { $date }, before its commitment, which starts in { $limit }
    }.
    .help = If the source says so, leave it: both dates are published. If it is a slip, correct one of them.
    .why = Readers will ask which of the two dates holds.
ends-before-start = { $what } ends in { $end }, before it starts in { $start }.
    .help = Exchange or correct the dates.
    .why = One of the two must be wrong.
repeated-institution = The institution “{ $name }” is listed twice.
    .help = If the source lists it twice, leave it. If another one was meant, name that.
    .why = It is often a sign that a second institution of a like name was meant.
report-of-other-member = This report is { $locality }'s; its commitment { $commitment } is { $other }'s.
    .help = Check that the report belongs to this commitment, and whose it is.
    .why = A report of one member on another's commitment is unusual enough to say so.
inception-of-other-member = The inception report is about an action plan of { $other }; the commitment is { $locality }'s.
    .help = Check which plan's inception report covers this commitment.
    .why = A review of one member's plan says little about another's commitment.
plan-of-other-locality = The action plan “{ $plan }” is { $other }'s; the commitment is { $locality }'s.
    .help = Check whether the commitment stands in both plans. If it does, leave it.
    .why = A commitment that stands in another member's plan is counted there too.
report-absent = The report “{ $id }” is cited, and is not in this portal.
    .help = Add content/reports/{ $id }.md, or take the citation out.
    .why = Readers are sent to an evaluation that they cannot read.
limited-as-planned = Progress is “{ $completion }”, and yet all milestones are said to be implemented as planned.
    .help = If the report says both, leave them: both are published. If not, correct one.
    .why = The two answers contradict each other, and readers should know that it is the source that says so.
reference-absent = There is no { $what } “{ $id }” in this portal.
    .help = { $near ->
        [none] Add it, or take the reference out.
       *[other] Did you mean “{ $near }”?
    }
    .why = A reference to nothing becomes a name without a link.
repeated-milestone = There are two milestones with the number { $number }.
    .help = Number them apart.
    .why = Translations and links find a milestone by its number.
undeclared-language = This text is said to be { $declared }, and reads like { $found }.
    .help = Translate it; or say its language: lang: { $found } beside a milestone's text, or a page of its own for that language.
    .why = A screen reader pronounces text by its declared language, and search engines index it under it.
summary-too-long = The summary has { $words } words; “In brief” has room for { $limit }.
    .help = Shorten it, and leave the rest to the text below.
    .why = It is the part that most people read, on the smallest screens.
untranslated-fact = The translation names { $what } “{ $key }”, which the page in the main language does not have.
    .help = Correct the { $what } here, or add it to the main page.
    .why = A translation is matched by it, and this one matches nothing, so its words would be lost.
