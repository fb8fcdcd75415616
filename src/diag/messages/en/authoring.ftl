### What `add` writes and says.

ask-head = What begins with # is not published: it is not known yet. Take away the # and write what is so.
ask-summary = In a sentence or two: what was counted, where, of which time.
    summary: Requests for information that each office received, month by month.
ask-language = The language in which the data are written.
    language: en
ask-keywords = Words that people search for.
    keywords: [transparency, requests]
ask-theme = Topics of the EU's list: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, JUST, REGI, SOCI, TECH, TRAN.
    theme: [GOVE]
ask-frequency = How often the data change: annual, quarterly, monthly, weekly, daily, irreg (no fixed day), never.
    frequency: annual
ask-issued = When the data were first published.
    issued: 2026-01-31
ask-modified = When they last changed.
    modified: 2026-01-31
ask-temporal = The time that they are about.
    temporal: {"{"}start: 2025-01, end: 2025-12{"}"}
ask-spatial = The area that they are about.
    spatial: {"{"}name: Mexico, code: MEX{"}"}
ask-row_is = What one row is, after the words “Each row is”.
    row_is: one office in one month
ask-provenance = How the data came to be: who noted what, and with what.
    provenance: Taken from the register of the transparency office.
ask-sources = Where they come from, if they are not your own.
    sources: [{"{"}title: National census, path: "https://example.org/census"{"}"}]
ask-licenses = What others may do with them. Better once for all, under [licence] in tragaluz.toml.
    licenses: [{"{"}name: CC-BY-4.0{"}"}]
ask-publisher = Who publishes them. Better once for all, under [publisher] in tragaluz.toml.
    publisher: Office of Transparency
ask-contact = Whom to ask: an office, never a person. Better once for all, under [contact] in tragaluz.toml.
    contact: {"{"}name: Office of Transparency, email: office@example.org{"}"}
ask-resources = Tables and their columns, as they were read. Correct a title where it is wrong. A column may also have
    “description: what its values mean” and “unit: people”.
ask-key = { $column ->
        [none] Columns that together tell rows apart, if there are such.
    primaryKey: [column, other-column]
       *[other] In “{ $column }” no value is twice. If it is there to tell rows apart, say so:
    primaryKey: [{ $name }]
    }
added = Added the dataset “{ $name }”: { $tables ->
        [0] no table
        [one] one table
       *[other] { $tables } tables
    }{ $others ->
        [0] {""}
        [one] {" "}and one other file
       *[other] {" "}and { $others } other files
    }.
added-table = {"  "}{ $table }: { $rows } rows, { $columns } columns
added-page = { $n ->
        [0] Its page is { $page }.
       *[other] Its page is { $page }. It says what the files say, and asks for: { $unknown }.
    }
added-next = Next: open the page and complete it; “tragaluz check” says what is missing, “tragaluz build” makes the site.

### What “add” writes into new pages. “.line” shows how a fact is written, where its form alone does not.

ask-sections = Below stand the parts of the text. One without words is told as missing, and may also be taken away.
ask-further = It may also have: { $names }.
ask-one-of = One of: { $words }.
fact-summary = In a sentence or two, what it is about.
    .line = summary: Every month we publish how many requests we got, and in how many days we answered.
fact-updated = When these facts last changed.
fact-sources = Where they come from.
    .line =
        sources:
          - title: Minutes of the transparency committee
            url: https://office.example/minutes.pdf
fact-order = Its place in lists, the smallest number first.
fact-locality = The town or state whose page it is: the name of a file in content/localities, or simply its name.
    .line = locality: sample-town
fact-action-plans = The action plans that hold it, by the names of their files in content/action-plans; “not-attached” if none does.
    .line = action_plans: not-attached
fact-action-plan = The action plan, by the name of its file in content/action-plans.
    .line = action_plan: plan-2025
fact-inception-report = The report that was written at its start.
    .line =
        inception_report:
          title: Inception report
          url: https://office.example/inception.pdf
fact-start = The first month, or day.
fact-end = The last month, or day.
fact-institutions = The offices that take part. Of each its role: lead or supporting.
    .line =
        institutions:
          - name: Transparency unit
            role: lead
fact-institution = The office that runs it.
    .line = institution: Transparency unit
fact-policy-areas = What field of policy it belongs to, in your words or by the name of a file in content/policy-areas.
    .line = policy_areas: [right-to-information]
fact-topic = What field of policy it belongs to, in your words or by the name of a file in content/policy-areas.
    .line = topic: [open-data]
fact-sector = The sector, in your words or by the name of a file in content/sectors.
    .line = sector: education
fact-values = The values of open government that it serves, each with the reason: access-to-information, civic-participation, public-accountability, technology-and-innovation.
    .line =
        values:
          - value: access-to-information
            reason: Whoever asks will know how long the answer takes.
fact-inception = What the reviewer found at the start: whether it can be verified, is relevant, is new, and how much it would change.
    .line =
        inception:
          verifiable: yes
          relevance: yes
          novelty: new
          ambition: positive
          statements: [The commitment can be verified.]
fact-milestones = What is to be done, step by step; “tragaluz add milestone” adds one. Only number and text are needed.
    .line =
        milestones:
          - number: 1
            text: Publish the requests of the first month.
            start: 2026-01
            end: 2026-02
            status: in-progress
            owner: Transparency unit
fact-status = How it stands as a whole, if your source says so itself; else it is told from the milestones.
fact-reported = When that was reported.
fact-progress = What was reported then.
    .line = progress: Twelve offices have answered.
fact-updates = In place of the three above: every report of how it stands, one after another.
    .line =
        updates:
          - date: 2026-03
            status: in-progress
            text: Twelve offices have answered.
            reported_by: Transparency unit
fact-reports = Reports that evaluate it, by the names of their files in content/reports.
    .line = reports: [report-2026]
fact-datasets = Datasets that it rests on, by the names of their folders in data.
    .line = datasets: [requests]
fact-related = Commitments that it continues or belongs to, by the names of their files.
    .line = related: [earlier-commitment]
fact-commitment = The commitment that is evaluated, by the name of its file in content/commitments.
    .line = commitment: requests-in-time
fact-commitments = Commitments that it belongs to, by the names of their files in content/commitments.
    .line = commitments: [requests-in-time]
fact-stage = When in the commitment's time the report was made.
fact-date = The day on which it was made.
fact-evaluators = Who evaluated: offices, or persons who agree to be named. Addresses of theirs are not published.
    .line = evaluators: [University of the State]
fact-contact-withheld = Whether your source gives contact details of the evaluators, which are left out here.
fact-completion = Question 1.1: how far it had come.
fact-as-planned = Question 1.3: how many milestones were implemented as planned.
fact-answers = Questions 2.1.1, 2.1.2, 2.1.3 and 2.2, answered with yes or no; and the degree of the result: worsened, did-not-change, marginal, major or outstanding. The words of each answer stand below, under its heading.
    .line =
        answers:
          - question: 2.1.1
            answer: yes
            degree: marginal
          - question: 2.2
            answer: no
            degree: did-not-change
fact-evidence = What was published as evidence, and for which question.
    .line =
        evidence:
          - question: 1.3
            title: Minutes of the transparency committee
            url: https://office.example/minutes.pdf
fact-level = Who runs it, by level.
fact-country = The country's code of three letters.
    .line = country: USA
fact-editions = The years in which it was held.
    .line = editions: [2024, 2025]
fact-extent = How much of it your source gives.
fact-code = The official code.
    .line = code: "3601"
fact-url = Its address on the web.
    .line = url: https://office.example/
fact-commitment-start = The month, or day, in which it begins.
fact-commitment-end = The month, or day, in which it is due.
page-report-title = Report: { $title }
added-a-page = { $n ->
        [0] Added the page { $page }.
       *[other] Added the page { $page }. It asks for: { $unknown }.
    }
added-a-page-next = Next: open it and complete it; “tragaluz check” says what is missing, “tragaluz build” makes the site.
added-milestone = Added milestone { $number } to { $page }.
document-lost = {"  "}{ $kind ->
        [pictures] Pictures that are not in the page: { $count }. Save each beside the page and show it with words: ![What it shows](name.jpg).
        [text-boxes] Text boxes whose words are not in the page: { $count }. Copy what belongs there.
        [comments] Comments of reviewers that were left out: { $count }.
        [deleted] Tracked deletions that were left out: { $count }. What was added with tracking is in the page.
        [hidden] Passages of hidden words that were left out: { $count }.
        [formulas] Formulas that are not in the page: { $count }.
        [objects] Charts, sheets or other objects that are not in the page: { $count }. A table of figures is better added as data.
        [inner-tables] Tables within tables, whose words stand in one cell now: { $count }.
        [margins] Headers and footers of the printed page were left out.
        [links] Links to files or to places in the document, of which only the words stay: { $count }.
       *[bold-headings] Lines in bold that were taken for headings, because the document has no others: { $count }. Look whether they are.
    }
edition = New edition of “{ $dataset }”, for { $file }:
edition-table = {"  "}{ $kind ->
        [added] { $table }: a new table
       *[removed] { $table }: the table is gone
    }
edition-same = {"  "}{ $table }: nothing changed
edition-rows = {"  "}{ $table }: { $rows } rows now. Added: { $added }, gone: { $removed }, changed: { $changed }, as before: { $same }
edition-column = {"  "}{ $kind ->
        [added] { $table }: the column “{ $column }” is new
        [removed] { $table }: the column “{ $column }” is gone
        [renamed] { $table }: the column “{ $column }” stands where “{ $before }” stood, and has its type
       *[retyped] { $table }: the column “{ $column }” was of type { $before }, and is of type { $after }
    }
edition-fact = {"  "}dataset.md: { $name } becomes { $value }, which “add” wrote itself
edition-undated = {"  "}dataset.md: modified stays as it is; give the day with --as-of
edition-asked = Replace { $file }? [y/N]
edition-placed = { $file } is replaced. What you wrote in dataset.md is as it was; “tragaluz check” says whether it still fits.
edition-left = Nothing was changed. With --yes, { $file } is replaced.
edition-refused = Nothing was changed: the new file has errors, which are told above.

### Workbooks of facts (export --workbook, import --workbook): sheets, heads of columns, what is told.

sheet-commitments = Commitments
sheet-milestones = Milestones
sheet-reports = Reports
sheet-action-plans = Action plans
sheet-initiatives = Initiatives
sheet-practices = Practices
sheet-localities = Localities
sheet-institutions = Institutions
sheet-policy-areas = Policy areas
sheet-sectors = Sectors
sheet-values = Values
sheet-pages = Pages
sheet-about = How to fill in
column-page = Page
column-language = Language
column-number = Number
column-fingerprint = State when exported, please leave
column-title = Title
column-text = What is to be done
column-summary = Summary
column-updated = Updated
column-sources = Sources
column-order = Order
column-locality = Locality
column-action-plans = Action plans
column-action-plan = Action plan
column-inception-report = Inception report
column-start = Start
column-end = End
column-institutions = Institutions
column-institution = Institution
column-policy-areas = Policy areas
column-topic = Topic
column-sector = Sector
column-values = Values
column-inception = Inception review
column-milestones = Milestones
column-status = Status
column-reported = Reported on
column-progress = Progress
column-updates = Progress reports
column-reports = Evaluation reports
column-datasets = Datasets
column-related = Related commitments
column-commitment = Commitment
column-commitments = Commitments
column-stage = Stage
column-date = Date
column-evaluators = Evaluators
column-contact-withheld = Contact left out
column-completion = Completion (1.1)
column-as-planned = As planned (1.3)
column-answers = Answers
column-evidence = Evidence
column-level = Level
column-country = Country
column-editions = Editions
column-extent = Extent
column-code = Official code
column-url = Web address
column-commitment-start = Start of the commitment
column-commitment-end = End of the commitment
column-owner = Owner
column-lang = Language of the text
column-id = Identifier
column-comments-published = Comments published
column-former = Former addresses
column-acknowledged = Findings accepted
column-extra = Further facts
guide-sheet = Sheet
guide-column = Column
guide-purpose = What it is for
guide-words =
    A row is a page in one language, or a milestone of one. “page” and “language” say which; leave them as they are. The texts below a page's facts stay in its Markdown file.
    Change, sort and filter as you like; columns may be moved or deleted: what has no column stays as it is. An empty cell takes the fact away.
    Lists: items stand apart by “;” or by line breaks. Facts within a list: name: Transparency unit, role: lead. A text with a comma or “;” stands in "quotation marks".
    Dates are 2026-01-31, 2026-01 or 2026.
    A new row is a new page, named by “page”: letters without accents, digits and hyphens. A page without a row is not deleted.
    The last column says how each fact was when this was written. With it, changes that were made in the pages meanwhile are told apart from yours.
    Back into the portal: tragaluz import --workbook FILE
exported = { $rows ->
        [one] One row was written to { $file }.
       *[other] { $rows } rows were written to { $file }.
    }
exported-next = Next: change it in a spreadsheet, then “tragaluz import --workbook { $file }” shows what differs, and asks before it writes.
import-difference = { $place } { $fact }: { $before } → { $after } ({ $sheet }, row { $row })
import-conflict = { $place } { $fact }: { $before } → { $after } ({ $sheet }, row { $row }). Not written: the page was changed, too, since the workbook was written. Write it all the same with --force.
import-nothing-there = (nothing)
import-milestone = milestone { $number }, { $fact }
import-new-page = { $file } is new.
import-strange = { $names ->
        [none] { $sheet }: no sheet of this name is written by “export”, so nothing of it is read. Known are the names of kinds of page, such as Commitments, Milestones, Reports.
       *[other] { $sheet }: columns that are no fact of its pages are left aside, and stay in your file: { $names }.
    }
import-missing = { $sheet }: { $count ->
        [one] one row of the portal is not in the file; its page stays as it is.
       *[other] { $count } rows of the portal are not in the file; their pages stay as they are.
    }
import-newer = { $count ->
        [one] One fact was changed in its page since the workbook was written, and not in the workbook; it stays as the page has it.
       *[other] { $count } facts were changed in their pages since the workbook was written, and not in the workbook; they stay as the pages have them.
    }
import-no-fingerprints = The last column, which says how facts were when the workbook was written, is missing: what was changed in pages meanwhile is not told apart from what was changed in the file.
import-same = Nothing differs. { $file } says what the pages say.
import-asked = Write these changes to { $files ->
        [one] one page
       *[other] { $files } pages
    }? [y/N]
import-written = { $files ->
        [one] One page was changed.
       *[other] { $files } pages were changed.
    } “tragaluz check” says whether everything fits.
import-left = Nothing was changed. With --yes, the changes above are written.
import-dry = Nothing was changed: --dry-run only shows.
import-refused = Nothing was changed: there are errors, which are told here.
import-fault = { $sheet }, row { $row }{ $column ->
        [none] {""}
       *[other] , column “{ $column }”
    }: { $kind ->
        [no-key] no column says which page a row is. Bring back the column “page”, with that word as its head.
        [twice] the row for “{ $text }” is there a second time. Keep one of them.
        [language] the portal has no language “{ $text }”. Write one that tragaluz.toml lists.
        [gone] the page or milestone “{ $text }” was in the portal when the workbook was written, and is not there now. Delete the row, or make it anew with --force.
        [key] “{ $text }” cannot be the name of a page. Use letters without accents, digits and hyphens, 64 at most.
        [title] the page “{ $text }” has no title. Write it in the column “title”.
        [no-page] there is no page “{ $text }” that this row could belong to. Write the name of its file, without folder and ending.
        [number] “{ $text }” is no number of a milestone. Write a whole number, or leave the cell empty for the next one.
        [date] “{ $text }” is no date, or may mean two days. Write it as 2026-01-31, 2026-01 or 2026.
        [list] “{ $text }” cannot be read as a list of facts. Write each item as name: value, name: value; the next one in a new line.
        [comma] in “{ $text }” a comma divides a text. Put that text in "quotation marks".
        [refused] this would make the error in { $text } that is told above. Mend it in the workbook.
        [map] “{ $text }” has several items, where one is wanted. Put a text with “;” in "quotation marks".
       *[hand] { $text } is written so that this fact is better changed by hand. Open it in an editor.
    }
