### English. A translator changes what stands after each "=".
### $n chooses the plural; $shown is the same number written out.

# Language, numbers, dates
language-name = English
number-decimal = .
number-group = ,
number-group-from = 4
percent = { $shown }%
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period = { $start } to { $end }
period-months = { $first } to { $last } { $year }
period-from = from { $start }
period-until = until { $end }
bytes-b = { $n ->
    [one] { $shown } byte
   *[other] { $shown } bytes
}
bytes-kb = { $shown } kB
bytes-mb = { $shown } MB
bytes-gb = { $shown } GB
wait-seconds = about { $shown } s on a slow connection (400 kbit/s)
wait-minutes = about { $shown } min on a slow connection (400 kbit/s)

# The frame of every page
home = Home
skip = Skip to the content
languages = Languages
main-menu = Main menu
menu-more = More
menu-datasets = Data
menu-action-plans = Plans
menu-reports = Reports
menu-localities = Places
menu-here = (here)
breadcrumbs = You are here
also-as = This page in other forms:
# In plain text: "[removed: word]", "[added: word]", "(note 1)", and where its own checksum would stand.
text-removed = removed
text-added = added
text-note = note
text-sum = stated in the page itself: a file cannot hold its own
text-edition = Plain text
data-edition = Data (JSON)
pdf-edition = PDF to print
notice = One-page notice for a wall (PDF)
feed = Follow changes (Atom)
feed-commitment = “{ $title }”: { $status }
feed-milestone = Milestone { $number } of “{ $title }”: { $status }
feed-issued = First published: { $title }
address = Address of this page:
help = Questions or corrections?
# A sentence of the ways that there are: "You can write an e-mail, call or come in person. Please …"
help-ways = {"You can "}
help-or = {" or "}
help-by-email = write an e-mail
help-by-phone = call
help-by-sms = send an SMS
help-by-whatsapp = write on WhatsApp
help-by-post = send a letter
help-by-hours = come in person
help-by-page = use the page below
help-words = Please say which page you are asking about.
no-contact = The portal does not publish a contact.
published-by = Published by
as-of = Delays are counted up to { $date }.
untranslated = This page has not been translated. Its text is in { $language }.
pages = Pages of this list
previous = Previous page
next = Next page
page-here = { $shown } (this page)
list-here = (this list)
page-before = Before this:
page-after = After this:
narrow = Show only
browse = Where to start
table = Table
back-to-text = Back to the text, note

# The first page
home-places = By place
home-topics = By topic
home-data-places = Data by place
home-data-topics = Data by topic
all-localities = All places
all-policy-areas = All topics
all-sectors = All sectors
home-standing = How the commitments are going
home-changes = Latest
home-all = Everything here
home-registers = What these pages say, as data too:
news-milestones = { $n ->
    [one] Milestone { $numbers }:
   *[other] Milestones { $numbers }:
}
news-dataset = Data updated
news-first-dataset = New dataset
news-report = Report published or corrected
news-commitment = Commitment page updated
news-action-plan = Action plan updated
news-initiative = Initiative updated
news-page = Page updated

# What is not known
not-given = The source does not give:
comma = {", "}
full-stop = .
semicolon = {"; "}
colon = {": "}
sentence-gap = {" "}
gap-modified = when it was last updated
gap-next-update = when it will be updated
gap-column-meanings = what its columns mean
gap-some-column-meanings = what some columns mean
gap-licence = the licence
gap-limits = what the data cannot tell
gap-provenance = how the data were made
gap-publisher = who publishes it
gap-contact = who to ask
gap-frequency = how often it is updated
gap-issued = when it was first published
gap-time-covered = the time covered
gap-area-covered = the area covered
gap-sources = where the data come from
gap-fact-sources = where these facts come from
gap-institutions = who is responsible
gap-locality = where it is done
gap-period = its dates
gap-milestones = its milestones
gap-milestone-dates = the dates of some milestones
gap-section-problem = the problem
gap-section-status-quo = how things were before
gap-section-action = what is to be done
gap-section-contribution = how it will help
gap-section-long-term-goal = the long-term goal
gap-section-text = the text under some headings
gap-action-plan = its action plan
gap-roles = which institution leads
gap-policy-areas = its topics
gap-sector = its sector
gap-inception-report = the inception report
gap-values = the values of open government it serves
gap-value-reasons = why it serves those values
gap-verifiable = whether it can be verified
gap-relevance = whether it serves a value of open government
gap-commitments = its commitments
gap-plan-text = the text of the plan
gap-completion = how far the commitment came
gap-evaluated = which commitment it evaluates
gap-as-planned = whether the milestones were carried out as planned
gap-report-date = when the report was made
gap-evaluators = who evaluated
gap-answers = the answers to some questions of the form
gap-level = the level of government
not-published = Not published
not-reported = Not reported
empty-list = Nothing is listed here yet.
empty-cell = no value

# Kinds of things
commitment = Commitment
commitments = Commitments
milestones = Milestones
report = End-of-commitment report
reports = End-of-commitment reports
action-plan = Action plan
action-plans = Action plans
institution = Institution
institutions = Institutions
policy-area = Policy area
policy-areas = Policy areas
sector = Sector
sectors = Sectors
value = Value
values = Open government values
locality = Place
localities = Places
status = Status
statuses = Statuses
status-unused = No commitments or milestones
initiative = Initiative
initiatives = Initiatives
practice = Good practice
practices = Good practices
dataset = Dataset
datasets = Datasets
all-datasets = All datasets
all-action-plans = All action plans
all-reports = All reports
all-initiatives = All initiatives
all-practices = All good practices
document = Document
documents = Documents
page = Page
news = News
offline = Offline editions

# Statuses
status-not-started = Not started
status-in-progress = In progress
status-stuck = Stuck
status-finished = Finished
status-incomplete = Incomplete
status-not-reported = Not reported
status-not-started-means = The work has not begun.
status-in-progress-means = The work has begun and continues.
status-stuck-means = The work has begun and cannot continue for now.
status-finished-means = Everything promised was done.
status-incomplete-means = The deadline passed and not everything promised was done.
status-not-reported-means = No status has been published. That does not mean that nothing was done. Where a report evaluated the commitment, its result is shown.
status-computed = going by its milestones
overdue-since = Overdue since
ended-unreported = Deadline passed ({ $date }), no result reported
ended = Deadline passed
overdue = Overdue
unreported = Deadline passed, no result reported
commitments-n = { $n ->
    [0] No commitments
    [one] { $shown } commitment
   *[other] { $shown } commitments
}
initiatives-n = { $n ->
    [one] { $shown } initiative
   *[other] { $shown } initiatives
}
practices-n = { $n ->
    [one] { $shown } good practice
   *[other] { $shown } good practices
}
milestones-n = { $n ->
    [0] No milestones
    [one] { $shown } milestone
   *[other] { $shown } milestones
}
# All things of a strip have one status: after their number ("4 commitments, all finished").
alike-not-started = { $n ->
    [one] not started
   *[other] all not started
}
alike-in-progress = { $n ->
    [one] in progress
   *[other] all in progress
}
alike-stuck = { $n ->
    [one] stuck
   *[other] all stuck
}
alike-finished = { $n ->
    [one] finished
   *[other] all finished
}
alike-incomplete = { $n ->
    [one] incomplete
   *[other] all incomplete
}
alike-not-reported = { $n ->
    [one] with no status reported
   *[other] none with a status reported
}
finished-of = { $n ->
    [one] { $finished } of { $shown } milestone finished
   *[other] { $finished } of { $shown } milestones finished
}

# A commitment
facts = Facts
on-this-page = On this page
who = Who
where = Where
when = When
and-more = and { $shown } more
in-brief = In brief
updated = Updated
period-label = When
milestone-n = Milestone { $number }
milestones-drawn = Milestones in time, { $from } to { $to }
owner = In charge:
odd-reason = The publisher:
odd-milestone = { $milestone }: { $text }
odd-ends-before-start = The end, { $end }, is before the start, { $start } ({ $what }).
odd-milestone-outside-commitment = { $side ->
    [start] This starts in { $date }, before the commitment, which starts in { $limit }.
   *[end] This ends in { $date }, after the commitment, which ends in { $limit }.
}
odd-commitment-outside-plan = { $side ->
    [start] The commitment starts in { $date }, before its action plan “{ $plan }”, which starts in { $limit }.
   *[end] The commitment ends in { $date }, after its action plan “{ $plan }”, which ends in { $limit }.
}
odd-milestones-out-of-order = Milestone { $number } stands after milestone { $before }.
odd-repeated-institution = “{ $name }” is named twice.
odd-institutions-alike = There is another page for “{ $other }”. It may be the same institution.
odd-plan-of-other-locality = The action plan “{ $plan }” is one of { $other }; the commitment is one of { $locality }.
odd-inception-of-other-member = The report at the start is about a plan of { $other }; the commitment is one of { $locality }.
odd-report-of-other-member = This report is by { $locality }; the commitment is one of { $other }.
odd-report-of-other-plan = { $what ->
    [inception] The report at the start
   *[report] This report
} is about the action plan “{ $plan }”. The commitment says that it is in { $is_in ->
    [none] no plan.
   *[other] another one.
}
odd-answer-against-degree = To question { $question } this report answers “{ $answer }”, and of the result it says “{ $degree }”.
odd-limited-as-planned = This report gives the progress as “{ $completion }”, and says that all milestones were implemented as planned.
odd-evaluation-against-milestones = { $what ->
    [complete] The report finds the commitment complete, but milestone { $number } was reported as “{ $status }”.
    [as-planned] The report says that all milestones were implemented as planned, but milestone { $number } was reported as “{ $status }”.
    [little] The report finds little progress, but all milestones were reported as “{ $status }”.
   *[status] The commitment is reported as finished, but milestone { $number } as “{ $status }”.
}
odd-complete-without-evidence = { $what ->
    [complete] This report finds the commitment complete, and cites no evidence.
   *[as-planned] This report says that all milestones were implemented as planned, and cites no evidence.
}
odd-translation-older = The original has changed since this translation was made.
contradictions = What does not fit together
contradictions-about = Pages of this portal on which two facts contradict each other. Both are published as the source gives them.
history = The story so far
update-news = Update
undated = no date
milestones-by-then = What its milestones had reported by then
evaluations-table = What each report found
reported-by = Reported by:
reported-on = Reported on
ask-evidence = Ask for evidence
milestones-silent = { $n ->
    [one] Nobody has reported the status of its one milestone or published evidence of it.
   *[other] Nobody has reported the status of any of its { $shown } milestones or published evidence of them.
}
milestones-unreported-all = { $n ->
    [one] Nobody has reported the status of its one milestone.
   *[other] Nobody has reported the status of any of its { $shown } milestones.
}
milestones-without-evidence-all = { $n ->
    [one] No evidence of its one milestone has been published.
   *[other] No evidence of any of its { $shown } milestones has been published.
}
milestones-past-all = { $n ->
    [one] Its deadline has passed.
   *[other] All the deadlines have passed.
}
milestones-past = { $n ->
    [one] One deadline has passed.
   *[other] { $shown } deadlines have passed.
}
milestones-unreported = Milestones with no status reported:
milestones-without-evidence = Milestones with no evidence published:
evidence = Evidence
section-problem = Problem
section-status-quo = Status quo
section-action = Action
section-contribution = Contribution
section-long-term-goal = Long-term goal
not-attached = Not part of an action plan
inception-report = Inception report
about-plan = About the plan
role-lead = (lead)
role-supporting = (supporting)
inception-review = What the first review said
verifiable = Can it be verified?
relevance = Does it serve an open government value?
novelty = Is it new?
novelty-new = It is new
novelty-continuation = It continues a practice
novelty-unclear = Unclear
ambition = How much would it change?
ambition-no-added-value = No added value
ambition-positive = A positive change, not binding
ambition-binding = A binding or institutionalized change
ambition-unclear = Unclear
yes = Yes
no = No
evaluations = Evaluations
related = Related commitments
changes = Changes
downloads = Downloads
cite = How to cite
sources = Sources

# Taking part
comment = Comment on this page
take-part = Take part
report-error = Report an error
comments-n = { $n ->
    [0] No comments yet.
    [one] One published comment.
   *[other] { $n } published comments.
}
comment-words = Your message may answer these questions:
comment-prompt-1 = What do you know or see about this?
comment-prompt-2 = Is something wrong or missing here?
comment-prompt-3 = What would help you?
comment-code = Please name this code:
heard = What we heard
did = What we did
channel-whatsapp = WhatsApp
channel-phone = Telephone
channel-sms = SMS
channel-email = E-mail
channel-post = By post or in person
channel-hours = Office hours
channel-issue = Public issue
channel-form = Form
channel-page = Page

# A report
evaluates = The commitment
evaluators = Evaluators
contact-withheld = The source gives contact details; they are not published here.
completion = Completion
completion-note = The evaluators’ judgement of the whole commitment. It is not the status of its milestones.
completion-no-evidence = No evidence
completion-not-started = Not started
completion-limited = Limited
completion-substantial = Substantial
completion-complete = Complete
completion-unsaid = not reported
evaluated-elsewhere = Evaluated in a report that is not in this portal
evaluated-by = Evaluated in
opened = Did it open government?
opened-information = Access to information
opened-participation = Civic participation
opened-accountability = Public accountability
opened-problem = The problem was addressed
stage = Stage
stage-mid-term = At mid-term
stage-end-of-term = At the end
report-mid-term = Mid-term report
report-end-of-term = End-of-commitment report
report-date = Date of the report
facet-review = First review
facet-evaluation = Evaluation in reports
as-planned = Milestones implemented as planned
as-planned-all = All
as-planned-most = Most
as-planned-some = Some
as-planned-none = None
as-planned-all-said = All of the milestones were implemented as planned
as-planned-most-said = Most of the milestones were implemented as planned
as-planned-some-said = Some of the milestones were implemented as planned
as-planned-none-said = None of the milestones were implemented as planned
# After the step of a scale that is the answer.
scale-here = (this is the answer)
degree-worsened = Worsened
degree-did-not-change = Did not change
degree-marginal = Marginal
degree-major = Major
degree-outstanding = Outstanding
# The parts of the form
form-1 = 1. Commitment completion
form-2 = 2. Did it open government?
form-3 = 3. What was learned
q1-1 = What was the overall level of progress in the commitment implementation at the time of this assessment?
q1-2 = Describe the main external or internal factors that impacted implementation of this commitment and how they were addressed (or not).
q1-3 = Was the commitment implemented as originally planned?
q2-1-1 = Did the government disclose more information; improve the quality of the information (new or existing); improve the value of the information; improve the channels to disclose or request information or improve accessibility to information?
q2-1-2 = Did the government create new opportunities to seek feedback from citizens/enable participation, inform or influence decisions; improve existing channels or spaces to seek feedback from citizens/enable participation/inform or influence decisions; create or improve capabilities in the government or the public aimed to improve how the government seeks feedback from citizens/enables participation/or allows for the public to inform or influence decisions?
q2-1-3 = Did the government create or improve channels, opportunities or capabilities to hold officials answerable to their actions?
q2-2 = Did the commitment address the public policy problem that it intended to address as described in the action plan?
q3 = Provide at least one lesson or reflection relating to the implementation of this commitment. It can be the identification of key barriers to implementation, an unexpected help/hindrance, recommendations for future commitments, or if the commitment should be taken forward to the next action plan.

# Lists
shown-of = { $n ->
    [one] { $shown } in all
   *[other] { $first } to { $last } of { $shown }
}
in-all = { $shown } in all
country = Country
term-code = code { $code }
own-site = Its own site
plan-text = The text of the plan
topics = Topics
level = Level
level-international = International
level-national = National
level-state = State
level-municipal = Municipal
editions = Editions
extent-full = The source gives the whole text.
extent-heading-only = The source gives only this heading, without a text.
extent-untitled = The source gives this text without a heading.

# Datasets
each-row = Each row is
rows = { $n ->
    [one] { $shown } row
   *[other] { $shown } rows
}
columns = { $n ->
    [one] { $shown } column
   *[other] { $shown } columns
}
rows-label = Rows
tables-label = Tables
tables-files-label = Tables and files
columns-label = Columns
all-alike = All these tables have the same columns.
joined-file = All rows, CSV
joined-about = They also come as one file, whose first column, “{ $column }”, names the table of each row.
same-columns = These tables have the same columns:
snippets = Read it in R, Python or Excel
snippet-r = R
snippet-python = Python (pandas)
snippet-spreadsheet = Excel: Data, Get Data, Blank Query, Advanced Editor
columns-from-to = { $first } to { $last }
tables-n = { $shown } tables
tables-files-n = { $shown } tables and files
next-update = Next update
licence = Licence
licence-cc0-1-0 = Creative Commons Zero 1.0
licence-cc-by-4-0 = Creative Commons Attribution 4.0
licence-cc-by-sa-4-0 = Creative Commons Attribution-ShareAlike 4.0
licence-odc-by-1-0 = Open Data Commons Attribution 1.0
licence-odc-pddl-1-0 = Open Data Commons Public Domain 1.0
licence-pddl-1-0 = Open Data Commons Public Domain 1.0
licence-odbl-1-0 = Open Database License 1.0
file-sample = only the first rows, to look at
file-table = the whole table
file-excel = for Excel
file-received = as received
file-archive = everything in one file
file-joined = all rows of the tables with the same columns
file-description = description, no data
files-details = More about these files
whole-dataset = The whole dataset
not-a-table = This file is not a table. It is offered as it was received.
file-notes = The file received also says, above or below the table:
received-encoding = The file was received in the encoding { $encoding }.
small-counts = Counts under { $below } are not shown, to protect people. The cell says [c] instead, also where another number would give one away: { $n ->
        [one] one cell
       *[other] { $shown } cells
    } of { $columns }.
received-withheld = The file as it was received is not published.
shared-combinations = { $n ->
        [one] Some combination of { $columns } is in one row only.
       *[other] Each combination of { $columns } is shared by at least { $shown } rows.
    }
hidden-count = [c]: not shown, to protect people. It is a count under { $below }, or would give one away.
headline-peak = highest
headline-largest = highest
headline-smallest = lowest
headline-part = most frequent
headline-whole = of { $whole }
first-rows = First { $first } of { $shown } rows
whole-table = Read the whole table
all-rows = Read all { $shown } rows page by page
rows-by-value = Only the rows that you look for, by: { $name }
value-csv = Only these rows
rows-page = Page { $shown } of { $pages }
rows-pages-below = Pages of this list, once more
other-pages = Other pages
index-by = Go to: { $name }
column-parts = Columns, in parts
columns-reordered = Here the columns that name a row come first, then the figures. The files keep the order of the source.
hidden-columns = { $n ->
    [one] { $shown } more column is in the downloads.
   *[other] { $shown } more columns are in the downloads.
}
dictionary = Data dictionary
dictionary-page = { $n ->
    [one] What the { $shown } column means
   *[other] What the { $shown } columns mean
}
column = Column
meaning = Meaning
values-found = Values found
received-as = in the file received: { $name }
inferred = going by the data
unit = unit
key-column = identifies each row
required = never empty
value-labels = Its values mean:
allowed = Allowed
refers-to = Refers to rows of
missing = { $n ->
    [one] { $shown } empty cell ({ $percent })
   *[other] { $shown } empty cells ({ $percent })
}
none-missing = No empty cells
missing-written = Where there is no value it says
spread = How many, in equal ranges: { $counts }
from-to = From { $min } to { $max }
distinct = { $n ->
    [one] { $shown } different value
   *[other] { $shown } different values
}
distinct-about = About { $shown } different values
type-string = Text
type-integer = Whole number
type-number = Number
type-boolean = Yes or no
type-date = Date
type-datetime = Date and time
type-time = Time of day
type-year = Year
type-yearmonth = Year and month
type-duration = Duration
type-object = Object (JSON)
type-array = Array (JSON)
type-list = List
type-geopoint = Geographic point
type-geojson = Geographic shape (GeoJSON)
type-any = Anything
quality = How complete it is
checks-passed = { $n ->
    [one] Gives { $passed } of the { $shown } facts asked of a dataset
   *[other] Gives { $passed } of the { $shown } facts asked of a dataset
}
passed = Gives:
failed = Missing:
limits = What these data cannot tell
series = Series
series-previous = The one before in the series
series-next = The next in the series
series-ordered = In the order of the time that they cover, or else of their publication.
series-datasets = { $n ->
    [one] Its one dataset
   *[other] Its { $shown } datasets
}
services = Services for programs
service-documentation = How to use it
provenance = How the data came to be
commitments-of-data = Commitments that use these data
publisher = Published by
contact = Contact
frequency = How often it is updated
issued = First published
version = Version
time-covered = Time covered
area-covered = Area covered
data-language = Language of the data
broken-down-by = Broken down by
keywords = Keywords
themes = Themes (European classification)
further-licences = Also under
identifier = Identifier elsewhere
conforms-to = Follows
area-code = Code of the area
area-geonames = The area at GeoNames
area-bounds = West, south, east, north (degrees)
rule-unique = no repeated values
rule-pattern = pattern
rule-minimum = at least
rule-maximum = at most
rule-min-length = characters, at least
rule-max-length = characters, at most
reason-scheduled = Planned update
reason-correction = Correction
reason-method = Change of method
reason-takedown = Data taken down
row-changes-added = { $n ->
    [one] { $n } row added
   *[other] { $n } rows added
}
row-changes-removed = { $n ->
    [one] { $n } row removed
   *[other] { $n } rows removed
}
row-changes-changed = { $n ->
    [one] { $n } row changed
   *[other] { $n } rows changed
}
facts-changed = Changed:
row-first = The first version that has it.
milestone-came = Milestone { $number } (new)
milestone-went = Milestone { $number } (no longer there)
milestone-fact = Milestone { $number } ({ $fact })
cells-changed = { $n ->
    [one] { $n } cell of “{ $name }”
   *[other] { $n } cells of “{ $name }”
}
columns-more = { $n ->
    [one] and of one more column
   *[other] and of { $n } more columns
}
columns-added = New columns: { $names }.
columns-removed = Columns that are gone: { $names }.
version-takes-from = Data were taken out of versions: { $versions }.
version-taken-down = Since { $date } it is without the data that version { $version } took out.
version-rows = { $table }, version { $version } of { $date }
version-changes = What changed in { $table } with version { $version } of { $date }
versions-more = { $n ->
    [one] One earlier version is not listed here.
   *[other] { $n } earlier versions are not listed here.
}
versions-ledger = All versions with their checksums
frequency-10min = Every ten minutes
frequency-12hrs = Every twelve hours
frequency-15min = Every fifteen minutes
frequency-1min = Every minute
frequency-30min = Every thirty minutes
frequency-5min = Every five minutes
frequency-as_needed = As needed
frequency-not_planned = Not planned
frequency-op_datpro = Provisional
frequency-annual = Every year
frequency-annual_2 = Twice a year
frequency-annual_3 = Three times a year
frequency-bidecennial = Every twenty years
frequency-biennial = Every two years
frequency-bihourly = Every two hours
frequency-bimonthly = Every two months
frequency-biweekly = Every two weeks
frequency-cont = Continuously
frequency-daily = Every day
frequency-daily_2 = Twice a day
frequency-decennial = Every ten years
frequency-hourly = Every hour
frequency-irreg = Irregularly
frequency-irregular = Irregularly
frequency-monthly = Every month
frequency-monthly_2 = Twice a month
frequency-monthly_3 = Three times a month
frequency-never = Never again
frequency-other = Other
frequency-quadrennial = Every four years
frequency-quarterly = Every three months
frequency-quinquennial = Every five years
frequency-tridecennial = Every thirty years
frequency-triennial = Every three years
frequency-trihourly = Every three hours
frequency-unknown = Unknown
frequency-update_cont = Continuously
frequency-weekly = Every week
frequency-weekly_2 = Twice a week
frequency-weekly_3 = Three times a week

# Not found
moved = This page has moved
not-found = There is no such page
not-found-words = The address may be mistyped, or the page has moved. These lists lead to everything that is published.
ways-on = Ways on

# For programs
developers = For developers
developers-about = Everything on this portal can be read by programs: plain files at addresses that last. No key, no limit, no server of ours to ask.
dev-base = Every path follows this address:
dev-schema = JSON Schema
dev-address = Address
dev-addresses = { $n ->
    [one] { $shown } address
   *[other] All { $shown } addresses
}
dev-own = The portal's own JSON
dev-own-about = The shortest way to the data. Keys are only ever added: pass over those you do not know.
dev-catalog = Every dataset and every file, with size, rows and SHA-256; past 500 datasets it goes on in the file that “next” names.
dev-dataset = All that is known of a dataset, in every language: facts, columns, files.
dev-profile = What was counted of each table: types, missing cells, different values, ranges.
dev-rows = The rows of a table: an array of objects.
dev-commitment = All that is known of a commitment: institutions, milestones and their progress.
dev-report = A report: every answer, degree and narrative, and the lessons, in every language.
dev-catalogs = Catalogs for portals that collect data, and other tools
dev-catalogs-about = The same facts by the standards that other portals, search engines and libraries read. They always agree, for they are made from one record.
dev-dcat-jsonld = DCAT-AP 3.0 as JSON-LD, with its context inside. A large catalogue goes on in the file that hydra:next names, in this form and the two below.
dev-dcat-ttl = DCAT-AP 3.0 as Turtle.
dev-dcat-rdf = DCAT-AP 3.0 as RDF/XML, the form that CKAN reads.
dev-data-json = DCAT-US 1.1 for publishers that are not federal agencies.
dev-dcat-us-3 = DCAT-US 3.0.
dev-dcat-us-ttl = DCAT-US 3.0 as Turtle.
dev-package-whole = The whole portal as one Data Package: every table, with keys between them.
dev-package = A dataset as a Data Package (version 2, and readable as version 1).
dev-csvw = The columns of a CSV by CSV on the Web.
dev-croissant = A dataset as Croissant 1.0, for machine learning; where its licence, publisher and date are given.
dev-feeds = What changed
dev-feeds-about = Entries are changes with their dates, by the content's own word.
dev-feed = Every change on the portal, in this language (Atom).
dev-feed-json = The same as JSON Feed 1.1.
dev-feed-dataset = Changes of a dataset.
dev-feed-commitment = Changes of a commitment: its page, milestones, reports and data.
dev-feed-institution = Changes of the commitments that an institution takes part in.
dev-sitemap = Every page, with its languages.
dev-registers = Registers
dev-registers-about = What the pages say, as tables: datasets like any other, in every format.
dev-examples = Examples
dev-examples-about = Python 3 with nothing to install. They are run before every version of the program that made this portal.
dev-example-list = List every dataset
dev-example-rows = Fetch the rows of a dataset, and check that they arrived whole
dev-example-unreported = Milestones with no result reported

# Completeness of metadata
left-out = Left out
left-out-about = These pages are missing for now: the publisher still has an error to correct in each.
left-out-words = What belongs at this address is missing for now: its publisher still has an error to correct. The address will stay the same.
completeness = What is missing about the data
completeness-about = What should be known of each dataset and is not said yet, such as its licence or how often it is updated.
complete-n = { $n ->
    [one] { $complete } of { $shown } dataset gives every fact.
   *[other] { $complete } of { $shown } datasets give every fact.
}
facts-given = { $passed } of { $shown } facts given
points-about = The points are those of the metadata quality assessment of data.europa.eu, computed from these facts as it does; of a dataset's files the best one counts.
points-given = { $points } of { $shown } points
points-lost = −{ $n }
facts-missing = Missing:
facts-missing-of = What is missing of each dataset
facts-none-missing = Nothing is missing of:
for-publishers = For the publisher
points-of-datasets = Each dataset's points in the European catalogue
facts-wanted = The facts, what their lack costs, and how to give them
facts-count = { $n ->
    [one] Given by { $present } of { $shown } dataset.
   *[other] Given by { $present } of { $shown } datasets.
}
fact-mandatory = Portals that collect data refuse a dataset without it.
fact-summary = Description
fact-summary-cost = Without it the dataset stays out of data.json and DCAT-AP, so that data.europa.eu does not see it at all.
fact-summary-add = Write summary: with one or two sentences in its dataset.md.
fact-publisher = Publisher
fact-publisher-cost = Without it the dataset stays out of data.json, and nobody answers for the data; data.europa.eu takes 10 of 405 points away.
fact-publisher-add = Write publisher: in its dataset.md, or [publisher] in tragaluz.toml for all.
fact-contact = Contact
fact-contact-cost = Without a name and an e-mail address the dataset stays out of data.json; without any, data.europa.eu takes 20 of 405 points away.
fact-contact-add = Write contact: with name and email of an office, or [contact] in tragaluz.toml for all.
fact-keywords = Keywords
fact-keywords-cost = Without one the dataset stays out of data.json and is hard to find; data.europa.eu takes 30 of 405 points away.
fact-keywords-add = Write keywords: with a list of words.
fact-modified = Last change
fact-modified-cost = Without it the dataset stays out of data.json, and nobody knows how old the data are; data.europa.eu takes 5 of 405 points away.
fact-modified-add = Write modified: with a date such as 2024-05-31.
fact-licenses = Licence
fact-licenses-cost = Without one nobody may reuse the data with certainty; data.europa.eu takes 30 of 405 points away.
fact-licenses-add = Write licenses: with a known name such as CC-BY-4.0, or [licence] in tragaluz.toml for all.
fact-theme = Theme
fact-theme-cost = Catalogs cannot file the dataset; data.europa.eu takes 30 of 405 points away.
fact-theme-add = Write theme: with a code of the EU's data themes, such as GOVE.
fact-frequency = Frequency
fact-frequency-cost = Nobody knows when to come back.
fact-frequency-add = Write frequency: with a word such as annual, monthly or irreg.
fact-issued = First published
fact-issued-cost = data.europa.eu takes 5 of 405 points away.
fact-issued-add = Write issued: with a date.
fact-spatial = Area covered
fact-spatial-cost = The data are not found by place; data.europa.eu takes 20 of 405 points away.
fact-spatial-add = Write spatial: with the name and code of the place.
fact-temporal = Time covered
fact-temporal-cost = The data are not found by time; data.europa.eu takes 20 of 405 points away.
fact-temporal-add = Write temporal: with the first and the last date covered.
fact-file = A file to fetch
fact-file-cost = What is elsewhere may be gone tomorrow, and nobody here knows whether it works; data.europa.eu takes 105 of 405 points away.
fact-file-add = Put the data as a file into the dataset's folder.
fact-format = An open format for programs
fact-format-cost = Programs cannot read the data, or only those of one maker; data.europa.eu takes up to 80 of 405 points away.
fact-format-add = Put the data as a CSV or a spreadsheet into the dataset's folder: every open format is made of it.
fact-licence-table = A licence of the EU's table
fact-licence-table-cost = Programs do not know what it allows; data.europa.eu takes 10 of 405 points away.
fact-licence-table-add = Where the data may also be given under a licence of that table, such as CC-BY-4.0, name that one. Else leave it: a licence that is true is worth more than the points.
fact-licence-title = The licence's name in words
fact-licence-title-cost = Nobody reads from an address what may be done with the data; data.europa.eu takes 5 of 405 points away.
fact-licence-title-add = Write title: beside the licence's path.

# Charts. { $n } and other numbers come in the language's manner.
chart-rows = Rows
chart-time = Date
chart-data = Data of the chart
chart-files = The chart as a file
chart-embed = To show it in a page of yours, write:
chart-source = Data:
chart-by = { $measure } by { $by }
chart-by-both = { $measure } by { $by } and { $split }
chart-class = { $from } to { $to }
chart-none = n/a
chart-sum = added up
chart-mean = mean
chart-min = smallest
chart-max = largest
chart-count = number of rows
chart-thousands = { $n }k
chart-millions = { $n }M
chart-billions = { $n }bn
chart-trillions = { $n }tn
chart-others = { $n } more, from { $min } to { $max }
chart-others-sum = { $n } more, { $sum } in all
chart-others-name = Other ({ $n })
chart-gap = { $n } more between
chart-projected = projections
chart-projected-from = From { $from } on: projections.
chart-note-from = This applies from { $from } on.
chart-projected-row = { $label } (projection)
reading-millions = { $n } million
reading-billions = { $n } billion
reading-trillions = { $n } trillion
chart-standing-out = Highlighted: { $values }.
chart-left-out = Without { $values }, which would count the others twice.
chart-missing = { $n ->
    [one] One value is missing.
   *[other] { $n } values are missing.
}
chart-all-rows = Not every row is shown here; all { $n } are in the data file.
chart-type-line = Line chart
chart-type-columns = Column chart
chart-type-bars = Bar chart
chart-type-strip = Shares of a whole
chart-type-histogram = Histogram
chart-type-dots = Dot chart
chart-type-points = Dots of pairs of values
chart-type-multiples = Small line charts on one scale
chart-type-timeline = Periods on a line of time
spark = { $first } ({ $from }) → { $last } ({ $to })
chart-type-sparks = Table with tiny line charts
chart-type-cross = Counts of pairs of categories
chart-type-flow = Flows from one side to the other
chart-type-map = Places by latitude and longitude
chart-type-tiles = Map of tiles
chart-type-table = Table
chart-change = { $name }: { $first } in { $from }, { $last } in { $to } ({ $change }).
chart-range = Lowest { $min } ({ $at-min }), highest { $max } ({ $at-max }).
chart-classes = { $type }: values from { $from } to { $to }; most, { $count }, are between { $class }.
chart-flows = { $type }: { $n } flows. The largest goes from { $from } to { $to }: { $value }.
chart-from-to = { $measure } from { $from } to { $to }
chart-places = Where each { $name } is
chart-north = N
chart-south = S
chart-east = E
chart-west = W
chart-rows-said = { $type } with { $n } rows; the values are in the table below.

# Search
search = Search
search-label = What are you looking for?
search-do = Search
search-about = { $n ->
    [one] Searches { $shown } page: its title, text, place, years and the values of its tables.
   *[other] Searches { $shown } pages: their titles, texts, places, years and the values of their tables.
} Accents, capitals and a wrong letter do not matter, and the beginning of the last word is enough.
search-no-script = Your browser does not run scripts. This form leads to the A–Z index.
search-results = Results
search-wait = Searching…
search-count = Pages found: %
search-some = No page has all of the words. Pages that come nearest: %
search-near = No page spells it that way. Also searched: %
search-found-words = Has: %
search-rows-of = Rows of %
search-cut = Only part was searched: type fewer words, or more letters of the last one.
search-failed = The search index could not be read. Reload the page, or use the A–Z index.
search-more = Show more
search-none = No page has all of these words. You can:
search-none-1 = take words out, or try others;
search-none-2 = type only the beginning of a word;
search-none-3 = look through the A–Z index.
search-examples = For example
search-example-value = { $value } in “{ $name }”
search-browse = Or look through
search-by-words = Search by words
search-describes = Search “{ $title }”
# Words that are not looked for, for every page has them.
search-stop-words = a about all am an and any are as at be been but by can come comes could did do does find for from get give had has have here how i if in into is it its know let like many me much my need no not of on or our out s show so some tell than that the their them there these they this those to us want was we were what when where which who whom whose why will with would you your
# Other words by which people look for commitments of each status.
search-words-finished = complete completed done fulfilled kept achieved ended
search-words-in-progress = ongoing underway progressing started
search-words-stuck = stalled blocked paused suspended
search-words-not-started = pending unstarted begun yet
search-words-incomplete = unfinished broken failed partial
search-words-not-reported = without report unknown unreported
search-words-evaluated = assessed assessment evaluated evaluation kept fulfilled finished result
search-words-register = list full table catalogue
search-words-overdue = overdue late delayed past due deadline passed expired unfinished
a-z = A–Z index
a-z-about = { $n ->
    [one] The only page published.
   *[other] All { $shown } pages published, in alphabetical order.
}
a-z-letters = Letters
a-z-guides = Pages of this letter
a-z-signs = Digits and signs
a-z-signs-short = 0–9
continued = (continued)

# Lists cut by a fact
data-themes = By theme
formats = By format
licences = By licence
publishers = By publisher
places = By place
only-largest = Only the largest lists have pages of their own.

# Lists that are cut: headings. "-of" is about a place; "-at" is for every name, and for a place whose name needs an article.
names-with-article = State|City|United|Republic|Federal|Province|Region|Autonomous|Kingdom|Netherlands|Philippines|The
heading-status-finished = Finished commitments
heading-status-finished-of = Finished commitments of { $name }
heading-status-finished-at = { $name }: finished commitments
heading-status-finished-year = Finished commitments due in { $name }
heading-status-in-progress = Commitments in progress
heading-status-in-progress-of = Commitments of { $name } in progress
heading-status-in-progress-at = { $name }: commitments in progress
heading-status-in-progress-year = Commitments due in { $name } and in progress
heading-status-stuck = Stuck commitments
heading-status-stuck-of = Stuck commitments of { $name }
heading-status-stuck-at = { $name }: stuck commitments
heading-status-stuck-year = Stuck commitments due in { $name }
heading-status-not-started = Commitments not started
heading-status-not-started-of = Commitments of { $name } not started
heading-status-not-started-at = { $name }: commitments not started
heading-status-not-started-year = Commitments due in { $name } and not started
heading-status-incomplete = Incomplete commitments
heading-status-incomplete-of = Incomplete commitments of { $name }
heading-status-incomplete-at = { $name }: incomplete commitments
heading-status-incomplete-year = Incomplete commitments due in { $name }
heading-status-not-reported = Commitments with no reported progress
heading-status-not-reported-of = Commitments of { $name } with no reported status
heading-status-not-reported-at = { $name }: commitments with no reported status
heading-status-not-reported-year = Commitments due in { $name } with no reported status
heading-plan = { $name }: commitments
heading-year = Commitments due in { $name }
heading-year-of = Commitments of { $name } due in { $second }
heading-year-at = { $name }: commitments due in { $second }
heading-completion = Commitments with completion “{ $name }”
heading-completion-of = Commitments of { $name } with completion “{ $second }”
heading-completion-at = { $name }: commitments with completion “{ $second }”
heading-topic-of = Commitments of { $name } on “{ $second }”
heading-topic-at = { $name }: commitments on “{ $second }”
heading-verdict = Commitments – { $name }: { $second }
facet-verdict = { $name }: { $second }
heading-data-themes = Datasets on “{ $name }”
heading-formats = Datasets in { $name }
heading-licences = Datasets under the licence “{ $name }”
heading-publishers = { $name }: datasets
heading-places = Datasets about { $name }
heading-keywords = Datasets with the keyword “{ $name }”
heading-datasets-both = Datasets: { $name }, { $second }
filter = Filter
filter-remove = Remove “{ $name }”
milestones-by-month = Milestones by month
commitments-by-end = Commitments by end date
commitments-by-place = Commitments by place
order-own = Usual order
order-by-end = By end date
order-by-place = By place
month-overdue = Overdue since { $month }
month-coming = Due in { $month }
milestones-coming = What comes next: { $n }
milestones-overdue = Overdue: { $n }
milestones-past-part = Past: { $n }
month-none = Without a date
place-none = Without a place
calendar = Add these dates to your calendar (.ics)
heading-milestones-finished = Finished milestones
heading-milestones-in-progress = Milestones in progress
heading-milestones-stuck = Stuck milestones
heading-milestones-not-started = Milestones not started
heading-milestones-incomplete = Incomplete milestones
heading-milestones-not-reported = Milestones with no reported progress
heading-milestones-year = Milestones due in { $name }
heading-milestones-of = Milestones of { $name }
heading-milestones-at = { $name }: milestones
heading-milestones-both-of = Milestones of { $name }: { $second }
heading-milestones-both-at = Milestones: { $name }, { $second }
facet-all = All of them
years = Due in
theme-agri = Agriculture, fisheries, forestry and food
theme-econ = Economy and finance
theme-educ = Education, culture and sport
theme-ener = Energy
theme-envi = Environment
theme-gove = Government and public sector
theme-heal = Health
theme-intr = International issues
theme-just = Justice, legal system and public safety
theme-op_datpro = Provisional data
theme-regi = Regions and cities
theme-soci = Population and society
theme-tech = Science and technology
theme-tran = Transport

report-absent = A report that is cited, but is not in this portal

# Editions that need no connection.
offline-about = The whole portal to keep, to carry on a USB stick and to read without a connection.
offline-inside = This is a copy to use without a connection. It cannot state its own size and checksum: they are on this page on the web.
offline-web = This page on the web:
no-connection = No connection
no-connection-kept = This page was not kept on this device. Those that you opened before were kept:
offline-no-qr = There are no QR codes, because the portal does not say its address.
offline-whole = The whole portal
offline-check = How to check a file
offline-check-how = Work out the SHA-256 of the file and compare it with the one that is given here. Windows: certutil -hashfile FILE SHA256. macOS: shasum -a 256 FILE. Linux: sha256sum FILE.
offline-sums = Checksums of every file of the portal:
offline-key = It is signed (SHA256SUMS.minisig). The public key, for “tragaluz verify” or minisign:
offline-books = As a book, without a connection
edition-zip = the whole portal in a folder
edition-zip-about = Unpack it and open index.html with a double click: every page works without a connection, and nothing has to be installed.
edition-zim = the whole portal for Kiwix
edition-zim-about = One file for Kiwix, a free program that also passes the portal on from phone to phone.
edition-text = all text in one file
edition-text-about = Plain text for any device, for a screen reader or for paper.
edition-epub = book
edition-pdf = book to print
notice-do = What you can do
notice-more = Everything known about it, with evidence:
notice-code = QR code of
edition-left-out = { $n ->
    [one] One file is not inside, because of its size or its name; the read-me file names it.
   *[other] { $n } files are not inside, because of their size or their names; the read-me file names them.
}
edition-left-out-zim = { $n ->
    [one] One file is not inside, because of its size or its name; it is on the published portal.
   *[other] { $n } files are not inside, because of their size or their names; they are on the published portal.
}
edition-date = As of { $date }
paper-sum = Whoever has this sheet can check it: the plain text of this page on the web (.txt) has the SHA-256
# Names of files: letters and digits only.
edition-text-name = everything
read-me-name = README
read-me-open = To read it, unpack everything into one folder and open index.html with a double click. It needs a browser and nothing else: no connection and no program.
read-me-inside = Inside is what the portal publishes, byte for byte: its pages, their plain text, its data and its catalogs. Only the page of the offline editions is another one, because no edition can hold its own checksum.
read-me-sums = SHA256SUMS holds the checksum of every file. To check them all, run in this folder: sha256sum -c SHA256SUMS (Linux) or shasum -a 256 -c SHA256SUMS (macOS). One file on Windows: certutil -hashfile FILE SHA256
read-me-left-out = These files are not inside, because of their size or their names. Links to them lead nowhere in this copy; they are on the web.
read-me-fresh = The portal as it is now:
text-contents = Contents
book-contents = Contents
book-cover = Title page
book-web = This page on the web:
book-note = Made from the portal’s pages as of { $date }.
book-access = Text with headings, lists and tables that programs can follow; every drawing is also told in words. Nothing depends on colour or sound.
zim-description = Open government commitments and data
commitments-more = { $n ->
    [one] One more commitment uses these data; the list of commitments has all of them.
   *[other] { $n } more commitments use these data; the list of commitments has all of them.
 }
own-facts = More facts
on-another-server = On another server: { $host }
elsewhere-words = This file is on another server. It is not checked here and may change there at any time.

### Personal data that are published by decision of an office.

waivers = Personal data that are published, and why
waivers-about = The portal is checked for personal data before it is published. It contains these by decision of an office, which answers for it.
waivers-off = Nobody checked for personal data
waivers-here = This page contains personal data: why, and who decided it
waiver-kinds = Data
waiver-file = File
waiver-columns = Columns
waiver-ground = Ground
waiver-reason = Reason
waiver-by = Decided by
waiver-until = Valid until
ground-public-official = They are of a public official, as such
ground-consented = The persons agreed
ground-published-by-law = A law asks for their publication
ground-office-contact = They are an office's contact
ground-not-personal = They are nobody's: they only look like it
ground-fictitious = They are made up
ground-historical = They are of people long dead
personal-kind = { $kind ->
    [curp] CURP
    [rfc] RFC of persons
    [clabe] bank accounts (CLABE)
    [card] numbers of payment cards
    [nss] social security numbers (NSS)
    [voter-key] voter ID numbers
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

# The glossary. `term-NAME-forms`: as texts have it, divided by "|"; texts link to a term where they have it first.
glossary = What the words mean
glossary-about = Words of open government and open data that these pages use, in plain terms.
glossary-own = Words of this portal
glossary-promises = Words about commitments
glossary-data = Words about data
term-ogp = Open Government Partnership (OGP)
term-ogp-forms = Open Government Partnership|OGP
term-ogp-means = Governments and civil society of more than seventy countries that agree on what each government will do to be more open, and check it in public.
term-action-plan = Action plan
term-action-plan-means = What a government promises to do in about two years, written together with civil society.
term-commitment = Commitment
term-commitment-means = One promise of an action plan: what will be done, by whom and by when.
term-milestone = Milestone
term-milestone-means = One step of a commitment, with its own dates, whose result can be checked.
term-evidence = Evidence
term-evidence-means = What shows that something was done: a document, minutes, a published page, data.
term-end-report = End-of-commitment report
term-end-report-means = What the evaluators found when the time of a commitment was over: what was done, whether government became more open, and what was learned.
term-inception-report = Inception report
term-inception-report-forms = inception report|inception reports
term-inception-report-means = A first review, made soon after a plan is published: whether each commitment can be checked, and how much it could change.
term-irm = Independent Reporting Mechanism (IRM)
term-irm-forms = Independent Reporting Mechanism|IRM
term-irm-means = The office of the Open Government Partnership that reviews plans and their results, independently of governments.
term-open-government = Open government
term-open-government-means = A government that publishes what it knows and does, lets people take part, and answers for its decisions.
term-obligated-subject = Obligated subject
term-obligated-subject-forms = obligated subject|obligated subjects
term-obligated-subject-means = In Mexican law, whoever must publish information and answer requests for it: offices of government, parliaments, courts, parties, unions and others that receive public money.
term-technical-secretariat = Technical secretariat
term-technical-secretariat-forms = technical secretariat|technical secretariats
term-technical-secretariat-means = The group of offices and organizations that draws up an action plan and follows it.
term-proactive-transparency = Proactive transparency
term-proactive-transparency-forms = proactive transparency
term-proactive-transparency-means = To publish, without being asked and beyond what the law demands, information that people need.
term-social-accountability = Social accountability
term-social-accountability-forms = social accountability
term-social-accountability-means = People and organizations who watch what government does, ask for explanations and get answers.
term-open-data = Open data
term-open-data-means = Data that anyone may download, use and pass on, for any purpose, at no charge.
term-dataset = Dataset
term-dataset-means = One or more tables about one subject, with what is needed to understand them.
term-dictionary = Data dictionary
term-dictionary-means = What each column of a table means: its unit, its possible values, what is missing.
term-licence = Licence
term-licence-means = What the owner of the data lets others do with them.
term-csv = CSV
term-csv-means = A table as plain text, one row a line. Any spreadsheet or program opens it.
term-metadata = Metadata
term-metadata-means = Data about the data: who publishes them, when, how often, about which place and time.
term-checksum = Checksum (SHA-256)
term-checksum-means = A long number worked out from a file. If two copies have the same one, they are the same file to the last letter.
term-offline = Offline edition
term-offline-means = The portal as a file to carry and to read without the internet.
