"""The hands and the eyes of a person who has LibreOffice: it is started here, with a profile of its own, and ended at the end
of standard input, which is also there when whoever started this was killed.

Reads orders from standard input, one JSON line each: {"order": "edit" | "look" | "lists", "path", "steps"?, "rows"?}, and
answers each with a line: {"done": ...} or {"fault": text}. "edit" does the steps and saves in place as .xlsx; "look" tells
what the program sees, "lists" what its dropdowns offer.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import ConditionEntryType  # noqa: F401  (loads the type)
from com.sun.star.table import TableSortField


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def started(profile):
    """The program, with nothing open."""
    flags = ["--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"]
    pipe = os.path.basename(profile)
    where = [f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # The program is a child of a starter; both are a process group of their own.
    return subprocess.Popen(["soffice", *flags, *where], start_new_session=True, **quiet)


def connect(profile):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    url = f"uno:pipe,name={os.path.basename(profile)};urp;StarOffice.ComponentContext"
    until = time.time() + 60
    while True:
        try:
            context = resolver.resolve(url)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if time.time() > until:
                raise
            time.sleep(0.1)


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    address = cursor.getRangeAddress()
    return address.EndColumn, address.EndRow


def last_filled(sheet):
    """The last row (from 0) in which any cell holds something."""
    _, end = used(sheet)
    last = 0
    for found in sheet.queryContentCells(1 | 2 | 4 | 16).getRangeAddresses():
        last = max(last, found.EndRow)
    return min(last, end)


def sort_rows(sheet, step):
    columns = step.get("columns")
    width, _ = used(sheet)
    first, last = (0, width) if columns is None else [column_number(part) for part in columns.split(":")]
    area = sheet.getCellRangeByPosition(first, 1, last, last_filled(sheet))
    field = TableSortField()
    field.Field = column_number(step["by"]) - first
    field.IsAscending = not step.get("descending", False)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    uno.invoke(
        area, "sort", ((prop("SortFields", fields), prop("ContainsHeader", False), prop("IsSortColumns", False)),)
    )


def move_column(sheet, step):
    source, target = column_number(step["from"]), column_number(step["to"])
    columns = sheet.getColumns()
    columns.insertByIndex(target, 1)
    if source >= target:
        source += 1
    _, rows = used(sheet)
    # The whole column, so that names that refer to all of it move along.
    area = sheet.getColumns().getByIndex(source).getRangeAddress()
    sheet.moveRange(sheet.getCellByPosition(target, 0).getCellAddress(), area)
    columns.removeByIndex(source, 1)


def copy_row(sheet, step):
    width, _ = used(sheet)
    source = sheet.getCellRangeByPosition(0, step["from"] - 1, width, step["from"] - 1)
    sheet.copyRange(sheet.getCellByPosition(0, step["to"] - 1).getCellAddress(), source.getRangeAddress())


def set_cell(cell, value):
    if isinstance(value, bool):
        cell.setFormula("=TRUE()" if value else "=FALSE()")
    elif isinstance(value, (int, float)):
        cell.setValue(value)
    else:
        cell.setString(value)


def do_step(document, step):
    sheet = document.Sheets.getByName(step["tab"])
    kind = step["do"]
    if kind == "set":
        set_cell(sheet.getCellRangeByName(step["cell"]), step["value"])
    elif kind == "formula":
        sheet.getCellRangeByName(step["cell"]).setFormula(step["formula"])
    elif kind == "clear":
        sheet.getCellRangeByName(step["cell"]).clearContents(1 | 2 | 4 | 16)
    elif kind == "sort":
        sort_rows(sheet, step)
    elif kind == "delete rows":
        sheet.getRows().removeByIndex(step["at"] - 1, step["count"])
    elif kind == "insert row":
        sheet.getRows().insertByIndex(step["at"] - 1, 1)
    elif kind == "copy row":
        copy_row(sheet, step)
    elif kind == "rename header":
        sheet.getCellByPosition(column_number(step["column"]), 0).setString(step["to"])
    elif kind == "move column":
        move_column(sheet, step)
    elif kind == "insert column":
        sheet.getColumns().insertByIndex(column_number(step["at"]), 1)
    elif kind == "delete column":
        sheet.getColumns().removeByIndex(column_number(step["column"]), 1)
    elif kind == "hide column":
        sheet.getColumns().getByIndex(column_number(step["column"])).IsVisible = False
    elif kind == "show column":
        sheet.getColumns().getByIndex(column_number(step["column"])).IsVisible = True
    elif kind == "rename tab":
        sheet.setName(step["to"])
    elif kind == "copy tab":
        document.Sheets.copyByName(step["tab"], step["to"], document.Sheets.getCount())
    else:
        raise ValueError(f"no such step: {kind}")


def seen_cell(document, cell):
    kind = cell.Type.value
    error = cell.getError()
    number_format = document.NumberFormats.getByKey(cell.NumberFormat).FormatString
    value = cell.String if error or kind == "TEXT" or (kind == "FORMULA" and cell.FormulaResultType2 == 4) else cell.Value
    seen = {"value": value, "shown": cell.String, "format": number_format, "bold": cell.CharWeight > 100}
    if kind == "FORMULA":
        seen["formula"] = cell.Formula
    return seen


def seen_validation(cell):
    validation = cell.Validation
    return {
        "type": validation.Type.value,
        "formula": validation.getFormula1(),
        "style": validation.ErrorAlertStyle.value,
        "list": validation.ShowList,
        "title": validation.InputTitle if validation.ShowInputMessage else "",
        "prompt": validation.InputMessage if validation.ShowInputMessage else "",
    }


def seen_formats(sheet):
    formats = []
    for entry in sheet.ConditionalFormats.getConditionalFormats():
        rules = []
        for index in range(entry.getCount()):
            rule = entry.getByIndex(index)
            if rule.getType() == 0:
                rules.append({"operator": rule.Operator, "formula": rule.Formula1})
        formats.append({"ranges": entry.Range.getRangeAddressesAsString(), "rules": rules})
    return formats


def seen_charts(sheet):
    charts = []
    for shape in sheet.DrawPage:
        if not shape.supportsService("com.sun.star.drawing.OLE2Shape"):
            continue
        chart = sheet.Charts.getByName(shape.PersistName).getEmbeddedObject()
        title = chart.getTitleObject()
        system = chart.getFirstDiagram().getCoordinateSystems()[0]
        kind = system.getChartTypes()[0]
        series = kind.getDataSeries()
        charts.append(
            {
                "name": shape.Name,
                "altText": shape.Description,
                "title": "" if title is None else "".join(part.getString() for part in title.getText()),
                "ranges": sorted(part.replace("$", "") for part in chart.getUsedRangeRepresentations()),
                "kind": kind.getChartType().split(".")[-1],
                "stacked": any(one.getPropertyValue("StackingDirection").value == "Y_STACKING" for one in series),
                "lying": system.getPropertyValue("SwapXAndYAxis"),
            }
        )
    return charts


def look(document, rows):
    document.calculateAll()
    controller = document.getCurrentController()
    sheets = []
    for sheet in document.Sheets:
        width, _ = used(sheet)
        last = min(last_filled(sheet), rows)
        frozen = None
        if controller is not None and sheet.IsVisible:
            controller.setActiveSheet(sheet)
            frozen = controller.hasFrozenPanes() and controller.getSplitRow()
        cells = {}
        for row in range(last + 1):
            for column in range(width + 1):
                cell = sheet.getCellByPosition(column, row)
                if cell.Type.value != "EMPTY":
                    cells[cell.AbsoluteName.split(".")[-1].replace("$", "")] = seen_cell(document, cell)
        columns = [sheet.getColumns().getByIndex(index) for index in range(width + 1)]
        second = [sheet.getCellByPosition(index, 1) for index in range(width + 1)]
        header = [sheet.getCellByPosition(index, 0) for index in range(width + 1)]
        sheets.append(
            {
                "name": sheet.Name,
                "visible": sheet.IsVisible,
                "colour": sheet.TabColor,
                "frozenRows": frozen,
                "rows": last + 1,
                "cells": cells,
                "hidden": [not column.IsVisible for column in columns],
                "widths": [column.Width for column in columns],
                "formats": [document.NumberFormats.getByKey(cell.NumberFormat).FormatString for cell in second],
                "dropdowns": [seen_validation(cell) for cell in second],
                "notes": [seen_validation(cell) for cell in header],
                "colours": seen_formats(sheet),
                "names": {name.Name: name.Content for name in sheet.NamedRanges},
                "charts": len(sheet.Charts.ElementNames),
                "drawn": seen_charts(sheet),
            }
        )
    return sheets


def shown_lists(document, rows):
    """What each dropdown offers, as the program works it out: of every tab, the cells of row 2 and of these rows."""
    document.calculateAll()
    names = list(document.Sheets.ElementNames)
    document.Sheets.insertNewByName("scratch", len(names))
    scratch = document.Sheets.getByName("scratch")
    known, lists = {}, {}
    for name in (each for each in names if not each.startswith("_")):
        sheet = document.Sheets.getByName(name)
        width, _ = used(sheet)
        lists[name] = {}
        headers = sheet.getCellRangeByPosition(0, 0, width, 0).getDataArray()[0]
        for row in [2, *rows.get(name, [])]:
            for column in range(width + 1):
                if headers[column] == "":
                    continue
                validation = sheet.getCellByPosition(column, row - 1).Validation
                formula = validation.getFormula1()
                if formula == "" or validation.Type.value != "LIST":
                    continue
                # Written for row 2; `$A2` means the row's own cell.
                formula = re.sub(r"(\$[A-Z]+)2\b", rf"\g<1>{row}", formula)
                formula = re.sub(r"(?<![.\w'])(\$[A-Z]+\d+)\b", rf"$'{name}'.\1", formula)
                if formula not in known:
                    known[formula] = offered(scratch, formula)
                lists[name].setdefault(str(row), {})[headers[column]] = known[formula]
    return lists


def offered(scratch, formula):
    if formula.startswith('"'):
        return [part.replace('""', '"') for part in re.findall(r'"((?:[^"]|"")*)"', formula)]
    counted = scratch.getCellByPosition(1, 0)
    counted.setFormula(f"=ROWS({formula})")
    count = int(counted.Value)
    area = scratch.getCellRangeByPosition(0, 0, 0, count - 1)
    area.setArrayFormula("=" + formula)
    values = [str(value) for (value,) in area.getDataArray()]
    area.setArrayFormula("")
    return [] if values == [""] else values


def stop(office):
    os.killpg(office.pid, signal.SIGKILL)
    office.wait()


def obey(desktop, order):
    url = uno.systemPathToFileUrl(order["path"])
    document = desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
    try:
        if order["order"] == "look":
            return look(document, order["rows"])
        if order["order"] == "lists":
            return shown_lists(document, order["rows"])
        for step in order["steps"]:
            do_step(document, step)
        document.calculate()
        document.storeToURL(url, (prop("FilterName", "Calc MS Excel 2007 XML"),))
        return None
    finally:
        document.close(True)


def answer(desktop, line):
    try:
        return {"done": obey(desktop, json.loads(line))}
    except Exception:
        return {"fault": traceback.format_exc()}


def main():
    profile = tempfile.mkdtemp(prefix="stageline-office-")
    office = started(profile)
    try:
        desktop = connect(profile)
        for line in sys.stdin:
            print(json.dumps(answer(desktop, line)), flush=True)
    finally:
        stop(office)
        shutil.rmtree(profile, ignore_errors=True)


main()
