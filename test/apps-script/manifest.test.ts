// What the add-on asks people to allow.

import { expect, test } from "vitest";
import { addOnFile } from "./built-add-on.ts";

const manifest = JSON.parse(addOnFile("appsscript.json"));

test("the add-on asks for the spreadsheet it is used in, its menu and page, reminders, mail and an address, and no more", () => {
  expect(manifest.oauthScopes).toEqual([
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.container.ui",
    "https://www.googleapis.com/auth/script.scriptapp",
    "https://www.googleapis.com/auth/script.send_mail",
    "https://www.googleapis.com/auth/userinfo.email",
  ]);
});

test("the add-on runs in V8, logs its faults, and uses no library or advanced service", () => {
  const { oauthScopes: _, ...rest } = manifest;
  expect(rest).toEqual({ timeZone: "Etc/UTC", runtimeVersion: "V8", exceptionLogging: "STACKDRIVER" });
});
