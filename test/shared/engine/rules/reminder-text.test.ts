import { expect, test } from "vitest";
import { ruleFromCells } from "../../../../shared/definition/setup/rules-tab.ts";
import { fieldsOf } from "../../../../shared/definition/standard-field.ts";
import { reminderText } from "../../../../shared/engine/rules/reminder-text.ts";
import { replay } from "../../../../shared/log/replay.ts";
import { moves } from "../../../moves.ts";
import { coaching } from "../../../pipelines.ts";

function textFor(template: string, values: Record<string, string | boolean>): string {
  const state = replay(moves("ada: Calls")).get("ada");
  if (state === undefined) throw new Error("ada has no history");
  return reminderText(template, { pipeline: coaching, state, values });
}

test("a reminder names the record's values, its stage and what is still open", () => {
  expect(textFor("{{Name}} in {{Stage}}: {{Open}}", { name: "Ada", broadcast: true })).toBe(
    "Ada in Calls: form live, launched",
  );
});

test("a reminder goes where something is missing, and says what", () => {
  expect(textFor("call {{Name}}, ask {{ Owner }}", { name: "Ada" })).toBe("call Ada, ask (no Owner)");
});

test("what somebody typed is not taken for a place to be filled", () => {
  expect(textFor("call {{Name}}", { name: "{{Owner}}" })).not.toContain("{{Owner}}");
});

test("a reminder that names no field of the pipeline is a fault at its rule", () => {
  const cells = {
    rule: "Late",
    when: "is behind",
    does: "remind owner: call {{Phnoe}}; remind owner: {{Open}}",
  };
  const words = { stages: coaching.stages, fields: fieldsOf(coaching), messages: [] };
  expect(ruleFromCells(cells, words).faults).toEqual([
    {
      key: "does",
      message:
        '"{{Phnoe}}" is not a field of this pipeline; there are Name, Owner, Next step, Next step on, Stage, Open',
    },
  ]);
});
