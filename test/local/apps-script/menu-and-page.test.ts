import { expect, test } from "vitest";
import { lastExecution, smallGoogle } from "./small-google.ts";

const SCREEN = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu("Tiny").addItem("Ask", "ask").addSeparator()
    .addSubMenu(ui.createMenu("More").addItem("Side", "side")).addToUi();
}
function ask() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.alert("Careful", "Go on?", ui.ButtonSet.YES_NO);
  if (answer !== ui.Button.YES) return;
  var name = ui.prompt("Name");
  console.log(name.getSelectedButton() === ui.Button.OK ? name.getResponseText() : "nothing");
}
function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("Tiny")); }
function where() { return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation(), SpreadsheetApp.getCurrentCell().getA1Notation()]; }
function goThere() { SpreadsheetApp.getActive().getRange("Deals!C3").activate(); }
function echo(value) { return value; }
function nothing() {}
function dated() { return { list: [new Date()] }; }
function secret_() { return 1; }`;

test("a person presses an item of the menu, and answers what the script asks", () => {
  const small = smallGoogle(SCREEN);
  small.ada.open();
  small.ada.answers.push("YES", { text: "Eve" });
  small.ada.menu("Tiny", "Ask");
  expect(lastExecution(small).logs).toEqual(["Eve"]);
  expect(
    small.ada.seen.dialogs.map(({ kind, title, prompt, button }) => [kind, title, prompt, button]),
  ).toEqual([
    ["alert", "Careful", "Go on?", "YES"],
    ["prompt", "", "Name", "OK"],
  ]);
});

test("a dialog that nobody answers is a mistake", () => {
  const small = smallGoogle(SCREEN);
  small.ada.open();
  expect(() => small.ada.menu("Tiny", "Ask")).toThrow('nobody answers the alert "Careful" "Go on?"');
});

test("an item that is not in the menu cannot be pressed", () => {
  const small = smallGoogle(SCREEN);
  expect(() => small.ada.menu("Tiny", "Ask")).toThrow("sees no menu item");
});

test("a page is shown from the files of the script", () => {
  const { google, book, ada } = smallGoogle("");
  google.addScript({
    name: "With page",
    kind: "bound",
    code: SCREEN,
    spreadsheet: book,
    pages: { Sidebar: "<p>Hello</p>" },
    manifest: JSON.stringify({
      timeZone: "Etc/UTC",
      oauthScopes: ["https://www.googleapis.com/auth/script.container.ui"],
    }),
  });
  ada.open();
  ada.menu("Tiny", "More", "Side");
  expect(ada.seen.pages).toEqual([{ place: "sidebar", title: "Tiny", html: "<p>Hello</p>" }]);
});

test("a script knows what its user has marked, and can mark something else", () => {
  const { ada } = smallGoogle(SCREEN);
  ada.select("Deals!B2:C4");
  expect(ada.page("where")).toEqual(["Deals", "B2:C4", "B2"]);
  ada.page("goThere");
  expect(ada.page("where")).toEqual(["Deals", "C3", "C3"]);
});

test("whoever types stands in that cell; where a tab is gone one stands in the first", () => {
  const { ada } = smallGoogle(SCREEN);
  ada.act({ do: "newTab", name: "Other" });
  ada.type("Other!B7", "x");
  expect(ada.page("where")).toEqual(["Other", "B7", "B7"]);
  ada.act({ do: "deleteTab", tab: ada.range("Other!A1").tab });
  expect(ada.page("where")).toEqual(["Deals", "A1", "A1"]);
});

test("plain data goes between page and script, and nothing else", () => {
  const { ada } = smallGoogle(SCREEN);
  const data = { text: "a", list: [1, null, true], inner: { deep: ["x"] } };
  expect([ada.page("echo", data), ada.page("nothing")]).toEqual([data, null]);
  expect(() => ada.page("echo", new Date(0))).toThrow("illegal value in property");
  expect(() => ada.page("dated")).toThrow("not a supported return type: result.list.0");
});

test("a page reaches no function whose name ends in an underscore, and none that is not there", () => {
  const { ada } = smallGoogle(SCREEN);
  expect(() => ada.page("secret_")).toThrow("Script function not found: secret_");
  expect(() => ada.page("gone")).toThrow("Script function not found: gone");
});
