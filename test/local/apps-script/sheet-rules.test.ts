import { expect, test } from "vitest";
import { lastExecution, smallGoogle } from "./small-google.ts";

function deals(body: string): string {
  return `function go() {
    var book = SpreadsheetApp.getActiveSpreadsheet();
    var sheet = book.getSheetByName("Deals");
    ${body}
  }`;
}

const go = (body: string) => smallGoogle(deals(body)).ada.page("go");

test("a rule of validation comes back as it was set", () => {
  expect(
    go(`sheet.getRange("B2:B4").setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(sheet.getRange("F1:F9"), false).setAllowInvalid(false).setHelpText("One of these").build());
      var rule = sheet.getRange("B3").getDataValidations()[0][0];
      return [String(rule.getCriteriaType()), rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE,
        rule.getCriteriaValues()[0].getA1Notation(), rule.getCriteriaValues()[1], rule.getAllowInvalid(), rule.getHelpText()];`),
  ).toEqual(["VALUE_IN_RANGE", true, "F1:F9", false, false, "One of these"]);
});

test("invalid values are allowed unless the rule says no", () => {
  expect(
    go(`return SpreadsheetApp.newDataValidation().requireValueInList(["a"]).build().getAllowInvalid();`),
  ).toBe(true);
});

test("setting conditional formats replaces those that were there", () => {
  expect(
    go(`var rule = function (text) { return SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(text)
        .setBackground("#FFEEDD").setRanges([sheet.getRange("A2:A9")]).build(); };
      sheet.setConditionalFormatRules([rule("Lead"), rule("Won")]);
      sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().slice(1));
      return sheet.getConditionalFormatRules().map(function (kept) {
        var condition = kept.getBooleanCondition();
        return [condition.getCriteriaValues()[0], condition.getBackground(), kept.getRanges()[0].getA1Notation()];
      });`),
  ).toEqual([["Won", "#ffeedd", "A2:A9"]]);
});

test("a mark on a column is found with its place, and follows the column", () => {
  const small = smallGoogle(
    deals(`if (sheet.getDeveloperMetadata().length === 0) {
        sheet.addDeveloperMetadata("tab", "deals");
        sheet.getRange("B:B").addDeveloperMetadata("column", "stage", SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
      }
      return book.createDeveloperMetadataFinder().withKey("column").find().map(function (mark) {
        return [mark.getValue(), mark.getLocation().getColumn().getColumn(), String(mark.getLocation().getLocationType()), String(mark.getVisibility())];
      });`),
  );
  expect(small.ada.page("go")).toEqual([["stage", 2, "COLUMN", "DOCUMENT"]]);
  small.ada.act({
    do: "insertLines",
    side: "before",
    ...{ tab: small.ada.range("Deals!A1").tab, axis: "columns", at: 1, count: 2 },
  });
  expect(small.ada.page("go")).toEqual([["stage", 4, "COLUMN", "DOCUMENT"]]);
});

test("a mark goes on whole rows, columns, tabs and spreadsheets only", () => {
  expect(() => go(`sheet.getRange("B2:B9").addDeveloperMetadata("column");`)).toThrow("entire row or column");
});

test("a new protection goes out with what is said of it before", () => {
  expect(
    go(`sheet.getRange("C:C").protect().setDescription("ours").setWarningOnly(true);
      return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (kept) {
        return [kept.getDescription(), kept.isWarningOnly(), kept.getRange().getA1Notation()];
      });`),
  ).toEqual([["ours", true, "C1:C1000"]]);
});

test("a protection that is there can be changed and taken away", () => {
  expect(
    go(`sheet.getRange("C:C").protect().setDescription("one");
      var all = function () { return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE); };
      all()[0].setDescription("two");
      var changed = all().map(function (kept) { return kept.getDescription(); });
      all()[0].remove();
      return [changed, all().length];`),
  ).toEqual([["two"], 0]);
});

test("a protection that was made and sent is changed only after asking for it again", () => {
  expect(() =>
    go(`var made = sheet.getRange("C:C").protect();
      SpreadsheetApp.flush();
      made.remove();`),
  ).toThrow("not imitated");
});

test("a text is found by the whole cell where that is asked", () => {
  expect(
    go(`sheet.getRange("A1:A3").setValues([["won"], ["Won"], ["Won late"]]);
      var find = function (whole) {
        return sheet.getRange("A1:A9").createTextFinder("Won").matchCase(true).matchEntireCell(whole).findAll()
          .map(function (found) { return found.getA1Notation(); });
      };
      return [find(true), find(false)];`),
  ).toEqual([["A2"], ["A2", "A3"]]);
});

test("tabs are made, named, hidden, coloured and deleted", () => {
  expect(
    go(`var made = book.insertSheet("Log", 0);
      made.hideSheet().setTabColor("#00FF00").setFrozenRows(1);
      book.insertSheet().setName("Other");
      var names = book.getSheets().map(function (each) { return each.getName(); });
      book.deleteSheet(book.getSheetByName("Other"));
      return [names, made.getIndex(), made.isSheetHidden(), made.getFrozenRows(), book.getSheets().length];`),
  ).toEqual([["Log", "Deals", "Other"], 1, true, 1, 2]);
});

test("a name that is taken is refused, and the tab stays away", () => {
  expect(() => go(`book.insertSheet("Deals");`)).toThrow(/already exists/);
});

test("the range of a whole column ends where the tab ends, and needs no trip", () => {
  const small = smallGoogle(
    deals(
      `return [book.getRange("'Deals'!B2:C").getA1Notation(), book.getRange("Deals!2:3").getNumColumns()];`,
    ),
  );
  expect(small.ada.page("go")).toEqual(["B2:C1000", 26]);
  // The one trip looks the sheet up by its name.
  expect(lastExecution(small).counts.trips).toBe(1);
});
