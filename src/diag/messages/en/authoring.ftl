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
