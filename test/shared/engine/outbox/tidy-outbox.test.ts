// Messages that wait in the Outbox: what people say of them, and what ends them.

import { expect, test } from "vitest";
import { outboxChanges } from "../../../../shared/engine/outbox/outbox-row.ts";
import { openStory, sales } from "./outbox-story.ts";

const ada = { e_mail: "ada@acme.example", owner: "Bo" };

const NOTHING = { changes: [], entries: [], problems: [] };

/** Ada waits for a message of that name. */
function waiting(message: string, rule = "greet") {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  const { id } = story.ask("Ada", { message, rule });
  story.fill();
  return { story, id, row: () => story.rows()[0] };
}

test("a person's Send lets a message go, and the cell is empty again", () => {
  const { story, id, row } = waiting("first_words");
  story.decide(id, "Send");
  story.tidy();
  expect(row()).toMatchObject({ state: "waiting to send", note: "" });
  expect(row()?.decision).toBeUndefined();
  expect(story.tidy()).toEqual(NOTHING);
});

test("a person's Cancel ends a message for good, and the history tells who", () => {
  const { story, id, row } = waiting("first_words");
  story.decide(id, "cancel");
  const { entries } = story.tidy();
  expect(row()?.state).toBe("cancelled");
  expect(entries).toMatchObject([
    { kind: "not-sent", note: "cancelled by a person", who: "Ann", data: { of: id } },
  ]);
  story.decide(id, "Send");
  expect(story.tidy()).toEqual(NOTHING);
  expect(story.fill().changes).toEqual([]);
});

test("what waits to be sent may be cancelled, too", () => {
  const { story, id, row } = waiting("touch");
  story.decide(id, "Cancel");
  story.tidy();
  expect(row()?.state).toBe("cancelled");
});

test("an answer cancels what waits of a rule that works until a reply", () => {
  const { story, row } = waiting("first_words", "nudge");
  story.waitUntil("2026-11-20T10:00:00Z");
  story.log("Ada", "reply-no");
  story.tidy();
  expect(row()).toMatchObject({ state: "cancelled", note: "an answer came" });
  expect(story.refusals()).toEqual(["an answer came"]);
});

test("a contact who became a client meanwhile gets no outreach that waits, not even by a person's Send", () => {
  const { story, id, row } = waiting("first_words");
  story.add("Acme", "client", { e_mail: "ada@acme.example" }, "Accounts");
  story.decide(id, "Send");
  story.tidy();
  expect(row()).toMatchObject({ state: "cancelled" });
  expect(row()?.note).toContain("which gets no outreach");
});

test("a warning that a person overruled does not come back", () => {
  const story = openStory();
  story.add("Acme", "client", {}, "Accounts");
  story.add("Ada", "dialogue", { e_mail: "ada@other.example", company: "Acme" });
  const { id } = story.ask("Ada");
  story.fill();
  story.decide(id, "Send");
  story.tidy();
  expect(story.rows()[0]?.state).toBe("waiting to send");
  expect(story.tidy()).toEqual(NOTHING);
});

test("what was missing is put in once it is there, and the message goes", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { owner: "Bo" });
  story.ask("Ada");
  story.fill();
  const note = 'it cannot go yet: "E-mail" is empty';
  const problem = { tab: "Outbox", cell: "L2", message: `"Ada": ${note}` };
  expect(story.tidy()).toEqual({ ...NOTHING, problems: [problem] });
  story.set("Ada", "e_mail", "ada@acme.example");
  story.tidy();
  expect(story.rows()[0]).toMatchObject({ to: ["ada@acme.example"], state: "waiting to send", note: "" });
});

test("a Send that was said while something was missing holds once it is there", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { owner: "Bo" });
  const { id } = story.ask("Ada", { message: "first_words" });
  story.fill();
  story.decide(id, "Send");
  story.tidy();
  expect(story.rows()[0]).toMatchObject({ state: "waiting for you", decision: "send" });
  story.set("Ada", "e_mail", "ada@acme.example");
  story.tidy();
  expect(story.rows()[0]).toMatchObject({ to: ["ada@acme.example"], state: "waiting to send" });
});

test("what a person wrote into a message that waits is kept", () => {
  const { story, id, row } = waiting("first_words");
  story.apply([{ kind: "setField", tab: "Outbox", record: id, field: "text", value: "Ada, read this" }]);
  story.set("Ada", "name", "Adele");
  story.decide(id, "Send");
  story.tidy();
  expect(row()).toMatchObject({ text: "Ada, read this", state: "waiting to send" });
});

test("a word that is neither Send nor Cancel is told at its cell, and nothing comes of it", () => {
  const { story, id, row } = waiting("first_words");
  story.decide(id, "later");
  expect(story.tidy()).toEqual({
    ...NOTHING,
    problems: [{ tab: "Outbox", cell: "B2", message: '"later" is not one of Send, Cancel' }],
  });
  expect(row()?.state).toBe("waiting for you");
});

test("what a person completes in the row itself may go", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { owner: "Bo" });
  const { id } = story.ask("Ada");
  story.fill();
  story.apply(outboxChanges(story.tables(), id, { to: "ada@other.example", decision: "Send" }));
  story.tidy();
  expect(story.rows()[0]).toMatchObject({ to: ["ada@other.example"], state: "waiting to send", note: "" });
});

test("a row that somebody copied is nobody's message, and the one that went on counts", () => {
  const { story, id } = waiting("first_words");
  const copy = { id, to: "ada@acme.example", subject: "Hello", decision: "Send" };
  for (const state of ["waiting for you", "sent", "waiting to send"])
    story.apply([{ kind: "append", tab: "Outbox", rows: [{ ...copy, state }] }]);
  story.tidy();
  expect(story.rows().map(({ state }) => state)).toEqual(["sent"]);
  expect(story.tables().find(({ tab }) => tab === "Outbox")?.rows).toHaveLength(4);
  expect(story.tidy()).toEqual(NOTHING);
});

test("what is sent, or on its way, is left alone", () => {
  const { story, id } = waiting("touch", "nudge");
  story.waitUntil("2026-11-20T10:00:00Z");
  story.log("Ada", "reply-yes");
  for (const state of ["being sent", "sent", "failed", "not known whether it was sent"]) {
    story.apply([{ kind: "setField", tab: "Outbox", record: id, field: "state", value: state }]);
    expect(story.tidy()).toEqual(NOTHING);
  }
});

test("a row that nothing in the history asked for obeys its person", () => {
  const story = openStory();
  const cells = {
    state: "waiting for you",
    to: "bo@own.example",
    subject: "Today",
    text: "Ada waits",
    id: "day",
  };
  story.apply([{ kind: "append", tab: "Outbox", rows: [{ ...cells, decision: "Send" }] }]);
  story.tidy();
  expect(story.rows()[0]?.state).toBe("waiting to send");
});

test("a message whose board is stopped is left as it is", () => {
  const { story, row } = waiting("touch", "nudge");
  story.waitUntil("2026-11-20T10:00:00Z");
  story.log("Ada", "reply-yes");
  story.stop("Deals");
  story.tidy();
  expect(row()?.state).toBe("waiting to send");
});

test("a book of one board needs no other to tidy", () => {
  const story = openStory({ boards: { Deals: sales } });
  story.add("Ada", "dialogue", { ...ada, do_not_contact: false });
  story.ask("Ada");
  story.fill();
  story.set("Ada", "do_not_contact", true);
  story.tidy();
  expect(story.rows()[0]).toMatchObject({ state: "cancelled", note: '"Do not contact" is yes' });
});
