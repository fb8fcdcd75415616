"""Makes the expected tables beside the messy files, with Python's csv module.

What each file means was decided by hand, by looking at its bytes, and is written down below: encoding, delimiter, the
header's row, rows that are no data. Python's reader then takes the cells out. Nothing here knows of tragaluz.

    python3 tests/messy/expected.py        # writes NAME.expected.csv beside every file
"""

import csv
import io
import json
import pathlib

HERE = pathlib.Path(__file__).parent


def blank(row):
    return not any(cell.strip() for cell in row)


# Per file: encoding, the reader's options, header (rows that name the columns, from 0 with blank lines counted; None
# where there is none), data (a rule that a row of data fulfils, beside not being blank).
FILES = {
    "csvkit/bad.csv": {},  # one row too long: its last cell gets a column of its own
    "csvkit/bad_skip_lines.csv": {"header": [3]},
    "csvkit/blanks.csv": {},
    "csvkit/date_like_number.csv": {},
    "csvkit/join_short.csv": {},
    "csvkit/mac_newlines.csv": {},
    "csvkit/no_header_row.csv": {"header": None},
    "csvkit/optional_quote_characters.csv": {},
    # A blank row and a title above the header; a note in two rows below.
    "csvkit/realdata-Datagov_FY10_EDU_recp_by_State.csv": {
        "header": [2],
        "data": lambda row: not row[0].startswith(("Note: ", " the total within")),
    },
    "csvkit/realdata-README.csv": {},
    "csvkit/realdata-acs2012_5yr_population.csv": {},
    "csvkit/realdata-ks_1033_data.csv": {},
    "csvkit/sniff_limit.csv": {"delimiter": ";"},
    "csvkit/sort_ints_nulls.csv": {},
    "csvkit/test_date_format.csv": {},
    "csvkit/test_extra_header.csv": {},
    "csvkit/test_geo.csv": {},
    "csvkit/test_latin1.csv": {"encoding": "cp1252"},
    "csvkit/test_literal_order.csv": {},
    "csvkit/test_locale.csv": {},
    "csvkit/test_locale_converted.csv": {},
    "csvkit/test_skip_lines.csv": {"header": [3]},
    "csvkit/test_utf16_big.csv": {"encoding": "utf-16"},
    "csvkit/test_utf16_little.csv": {"encoding": "utf-16"},
    "csvkit/test_utf8.csv": {},
    "csvkit/test_utf8_bom.csv": {"encoding": "utf-8-sig"},
    # The names of the provinces stand in row 5, those of the first two columns in row 6.
    "messytables/begrotingsanalyse-2011.csv": {"header": [5, 6]},
    "messytables/characters.csv": {"encoding": "cp950"},
    "messytables/complex.csv": {"skipinitialspace": True},
    "messytables/example.tsv": {"delimiter": "\t"},
    # Titles above; a total, the source and a note below.
    "messytables/excel_pasting.csv": {
        "header": [3],
        "data": lambda row: not row[0].startswith(("Total", "Source:", "Note:")),
    },
    "messytables/long.csv": {"header": None},
    "messytables/mixedGLB.csv": {"header": [3]},
    "messytables/null.csv": {"header": None},
    "messytables/simple.csv": {},
    "messytables/simple.psv": {"delimiter": "|"},
    "messytables/simple.ssv": {"delimiter": ";"},
    "messytables/skip_initials.csv": {},
    "messytables/small.csv": {},
    "messytables/sparse_with_column_errors.csv": {"encoding": "cp1252"},
    "messytables/utf-16le_encoded.csv": {"encoding": "utf-16"},
    "messytables/utf8bom.csv": {"encoding": "utf-8-sig"},
    # The header is the row of years; the table's rows have eleven cells, the notes around it one or two.
    "messytables/weird_head_padding.csv": {"delimiter": ";", "header": "1985", "data": lambda row: len(row) == 11},
    "qsv/FCOServices_TransparencySpend_May2011.csv": {},
    "qsv/House.csv": {},
    "qsv/NYC311-5.ssv": {"delimiter": ";"},
    "qsv/adur-public-toilets.csv": {},
    "qsv/boston311-100-bad.tsv": {"delimiter": "\t"},
    "qsv/boston311-100-with-nonascii.csv": {},
    "qsv/boston311-dmy-100.csv": {},
    "qsv/inputcommenttest.csv": {"header": [5], "data": lambda row: not row[0].startswith("#")},
    "qsv/inputskiptest.csv": {"header": [5], "data": lambda row: not row[0].startswith(("#", "//"))},
    # Key and value in each row above; the row that begins with Location is the nearest to a header that it has.
    "qsv/iwfg09_Phos_river_200911.csv": {"header": "Location"},
    "qsv/progetti_sample_10.csv": {"delimiter": ";"},
    "qsv/snifftest-flexible.csv": {"header": [3]},
    "qsv/spendover25kdownloadSep.csv": {"encoding": "utf-8-sig"},
    "qsv/test_sniff_delimiter.csv": {},
    "qsv/utf8-japanesedata.csv": {},
    "rust-csv/smallpop-colon.csv": {"delimiter": ":"},
    "rust-csv/smallpop-no-headers.csv": {"header": None},
    "rust-csv/strange.csv": {
        "delimiter": ";",
        "escapechar": "\\",
        "doublequote": False,
        "header": None,
        "data": lambda row: not row[0].startswith("#"),
    },
    "rust-csv/uspop-latin1.csv": {"encoding": "cp1252"},
    "rust-csv/uspop-null.csv": {},
}
for path in sorted((HERE / "csv-spectrum/csvs").glob("*.csv")):
    if not path.name.endswith(".expected.csv"):
        FILES[f"csv-spectrum/csvs/{path.name}"] = {}


# Control characters from 0x80 to 0x9F stand for the signs that windows-1252 has there (WHATWG HTML, 13.2.5.80).
SIGNS = {at: bytes([at]).decode("cp1252") for at in range(0x80, 0xA0) if at not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def read(name, options):
    options = dict(options)
    encoding = options.pop("encoding", "utf-8")
    header = options.pop("header", [0])
    data = options.pop("data", lambda row: True)
    with open(HERE / name, encoding=encoding, newline="") as file:
        rows = list(csv.reader(io.StringIO(file.read().translate(SIGNS), newline=""), **options))
    if isinstance(header, str):
        header = [next(at for at, row in enumerate(rows) if header in row)]
    body = rows[header[-1] + 1 :] if header else rows
    body = [row for row in body if not blank(row) and data(row)]
    head = [rows[at] for at in header] if header else []
    width = max([len(row) for row in head] or [0])
    for row in body:
        filled = max((at + 1 for at, cell in enumerate(row) if cell.strip()), default=0)
        if filled > width:
            width = len(row)
    parts = [[row[at].strip() for row in head if at < len(row) and row[at].strip()] for at in range(width)]
    # A column without a name and without a value is none.
    kept = list(range(width))
    held = [at for at in range(width) if parts[at] or not head or any(row[at : at + 1] and row[at].strip() for row in body)]
    if len(held) < width:
        parts = [parts[at] for at in held]
        body = [[row[at] if at < len(row) else "" for at in held] for row in body]
        width, kept = len(held), held
    names = [" ".join(" ".join(part).split()) or f"column_{at + 1}" for at, part in zip(kept, parts)]
    assert len(set(names)) == len(names), name
    return names, [(row + [""] * width)[:width] for row in body]


def main():
    for name, options in FILES.items():
        names, rows = read(name, options)
        with open(HERE / f"{name}.expected.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([names, *rows])
    # csv-spectrum brings its own expectations; both must agree.
    for path in (HERE / "csv-spectrum/json").glob("*.json"):
        if path.stem == "location_coordinates":
            continue  # as published, its telephone number is not the one in the file
        names, rows = read(f"csv-spectrum/csvs/{path.stem}.csv", {})
        ours = [dict(zip(names, row)) for row in rows]
        theirs = json.loads(path.read_text(encoding="utf-8"))
        assert ours == theirs, (path.name, ours, theirs)


main()
