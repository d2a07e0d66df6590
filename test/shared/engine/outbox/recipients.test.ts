// To whom messages go: one address in each slot, and stand-ins for those who are away.

import { expect, test } from "vitest";
import type { Person } from "../../../../shared/definition/pipeline.ts";
import { type Recipients, recipientsOf } from "../../../../shared/engine/outbox/recipients.ts";
import { parseDay } from "../../../../shared/value/day.ts";
import { bo, cy, field, message, openStory, sales } from "./outbox-story.ts";

const today = parseDay("2026-11-20");

function meant(
  word: string,
  values: Readonly<Record<string, string>> = {},
  team: readonly Person[] = [bo, cy],
): Recipients {
  return recipientsOf(word, { definition: { team }, pipeline: sales, row: { values, cells: values }, today });
}

test("the contact is the first address that the record has", () => {
  const pipeline = { ...sales, fields: [field("E-mail", "e-mail"), field("Other", "e-mail")] };
  const row = { values: { other: " Ada@acme.example" }, cells: {} };
  expect(recipientsOf("Contact", { definition: { team: [] }, pipeline, row, today }).addresses).toEqual([
    "Ada@acme.example",
  ]);
});

test.each([
  "a@x.example, b@x.example",
  "a@x.example\nbcc: b@x.example",
  "a b@x.example",
  "Ada <a@x.example>",
])("a slot holds one address and nothing else: %j", (text) => {
  expect(meant("contact", { e_mail: text })).toMatchObject({
    addresses: [],
    fault: expect.stringContaining("is no e-mail address"),
  });
  expect(meant(text).addresses).toEqual([]);
});

test("a role is everybody who has it, each once", () => {
  expect(meant("STORE or Accounts").addresses).toEqual(["bo@own.example", "cy@own.example"]);
});

test("an owner is found by a former name; one who is not in Team is told", () => {
  expect(meant("owner", { owner: "Bobby" }, [{ ...bo, aliases: ["Bobby"] }]).addresses).toEqual([
    "bo@own.example",
  ]);
  expect(meant("owner", { owner: "Zoe" }).fault).toBe('"Zoe" is not in Team');
  expect(meant("owner").fault).toBe("nobody owns it");
});

test("who is away is stood in for on the last day still, and not after it", () => {
  const away = { ...bo, standIn: "Cy" };
  const on = (day: string) =>
    meant("owner", { owner: "Bo" }, [{ ...away, awayUntil: parseDay(day) }, cy]).addresses;
  expect(on("2026-11-20")).toEqual(["cy@own.example"]);
  expect(on("2026-11-19")).toEqual(["bo@own.example"]);
});

test("somebody away for whom nobody stands in is waited for", () => {
  expect(meant("owner", { owner: "Bo" }, [{ ...bo, awayUntil: today }])).toMatchObject({
    fault: '"Bo" is away until 20 November 2026, and nobody stands in',
    mayCome: true,
  });
});

test("of a role, those who are there and have an address get it", () => {
  const nobody: Person = { id: "di", name: "Di", roles: ["Store"] };
  expect(meant("Store", {}, [nobody, cy]).addresses).toEqual(["cy@own.example"]);
  expect(meant("Store", {}, [nobody]).fault).toBe('"Di" has no e-mail address in Team');
});

test("copies go beside, each address once, and one that reaches nobody does not hold the message up", () => {
  const copied = message("Hello", { cc: ["Store", "ada@acme.example", "Courier"] });
  const story = openStory({ boards: { Deals: { ...sales, messages: [copied] } } });
  story.add("Ada", "dialogue", { e_mail: "ada@acme.example" });
  story.ask("Ada");
  story.fill();
  expect(story.rows()[0]).toMatchObject({
    ...{ to: ["ada@acme.example"], cc: ["bo@own.example", "cy@own.example"], state: "waiting to send" },
    note: 'no copy: nobody in Team has the role "Courier"',
  });
});

test("a subject is one line, however the record is called, and never longer than 200 characters", () => {
  const long = message("Hello", { subject: "{{Name}}" });
  const story = openStory({ boards: { Deals: { ...sales, messages: [long] } } });
  story.add("Ada\r\nBcc: all@x.example", "dialogue", { e_mail: "ada@acme.example" });
  story.add("B".repeat(300), "dialogue", { e_mail: "bea@acme.example" });
  story.ask("Ada\r\nBcc: all@x.example");
  story.ask("B".repeat(300), { occurrence: "two" });
  story.fill();
  expect(story.rows().map(({ subject }) => subject)).toEqual([
    "Ada Bcc: all@x.example",
    `${"B".repeat(199)}…`,
  ]);
});

test("the person that a message is for is known where it is one", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { owner: "Bo" });
  story.ask("Ada", { do: "notify", role: "Accounts" });
  story.ask("Ada", { do: "notify", role: "Store" });
  story.fill();
  expect(story.rows().map(({ person }) => person)).toEqual(["cy", ""]);
});
