import { expect, test } from "vitest";
import { ADA, BEN, lastExecution, manifestWith, smallGoogle } from "./small-google.ts";

/** What a call says in a simple trigger. */
function saidInOnEdit(call: string): unknown {
  const small = smallGoogle(
    `function onEdit() { try { ${call}; console.log("fine"); } catch (error) { console.log(error.message); } }`,
  );
  small.ada.type("Deals!A1", "x");
  return lastExecution(small).logs[0];
}

test("a simple trigger may use the document, properties, caches, locks and toasts", () => {
  expect(
    saidInOnEdit(`SpreadsheetApp.getActive().getRange("Deals!B1").setValue(1); SpreadsheetApp.flush()`),
  ).toBe("fine");
  expect(saidInOnEdit(`PropertiesService.getDocumentProperties().setProperty("a", "b")`)).toBe("fine");
  expect(saidInOnEdit(`CacheService.getDocumentCache().get("a")`)).toBe("fine");
  expect(saidInOnEdit(`LockService.getDocumentLock().tryLock(1)`)).toBe("fine");
  expect(saidInOnEdit(`SpreadsheetApp.getActive().toast("hello")`)).toBe("fine");
});

test("a simple trigger may not mail, make triggers or open dialogs and pages", () => {
  expect(saidInOnEdit(`MailApp.sendEmail({ to: "a@example.com", subject: "s", body: "b" })`)).toBe(
    "You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail",
  );
  expect(saidInOnEdit(`ScriptApp.getProjectTriggers()`)).toContain(
    "permission to call ScriptApp.getProjectTriggers",
  );
  expect(saidInOnEdit(`SpreadsheetApp.getUi().alert("hello")`)).toContain("permission to call Ui.alert");
  expect(saidInOnEdit(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))`)).toContain(
    "Ui.showSidebar",
  );
});

test("services outside the scopes are refused with the scope that they want", () => {
  const outside = "Specified permissions are not sufficient to call";
  expect(saidInOnEdit(`UrlFetchApp.fetch("https://example.com")`)).toBe(
    `${outside} UrlFetchApp.fetch. Required permissions: (https://www.googleapis.com/auth/script.external_request)`,
  );
  expect(saidInOnEdit(`SpreadsheetApp.openById("x")`)).toContain(`${outside} SpreadsheetApp.openById`);
  expect(saidInOnEdit(`DriveApp.getRootFolder()`)).toContain(`${outside} DriveApp.getRootFolder`);
  expect(saidInOnEdit(`GmailApp.search("x")`)).toContain(`${outside} GmailApp.search`);
});

test("a scope that the manifest leaves out is missing", () => {
  const code = `function go() { MailApp.getRemainingDailyQuota(); }`;
  const small = smallGoogle(code, {
    manifest: manifestWith(["https://www.googleapis.com/auth/spreadsheets.currentonly"]),
  });
  expect(() => small.ada.page("go")).toThrow("not sufficient to call MailApp.getRemainingDailyQuota");
});

const MENU = `
function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem("Go", "go").addToUi(); console.log(String(e.authMode)); }
function go() { return 1; }`;

test("an add-on that is installed but not enabled here opens in the mode NONE, and its menu is there", () => {
  const small = smallGoogle(MENU, { kind: "add-on" });
  const other = small.google.addSpreadsheet({ name: "Other", owner: ADA, editors: [BEN] });
  const ada = small.google.person(ADA, other);
  ada.open();
  expect(lastExecution(small).logs).toEqual(["NONE"]);
  expect(ada.seen.menus.map(({ title }) => title)).toEqual(["Tiny"]);
  const ben = small.google.person(BEN, other);
  ben.open();
  expect(ben.seen.menus).toEqual([]);
});

test("using an add-on enables it for everybody in the spreadsheet; to use it one must install it", () => {
  const small = smallGoogle(MENU, { kind: "add-on" });
  const other = small.google.addSpreadsheet({ name: "Other", owner: ADA, editors: [BEN] });
  const [ada, ben] = [small.google.person(ADA, other), small.google.person(BEN, other)];
  ada.open();
  ada.menu("Tiny", "Go");
  ben.open();
  expect(lastExecution(small).logs).toEqual(["LIMITED"]);
  expect(() => ben.menu("Tiny", "Go")).toThrow(`${BEN} is asked to install "Tiny" first`);
});

test("in the mode NONE the document is out of reach, at the top level too: then there is no menu", () => {
  const code = `var name = SpreadsheetApp.getActiveSpreadsheet().getName();\n${MENU}`;
  const small = smallGoogle(code, { kind: "add-on" });
  const other = small.google.addSpreadsheet({ name: "Other", owner: ADA });
  const ada = small.google.person(ADA, other);
  ada.open();
  expect(ada.seen.menus).toEqual([]);
  expect(lastExecution(small).error?.message).toContain(
    "permission to call SpreadsheetApp.getActiveSpreadsheet",
  );
});

const WHO = `
function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
function onEdit(e) { console.log(JSON.stringify(who().concat(e.user.getEmail()))); }
function installed() { console.log(JSON.stringify(who())); }
function listen() { ScriptApp.newTrigger("installed").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`;

test("from the menu or the page a script runs as the person, whose address it knows", () => {
  expect(smallGoogle(WHO).ben.page("who")).toEqual([BEN, BEN]);
});

test("a simple trigger is told nobody's address", () => {
  const small = smallGoogle(WHO);
  small.ben.type("Deals!A1", "x");
  expect(lastExecution(small).logs).toEqual(['["","",""]']);
});

test("an installed trigger runs as its owner; of others it knows the address only in the same domain", () => {
  const small = smallGoogle(WHO);
  small.ada.page("listen");
  small.ben.type("Deals!A1", "x");
  expect(lastExecution(small).logs).toEqual([`["","${ADA}"]`]);
  for (const email of [ADA, BEN]) small.google.addAccount(email, { kind: "workspace" });
  small.ben.type("Deals!A1", "y");
  expect(lastExecution(small).logs).toEqual([`["${BEN}","${ADA}"]`]);
});

test("a scope that the user did not grant shows in the authorization", () => {
  const code = `function go() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()); }`;
  const small = smallGoogle(code, { kind: "add-on" });
  expect(small.ada.page("go")).toBe("NOT_REQUIRED");
  small.google.install(small.script, ADA, { scopes: [] });
  expect(small.ada.page("go")).toBe("REQUIRED");
});
