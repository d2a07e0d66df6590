import { expect, test } from "vitest";
import { openText } from "../../../../shared/engine/rules/open-milestones.ts";
import { replay } from "../../../../shared/log/replay.ts";
import { dayMoment, entryOf, moves } from "../../../moves.ts";
import { coaching } from "../../../pipelines.ts";

function openOf(line: string, values: Record<string, boolean>): string {
  const ticked = entryOf({
    ...{ record: "ada", kind: "milestone", at: dayMoment(0), id: "t" },
    data: { milestone: "first_broadcast" },
  });
  const state = replay([...moves(line), ticked]).get("ada");
  if (state === undefined) throw new Error("ada has no history");
  return openText(coaching, state, values);
}

test("open is what was not reached, in the order of the pipeline", () => {
  expect(openOf("ada: Calls@0", { broadcast: true, form: false })).toBe("form live, launched");
  expect(openOf("ada: Calls@0 Launched", { broadcast: true })).toBe("form live");
});

test("what was ticked once and is unticked now is open again", () => {
  expect(openOf("ada: Calls@0 Launched", { form: true })).toBe("first broadcast");
});

test("where all is done, nothing is named", () => {
  expect(openOf("ada: Calls@0 Launched", { broadcast: true, form: true })).toBe("");
});
