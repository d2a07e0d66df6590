import { expect, test } from "vitest";
import { mainLineOf } from "../../../shared/definition/pipeline.ts";
import { stagesFromLine } from "../../../shared/definition/stage-line.ts";
import { offers } from "../../pipelines.ts";

function told(line: string): readonly string[] {
  return stagesFromLine(line).map(
    ({ id, name, kind, onMainLine }) => `${id}: ${name}, ${kind}${onMainLine ? "" : ", beside"}`,
  );
}

test("the stages before the first bar are the main line, those behind it stand beside", () => {
  expect(told("Prospecting > Engaging > Won:won | Lost:lost")).toEqual([
    "prospecting: Prospecting, open",
    "engaging: Engaging, open",
    "won: Won, won",
    "lost: Lost, lost, beside",
  ]);
});

test("beside the line a stage without a kind is parked", () => {
  expect(told("Lead | Later | Never: AVOID")).toEqual([
    "lead: Lead, open",
    "later: Later, parked, beside",
    "never: Never, avoid, beside",
  ]);
});

test("a stage beside the line may be open or won, and has no rank then", () => {
  const stages = stagesFromLine("Lead > Won:won | Sample:open");
  expect(mainLineOf({ ...offers, stages }).map(({ name }) => name)).toEqual(["Lead", "Won"]);
});

test("a colon that no kind follows belongs to the name", () => {
  expect(told("Order Slip: Yes > Reply:won")).toEqual([
    "order_slip_yes: Order Slip: Yes, open",
    "reply: Reply, won",
  ]);
});

test("stages whose names come to one identifier are told apart", () => {
  expect(told("C++ > C--").map((text) => text.split(":")[0])).toEqual(["c", "c_2"]);
});

test.each([
  ["", 'a stage has no name; write them as "A > B > Won:won | Lost:lost"'],
  ["Lead > > Won:won", 'a stage has no name; write them as "A > B > Won:won | Lost:lost"'],
  ["Lead > Won:won |", 'a stage has no name; write them as "A > B > Won:won | Lost:lost"'],
  ["Lead > :won", 'a stage has no name; write them as "A > B > Won:won | Lost:lost"'],
  ["Lead > lead ", 'the stage "lead" stands twice'],
  ["Lead > Lost:lost", '"Lost" is lost: such a stage stands behind "|", beside the main line'],
])("the line %j is refused with what would be right", (line, message) => {
  expect(() => stagesFromLine(line)).toThrow(message);
});
