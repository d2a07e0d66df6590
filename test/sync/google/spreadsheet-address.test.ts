// Which spreadsheet is meant, by what people paste.

import { expect, test } from "vitest";
import { spreadsheetIdIn } from "../../../sync/google/spreadsheet-address.ts";

const id = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";

test.each([
  ["the address in the browser", `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`],
  [
    "one with a filter behind it",
    `https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing&ouid=1#gid=7`,
  ],
  ["one without a tail", `https://docs.google.com/spreadsheets/d/${id}`],
  ["one with an account in it", `https://docs.google.com/spreadsheets/u/1/d/${id}/edit`],
  ["one of an organisation", `https://docs.google.com/a/example.org/spreadsheets/d/${id}/edit`],
  ["one without https", `docs.google.com/spreadsheets/d/${id}/edit`],
  ["the id alone", id],
  ["the id with blanks around", ` ${id}\n`],
])("%s leads to the spreadsheet", (_, address) => {
  expect(spreadsheetIdIn(address)).toBe(id);
});

test.each(["sales.xlsx", "books/sales.xlsx", "C:\\books\\sales.xlsx", "sales", ""])(
  'a path such as "%s" is no address',
  (path) => {
    expect(spreadsheetIdIn(path)).toBeUndefined();
  },
);

test.each([
  "https://example.org/sales.xlsx",
  `https://docs.google.com/document/d/${id}/edit`,
  `https://drive.google.com/file/d/${id}/view`,
  "https://docs.google.com/spreadsheets/u/0/",
  `https://docs.google.com.example.org/spreadsheets/d/${id}/edit`,
  `https://example.org/?to=https://docs.google.com/spreadsheets/d/${id}/edit`,
])('"%s" is said to be another address', (address) => {
  expect(() => spreadsheetIdIn(address)).toThrow(`"${address}" is not the address of a Google Sheet`);
});

test("a published page is told from the spreadsheet that it was made of", () => {
  const address = "https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopqrstuvwxyz/pubhtml";
  expect(() => spreadsheetIdIn(address)).toThrow("give the address of the spreadsheet itself");
});
