#!/usr/bin/env python3
"""Makes the workbooks of this folder: one table in every format, with what a program shows beside its cells.

    python3 -m venv venv && venv/bin/pip install openpyxl xlwt odfpy msoffcrypto-tool && venv/bin/python make.py

The table (line 1 is the header; `expected.csv` is what it has to become):
  region   text, merged over lines 2 to 4
  code     numbers with the format 00000
  n        numbers
  total    a number merged over lines 2 to 4; then numbers of their own
  curp     hidden column
  page     "See", each with a link behind it
Line 5 is hidden. Cell C6 has a link as well, and is the only one of its column.
"""
import io, pathlib, re, struct, zipfile
import openpyxl, xlwt, xlwt.CompoundDoc
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


for make in (xlsx, xls, ods, xml, html, expected):
    make()
