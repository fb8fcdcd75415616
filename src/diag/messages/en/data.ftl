### Findings about data files.

data-unreadable = This file cannot be read as a table: { $cause ->
        [io] the system does not let it be read (technical detail: { $detail })
        [permission] { io-cause }
        [gone] { io-cause }
        [full] { io-cause }
        [read-only] { io-cause }
        [exists] { io-cause }
        [busy] { io-cause }
        [no-folder] { io-cause }
        [folder] { io-cause }
        [no-file] { io-cause }
        [name] { io-cause }
        [changed] it changed while it was read
        [unclosed] a quotation mark opened on line { $detail } is never closed
        [too-long] one row is longer than { $detail } MiB
        [too-wide] one row has more than { $detail } cells
        [outside] the path leads, through a link, outside the portal
        [empty] there is nothing in it
        [binary] it is not text
        [web-page] it is a web page, and there is no table in it
        [saved-error] what was saved is no data but an error: { $detail }
        [pointer] it is only a pointer to a file that Git LFS or git-annex keeps elsewhere
        [xml] it is XML in which no table is known
        [encrypted] “{ $detail }” in it is encrypted
        [compression] “{ $detail }” in it is compressed in a way that this program does not read
        [too-large] unpacked it is very much larger than it can honestly be: { $detail }
        [cells] its cells come to more than { $detail }, far more than a file of its size can hold: cells or rows that are said to be repeated, or one that stands far away from the others
        [special] it is not a file but a FIFO, a socket or a device, which is not read
        [depth] lists and objects stand in one another more than { $detail } deep
        [file_mib] a file that describes it is larger than { $detail } MiB
        [members] it holds more than { $detail } files
        [tables] it holds more than { $detail } tables
        [too-much] to be read, more of it has to be held in memory at once than is allowed: { $detail }
        [leads-out] the name “{ $detail }” in it leads to another folder of the computer
        [absent] there is no “{ $detail }” in it
        [no-sheet] the sheet that is asked for is not in it: { $detail }
        [no-table] there is no table in it ({ $detail })
        [json] it is no JSON from the value on that begins on this line (technical detail: { $detail })
        [damaged] it is damaged or incomplete, as after a download that broke off (technical detail: { $detail })
        [password] it is protected with a password
        [xlsb] it is a binary workbook of Excel (XLSB), which this program does not read
        [no-workbook] it is no workbook that this program reads ({ $detail })
        [jsonp] it is JSONP: a program that hands JSON to a function ({ $detail }…)
        [javascript] it is a program in JavaScript, not JSON ({ $detail }…)
        [json-sequence] it is a sequence of JSON texts with a record separator before each ({ $detail })
        [topojson] it is TopoJSON, whose shapes are made of shared borders
        [sdmx] it is SDMX-JSON, whose values are known by the numbers of their codes
        [no-rows] its JSON holds neither objects nor lists, of which rows are made
       *[malformed] it is not written as its format wants (technical detail: { $detail })
    }.
    .help = { $cause ->
        [io] Look whether the disk and the file are whole, and try again.
        [permission] { io-cause.help }
        [gone] { io-cause.help }
        [full] { io-cause.help }
        [read-only] { io-cause.help }
        [exists] { io-cause.help }
        [busy] { io-cause.help }
        [no-folder] { io-cause.help }
        [folder] { io-cause.help }
        [no-file] { io-cause.help }
        [name] { io-cause.help }
        [changed] Close the programs that write to it, and try again.
        [unclosed] Close the quotation mark, or double it ("") where it belongs to the text.
        [too-long] Look on that line for a quotation mark that is never closed.
        [too-wide] Look at that line: are rows perhaps written one after the other on it?
        [outside] Put the file itself into the portal's folder, not a link to it.
        [web-page] Download the data again: what was saved is a page that says why they could not be had.
        [saved-error] Download the data again: a server answered that they could not be had, and its answer was saved.
        [pointer] Fetch the file itself (git lfs pull, git annex get), and put that into the portal.
        [xml] Save the data as CSV or as a workbook in the program they came from.
        [encrypted] Pack it again without a password: open data has none.
        [compression] Pack it again as an ordinary ZIP (“deflate”).
        [too-large] Pack it again. A file that unpacks to a hundred times its size is nearly always made to fill disks.
        [cells] Delete the rows and columns beyond the table, or save it again as CSV.
        [special] Put an ordinary file in its place. What comes from another program is given by a pipe: … | tragaluz profile -
        [depth] Write flat rows: [{ "{" }"name": "value"{ "}" }, …].
        [file_mib] Keep what is said of the data short: data belong in tables.
        [members] Pack fewer files into it.
        [tables] Pack fewer tables into it.
        [too-much] Save it again as CSV, which is read row by row.
        [leads-out] Pack it again with plain names, without “..” and without a beginning “/”.
        [absent] Correct the name in path:. Open it to see the names that it holds.
        [no-sheet] Write the name of one of its sheets, which stand in brackets, or its number.
        [no-table] Pack tables into it: CSV, XLSX, ODS, JSON.
        [empty] Put the data into it, or take it out of the dataset.
        [json] Look at that line: a bracket, a comma or a quotation mark is missing there, or the file was cut off.
        [damaged] Download or copy it again, and open it in the program it came from to see that it is whole.
        [password] Open it in the program it came from, take the password away, and save it: open data has none.
        [xlsb] Open it in Excel or LibreOffice, choose “Save as” and the format “Excel Workbook (*.xlsx)”, and put that file in its place.
        [no-workbook] Look what it is in the program it came from, and save it as XLSX, ODS or CSV.
        [jsonp] Ask the service for plain JSON, mostly by leaving out “callback=” in the address; or delete what stands around the JSON.
        [javascript] Ask the service for plain JSON, or delete what stands around it.
        [json-sequence] Save it as GeoJSON, or as lines of JSON (.ndjson) without the separators.
        [topojson] Save it as GeoJSON: ogr2ogr, QGIS and mapshaper do that.
        [sdmx] Ask the service for SDMX-CSV: it is the same data as a table.
        [no-rows] Write each row as an object: [{ "{" }"name": "value"{ "}" }, …].
       *[other] Open it in the program it came from and save it again as CSV in UTF-8.
    }{ $setting ->
        [none] { "" }
       *[other] {" "}If the file is right as it is, raise the limit: write { $setting } with a larger number below [limits] in tragaluz.toml; for a file outside a portal, --limit { $setting }=NUMBER.
    }
    .title = A file cannot be read as a table
    .why = A table that cannot be read cannot be checked, shown or offered in other formats.
dataset-empty = This dataset has no file with data.
    .help = Put a CSV file or a spreadsheet into its folder, or take the folder out.
    .title = A dataset has no data file
    .why = A dataset without data is a promise that cannot be kept.
data-not-utf8 = This file is in { $encoding }; it was read as such, and the downloads are in UTF-8.
    .help = Nothing has to be done. To be rid of this note, save the file as UTF-8.
    .title = Data are in another encoding than UTF-8
    .why = UTF-8 is the one encoding that every program reads without being told. The file as received stays available.
data-encoding-guessed = This file does not say its encoding and is not UTF-8; it was read as { $encoding }.
    .help = Look whether accents are right on the page. If not, write the right one in dataset.md, beside the file’s path: (encoding: windows-1250, IBM850, IBM852, macintosh …), or save the file as UTF-8.
    .title = The encoding of data is guessed
    .why = A wrong guess turns letters into others, which nobody notices until somebody searches for a name.
data-encoding-contradicted = The encoding of this file is declared as { $declared }, but it is in { $encoding }; it was read as that.
    .help = Write encoding: { $encoding } in the place of { $declared }, beside the file’s path: in dataset.md or datapackage.json, or take that line out.
    .title = Data have another encoding than declared
    .why = Programs that believe the declaration would show wrong letters.
data-characters-lost = { $count ->
        [one] One place in this file is not { $encoding } and was read as “�”.
       *[other] { $count } places in this file are not { $encoding } and were read as “�”.
    }
    .help = Write the true encoding in encoding:, beside the file’s path: in dataset.md, or open it in the program it came from and save it as UTF-8.
    .title = Some characters of data are lost
    .why = Bytes that mean nothing in an encoding are letters lost. The file as received still has them.
data-encoding-mixed = This file is UTF-8 but for { $count ->
        [one] one place, which was
       *[other] { $count } places, which were
    } read as { $encoding } (first on line { $line }).
    .help = Look whether accents are right on the page. Open the file in the program it came from and save it as UTF-8.
    .title = A data file mixes two encodings
    .why = Files put together from several sources hold more than one encoding; read as one of them, the letters of the other are lost.
data-encoded-twice = The letters of this file were turned into UTF-8 twice (“{ $was }” for “{ $is }”); that was undone.
    .help = Nothing has to be done. To be rid of this warning, save the file as UTF-8 once more from a program that shows its accents right.
    .title = Data are encoded in UTF-8 twice
    .why = Nobody finds “México” who searches for it in a table that has “MÃ©xico”. The file as received is unchanged.
data-encoded-as-controls = Quotation marks, dashes and other signs of windows-1252 stand in this file as control characters ({ $count ->
        [one] one place
       *[other] { $count } places
    }, the first on line { $line }); they were read as the signs that were meant.
    .help = Nothing has to be done. To be rid of this warning, write the file anew from its source, as UTF-8.
    .title = Signs of data are stored as control characters
    .why = Nobody sees control characters, and web pages may not hold them. The file as received stays as it is.
data-nul-characters = { $count ->
        [one] One NUL character was left out of this file.
       *[other] { $count } NUL characters were left out of this file.
    }
    .help = Nothing has to be done. To be rid of this warning, export the file anew: NUL characters are padding of old databases.
    .title = A data file holds NUL characters
    .why = NUL characters are no text, and many programs stop at the first.
data-format-contradicted = By its name this file is { $declared }, but what is in it is { $format }; it was read as that.
    .help = Give the file the ending .{ $ending }.
    .title = A data file's ending contradicts its format
    .why = Programs that believe the name refuse the file or show nonsense.
data-delimiter-contradicted = The delimiter is declared as “{ $declared }”, which does not occur; the cells are divided by “{ $delimiter }”.
    .help = Write the true delimiter in delimiter:, under dialect:, or take that line out.
    .title = The declared delimiter does not occur
    .why = Programs that believe the declaration would see one column.
data-divided-by-blanks = No delimiter divides the lines of this file, so its columns were told by the blanks between them. Its first row was read as: { $cells }
    .help = Compare that row with the file. If a column is cut wrongly, save the table as CSV in the program it came from.
    .title = Columns are told apart by blanks
    .why = Printed text says by blanks alone where a column ends, and a name of two words has one too.
data-one-column = { $what ->
        [mark] This file was read as one column: its first line has no “{ $mark }”, so that sign was taken for a part of the text on the other lines.
       *[places] This file was read as one column. Its lines have gaps, as if it had been printed, but not at the same places.
    }
    .help = { $what ->
        [mark] If that sign divides cells, write in dataset.md, beside the file’s path:, dialect: and below it delimiter: "{ $mark }". Else nothing has to be done.
       *[places] If it is a table, save it as CSV in the program it came from.
    }
    .title = A file is read as one column
    .why = A name with a comma in it (García, Ana) is one cell; cut in two, it is no name any more.
data-quotes-kept = Quotation marks in this file quote nothing: they are open on one line and are not closed on it (lines { $lines }). They were read as a part of the text.
    .help = Take away those that are not needed. Where they belong to the text, double them ("") and put the whole cell in quotation marks.
    .title = Quotation marks are read as text
    .why = Read as marks around cells, they would join rows to one another.
data-no-header = This table has no header: its first row is data. The columns were named column_1, column_2 …
    .help = Add a first row with the columns' names. If the first row is the header, declare dialect: header: true.
    .title = A table has no header
    .why = Without names nobody knows what the columns mean.
data-header-shifted = The header has one name fewer than the rows have cells; the first column was taken to hold the names of the rows, as R writes them.
    .help = Write the first column's name too (in R: col.names = NA, or row.names = FALSE). If the last column is the one without a name, write that.
    .title = The header has one name too few
    .why = Programs that do not know this would put every value under the name of its neighbour.
data-columns-blank = { $count ->
        [one] One column has no name and no value (number { $columns }); it was left out.
       *[other] { $count } columns have no name and no value (numbers { $columns }); they were left out.
    }
    .help = { $beside ->
        [yes] If two tables stand side by side there, they were read as one, row by row: put each into a file of its own, or on a sheet of its own. Else nothing has to be done.
       *[no] Nothing has to be done. To be rid of this note, delete the columns in the file.
    }
    .title = Blank columns are left out
    .why = Blank columns separate groups for the eye; in the downloads they would be columns of nothing.
data-parts-differ = The columns of this file are not those of the table's first file: { $how ->
        [order] they stand in another order
        [lacks] it lacks { $lacks }
        [more] it has also { $more }
       *[both] it lacks { $lacks }, and has also { $more }
    }. Its cells went to the columns of the same names.
    .help = Nothing has to be done if that is right. Else give the columns the same names in every file.
    .title = Files of one table have different columns
    .why = Files that are parts of one table should have the same columns; a name that changed makes two columns of one.
data-several-tables = This file holds { $count } tables, of which “{ $first }” was read.
    .help = To read another, name it: { $others }.
    .title = Only one of several tables is read
    .why = In a portal each of them becomes a table; here one file is read as one table.
data-sheets-hidden = { $count ->
        [one] One hidden sheet was not read: { $sheets }.
       *[other] { $count } hidden sheets were not read: { $sheets }.
    }
    .help = If its rows are data, show the sheet in the program it came from, or declare a resource with dialect: sheet: and its name. Look that nothing private is in it: the file as received can be downloaded.
    .title = Hidden sheets are not read
    .why = What its author hid is hardly meant to be published, but it is in the file all the same.
data-columns-hidden = { $count ->
        [one] One hidden column was read all the same: { $names }.
       *[other] { $count } hidden columns were read all the same: { $names }.
    }
    .help = If that is not to be published, delete it in the file: hiding does not take it out. If it may be, show it in the program it came from.
    .title = Hidden columns are read too
    .why = What its author hid is hardly meant to be published, but it is in the file all the same, and in every download.
data-rows-hidden = { $count ->
        [one] One hidden row was read all the same (line { $lines }).
       *[other] { $count } hidden rows were read all the same (lines { $lines }).
    }
    .help = If they are not to be published, delete them in the file: hiding and filtering do not take them out. If they may be, show them in the program they came from.
    .title = Hidden rows are read too
    .why = Rows that a filter or their author hid are seen by nobody who opens the file, but they are in it, and in every download.
data-texts-merged = { $count ->
        [one] One cell is merged over several rows (line { $lines }); each of these rows was given its text.
       *[other] { $count } cells are merged over several rows (lines { $lines }); each of these rows was given the text of its cell.
    }
    .help = Nothing has to be done. To be rid of this note, unmerge the cells and fill them.
    .title = A text is merged over several rows
    .why = A merged cell is one value for all rows that it covers; in a table each row has to say it.
data-numbers-merged = { $count ->
        [one] One number is merged over several rows (line { $lines }); it stays in the first of them, and the others have no value.
       *[other] { $count } numbers are merged over several rows (lines { $lines }); each stays in the first of its rows, and the others have no value.
    }
    .help = Unmerge the cells. Where the number is that of every row, write it into each; where it is the sum of them, divide it or take it into a table of its own.
    .title = A number is merged over several rows
    .why = Repeated, the number would be counted once for each row; left out, somebody takes it for the first row's alone.
data-shown-by-format = { $count ->
        [one] The numbers of one column are codes
       *[other] The numbers of { $count } columns are codes
    } by their number format ({ $names }): they were read as text, with the zeros and marks that the format shows, such as “{ $example }”.
    .help = Nothing has to be done. To be rid of this note, make these cells text. If they are no codes, give them the format “General” or “0”.
    .title = Numbers are codes by their format
    .why = A code without its zeros fits no other table; everybody who opens the file sees them.
data-links-added = { $count ->
        [one] Most cells of one column have a link behind them; it was put into a column of its own
       *[other] Most cells of { $count } columns have links behind them; these were put into columns of their own
    }: { $names }.
    .help = Nothing has to be done. To be rid of this note, write the addresses into a column of the file.
    .title = Links behind cells become a column
    .why = A table shows what is in its cells; an address behind them would be lost.
data-error-cells = { $count ->
        [one] One cell holds an error of its formula (“{ $example }”, line { $lines }); the word stays in the table.
       *[other] { $count } cells hold errors of their formulas, such as “{ $example }” (lines { $lines }); the words stay in the table.
    }
    .help = Mend the formulas, or leave the cells blank where there is no value.
    .title = Cells hold errors of formulas
    .why = Among numbers the word of an error is no value, and makes text of its whole column.
data-links-left = { $count ->
        [one] One cell has a link behind it, which is not in the table
       *[other] { $count } cells have links behind them, which are not in the table
    } ({ $names }; first on line { $line }: { $link }).
    .help = If the addresses are data, write them into a column of their own. Addresses that a formula puts together are never read from it, nor are more than 65,530 links of one sheet. The file as received still has them.
    .title = Links behind cells are left out
    .why = A table shows what is in its cells; an address behind a few of them is in no download but the file as received.
data-formulas-zero = All { $count } formulas in the sheet “{ $sheet }” come to 0 (lines { $lines }), and the workbook asks to be computed when it is opened: the program that wrote it has computed nothing.
    .help = Open it in Excel or LibreOffice, save it, and put that file in its place. If every result is 0, nothing has to be done.
    .title = All formulas of a sheet come to zero
    .why = The program that opens the file shows the true results; who reads what is stored in it finds zeros.
data-table-open = This web page ends without closing its table (there is no “</table>”): its last rows may be missing.
    .help = Look whether the last rows are there. If not, download the page again; if so, write </table> at its end.
    .title = A web page does not close its table
    .why = A page that breaks off between two rows looks like a whole one, and nobody misses the rows after it.
data-no-tables = { $count ->
        [one] One file in this ZIP is no table: { $names }. It can be had with the ZIP as received.
       *[other] { $count } files in this ZIP are no tables: { $names }. They can be had with the ZIP as received.
    }
    .help = Nothing has to be done. If one of them is a table, give it the ending of its format: .csv, .xlsx, .json.
    .title = A ZIP holds files that are no tables
    .why = Only tables are checked, shown and offered in other formats.
data-json-beside = The rows were found { $at ->
        [none] in this file
       *[other] under “{ $at }”
    }; beside them the file says: { $words }
    .help = If that says what the table means, say it in dataset.md too.
    .title = JSON says something beside its rows
    .why = What stands beside the rows is no part of the table. The file as received still has it.
data-json-spread = { $count ->
        [one] One field holds objects ({ $names }); their fields
       *[other] { $count } fields hold objects ({ $names }); their fields
    } became columns of their own, with names such as { $example }.
    .help = Nothing has to be done. To keep one as it is, declare its column with the type object.
    .title = Objects in JSON become columns
    .why = A table has cells and no objects; spread out, their values can be searched, sorted and summed.
data-coordinates-projected = The coordinates in “{ $column }” are no longitudes and latitudes in degrees of WGS 84{ $system ->
        [none] {""}
       *[other] {" "}(the file says { $system })
    }, which GeoJSON has to have (RFC 7946, section 4). They were read as they are, and no GeoJSON is offered.
    .help = Export the layer in WGS 84 (EPSG:4326). In QGIS: Export, Save Features As, CRS.
    .title = Coordinates are not longitudes and latitudes
    .why = Maps take the numbers for degrees, and show the places in the sea or nowhere.
data-column-renamed = { $how ->
        [unnamed] { $count ->
            [one] One column has no name; it was named “{ $name }”.
           *[other] { $count } columns have no name; they were named { $name }.
        }
        [declared] A column is “{ $received }” in the file and “{ $name }” by its declaration; the declared name was taken.
       *[repeated] There is more than one column “{ $received }”; { $count ->
            [one] a later one was named “{ $name }”.
           *[other] { $count } later ones were named { $name }.
        }
    }
    .help = { $how ->
        [declared] Write the same name in the file and in the declaration.
       *[other] Give the column a name of its own in the file.
    }
    .title = A column is given another name
    .why = Every column needs one name, or JSON and databases lose one of two.
data-column-absent = The column “{ $column }” is declared, but it is not in { $file }.
    .help = { $near ->
        [none] Correct the name, or take it out of the declaration.
       *[other] Did you mean “{ $near }”?
    }
    .title = A declared column is not in the file
    .why = What is declared of a column that does not exist is checked by nobody.
pages-by-many = “{ $column }” has { $count } values. Pages of the rows of each value are made for { $most } at most, and so none were made.
    .help = Name a column with fewer values in pages_by, such as the state, or take the line out.
    .title = A column has too many values for pages
    .why = So many pages would help nobody to find their own, and make a portal heavy.
data-type-unknown = “{ $word }”, declared for “{ $column }”, is not a type or format of Table Schema.
    .help = Types: string, integer, number, boolean, date, datetime, time, year, yearmonth, duration, object, array, list, geopoint, geojson, any. Formats of dates: default, any, or a pattern such as %d/%m/%Y.
    .title = A column's declared type is unknown
    .why = A type that nobody knows checks nothing.
data-constraint-unreadable = The { $what } declared for “{ $column }” cannot be read: “{ $text }”.
    .help = Write bounds as values of the column's type, and patterns as regular expressions.
    .title = A declared rule cannot be read
    .why = A rule that cannot be read checks nothing.
data-rows-above = { $count ->
        [one] One row stands above the table (line { $lines }) and is not part of it: { $words }
       *[other] { $count } rows stand above the table (lines { $lines }) and are not part of it: { $words }
    }
    .help = If they say what the table means, say it in dataset.md too. If one of them is the header, declare its row: dialect: headerRows: [2].
    .title = Rows are above the table
    .why = Titles above the header are for human eyes; in the downloads they would be data. The file as received still has them.
data-rows-below = { $count ->
        [one] One row stands below the table (line { $lines }) and is not part of it: { $words }
       *[other] { $count } rows stand below the table (lines { $lines }) and are not part of it: { $words }
    }
    .help = If they say what the table means, say it in dataset.md too. If a row is data, write it like the others.
    .title = Rows are below the table
    .why = Totals and notes below a table would be counted as data. The file as received still has them.
data-blank-rows = { $count ->
        [one] One row is blank (line { $lines }); it was left out.
       *[other] { $count } rows are blank (lines { $lines }); they were left out.
    }
    .help = Nothing has to be done. To be rid of this note, delete them.
    .title = Blank rows are left out
    .why = A blank row holds nothing, but would be counted.
data-comments = { $count ->
        [one] One line is a comment (line { $lines }); it was left out: { $words }
       *[other] { $count } lines are comments (lines { $lines }); they were left out: { $words }
    }
    .help = If they say what the table means, say it in dataset.md too.
    .title = Comment lines are left out
    .why = CSV has no comments, so other programs would take them for data.
data-header-repeated = { $count ->
        [one] Line { $lines } repeats the header or numbers a printed page; that row was left out.
       *[other] { $count } rows repeat the header or number printed pages (lines { $lines }); they were left out.
    }
    .help = Delete those rows in the file.
    .title = The header is repeated among the rows
    .why = A header among the data is read as data.
data-rows-left-out = { $count ->
        [one] One row (line { $lines }) looks like a row of the table, but stands apart from it and is in none of the downloads: { $words }
       *[other] { $count } rows (lines { $lines }) look like rows of the table, but stand apart from it and are in none of the downloads: { $words }
    }
    .help = If they are data, put them right below the header. If they are another table, put it into a file of its own. If they are the header, declare its rows: dialect: headerRows: [2].
    .title = Rows that look like data are left out
    .why = Rows that are left out are missed by nobody until a sum is wrong. The file as received still has them.
data-rows-joined = { $count ->
        [one] A row goes on over several lines (line { $lines }), each of which has as many delimiters as a row of its own.
       *[other] { $count } rows go on over several lines (lines { $lines }), each of which has as many delimiters as a row of its own.
    } A stray quotation mark may have joined what were several rows.
    .help = Look at that line for a quotation mark that is not needed, and take it away.
    .title = A row goes on over several lines
    .why = Rows that are joined are lost: they become the text of a cell.
data-rows-short = { $count ->
        [one] One row has fewer cells than there are columns (line { $lines }).
       *[other] { $count } rows have fewer cells than there are columns (lines { $lines }).
    }
    .help = Complete them. The cells they lack are published as having no value.
    .title = A row has too few cells
    .why = A short row is often a broken one, whose cells stand in the wrong columns.
data-rows-long = { $count ->
        [one] One row has more cells than there are columns (line { $lines }); columns were added, so that nothing is lost.
       *[other] { $count } rows have more cells than there are columns (lines { $lines }); columns were added, so that nothing is lost.
    }
    .help = Put quotation marks around cells that hold the delimiter, or name the columns in the header.
    .title = A row has too many cells
    .why = A long row is often a broken one, whose cells stand in the wrong columns.
data-second-table = { $count ->
        [one] Another table seems to begin on line { $lines }
       *[other] Other tables seem to begin on lines { $lines }
    } of this file: { $words }. Its rows were read as rows of the first.
    .help = Put each table into a file of its own, or on a sheet of its own.
    .title = Another table seems to begin further down
    .why = Rows of two tables in one are counted together, and names of columns become values.
data-formula-without-value = { $count ->
        [one] A formula
       *[other] { $count } formulas
    } in the sheet “{ $sheet }” { $count ->
        [one] has
       *[other] have
    } no value stored with { $count ->
        [one] it; its cell is blank.
       *[other] them; their cells are blank.
    }
    .help = Open the workbook in a spreadsheet program, which computes its formulas, and save it.
    .title = A formula has no stored value
    .why = Programs that write formulas do not always compute them, and whoever opens the file in a spreadsheet sees no gap.
data-stray-quote = { $count ->
        [one] A quotation mark stands in the wrong place (line { $lines }): text follows after it closes.
       *[other] Quotation marks stand in the wrong place in { $count } rows (lines { $lines }): text follows after they close.
    }
    .help = Double quotation marks that belong to the text (""), and put one around the whole cell.
    .title = A quotation mark is in the wrong place
    .why = Programs read such cells differently.
data-date-order-unknown = The dates in “{ $column }” could be day/month or month/day; they stay text.
    .help = Declare the column with type: date and format: "%d/%m/%Y" where the day comes first, "%m/%d/%Y" where the month does; or write dates as 2022-02-28.
    .title = The order of day and month is unknown
    .why = Guessing the order would make wrong dates that look right.
data-decimal-mark-unknown = The numbers in “{ $column }” could have three decimals, or be thousands; they stay text.
    .help = Declare the column with type: number and decimalChar: "," where the comma divides decimals, "." where the point does; or give one number with other decimals.
    .title = It is unclear which mark divides decimals
    .why = In 19.432 some read nineteen and a half, and others nineteen thousand: a guess would be wrong a thousand times over.
data-missing-mark = “{ $mark }” was taken to mean “no value” in { $count ->
        [one] one cell
       *[other] { $count } cells
    } ({ $columns }), because all other cells of the column are of one type.
    .help = If that is right, write in the schema missingValues: ["", "{ $mark }"]; if not, declare the column with type: string.
    .title = A mark is taken for no value
    .why = A word among numbers keeps the whole column from being numbers.
data-nearly-typed = { $fits } of the { $filled } values of “{ $column }” { $type ->
        [digits] are digits alone
       *[other] are of type { $type }{ $format ->
            [none] {""}
           *[other] {" "}({ $format })
        }
    }, { $count ->
        [one] one is not
       *[other] { $count } are not
    }, and so the column stays text. With line: { $cells }
    .help = { $style ->
        [brackets] If brackets mean negative numbers, write them with a hyphen (-1234).
        [minus-after] Write the minus before the number, as a hyphen (-7.25).
        [minus-before] Write the minus as a hyphen next to the digits ($-80.00 or -80.00).
        [groups] Groups of two digits are read where the column is declared with groupChar: ",".
        [power] A spreadsheet shortened these numbers: take them from where they came from, as text.
        [digits] These have more digits than programs compute with: shorten them, or declare type: string.
       *[none] { $type ->
            [digits] Correct these values. If they are right as they are, declare the column in the schema with type: string.
            [boolean] Correct these values, or declare the column in the schema with type: boolean, and its words in trueValues and falseValues: then each of the others is an error with its line.
           *[other] Correct these values, or declare the column in the schema with type: { $type }: then each is an error with its line. Words for “no value” go into its missingValues; if the values are codes, declare type: string.
        }
    }
    .title = A few values keep a column as text
    .why = One slip keeps a whole column from being numbers or dates: no sums, no charts, no order.
data-numbers-as-text = { $style ->
        [brackets] “{ $column }” has numbers in brackets
        [minus-after] “{ $column }” has numbers with a minus behind them
        [minus-before] “{ $column }” has numbers with a minus before a sign, or one that is no hyphen
        [groups] “{ $column }” has digits in groups of two
        [power] “{ $column }” has numbers that a spreadsheet shortened (scientific notation)
       *[digits] “{ $column }” has numbers with more digits than programs compute with
    }; the column stays text. With line: { $cells }
    .help = { $style ->
        [brackets] If brackets mean negative numbers, write them with a hyphen (-1234).
        [minus-after] Write the minus before the number, as a hyphen (-7.25).
        [minus-before] Write the minus as a hyphen next to the digits ($-80.00 or -80.00).
        [groups] Declare the column in the schema with type: integer or number, and groupChar: ",".
        [power] If these were codes, their last digits are lost: take them from where they came from, as text.
       *[digits] Round them to 15 digits where they were computed, or declare type: string.
    }
    .title = Numbers written unusually stay text
    .why = A number that is misread is worse than a text: brackets taken away make a debt an asset, and a rounded code is another one.
data-unseen-signs = { $what ->
        [names] Signs that nobody sees (a non-breaking or zero-width blank) were taken off the names of columns: { $columns }.
       *[cells] Signs that nobody sees (a non-breaking or zero-width blank) were taken off { $count ->
            [one] one value
           *[other] { $count } values
        } of: { $columns }.
    }
    .help = Nothing has to be done. They come from web pages and word processors; in a spreadsheet, TRIM and CLEAN take most of them off.
    .title = Invisible signs are taken off data
    .why = With such a sign, a name is not found and a number is text, and nobody sees why.
data-excel-text = { $count ->
        [one] One row has cells
       *[other] { $count } rows have cells
    } written ="…", which Excel shows as text; what stands between the marks was read. With line: { $lines }
    .help = Nothing has to be done. Codes keep their zeros without it, if the column is declared with type: string.
    .title = Cells are written as text for Excel
    .why = Systems write ="00123" so that Excel keeps the zeros; to every other program the value is 00123.
data-not-of-type = { $count ->
        [one] “{ $column }” is not of type { $type } in one row, line { $line }: “{ $cell }”.
       *[other] { $count } rows: “{ $column }” is not of type { $type }, first at line { $line }: “{ $cell }”.
    }
    .help = { $hint ->
        [decimal-comma] If the comma is the decimal mark, declare the column in the schema with type: number and decimalChar: ",".
        [comma] Declare the column with decimalChar: "," if the comma is the decimal mark, or with groupChar: "," if it stands between thousands.
        [group-comma] If the comma stands between thousands, declare the column in the schema with groupChar: ",".
        [decimals] Declare the column with type: number if it may have decimals. If not, correct the cells.
        [bare] If signs belong to the numbers (a currency, %), declare the column with bareNumber: false. If not, correct the cells.
        [day] { $month } has { $days } days: look the date up in the source.
        [month] A year has twelve months: look the date up in the source.
        [order] Write { $near }, or declare how the whole column is written: format: "%d/%m/%Y".
        [format] Declare how the whole column is written: format: "%d/%m/%Y" where the day comes first, "%m/%d/%Y" where the month does.
        [boolean] Write true or false, or declare the words for them: trueValues: ["sí"] and falseValues: ["no"].
       *[none] Correct the cells, declare what stands for “no value” in missingValues, or declare another type.
    }
    .title = A cell is not of its declared type
    .why = Whoever relies on the declared type would stop at these rows, or lose them.
data-value-missing = { $count ->
        [one] “{ $column }” must have a value, and has none on line { $line }.
       *[other] { $count } rows: “{ $column }” must have a value and has none, first at line { $line }.
    }
    .help = Fill the cells, or take required: out of the column's rules (constraints).
    .title = A cell lacks its required value
    .why = A value that is promised and missing breaks what is computed from it.
data-rule-broken = { $count ->
        [one] One row:
       *[other] { $count } rows:
    } “{ $column }” { $rule ->
        [pattern] does not match the pattern { $limit }
        [minimum] is less than { $limit }
        [maximum] is more than { $limit }
        [short] is shorter than { $limit } characters
        [long] is longer than { $limit } characters
       *[allowed] is none of: { $limit }
    }, first at line { $line }: “{ $cell }”.
    .help = Correct the cells, or the rule itself (constraints: of the column).
    .title = A cell breaks a declared rule
    .why = A declared rule is a promise to those who use the data.
data-key-repeated = { $count ->
        [one] One row repeats
       *[other] { $count } rows repeat
    } { $what ->
        [key] the key
       *[unique] a value that must be unique
    } ({ $columns }): line { $line } repeats line { $earlier }.
    .help = Take out the repeated rows, or declare in primaryKey: the columns that really tell rows apart.
    .title = A key or unique value is repeated
    .why = Two rows with one key are counted twice, and neither can be linked to.
data-reference-absent = A column refers to the table “{ $table }” (in foreignKeys), and there is no such table.
    .help = Correct the dataset's or resource's name in the schema's foreignKeys.
    .title = A column refers to an absent table
    .why = A reference to nothing cannot be followed.
data-foreign-key = { $count ->
        [one] One row refers ({ $columns }) to a row of { $table } that does not exist, on line { $line }: “{ $cell }”.
       *[other] { $count } rows refer ({ $columns }) to rows of { $table } that do not exist, first at line { $line }: “{ $cell }”.
    }
    .help = Correct the cells, or add the missing rows there.
    .title = A row refers to an absent row
    .why = Whoever joins the two tables would lose these rows.
format-unknown = There is no download format “{ $format }”.
    .help = { $near ->
        [none] The formats are: { $known }.
       *[other] Did you mean “{ $near }”? The formats are: { $known }.
    }
    .title = A download format is unknown
    .why = A format that cannot be written would be missing without a word.
format-not-compiled = This build of tragaluz cannot write “{ $format }”.
    .help = Use a build with the feature `{ $format }` (`cargo install tragaluz --features { $format }`, or `--features full` for every format), or take it out of downloads, under [formats] in tragaluz.toml.
    .title = This program cannot write a requested format
    .why = A format that is asked for and not written would be missing without a word.
format-refused = { $resource } is not offered as { $format }: { $reason ->
        [too-many-rows] it has more rows than the format can hold ({ $limit })
        [too-many-columns] it has more columns than the format can hold ({ $limit })
        [too-long-cells] it has cells longer than the format can hold ({ $limit } characters)
        [small] it is too small to need it
       *[no-geometry] no columns hold coordinates
    }.
    .help = Nothing has to be done: the other formats hold the whole table.
    .title = A table is not offered in a format
    .why = A file cut at the format's limit would look whole.
personal-rare-combinations = { $combinations ->
        [one] One combination of { $columns } is
       *[other] { $combinations } combinations of { $columns } are
    } shared by fewer than { $at_least } rows: { $rows ->
        [one] one row
       *[other] { $rows } rows
    } in all, and the rarest is shared by { $fewest ->
        [one] one row only
       *[other] { $fewest } rows
    }.
    .help = Publish wider groups (ages by tens of years, states in place of municipalities), leave a column out, or publish counts in place of persons.
    .title = Rare combinations could reveal persons
    .why = Whoever knows a person’s age, sex and town finds the person’s row where nobody else shares them, and reads all the rest of it.
personal-not-protected = { $reason ->
        [bare] { $count ->
            [one] One small count cannot be hidden so that nobody works it out
           *[other] { $count } small counts cannot be hidden so that nobody works them out
        }: the declared totals of { $file } are not the sums of their parts.
        [column] The column “{ $column }” is declared under “disclosure”, but { $file ->
            [none] none of the dataset’s tables has it.
           *[other] it is not in { $file }.
        }
        [column-sum] The total column “{ $column }” is declared with parts that { $file } lacks, or as a part of itself.
        [declaration] What is declared under “disclosure” cannot be read, so nothing in { $file } is known to be protected.
        [label] “{ $label }” is declared as a total of “{ $column }”, but no row of { $file } has it.
        [no-count] “{ $column }” has columns that are hidden with it, but it is not among the counts.
        [no-table] Something is declared under “disclosure” of { $file }, which cannot be read as a table.
        [not-whole] “{ $column }” is declared to hold counts, but a cell of it in { $file } is not a whole number.
        [repeated] { $count ->
            [one] One row of { $file } counts
           *[other] { $count } rows of { $file } count
        } the same persons as an earlier one, as far as the declared columns tell.
        [too-many] { $file } has more than { $limit } counts: the limit { $name } allows no more.
        [total-column] The column “{ $column }” of { $file } seems to hold totals, and is not declared to.
       *[total-row] “{ $label }” in the column “{ $column }” of { $file } seems to be a total, and is not declared to be one.
    }
    .help = { $reason ->
        [bare] Correct the totals in the file, or take them out of it.
        [column] { $near ->
            [none] Correct the name, or take it out of the declaration.
           *[other] Did you mean “{ $near }”?
        }
        [column-sum] List the columns that add up to it, such as total_columns: { "{" }{ $column }: [women, men]{ "}" }.
        [declaration] Correct what is said of it above or below this message.
        [label] Write it as the file has it, or take it out of the declaration.
        [no-count] Add it to “counts”, or write the column of counts in its place.
        [no-table] Take this file out of the dataset, or publish its table as CSV or a spreadsheet.
        [not-whole] Declare words that mean “no value” in the schema (missingValues), and leave rates and percentages out of “counts”: those are named under “hide_with”.
        [repeated] Name under “dimensions” every column that tells rows apart, such as the year.
        [too-many] Raise it below [limits] in tragaluz.toml, or publish fewer groups.
        [total-column] Declare what it is the sum of, such as total_columns: { "{" }{ $column }: [women, men]{ "}" }, or with an empty list that it is not a total.
       *[total-row] Write totals: { "{" }{ $column }: ["{ $label }"]{ "}" }, or totals: { "{" }{ $column }: []{ "}" } if it is not a total.
    }
    .title = The protection of counts is not assured
    .why = Where it is not known which numbers add up to which, a count that is not shown can be found out by subtracting. So nothing of this table is published.
personal-counts-hidden = { $count ->
        [one] One number is not shown, to protect people: it is a count under { $below }, or would give one away.
       *[other] { $count } numbers are not shown, to protect people: { $small ->
            [one] one is a count
           *[other] { $small } are counts
        } under { $below }, and { $others ->
            [0] none other is needed for that.
            [one] one other would give one away.
           *[other] { $others } others would give one away.
        }
    }
    .help = Nothing has to be done. The file as it was received is not published.
    .title = Small counts are hidden to protect people
    .why = A count of few persons in a small place tells who they are.
personal-totals-differ = { $count ->
        [one] One declared total is
       *[other] { $count } declared totals are
    } not the sum of { $count ->
        [one] its
       *[other] their
    } parts.
    .help = Look whether a part is lacking, or whether a total was typed by hand.
    .title = A total differs from the sum of parts
    .why = Small counts are hidden by what totals tell. Where a total is wrong, readers find out less, but they also notice that something is wrong.
personal-computed-columns = { $columns }: these columns seem to be computed of counts that are not shown, and may give them away.
    .help = If they are, name them under “disclosure”, such as hide_with: { "{" }people: [percentage]{ "}" }.
    .title = Computed columns may reveal hidden counts
    .why = A percentage with the whole that it is a share of is a count.
data-label-unmatched = { $what ->
    [column] “labels” names the column “{ $column }”, and no table of the dataset has it.
    [value] “labels” names the value “{ $name }” of the column “{ $column }”, and no row has it.
   *[unlabelled] The value “{ $name }” of the column “{ $column }” has no label; others of the column have.
}
    .help = { $what ->
        [column] Write the column’s name as it is in the downloads, or take this line out.
        [value] Write the value as it is in the data, in quotation marks where it begins with 0, or take it out.
       *[unlabelled] Add the value below labels and { $column }, with what it means. Others may be without one, too.
    }
    .title = Labels and values do not match
    .why = A label that meets no value is shown nowhere, and readers see the code in its place.
