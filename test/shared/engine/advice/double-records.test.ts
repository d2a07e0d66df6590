// Records that look like one are asked about at the first pair, and the others are counted.

import { expect, test } from "vitest";
import { adviceOn, jobs } from "./advised.ts";

const contacts = jobs({ fields: [{ name: "E-mail", type: "e-mail" }] });

test("the first pair is told at the cell of the second, with what they have in common", () => {
  const rows = [
    { Name: "Ada", "E-mail": "ada@example.org" },
    { Name: "Bob" },
    { Name: "A. Lovelace", "E-mail": "ADA@example.org" },
    { Name: "bob" },
  ];
  expect(adviceOn({ pipeline: contacts, rows })).toEqual([
    'Jobs!B4: "A. Lovelace" and "Ada" in Jobs!B2 may be one job: the same E-mail "ada@example.org"; and 1 other pair looks like one',
  ]);
});

test("records that share nothing are asked about by nobody", () => {
  expect(adviceOn({ pipeline: contacts, rows: [{ Name: "Ada" }, { Name: "Bob" }] })).toEqual([]);
});
