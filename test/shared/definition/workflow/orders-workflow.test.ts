// The order workflow of the built-in pipeline, written as a workflow of departments and steps: guides/orders-steps.csv.
// What the builder makes of it is what was written by hand, but for the differences that are listed here.

import { expect, test } from "vitest";
import { readCsvFile } from "../../../../local/csv-file.ts";
import { mainLineOf, type Pipeline, type Stage } from "../../../../shared/definition/pipeline.ts";
import { textFromActions, textFromTrigger } from "../../../../shared/definition/rule-text.ts";
import { fieldsOf } from "../../../../shared/definition/standard-field.ts";
import { orders as plan } from "../../../../shared/definition/templates/orders.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { buildWorkflow } from "../../../../shared/definition/workflow/build-workflow.ts";

const orders = pipelineFromPlan(plan);
const file = readCsvFile("guides/orders-steps.csv");
const workflow = buildWorkflow(file, { name: "Orders", noun: "order" });
const built = workflow.pipeline ?? orders;

function sameOf({ id, code, name, kind, onMainLine, role, mayEnter }: Stage) {
  return { id, code, name, kind, onMainLine, role, mayEnter };
}

function stageNamed({ stages }: Pipeline, name: string): Stage {
  const stage = stages.find((each) => each.name === name);
  if (stage === undefined) throw new Error(`no stage "${name}"`);
  return stage;
}

/** Deadlines in words, whatever the rules are called. */
function deadlinesOf(pipeline: Pipeline): readonly string[] {
  const words = {
    stages: pipeline.stages,
    fields: fieldsOf(pipeline),
    messages: pipeline.messages.map((message) => ({ ...message, aliases: [] })),
  };
  return pipeline.rules
    .filter(({ does }) => does.some((action) => action.do === "move"))
    .map(({ when, whileIn, does, until }) =>
      [
        textFromTrigger(when, words),
        whileIn.join(", "),
        textFromActions(
          does.filter((action) => action.do === "move"),
          words,
        ),
        until.join(" or "),
      ].join(" | "),
    );
}

/** Who is told on entering which stage, by message or by notice: "Delivery Store: Store". */
function toldIn(pipeline: Pipeline): readonly string[] {
  return pipeline.rules.flatMap(({ when, does }) =>
    when.on !== "enters"
      ? []
      : does.flatMap((action) => {
          const name = pipeline.stages.find(({ id }) => id === when.stage)?.name;
          if (action.do === "notify") return [`${name}: ${action.role}`];
          const message = pipeline.messages.find(({ id }) => action.do === "send" && id === action.message);
          const roles = message === undefined ? [] : [message.to, ...message.cc];
          return roles.filter((role) => role !== "contact").map((role) => `${name}: ${role}`);
        }),
  );
}

test("the orders workflow builds without a problem", () => {
  expect(file.problems).toEqual([]);
  expect(workflow.problems).toEqual([]);
  expect(workflow.pipeline).toBeDefined();
});

test("its stages are those of the built-in pipeline: order, codes, kinds, main line, roles, who may move there", () => {
  expect(built.stages.map(sameOf)).toEqual(orders.stages.map(sameOf));
  expect(mainLineOf(built).length).toBe(13);
});

test("its deadlines move the same orders at the same time to the same end, until the same", () => {
  // The built-in pipeline also lets evidence of payment keep an invoice alive, a condition for which a workflow has no
  // column: it is written in Setup, under Only if. And it voids the invoice by a rule of its own, of what is cancelled by
  // hand, too.
  expect(deadlinesOf(built)).toEqual(deadlinesOf(orders));
});

test("its limits are those of the built-in pipeline", () => {
  // On the closed stage nothing waits, and the chase of the courier is a rule: the table has one time for each step,
  // where the built-in pipeline also shows a delivery as due after five working days.
  const differing = orders.stages
    .filter(({ name, limitDays }) => stageNamed(built, name).limitDays !== limitDays)
    .map(({ name }) => name);
  expect(differing).toEqual(["Customer Delivery"]);
});

test("where the built-in pipeline says which stage may follow, the built one says the same", () => {
  // The built-in pipeline leaves most stages open to any move; a workflow always says what follows.
  for (const stage of orders.stages) {
    if (stage.next.length > 0) expect(stageNamed(built, stage.name).next).toEqual(stage.next);
  }
  const next = Object.fromEntries(built.stages.map((stage) => [stage.id, stage.next]));
  expect(next).toEqual({
    order_received: ["check_with_store"],
    check_with_store: ["response_from_store", "response_from_store_later"],
    response_from_store: ["customer_invoice"],
    response_from_store_later: ["send_customer_order_slip"],
    send_customer_order_slip: ["order_slip_yes", "order_slip_no", "order_slip_cancelled"],
    order_slip_yes: ["customer_invoice"],
    order_slip_no: [],
    order_slip_cancelled: [],
    customer_invoice: ["accounts_invoice", "invoice_cancelled"],
    accounts_invoice: ["customer_payment", "invoice_cancelled"],
    invoice_cancelled: [],
    customer_payment: ["accounts_confirm"],
    accounts_confirm: ["accounts_paid"],
    accounts_paid: ["delivery_store"],
    delivery_store: ["courier_store"],
    courier_store: ["customer_courier"],
    customer_courier: ["customer_delivery"],
    customer_delivery: ["transaction_closed"],
    transaction_closed: [],
  });
});

test("whoever the built-in pipeline tells of an order is told", () => {
  // The builder tells of every hand-over; the built-in pipeline writes to the customer at some of them instead, from
  // the department that would be told.
  const told = toldIn(built);
  expect(told).toEqual(expect.arrayContaining([...toldIn(orders)]));
  const more = told.filter((each) => !toldIn(orders).includes(each));
  expect(more).toEqual([
    "Customer Invoice: Customer Service",
    "Invoice Cancelled: Accounts",
    "Customer Payment: Customer Service",
    "Customer Courier: Customer Service",
  ]);
});

test("the courier is chased every two days until the order is closed", () => {
  const chase = ({ rules }: Pipeline) => rules.find(({ when }) => when.on === "every");
  expect(chase(built)?.when).toEqual(chase(orders)?.when);
  expect(chase(built)?.does).toMatchObject([{ do: "remind", role: "Courier" }]);
});

test("what is needed first is asked for as in the built-in pipeline", () => {
  for (const { name, needs } of orders.stages)
    expect([name, stageNamed(built, name).needs]).toEqual([name, needs]);
});

test("every field that the workflow asks for is of the type that the built-in pipeline gives it", () => {
  // Messages, targets, colours and fields that nothing asks for are added in Setup: a workflow is only the way.
  for (const { id, type } of built.fields) {
    expect([id, type]).toEqual([id, orders.fields.find((field) => field.id === id)?.type]);
  }
});
