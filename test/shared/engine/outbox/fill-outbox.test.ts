// How the Outbox is made from the history: one row of a message, ever.

import { expect, test } from "vitest";
import { filledOutbox } from "../../../../shared/engine/outbox/fill-outbox.ts";
import { bo, cy, message, openStory, sales } from "./outbox-story.ts";

const ada = { e_mail: "ada@acme.example", company: "Acme", owner: "Bo" };

test("a message of the history becomes a row that says to whom, why and when it was due", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  const { id } = story.ask("Ada", { at: "2026-11-19T08:00:00Z" });
  story.fill();
  const [row] = story.rows();
  expect(row).toMatchObject({
    ...{ id, state: "waiting to send", to: ["ada@acme.example"], subject: "Hello", text: "Dear Ada" },
    ...{ about: "Ada", board: "Deals", why: "Greet", due: "2026-11-19T08:00:00+00:00", note: "" },
    ...{ boardId: "deals", person: "" },
  });
});

test("a second look puts nothing in", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada");
  story.fill();
  expect(story.fill()).toEqual({ changes: [], entries: [] });
});

test("a message that somebody deleted from the Outbox is never put in again", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada");
  story.fill();
  story.apply([{ kind: "replaceBody", tab: "Outbox", rows: [] }]);
  expect(story.fill()).toEqual({ changes: [], entries: [] });
});

test("a look that was cut short after the row has put it in once, and the next one tells of it", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  const { id } = story.ask("Ada");
  story.apply(filledOutbox(story.book()).changes);
  const { changes, entries } = story.fill();
  expect(changes).toEqual([]);
  expect(entries).toMatchObject([{ kind: "message", data: { do: "put in", of: id } }]);
});

test("a look that was cut short between rows leaves the rest to the next one: each message once", () => {
  for (const kept of [0, 1, 2, 3]) {
    const story = openStory();
    story.add("Ada", "dialogue", ada);
    const asked = ["a", "b", "c"].map((occurrence) => story.ask("Ada", { occurrence }).id);
    for (const change of filledOutbox(story.book()).changes)
      if (change.kind === "append") story.apply([{ ...change, rows: change.rows.slice(0, kept) }]);
    story.fill();
    expect(story.rows().map(({ id }) => id)).toEqual(asked);
    expect(story.fill()).toEqual({ changes: [], entries: [] });
  }
});

test("an entry that stands twice is one message", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  const entry = story.ask("Ada");
  story.log("Ada", "message", entry);
  story.fill();
  expect(story.rows()).toHaveLength(1);
});

test("what was due before mail went out is silent for good", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { at: "2026-11-19T23:59:59Z", occurrence: "before" });
  const { id } = story.ask("Ada", { at: "2026-11-20T00:00:00Z", occurrence: "after" });
  story.since("2026-11-20T00:00:00Z");
  story.fill();
  expect(story.rows().map((row) => row.id)).toEqual([id]);
  expect(story.refusals()).toEqual([]);
});

test("messages come into the Outbox in the order in which they were due", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { at: "2026-11-19T12:00:00Z", message: "touch" });
  story.ask("Ada", { at: "2026-11-18T12:00:00Z" });
  story.fill();
  expect(story.rows().map(({ subject }) => subject)).toEqual(["Hello", "Touch"]);
});

test("reminders are no mail of their own", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { do: "remind" });
  expect(story.fill()).toEqual({ changes: [], entries: [] });
});

test("a message that is to be looked at first waits for a person, and so does every one while the book practises", () => {
  const live = openStory();
  const practising = openStory({ practice: true });
  for (const story of [live, practising]) {
    story.add("Ada", "dialogue", ada);
    story.ask("Ada", { message: "first_words" });
    story.ask("Ada", { message: "touch" });
    story.fill();
  }
  const told = (story: typeof live) => story.rows().map(({ state, note }) => `${state}: ${note}`);
  expect(told(live)).toEqual(["waiting for you: look at it first", "waiting to send: "]);
  expect(told(practising)).toEqual([
    "waiting for you: look at it first; the book practises",
    "waiting for you: the book practises",
  ]);
});

test("who asks for a message by hand has looked at it", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { message: "first_words", by: "sidebar" });
  story.fill();
  expect(story.rows()[0]?.state).toBe("waiting to send");
});

test("a message with an empty field waits, and says which", () => {
  const story = openStory({
    boards: {
      Deals: { ...sales, messages: [message("Hello", { body: "On {{Meeting on}} for {{Amount}}" })] },
    },
  });
  story.add("Ada", "dialogue", { ...ada, amount: "a lot" });
  story.ask("Ada");
  story.fill();
  expect(story.rows()[0]).toMatchObject({
    state: "waiting for you",
    text: "On {{Meeting on}} for {{Amount}}",
    note: 'it cannot go yet: "Meeting on" is empty; "Amount" cannot be read: "a lot"',
  });
});

test("a message without an address waits, and says so", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { company: "Acme" });
  story.ask("Ada");
  story.fill();
  expect(story.rows()[0]).toMatchObject({
    to: [],
    state: "waiting for you",
    note: 'it cannot go yet: "E-mail" is empty',
  });
});

test("a message goes in whatever shape its record is since, where its rule does not say until", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada");
  story.waitUntil("2026-11-20T10:00:00Z");
  story.move("Ada", "proposal");
  story.log("Ada", "reply-no");
  story.fill();
  expect(story.rows()).toHaveLength(1);
});

test("a message of a rule that works until a reply or a move is not put in for who answered or moved since", () => {
  const story = openStory();
  for (const name of ["Ada", "Bea", "Cea"]) {
    story.add(name, "dialogue", { e_mail: `${name}@acme.example` });
    story.ask(name, { rule: "nudge", at: "2026-11-20T09:00:00Z" });
  }
  story.waitUntil("2026-11-22T09:00:00Z");
  story.log("Ada", "reply-later");
  story.move("Bea", "proposal");
  story.fill();
  expect(story.rows().map(({ about }) => about)).toEqual(["Cea"]);
  expect(story.refusals()).toEqual(["an answer came", 'it moved to "Proposal"']);
});

test("the move of the rule itself does not end its message", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { rule: "nudge", occurrence: "7th day" });
  story.move("Ada", "lost", { knownBy: "rule", data: { rule: "nudge", occurrence: "7th day" } });
  story.fill();
  expect(story.rows()).toHaveLength(1);
});

test("what was taken back asks for nothing", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  const { id } = story.move("Ada", "proposal");
  story.ask("Ada", { occurrence: id });
  story.log("Ada", "undone", { data: { of: id, stage: "proposal" } });
  story.fill();
  expect([story.rows(), story.refusals()]).toEqual([[], ["what asked for it was taken back"]]);
});

test("a record whose row was deleted is written to no more", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada");
  story.log("Ada", "removed");
  story.fill();
  expect([story.rows(), story.refusals()]).toEqual([[], ["its row is no longer there"]]);
});

test("a refusal is told once, with the message that it was", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { ...ada, do_not_contact: true });
  const { id } = story.ask("Ada");
  const { entries } = story.fill();
  expect(entries).toMatchObject([
    {
      kind: "not-sent",
      record: story.history()[0]?.record,
      data: { of: id, message: "Hello" },
      who: "Stageline",
    },
  ]);
  expect(story.fill()).toEqual({ changes: [], entries: [] });
});

test("a message of a board that is stopped waits until it can be read", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada");
  story.stop("Deals");
  expect(story.fill()).toEqual({ changes: [], entries: [] });
  story.goOn();
  story.fill();
  expect(story.rows()).toHaveLength(1);
});

test("a hand-off tells everybody with the role what is wanted, with the links of the record", () => {
  const stages = sales.stages.map((stage) =>
    stage.id === "proposal" ? { ...stage, goal: "Terms in writing" } : stage,
  );
  const fields = [
    ...sales.fields,
    { ...(sales.fields[0] as (typeof sales.fields)[0]), id: "slip", name: "Slip", type: "link" as const },
  ];
  const story = openStory({ boards: { Deals: { ...sales, stages, fields } }, team: [bo, cy] });
  story.add("Ada", "dialogue", { ...ada, slip: "https://example.org/slip" });
  story.move("Ada", "proposal");
  story.ask("Ada", { do: "notify", role: "Store" });
  story.fill();
  const [row] = story.rows();
  expect(row?.to).toEqual(["bo@own.example", "cy@own.example"]);
  expect(row?.subject).toBe("Proposal: Ada");
  expect(row?.text.split("\n")).toEqual([
    '"Ada" is in "Proposal" on Deals since 20 November 2026.',
    "",
    "Terms in writing",
    "",
    "Owner: Bo",
    "Slip: https://example.org/slip",
    "",
    "By the rule Hello",
  ]);
});

test("a notice for a role that nobody has is refused, and not left lying about", () => {
  const story = openStory({ team: [] });
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { do: "notify", role: "Courier" });
  story.fill();
  expect([story.rows(), story.refusals()]).toEqual([[], ['nobody in Team has the role "Courier"']]);
});

test("a message that was deleted from Messages is refused", () => {
  const story = openStory();
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", { message: "gone" });
  story.fill();
  expect(story.refusals()).toEqual(["its message is no longer in Messages"]);
});
