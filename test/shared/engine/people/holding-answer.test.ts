import { expect, test } from "vitest";
import type { Definition, Pipeline } from "../../../../shared/definition/pipeline.ts";
import type { Message, Rule } from "../../../../shared/definition/rule.ts";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { sentEmail } from "../../../../shared/engine/outbox/sent-entries.ts";
import { holdingAnswer } from "../../../../shared/engine/people/holding-answer.ts";
import { parseDay, serialFromDay } from "../../../../shared/value/day.ts";
import type { World } from "../../../world.ts";
import { dealsPipeline, dealsWorld } from "../deals.ts";

/** Ada has replied on Monday 2 November, and waits. */
function repliedWorld(
  cells: Readonly<Record<string, string>> = {},
  pipeline: Pipeline = dealsPipeline,
  team: Definition["team"] = [],
): World {
  const world = dealsWorld({ boards: { Deals: pipeline }, team });
  world.add([{ Name: "Ada", "E-mail": "ada@example.org", ...cells }]);
  world.run();
  world.edit("Ada", { Log: "Reply: yes" });
  world.run();
  return world;
}

function answer(world: World): string {
  const done = holdingAnswer(world.tables(), world.nextRun({ actor: "Robin", knownBy: "sidebar" }), {
    record: "Ada",
  });
  world.apply(done.changes);
  return done.sentence;
}

function mails(world: World): readonly string[] {
  return outboxRows(world.tables()).map(({ to, subject, state }) => `${to[0]}: ${subject}: ${state}`);
}

test("a holding answer goes into the Outbox, and to come back to it is the next step", () => {
  const world = repliedWorld();
  expect(answer(world)).toBe('"Ada": the holding answer is in the Outbox, and to answer is the next step');
  expect(mails(world)).toEqual(["ada@example.org: Your message has arrived: waiting to send"]);
  expect(world.cell("Ada", "Next step")).toBe("answer, as promised");
  expect(world.cell("Ada", "Next step on")).toEqual({ serial: serialFromDay(parseDay("2026-11-03")) });
});

test("asked for twice it goes once", () => {
  const world = repliedWorld();
  answer(world);
  expect(answer(world)).toBe('"Ada": a holding answer was asked for already');
  expect(mails(world).length).toBe(1);
});

test("the next reply is answered anew", () => {
  const world = repliedWorld();
  answer(world);
  for (const Log of ["E-mail out", "Reply: later"]) {
    world.run();
    world.edit("Ada", { Log });
  }
  world.run();
  answer(world);
  expect(mails(world).length).toBe(2);
});

test("the pipeline's own message of that name is sent, though it is to be looked at first else", () => {
  const own: Message = {
    ...{ id: "hold", name: "holding ANSWER", purpose: "service", to: "contact", cc: [] },
    ...{ subject: "Got it, {{Name}}", body: "Soon more.", reviewFirst: true },
  };
  const world = repliedWorld({}, { ...dealsPipeline, messages: [own] });
  answer(world);
  expect(mails(world)).toEqual(["ada@example.org: Got it, Ada: waiting to send"]);
});

test("a next step that somebody planned stays", () => {
  const world = repliedWorld({ "Next step": "visit", "Next step on": "2026-11-09" });
  expect(answer(world)).toBe('"Ada": the holding answer is in the Outbox');
  expect(world.cell("Ada", "Next step")).toBe("visit");
});

test("where nobody waits for an answer, or none can be sent, it says so", () => {
  const quiet = dealsWorld();
  quiet.add([{ Name: "Ada", "E-mail": "ada@example.org" }]);
  quiet.run();
  expect(() => answer(quiet)).toThrow('"Ada" has no reply that waits for an answer');
  const lacking = repliedWorld({ "E-mail": "" });
  expect(() => answer(lacking)).toThrow(
    '"Ada": the holding answer cannot go, "E-mail" is empty; open its card and fill that in',
  );
  expect(mails(lacking)).toEqual([]);
});

test("of a record that nobody owns it is the promise of who gave it, and says so", () => {
  const signed: Message = {
    ...{ id: "hold", name: "Holding answer", purpose: "service", to: "contact", cc: [] },
    ...{ subject: "Got it", body: "Soon more. {{Owner}}", reviewFirst: false },
  };
  const pipeline = { ...dealsPipeline, messages: [signed] };
  const world = repliedWorld({}, pipeline, [{ id: "robin", name: "Robin", roles: [] }]);
  answer(world);
  expect(world.cell("Ada", "Owner")).toBe("Robin");
  expect(outboxRows(world.tables())[0]?.text).toBe("Soon more. Robin");
  const strange = repliedWorld({}, pipeline, [{ id: "kim", name: "Kim", roles: [] }]);
  expect(() => answer(strange)).toThrow(
    '"Ada": the holding answer cannot go, "Owner" is empty; open its card and fill that in',
  );
});

test("it asks nothing of the other side, so nobody is reminded to follow it up", () => {
  const noReply: Rule = {
    ...{ id: "no_reply", name: "No reply", whileIn: [], onlyIf: [], until: ["a reply"] },
    when: { on: "time", amount: 2, unit: "days", from: { of: "activity", activity: "email-out" } },
    does: [{ do: "remind", text: "no reply for 2 days" }],
  };
  const world = repliedWorld({}, { ...dealsPipeline, rules: [noReply] });
  answer(world);
  const mail = outboxRows(world.tables())[0];
  const [entry] = world.log();
  if (mail === undefined || entry === undefined) throw new Error("nothing was written");
  const sent = { ...mail, sentAt: "2026-11-02T15:00:00Z" };
  const told = sentEmail(world.nextRun(), sent, { ...entry, n: 1 });
  world.apply(historyChanges(world.tables(), [told]));
  world.waitUntil("2026-11-10T09:00:00Z");
  world.run();
  expect(world.log().filter(({ data }) => data["rule"] === "no_reply")).toEqual([]);
});
