// What went out to the other side is an e-mail in the history of its record.

import { expect, test } from "vitest";
import type { Field, Pipeline } from "../../../../shared/definition/pipeline.ts";
import { fixtures } from "../../../fixtures.ts";
import { offers } from "../../../pipelines.ts";
import { openWorld, told, type World } from "../../../world.ts";
import { withMessages } from "./waiting-rows.ts";

const [plain] = fixtures.offers.fields;
const email: Field = { ...(plain as Field), id: "email", name: "E-mail", type: "e-mail" };
const pipeline: Pipeline = { ...offers, fields: [email] };

const SENT = {
  id: "m1",
  state: "sent",
  claim: "m1 2026-11-02T09:30:00+00:00 w1",
  sent_at: "2026-11-02T09:31:00+00:00",
  subject: "Our offer",
};

/** Ada stands on the board; what went out is about her. */
function worldWithSent(cells: Readonly<Record<string, string>> = {}): World {
  const world = openWorld({ boards: { Deals: pipeline } });
  world.add({ Name: "Ada", "E-mail": "Ada@Example.org" });
  world.run();
  const { board, record } = world.log()[0] ?? { board: "", record: "" };
  world.replace(withMessages(world.tables(), { ...SENT, board_id: board, record, ...cells }));
  return world;
}

test("mail to the contact is an e-mail of the record, at the time when it went", () => {
  const world = worldWithSent();
  world.run();
  expect(world.log().find(({ kind }) => kind === "email-out")).toMatchObject({
    name: "Ada",
    at: "2026-11-02T09:31:00+00:00",
    note: "Our offer",
    who: "Stageline",
    knownBy: "rule",
  });
});

test("it is noted once, also where the note was cut short before the tab said so", () => {
  const world = worldWithSent();
  const { changes } = world.look();
  world.apply(changes.filter((change) => change.kind !== "setField" || change.tab !== "Outbox"));
  world.run();
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "email-out"]);
});

test("mail to a colleague, or to another address, is none of its e-mails", () => {
  for (const cells of [{ person: "bo" }, { to: "store@example.org" }, { record: "" }]) {
    const world = worldWithSent(cells);
    world.run();
    expect(world.story("Ada")).toEqual(["created lead"]);
  }
});

test("nothing more is to be done after it is noted", () => {
  const world = worldWithSent();
  world.run();
  expect(world.run().changes).toEqual([]);
});

test("what failed, or may have gone, is a problem at its row until somebody decides", () => {
  const world = worldWithSent();
  world.replace(
    withMessages(
      world.tables(),
      { id: "m2", state: "failed", subject: "Our offer", about: "Bob" },
      { id: "m3", state: "not known whether it was sent", claim: "m3 2026-11-02T09:00:00+00:00 w1" },
    ),
  );
  expect(told(world.run().problems)).toEqual([
    'B3: "Our offer" to ada@example.org: failed; choose Send or Cancel',
    'B4: "Hello" to ada@example.org: not known whether it was sent; choose Send or Cancel',
  ]);
  world.edit("Bob", { "Send or Cancel": "Cancel" }, "Outbox");
  expect(world.run().problems.length).toBe(1);
});
