#!/usr/bin/env python3
"""Makes the workbooks of this folder: one table in every format, with what a program shows beside its cells.

    python3 -m venv venv && venv/bin/pip install openpyxl xlsxwriter xlwt odfpy msoffcrypto-tool && venv/bin/python make.py   # or: make.py told, for the second table alone

The table (line 1 is the header; `expected.csv` is what it has to become):
  region   text, merged over lines 2 to 4
  code     numbers with the format 00000
  n        numbers
  total    a number merged over lines 2 to 4; then numbers of their own
  curp     hidden column
  page     "See", each with a link behind it
Line 5 is hidden. Cell C6 has a link as well, and is the only one of its column.

A second table, `told`, has what formulas come to (`told.csv` is what it has to become):
  ratio    numbers, and two formulas that failed
  note     texts, and formulas that come to the empty text
  page     "See" by a formula that links; the third puts its address together, which a web page cannot
The last cells of line 5 are blank.
"""
import datetime, io, pathlib, re, struct, sys, zipfile
import openpyxl, xlsxwriter, xlwt, xlwt.CompoundDoc
from msoffcrypto.format.ooxml import OOXMLFile
from odf import element, number, office, opendocument, style, table, text

HERE = pathlib.Path(__file__).resolve().parent
HEADER = ["region", "code", "n", "total", "curp", "page"]
ROWS = [
    ["Sur", 1008, 12, 28, "AAAA", "See"],
    [None, 9015, 7, None, "BBBB", "See"],
    [None, 20067, 9, None, "CCCC", "See"],
    ["Norte", 26030, 4, 4, "DDDD", "See"],
    ["Norte", 5, 3, 3, "EEEE", None],
]
ADDRESS = "https://ejemplo.gob.mx/ficha?id={}&x=1"


def xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Datos"
    sheet.append(HEADER)
    for at, row in enumerate(ROWS, 2):
        sheet.append(row)
        sheet.cell(at, 2).number_format = "00000"
        if row[5]:
            sheet.cell(at, 6).hyperlink = ADDRESS.format(at)
    sheet.cell(6, 3).hyperlink = "https://ejemplo.gob.mx/nota"
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("D2:D4")
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[5].hidden = True
    other = book.create_sheet("Oculta")
    other.append(["x"])
    other.append([1])
    other.sheet_state = "hidden"
    book.save(HERE / "sheet.xlsx")
    plain = (HERE / "sheet.xlsx").read_bytes()
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt("x", out)
    (HERE / "password.xlsx").write_bytes(out.getvalue())


def link_record(row, column, address):
    """HLINK of [MS-XLS] 2.4.140 with a URL moniker of [MS-OSHARED] 2.3.7.6."""
    wide = address.encode("utf-16-le") + b"\0\0"
    moniker = bytes.fromhex("E0C9EA79F9BACE118C8200AA004BA90B") + struct.pack("<I", len(wide)) + wide
    kind = bytes.fromhex("D0C9EA79F9BACE118C8200AA004BA90B")
    data = struct.pack("<4H", row, row, column, column) + kind + struct.pack("<2I", 2, 3) + moniker
    return struct.pack("<2H", 0x01B8, len(data)) + data


def xls():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Datos")
    code = xlwt.easyxf(num_format_str="00000")
    for column, name in enumerate(HEADER):
        sheet.write(0, column, name)
    for at, row in enumerate(ROWS, 1):
        for column, value in enumerate(row):
            if value is not None and column not in (0, 3):
                sheet.write(at, column, value, code if column == 1 else xlwt.Style.default_style)
    sheet.write_merge(1, 3, 0, 0, "Sur")
    sheet.write_merge(1, 3, 3, 3, 28)
    for at in (4, 5):
        sheet.write(at, 0, "Norte")
        sheet.write(at, 3, ROWS[at - 1][3])
    sheet.col(4).hidden = True
    sheet.row(4).hidden = True
    # The last record of the only sheet is its end: links go before it.
    links = b"".join(link_record(at, 5, ADDRESS.format(at + 1)) for at in (1, 2, 3, 4))
    links += link_record(5, 2, "https://ejemplo.gob.mx/nota")
    stream = book.get_biff_data()
    assert stream.rstrip(b"\0").endswith(b"\x0a") or stream[-4:] == b"\x0a\0\0\0"
    end = stream.rindex(b"\x0a\0\0\0")
    xlwt.CompoundDoc.XlsDoc().save(str(HERE / "sheet.xls"), stream[:end] + links + stream[end:])
    # A workbook with a password says so right after its beginning.
    after = 4 + struct.unpack("<H", stream[2:4])[0]
    locked = stream[:after] + struct.pack("<2H", 0x2F, 6) + b"\0\0" + b"\x12\x34\x56\x78" + stream[after:]
    xlwt.CompoundDoc.XlsDoc().save(str(HERE / "password.xls"), locked)


def ods():
    document = opendocument.OpenDocumentSpreadsheet()
    digits = number.NumberStyle(name="N5")
    digits.addElement(number.Number(decimalplaces=0, minintegerdigits=5))
    document.automaticstyles.addElement(digits)
    document.automaticstyles.addElement(style.Style(name="code", family="table-cell", datastylename="N5"))
    gone = style.Style(name="gone", family="table")
    gone.addElement(style.TableProperties(display="false"))
    document.automaticstyles.addElement(gone)
    sheet = table.Table(name="Datos")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=4))
    sheet.addElement(table.TableColumn(visibility="collapse"))
    sheet.addElement(table.TableColumn())

    def cell(value, **said):
        if value is None:
            return table.TableCell(**said)
        if isinstance(value, str):
            made = table.TableCell(valuetype="string", **said)
            made.addElement(text.P(text=value))
            return made
        made = table.TableCell(valuetype="float", value=value, **said)
        made.addElement(text.P(text=str(value)))
        return made

    head = table.TableRow()
    for name in HEADER:
        head.addElement(cell(name))
    sheet.addElement(head)
    for at, row in enumerate(ROWS, 2):
        line = table.TableRow(visibility="filter") if at == 5 else table.TableRow()
        for column, value in enumerate(row):
            if at in (3, 4) and column in (0, 3):
                line.addElement(table.CoveredTableCell())
            elif at == 2 and column in (0, 3):
                line.addElement(cell(value, numberrowsspanned=3, numbercolumnsspanned=1))
            elif column == 1:
                line.addElement(cell(value, stylename="code"))
            elif column == 5 and value or (at, column) == (6, 2):
                address = ADDRESS.format(at) if column == 5 else "https://ejemplo.gob.mx/nota"
                kind = {"valuetype": "string"} if column == 5 else {"valuetype": "float", "value": value}
                made, words = table.TableCell(**kind), text.P()
                words.addElement(text.A(href=address, text=str(value)))
                made.addElement(words)
                line.addElement(made)
            else:
                line.addElement(cell(value))
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    other = table.Table(name="Oculta", stylename="gone")
    for value in ("x", 1):
        line = table.TableRow()
        line.addElement(cell(value))
        other.addElement(line)
    document.spreadsheet.addElement(other)
    document.save(str(HERE / "sheet.ods"))
    # With a password the parts are noise, and the manifest says how to read them.
    with zipfile.ZipFile(HERE / "password.ods", "w") as out, zipfile.ZipFile(HERE / "sheet.ods") as plain:
        for name in plain.namelist():
            data = plain.read(name)
            if name == "META-INF/manifest.xml":
                data = re.sub(rb"(<manifest:file-entry [^>]*content.xml[^>]*)/>",
                    rb'\1><manifest:encryption-data manifest:checksum="AA=="/></manifest:file-entry>', data)
                assert b"encryption-data" in data
            elif name.endswith(".xml"):
                data = bytes((b * 7 + 13) % 256 for b in data[:200])
            out.writestr(name, data)


def xml():
    def cell(value, said=""):
        kind = "String" if isinstance(value, str) else "Number"
        return f'<Cell{said}><Data ss:Type="{kind}">{value}</Data></Cell>'

    lines = ["<Row>" + "".join(cell(name) for name in HEADER) + "</Row>"]
    for at, row in enumerate(ROWS, 2):
        cells = ""
        for column, value in enumerate(row):
            said = f' ss:Index="{column + 1}"'
            if column == 1:
                said += ' ss:StyleID="code"'
            if at == 2 and column in (0, 3):
                said += ' ss:MergeDown="2"'
            if column == 5:
                said += ' ss:HRef="' + ADDRESS.format(at).replace("&", "&amp;") + '"'
            if (at, column) == (6, 2):
                said += ' ss:HRef="https://ejemplo.gob.mx/nota"'
            cells += "" if value is None else cell(value, said)
        lines.append(f"<Row{' ss:Hidden=' + chr(34) + '1' + chr(34) if at == 5 else ''}>{cells}</Row>")
    book = f"""<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default"/><Style ss:ID="zeros"><NumberFormat ss:Format="00000"/></Style>
<Style ss:ID="code" ss:Parent="zeros"><Font ss:Bold="1"/></Style></Styles>
<Worksheet ss:Name="Datos"><Table><Column ss:Index="5" ss:Hidden="1"/>
{chr(10).join(lines)}
</Table></Worksheet>
<Worksheet ss:Name="Oculta"><Table><Row>{cell("x")}</Row><Row>{cell(1)}</Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>
"""
    (HERE / "sheet.xml").write_text(book, "utf-8")


def html():
    lines = ["<tr>" + "".join(f"<th>{name}</th>" for name in HEADER) + "</tr>"]
    for at, row in enumerate(ROWS, 2):
        cells = ""
        for column, value in enumerate(row):
            if at in (3, 4) and column in (0, 3):
                continue
            said = ' rowspan="3"' if at == 2 and column in (0, 3) else ""
            shown = f"{value:05}" if column == 1 else "" if value is None else value
            if column == 5 and value:
                shown = f'<a href="{ADDRESS.format(at).replace("&", "&amp;")}">{value}</a>'
            if (at, column) == (6, 2):
                shown = f'<a href="https://ejemplo.gob.mx/nota">{value}</a>'
            cells += f"<td{said}>{shown}</td>"
        lines.append(f"<tr{' style=' + chr(34) + 'display: none' + chr(34) if at == 5 else ''}>{cells}</tr>")
    columns = "<col span=4><col style='display:none'><col>"
    page = f"<html><meta charset=utf-8><body><table>{columns}\n{chr(10).join(lines)}\n</table></body></html>\n"
    (HERE / "sheet.html").write_text(page, "utf-8")


def expected():
    lines = [",".join(HEADER + ["page (link)"])]
    for at, row in enumerate(ROWS, 2):
        region = "Sur" if at < 5 else "Norte"
        total = "" if row[3] is None else str(row[3])
        link = ADDRESS.format(at) if row[5] else ""
        lines.append(",".join([region, f"{row[1]:05}", str(row[2]), total, row[4], row[5] or "", link]))
    (HERE / "expected.csv").write_text("\n".join(lines) + "\n", "utf-8")



# For each cell its formula, as Excel writes it, and what that comes to; or the value alone.
EMPTY = 'IF(A2>9,"x","")'
FICHA = "https://ejemplo.gob.mx/ficha/"
TOLD_HEADER = ["id", "ratio", "note", "page"]
TOLD = [
    [1, ("1/0", "#DIV/0!"), (EMPTY, ""), (f'HYPERLINK("{FICHA}1","See")', "See")],
    [2, ("1/2", 0.5), "x", (f'HYPERLINK("{FICHA}2","See")', "See")],
    [3, ("NA()", "#N/A"), (EMPTY, ""), (f'HYPERLINK("{FICHA}"&A4,"See")', "See")],
    [4, 1.5],
    [5, 2.5, "y", (f'HYPERLINK("{FICHA}5","See")', "See")],
]
ERRORS = {"#DIV/0!": 0x07, "#N/A": 0x2A}


def told_xlsx():
    book = xlsxwriter.Workbook(HERE / "told.xlsx")
    book.set_properties({"created": datetime.datetime(2024, 1, 1)})
    sheet = book.add_worksheet("Datos")
    sheet.write_row(0, 0, TOLD_HEADER)
    for at, row in enumerate(TOLD, 1):
        for column, value in enumerate(row):
            if isinstance(value, tuple):
                sheet.write_formula(at, column, "=" + value[0], None, value[1])
            else:
                sheet.write(at, column, value)
    book.close()
    # Excel says that an empty text is one; this writer does not.
    with zipfile.ZipFile(HERE / "told.xlsx") as plain:
        parts = [(entry, plain.read(entry)) for entry in plain.infolist()]
    with zipfile.ZipFile(HERE / "told.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for entry, data in parts:
            out.writestr(entry, re.sub(rb'(<c r="C\d")(><f>)', rb'\1 t="str"\2', data))


def told_xls():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Datos")
    results = {}
    for column, name in enumerate(TOLD_HEADER):
        sheet.write(0, column, name)
    for at, row in enumerate(TOLD, 1):
        for column, value in enumerate(row):
            if isinstance(value, tuple):
                results[at, column] = value[1]
                value = xlwt.Formula(value[0].replace(",", ";"))
            sheet.write(at, column, value)
    # xlwt computes nothing: what each formula comes to is written into its record ([MS-XLS] 2.5.133), a text after it.
    stream, out, at = book.get_biff_data(), b"", 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack("<2H", stream[at:at + 4])
        data, at = stream[at + 4:at + 4 + length], at + 4 + length
        after = b""
        if kind == 0x0006:
            result = results[struct.unpack("<2H", data[:4])]
            if result in ERRORS:
                held = bytes([2, 0, ERRORS[result], 0, 0, 0, 0xFF, 0xFF])
            elif result == "":
                held = bytes([3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            elif isinstance(result, str):
                held = bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
                after = struct.pack("<2HHB", 0x0207, 3 + len(result), len(result), 0) + result.encode("ascii")
            else:
                held = struct.pack("<d", result)
            data = data[:6] + held + data[14:]
        out += struct.pack("<2H", kind, length) + data + after
    xlwt.CompoundDoc.XlsDoc().save(str(HERE / "told.xls"), out)


def told_uncomputed():
    """Formulas as xlwt writes them, which computes nothing."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Datos")
    for column, name in enumerate(["n", "double"]):
        sheet.write(0, column, name)
    for at in (1, 2, 3):
        sheet.write(at, 0, at)
        sheet.write(at, 1, xlwt.Formula(f"A{at + 1}*2"))
    book.save(str(HERE / "uncomputed.xls"))


def told_ods():
    def cell(value):
        formula = ""
        if isinstance(value, tuple):
            formula = value[0].replace(",", ";").replace("A2", "[.A2]").replace("A4", "[.A4]")
            formula = ' table:formula="of:=' + formula.replace("&", "&amp;").replace('"', "&quot;").replace(">", "&gt;") + '"'
            value = value[1]
        if value in ERRORS:
            said = ' office:value-type="string" office:string-value="" calcext:value-type="error"'
        elif value == "":
            said = ' office:value-type="string" office:string-value="" calcext:value-type="string"'
        elif isinstance(value, str):
            said = ' office:value-type="string" calcext:value-type="string"'
        else:
            said = f' office:value-type="float" office:value="{value}" calcext:value-type="float"'
        words = f"<text:p>{value}</text:p>" if value != "" else "<text:p/>"
        return f"<table:table-cell{formula}{said}>{words}</table:table-cell>"

    rows = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in [TOLD_HEADER, *TOLD])
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    content = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {names} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
 office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Datos">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
    with zipfile.ZipFile(HERE / "told.ods", "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in (("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)):
            out.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data)


def told_xml():
    def cell(value):
        formula = ""
        if isinstance(value, tuple):
            formula = value[0].replace("A2", "RC1").replace("A4", "RC[-3]")
            formula = ' ss:Formula="=' + formula.replace("&", "&amp;").replace('"', "&quot;").replace(">", "&gt;") + '"'
            value = value[1]
        kind = "Error" if value in ERRORS else "String" if isinstance(value, str) else "Number"
        return f'<Cell{formula}><Data ss:Type="{kind}">{value}</Data></Cell>'

    rows = "\n".join("<Row>" + "".join(map(cell, row)) + "</Row>" for row in [TOLD_HEADER, *TOLD])
    (HERE / "told.xml").write_text(f"""<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Datos"><Table>
{rows}
</Table></Worksheet>
</Workbook>
""", "utf-8")


def told_html():
    def cell(at, column, value):
        value = value[1] if isinstance(value, tuple) else value
        shown = f'<a href="{FICHA}{at}">{value}</a>' if column == 3 and at != 3 else value
        return f"<td>{shown}</td>"

    rows = ["<tr>" + "".join(f"<th>{name}</th>" for name in TOLD_HEADER) + "</tr>"]
    for at, row in enumerate(TOLD, 1):
        cells = "".join(cell(at, column, value) for column, value in enumerate(row))
        rows.append("<tr>" + cells + "<td></td>" * (len(TOLD_HEADER) - len(row)) + "</tr>")
    rows = "\n".join(rows)
    (HERE / "told.html").write_text(f"<html><body><table>\n{rows}\n</table></body></html>\n", "utf-8")


def told_expected():
    lines = [",".join(TOLD_HEADER + ["page (link)"])]
    for at, row in enumerate(TOLD, 1):
        cells = [str(value[1] if isinstance(value, tuple) else value) for value in row]
        cells += [""] * (len(TOLD_HEADER) - len(cells))
        lines.append(",".join(cells + [f"{FICHA}{at}" if at in (1, 2, 5) else ""]))
    (HERE / "told.csv").write_text("\n".join(lines) + "\n", "utf-8")


if len(sys.argv) < 2:
    for make in (xlsx, xls, ods, xml, html, expected):
        make()
for make in (told_xlsx, told_xls, told_uncomputed, told_ods, told_xml, told_html, told_expected):
    make()
