// A script that is ended wherever it writes or sends: the message that it was at is asked about, no other, and none goes
// twice.

import { expect, test } from "vitest";
import type { SheetWorld } from "../sheet-world.ts";
import { columnOf, HOUR_MS, mailsOf, putMessages, sheetWith, statesOf } from "./mail-sheet.ts";

const UNKNOWN = "not known whether it was sent";

function putTwo(world: SheetWorld, round: string): void {
  world.google.hooks.drops = ({ kind }) => kind === "edit";
  putMessages(
    world,
    ...[1, 2].map((number) => ({
      subject: `${round} ${number}`,
      id: `${round}_${number}`.replaceAll(" ", "_"),
    })),
  );
  delete world.google.hooks.drops;
}

/** The calls of an hourly look, by their numbers, at which it writes or sends. */
function tellingCalls(world: SheetWorld): readonly number[] {
  const numbers: number[] = [];
  world.google.hooks.interfere = ({ number, request, execution }) => {
    const isWrite = request.ask === "grid" && request.writes.length > 0;
    const isTelling = isWrite || request.ask === "sendMail";
    if (isTelling && execution.functionName === "hourlyLook") numbers.push(number);
    return undefined;
  };
  world.google.tick();
  delete world.google.hooks.interfere;
  return numbers;
}

/** Ends the next hourly look at its call of that number; so many of the writes that wait arrive all the same. */
function killedAt(world: SheetWorld, number: number, applied: number): void {
  world.google.hooks.interfere = (point) => {
    const isIt = point.number === number && point.execution.functionName === "hourlyLook";
    return isIt ? { what: "kill", applied } : undefined;
  };
  world.google.tick();
  delete world.google.hooks.interfere;
}

test("wherever it is ended, no message goes twice, and at most the one that it was at is asked about", () => {
  const world = sheetWith();
  putTwo(world, "undisturbed");
  const calls = tellingCalls(world);
  expect(calls.length).toBeGreaterThan(6);
  for (const [index, number] of calls.entries()) {
    putTwo(world, `at ${number}`);
    killedAt(world, number, [0, 1, 1000][index % 3] ?? 0);
    world.google.advance(2 * HOUR_MS);
    const states = statesOf(world).filter((state) => state.startsWith(`at ${number} `));
    const unknown = states.filter((state) => state.endsWith(UNKNOWN));
    expect(states.filter((state) => !unknown.includes(state) && !state.endsWith(": sent"))).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(1);
  }
  expect(mailsOf(world).length).toBe(new Set(mailsOf(world)).size);
});

test("a message that may have gone is sent again by a person's Send alone", () => {
  const world = sheetWith();
  putTwo(world, "round");
  world.google.hooks.interfere = ({ request }) =>
    request.ask === "sendMail" ? { what: "kill", applied: 0 } : undefined;
  world.google.tick();
  delete world.google.hooks.interfere;
  world.google.advance(2 * HOUR_MS);
  expect(statesOf(world)).toEqual([`round 1: ${UNKNOWN}`, "round 2: sent"]);
  expect(mailsOf(world)).toEqual(["cleo@example.org: round 2"]);
  world.ada.type(`Outbox!${columnOf(world, "Outbox", "Send or Cancel")}2`, "Send");
  expect(mailsOf(world).slice(1)).toEqual(["cleo@example.org: round 1"]);
  expect(statesOf(world)).toEqual(["round 1: sent", "round 2: sent"]);
});
