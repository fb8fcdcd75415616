#!/usr/bin/env python3
"""Reads every download of a dataset back with programs that share no code with tragaluz, and compares it with the CSV.

    formats.py FOLDER                  a dataset's folder in a built site: datasets/NAME
    formats.py --by-schema FOLDER      only the CSV by its schema against the JSON, for texts that are not in the form of values

Cells are compared one by one, as text: a number by its digits, a date by ISO 8601. The tables that this is run on have
their numbers and dates in that form, so that what stands in the CSV is what every format has to give back. Exit code 0:
all the same; 1: something differs; 3: a package that reads a format is not installed.
"""

import csv
import datetime
import gzip
import hashlib
import io
import json
import re
import sqlite3
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

try:
    import duckdb
    import frictionless
    import openpyxl
except ImportError as error:
    print(f"absent: {error.name}")
    sys.exit(3)

csv.field_size_limit(1 << 30)
FAULTS = []
READ = []


def fault(text):
    if len(FAULTS) < 40:
        FAULTS.append(text)


def rows_of_csv(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def shown(cell):
    """A value in its only text."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.datetime):
        return cell.isoformat()
    if isinstance(cell, (datetime.date, datetime.time)):
        return cell.isoformat()
    return str(cell)


def compare(name, header, rows, expected_header, expected):
    READ.append(name)
    if header != expected_header:
        return fault(f"{name}: the header is {header!r}, not {expected_header!r}")
    if len(rows) != len(expected):
        return fault(f"{name}: {len(rows)} rows, not {len(expected)}")
    for number, (row, wanted) in enumerate(zip(rows, expected), 1):
        for column, have, want in zip(header, row, wanted, strict=True):
            have = shown(have)
            if isinstance(want, Number) and have is not None:
                same = Decimal(have) == want.value
            else:
                same = have == want
            if not same:
                fault(f"{name}: row {number}, {column!r}: {have!r}, not {want!r}")


class Number:
    """A number whose trailing zeros a format does not keep."""

    def __init__(self, text):
        self.value = Decimal(text)

    def __repr__(self):
        return str(self.value)


def read_json(path):
    text = path.read_text("utf-8")
    # Digits are compared, not doubles.
    return json.loads(text, parse_float=str, parse_int=str, object_pairs_hook=lambda pairs: pairs)


def objects(pairs_of_rows, header):
    rows = []
    for pairs in pairs_of_rows:
        if [key for key, _ in pairs] != header:
            fault(f"an object has the names {[key for key, _ in pairs]!r}")
        rows.append([value for _, value in pairs])
    return rows


# What every workbook and database says of its dataset, from the dataset's descriptor; set by main.
ABOUT = {}


def check_about(name, rows):
    """The dictionary's sheet: a row for each column under its heads, a blank one, and what the dataset is."""
    if rows[0][:2] != ["name", "type"]:
        fault(f"{name}: the second sheet begins with {rows[0]!r}")
    blank = next((at for at, row in enumerate(rows) if not any(row)), len(rows))
    compare_about(name, [tuple(row[:2]) for row in rows[blank + 1 :]])


def compare_about(name, said):
    READ.append(f"{name}:about")
    for what, wanted in ABOUT.items():
        values = [value for key, value in said if key == what]
        for text in wanted:
            if not any(text in value for value in values):
                fault(f"{name}: {what} {text!r} is not said; it says {values!r}")


def read_excel_csv(path):
    """The CSV for Excel: a byte order mark, the language's separator, and nothing that Excel would compute."""
    data = path.read_bytes()
    if not data.startswith(b"\xef\xbb\xbf"):
        fault(f"{path.name}: no byte order mark")
    text = data.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    separator = ";" if ";" in first else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    for number, row in enumerate(rows):
        for cell in row:
            if cell[:1] in ("=", "@", "\t", "\r") or cell[:1] in ("+", "-") and not re.fullmatch(r"[+-]?[\d.,]+", cell):
                fault(f"{path.name}: row {number}: {cell!r} would be a formula")
    return rows[0], rows[1:], separator


def plain_again(cell):
    """A neutralised cell as it was: one apostrophe stands before what would be a formula."""
    inner = cell[1:].lstrip(" \t\r\n\xa0")
    neutral = cell[:1] == "'" and (inner[:1] in tuple("=@+-") or cell[1:2] in tuple("\t\r\n"))
    return cell[1:] if neutral else cell


def check_package(path):
    """An open package (ECMA-376 part 2): each part has a type, each relation leads to a part, each part is XML."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if names[0] != "[Content_Types].xml" or archive.testzip() or len(set(names)) != len(names):
            fault(f"{path.name}: parts {names!r}")
        types = ElementTree.fromstring(archive.read(names[0]))
        typed = {node.get("PartName", "/")[1:] for node in types}
        for name in names[1:]:
            root = ElementTree.fromstring(archive.read(name))
            if not name.endswith(".rels"):
                if name not in typed:
                    fault(f"{path.name}: {name} has no type of its own")
                continue
            folder = name.rsplit("_rels/", 1)[0]
            for relation in root:
                if folder + relation.get("Target") not in names:
                    fault(f"{path.name}: {name} leads to {relation.get('Target')!r}")
        for wanted in ("docProps/core.xml", "docProps/app.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
            if wanted not in names:
                fault(f"{path.name}: no {wanted}")


def read_xlsx(path):
    check_package(path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    if len(book.worksheets) != 2 or sheet.freeze_panes != "A2" or not sheet.auto_filter.ref:
        fault(f"{path.name}: no second sheet, no frozen header or no filter")
    check_about(path.name, [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()])
    rows = []
    for cells in sheet.iter_rows():
        row = []
        for cell in cells:
            value = cell.value
            if cell.data_type == "f":
                fault(f"{path.name}: {cell.coordinate} is a formula: {value!r}")
            if isinstance(value, str):
                # openpyxl undoes the escape of an escape (`_x005F_`), but leaves that of control characters.
                value = re.sub("_x(00[01][0-9A-F])_", lambda m: chr(int(m[1], 16)), value)
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                value = f"{value:.{len(cell.number_format.partition('.')[2])}f}"
            elif isinstance(value, datetime.datetime) and "h" not in cell.number_format:
                value = value.date()
            row.append(value)
        rows.append(row)
    return rows[0], rows[1:]


def read_ods(path):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
            fault(f"{path.name}: the first entry must be `mimetype`, stored")
        for name in archive.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(archive.read(name))
        root = ElementTree.fromstring(archive.read("content.xml"))
    names = {name: "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % name for name in ("office", "table", "text")}
    office, table, text = names["office"], names["table"], names["text"]

    def words(node):
        out = node.text or ""
        for child in node:
            if child.tag == text + "s":
                out += " " * int(child.get(text + "c", "1"))
            elif child.tag == text + "tab":
                out += "\t"
            else:
                fault(f"{path.name}: {child.tag} inside a text")
            out += child.tail or ""
        return out

    def value(cell):
        kind = cell.get(office + "value-type")
        if cell.get(table + "formula"):
            fault(f"{path.name}: a formula")
        if kind is None:
            return None
        if kind == "string":
            return "\n".join(words(p) for p in cell.findall(text + "p"))
        if kind == "time":
            return ":".join(re.fullmatch(r"PT(\d\d)H(\d\d)M(\d\d)S", cell.get(office + "time-value")).groups())
        names = {"float": "value", "boolean": "boolean-value", "date": "date-value"}
        return cell.get(office + names[kind])

    sheets = root.findall(f".//{table}table")
    if len(sheets) != 2:
        fault(f"{path.name}: {len(sheets)} sheets")
    check_about(path.name, [[value(cell) for cell in row] for row in sheets[1].iter(table + "table-row")])
    rows = [[value(cell) for cell in row] for row in sheets[0].iter(table + "table-row")]
    return rows[0], rows[1:]


def in_ods(cell):
    """XML has no control characters, and a cell has paragraphs."""
    if cell is None:
        return None
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    cell = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda m: chr(0x2400 + ord(m[0])), cell)
    return re.sub("[\ufffe\uffff]", "\ufffd", cell)


def read_parquet(path):
    with duckdb.connect() as base:
        found = base.execute("SELECT * FROM read_parquet(?)", [str(path)])
        kinds = [str(column[1]) for column in found.description]
        rows = found.fetchall()
        # DuckDB tells names apart without regard to case, and so renames columns of a query.
        names = base.execute("SELECT name FROM parquet_schema(?)", [str(path)]).fetchall()
        return [name for (name,) in names[1:]], rows, kinds


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def check_table(folder, resource, package):
    stem = resource["path"].removesuffix(".csv")
    text = (folder / resource["path"]).read_bytes().decode("utf-8")
    header, *body = rows_of_csv(text)
    schema = resource["schema"]
    shared = schema.get("missingValues", [""])
    fields = schema["fields"]
    if [field["name"] for field in fields] != header:
        fault(f"{resource['path']}: the descriptor has other names")
    missing = [field.get("missingValues", shared) for field in fields]
    expected = [[None if cell in none else cell for cell, none in zip(row, missing)] for row in body]
    numeric = [field["type"] in ("number", "integer") for field in fields]

    def of(ending):
        path = folder / f"{stem}.{ending}"
        return path if path.exists() else None

    if path := of("csv.gz"):
        READ.append("csv.gz")
        if gzip.decompress(path.read_bytes()) != (folder / resource["path"]).read_bytes():
            fault(f"{path.name} does not hold the CSV")
    if path := of("sample.csv"):
        sample = rows_of_csv(path.read_bytes().decode("utf-8"))
        compare(path.name, sample[0], sample[1:], header, body[:100])
    if path := of("excel.csv"):
        names, rows, separator = read_excel_csv(path)
        # Where the separator is a semicolon, Excel expects a decimal comma.
        def in_excel(cell, number):
            return cell.replace(".", ",") if separator == ";" and number and cell else cell

        decimal = [field["type"] == "number" for field in fields]
        wanted = [[in_excel(c, n) for c, n in zip(row, decimal)] for row in body]
        have = [[plain_again(cell) for cell in row] for row in rows]
        compare(path.name, [plain_again(name) for name in names], have, header, wanted)
    if path := of("json"):
        compare(path.name, header, objects(read_json(path), header), header, expected)
    if path := of("ndjson"):
        lines = path.read_text("utf-8").split("\n")[:-1]
        pairs = [json.loads(x, parse_float=str, parse_int=str, object_pairs_hook=lambda p: p) for x in lines]
        compare(path.name, header, objects(pairs, header), header, expected)
    if path := of("geojson"):
        features = dict(read_json(path))["features"]
        pairs = [dict(feature)["properties"] for feature in features]
        compare(path.name, header, objects(pairs, header), header, expected)
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            geometry = feature["geometry"]
            if geometry and not (abs(geometry["coordinates"][0]) <= 180 and abs(geometry["coordinates"][1]) <= 90):
                fault(f"{path.name}: {geometry}")
    if path := of("xlsx"):
        # An empty text is no cell in a sheet.
        wanted = [[cell or None for cell in row] for row in expected]
        compare(path.name, *read_xlsx(path), header, wanted)
    if path := of("ods"):
        wanted = [[in_ods(cell) for cell in row] for row in expected]
        compare(path.name, *read_ods(path), [in_ods(name) for name in header], wanted)
    if path := of("parquet"):
        names, rows, kinds = read_parquet(path)
        wanted = [
            [Number(c) if kind == "DOUBLE" and c is not None else c for c, kind in zip(row, kinds)] for row in expected
        ]
        compare(path.name, names, rows, header, wanted)
    path = folder / f"{folder.name}.sqlite"
    if path.exists():
        with sqlite3.connect(path) as base:
            found = base.execute(f"SELECT * FROM {quoted(Path(stem).name)} ORDER BY rowid")
            names = [column[0] for column in found.description]
            rows = found.fetchall()
            about = base.execute("SELECT name, value FROM _about ORDER BY rowid").fetchall()
            columns = base.execute('SELECT name FROM _columns WHERE "table" = ? ORDER BY rowid', [Path(stem).name]).fetchall()
            if [name for (name,) in columns] != names:
                fault(f"{path.name}: _columns has {columns!r}")
            compare_about(path.name, about)
            kinds = {n: t for _, n, t, *_ in base.execute(f"PRAGMA table_info({quoted(Path(stem).name)})")}
        rows = [[bool(c) if c is not None and kinds[n] == "BOOLEAN" else c for c, n in zip(r, names)] for r in rows]
        wanted = [
            [Number(c) if number and kinds[n] == "DOUBLE" and c is not None else c for c, n, number in zip(row, names, numeric)]
            for row in expected
        ]
        compare(path.name, names, rows, names, wanted)


def read_by_schema(folder, resource):
    """The CSV by its Table Schema, as frictionless reads it, against the typed values of the JSON download."""
    path = folder / f"{resource['path'].removesuffix('.csv')}.json"
    if not path.exists() or resource.get("rowCount", 0) > 1000:
        return
    READ.append(f"{resource['path']}:schema")
    wanted = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    about = {**resource, "path": resource["path"]}
    with frictionless.Resource.from_descriptor(about, basepath=str(folder)) as table:
        rows = [row for row in table.row_stream]
    if len(rows) != len(wanted):
        return fault(f"{path.name}: frictionless reads {len(rows)} rows, not {len(wanted)}")
    spanish = {f["name"] for f in resource["schema"]["fields"] if re.search("%[bB]", f.get("format", ""))}
    for number, (row, values) in enumerate(zip(rows, wanted), 1):
        for name, want in values.items():
            # Months have English names there.
            if name in spanish:
                continue
            if name in row.errors or not alike(row[name], want):
                fault(f"{path.name}: row {number}, {name!r}: frictionless reads {row[name]!r}, not {want!r}")


def alike(have, want):
    if isinstance(have, (datetime.date, datetime.time)):
        have = have.isoformat()
    if isinstance(have, Decimal) and isinstance(want, (int, Decimal)):
        return have == want
    return have == want or want is not None and str(have) == str(want)


def check_zip(folder):
    path = folder / f"{folder.name}.zip"
    if not path.exists():
        return
    READ.append(path.name)
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            fault(f"{path.name} is broken")
        names = archive.namelist()
        if names != sorted(names) or any(info.date_time != (1980, 1, 1, 0, 0, 0) for info in archive.infolist()):
            fault(f"{path.name}: entries must be sorted and without time")
        sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())
        for name in names:
            if name != "SHA256SUMS" and sums.get(name) != hashlib.sha256(archive.read(name)).hexdigest():
                fault(f"{path.name}: the sum of {name} is wrong")
        package = json.loads(archive.read("datapackage.json"))
        for resource in package["resources"]:
            if archive.read(resource["path"]) != (folder / resource["path"]).read_bytes():
                fault(f"{path.name}: {resource['path']} is another file")
        if not archive.read("README.txt").startswith(b"\xef\xbb\xbf"):
            fault(f"{path.name}: README.txt has no byte order mark")


def main(folder, only_by_schema):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    title = package.get("title")
    ABOUT["title"] = [title] if title else []
    ABOUT["license"] = [licence["name"] for licence in package.get("licenses", []) if licence.get("name")]
    ABOUT["source"] = [source["title"] for source in package.get("sources", []) if source.get("title")]
    for resource in package["resources"]:
        if "schema" in resource:
            read_by_schema(folder, resource)
            if not only_by_schema:
                check_table(folder, resource, package)
    if not only_by_schema:
        check_zip(folder)
    for text in FAULTS:
        print(text)
    print("read back:", " ".join(READ))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[-1]), "--by-schema" in sys.argv))
