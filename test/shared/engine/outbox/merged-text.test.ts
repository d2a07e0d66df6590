// What messages say: values as people read them, and the HTML that is made of the text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type MergeRecord, mergedText } from "../../../../shared/engine/outbox/merged-text.ts";
import { htmlOf } from "../../../../shared/engine/outbox/message-html.ts";
import "../../../seed.ts";
import { fixtures } from "../../../fixtures.ts";
import { field } from "./outbox-story.ts";

const pipeline = {
  ...fixtures.offers,
  fields: [
    field("Amount", "money"),
    field("Meeting on", "day"),
    field("Share", "number"),
    field("Paid", "yes/no"),
    field("News", "text", { aliases: ["Headline"] }),
  ],
};
const { state } = fixtures.standing;

function record(values: MergeRecord["row"]["values"]): MergeRecord {
  return { pipeline, state: state as MergeRecord["state"], row: { values, cells: {} } };
}

test("days, amounts, numbers and yes or no are written as people read them", () => {
  const values = {
    amount: { amountMinor: 123450, currency: "EUR" },
    meeting_on: "2026-03-01",
    share: 0.000001,
    paid: false,
  };
  expect(mergedText("{{Amount}} on {{Meeting on}}, {{Share}}, {{paid}}", record(values))).toEqual({
    text: "1,234.50 EUR on 1 March 2026, 0.000001, no",
    faults: [],
  });
});

test("a field is found by its name in any case and space, and by a former name", () => {
  expect(
    mergedText("{{ MEETING  ON }} {{headline}}", record({ meeting_on: "2026-03-01", news: "x" })).text,
  ).toBe("1 March 2026 x");
});

test("the stage and what is still open are put in, too", () => {
  expect(mergedText("{{Stage}}: {{Open}}", record({})).text).toBe("Lead: Offered");
});

test("an unknown field is named, and its place stays", () => {
  expect(mergedText("Hi {{Nmae}} {{Nmae}}", record({}))).toEqual({
    text: "Hi {{Nmae}} {{Nmae}}",
    faults: ['"{{Nmae}}" is not a field of Offers'],
  });
});

test("what a field holds is never merged again, and never looks like a place that is open", () => {
  expect(mergedText("{{News}}", record({ news: "{{Name}} $& {{" })).text).toBe("{ {Name}} $& { {");
});

test("paragraphs, lines and links become HTML; a link ends before the full stop or bracket behind it", () => {
  expect(htmlOf("Dear Ada,\n\n1\n2 (see http://x.example/a).")).toBe(
    '<p>Dear Ada,</p>\n<p>1<br>\n2 (see <a href="http://x.example/a">http://x.example/a</a>).</p>',
  );
});

test("only http and https become links", () => {
  expect(htmlOf("javascript:alert(1) ftp://x.example")).toBe("<p>javascript:alert(1) ftp://x.example</p>");
});

test("no text makes a tag of its own, or breaks out of a link", () => {
  const parts = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "&",
    "https://",
    "a.example",
    "\n",
    " ",
    "<script>",
    "onclick=",
    "`",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), (texts) => {
      const rest = htmlOf(texts.join("")).replace(/<\/?p>|<br>|<\/a>|<a href="https?:\/\/[^"<>]*">/g, "");
      expect(rest).not.toMatch(/[<>"']/);
    }),
  );
});
