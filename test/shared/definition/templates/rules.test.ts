// What the domain says must happen by itself, held against the rules of the built-in pipelines.

import { describe, expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { ruleCells } from "../../../../shared/definition/setup/rules-tab.ts";
import { fieldsOf } from "../../../../shared/definition/standard-field.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";

function pipelineOf(key: string): Pipeline {
  const pipeline = templates.find((template) => template.key === key)?.pipeline;
  if (pipeline === undefined) throw new Error(`there is no template ${key}`);
  return pipeline;
}

/** The rules of a pipeline as its owner reads them: "when | while in | only if | then | until". */
function rulesOf(key: string): readonly string[] {
  const pipeline = pipelineOf(key);
  const messages = pipeline.messages.map((message) => ({ ...message, aliases: [] }));
  const words = { stages: pipeline.stages, fields: fieldsOf(pipeline), messages };
  return pipeline.rules.map((rule) => {
    const cells = ruleCells(pipeline, rule, words);
    return ["when", "while_in", "only_if", "does", "until"].map((part) => cells[part] ?? "").join(" | ");
  });
}

test("the eight built-in pipelines are there, in the order in which they are offered", () => {
  expect(templates.map(({ key }) => key)).toEqual([
    ...["sales", "prospecting", "solar", "coaching"],
    ...["shows", "speaking", "photography", "orders"],
  ]);
});

describe("sales", () => {
  test("follows up on the 2nd, 4th and 7th day after an e-mail, until a reply", () => {
    for (const days of [2, 4, 7]) {
      const rule = `${days} days after E-mail out | Initial Outreach, Dialogue, Proposal |  | remind owner: no reply for ${days} days, follow up | a reply or a move`;
      expect(rulesOf("sales")).toContain(rule);
    }
  });

  test("follows up within 24 hours after every meeting", () => {
    expect(rulesOf("sales")).toContain(
      "24 hours after Meeting |  |  | remind owner: follow up on the meeting | ",
    );
  });

  test("asks why a deal was lost where no reason is written", () => {
    expect(rulesOf("sales").join("\n")).toContain(
      "1 working day after entering Lost | Lost | Lost reason is empty |",
    );
  });

  test("tells the pipeline supervisor of deals that nobody owns", () => {
    expect(rulesOf("sales")).toContain(
      "1 working day after entering Networking Database |  | Owner is empty | remind Pipeline supervisor: nobody works on this deal, give it an owner | a move",
    );
  });

  test("asks why a deal was won where no reason is written", () => {
    expect(rulesOf("sales").join("\n")).toContain(
      "1 working day after entering Order Processing |  | Won reason is empty |",
    );
  });

  test("chases a balance that is open after delivery, in The Loop too", () => {
    expect(rulesOf("sales").join("\n")).toContain(
      "5 working days after entering Order Delivery | Order Delivery, The Loop | the invoice is not paid; Balance paid is empty or Balance paid is no |",
    );
  });

  test("takes a deal for won in whichever won stage it comes to first", () => {
    for (const stage of ["Order Processing", "Order Delivery", "The Loop"]) {
      expect(rulesOf("sales")).toContain(`enters ${stage} |  |  | set Temperature to Won | `);
    }
  });

  test("touches the clients of The Loop monthly", () => {
    expect(rulesOf("sales").join("\n")).toContain("every 30 days in The Loop");
  });
});

describe("prospecting", () => {
  test("makes a deal of an active opportunity and takes its fate back", () => {
    expect(rulesOf("prospecting")).toEqual(
      expect.arrayContaining([
        "enters Active Opportunity |  |  | create a record on Sales | ",
        "linked record is won | Active Opportunity |  | move to Current Client | ",
        "linked record is lost | Active Opportunity |  | move to Dead Opportunity | ",
      ]),
    );
  });

  test("brings an account back after 90 days, and to Cold when nobody replied", () => {
    const rules = rulesOf("prospecting").join("\n");
    expect(rules).toContain(
      "90 days after entering Check Back Quarterly | Check Back Quarterly |  | move to Working",
    );
    expect(rules).toContain("10 days after E-mail out | Working |  | move to Cold | a reply or a move");
  });

  test("has three stages in which nobody is contacted for new business", () => {
    const avoided = pipelineOf("prospecting").stages.filter(({ kind }) => kind === "avoid");
    expect(avoided.map(({ name }) => name)).toEqual(["Current Client", "Bad Fit", "Duplicate Account"]);
  });
});

test("solar tells the customer when the inspection is set, and once more when its day changes", () => {
  expect(rulesOf("solar")).toEqual(
    expect.arrayContaining([
      "enters Inspection Scheduled |  |  | send Inspection | ",
      "Inspection on changes | Inspection Scheduled |  | send Inspection moved | ",
    ]),
  );
});

describe.each(["shows", "speaking", "photography"])("%s", (key) => {
  test("asks the agent every 5 days while a contract is out unsigned", () => {
    expect(rulesOf(key)).toContain(
      "every 5 days in Contract Sent |  |  | send Contract question; remind owner: ask for the signed contract | ",
    );
    const question = pipelineOf(key).messages.find(({ name }) => name === "Contract question");
    expect(question).toMatchObject({ to: "contact", purpose: "service" });
  });

  test("needs the deposit before it is sure", () => {
    const deposit = pipelineOf(key).stages.find(({ name }) => name === "Deposit Received");
    expect(deposit?.needs).toEqual([{ anyOf: [{ test: "is", field: "deposit_paid", value: "yes" }] }]);
  });
});

test("speaking asks for tickets, hotel and car, each with its details and a yes that says done", () => {
  const names = pipelineOf("speaking").fields.map(({ name }) => name);
  for (const name of ["Airplane tickets", "Hotel", "Rental car"]) {
    expect(names).toEqual(expect.arrayContaining([name, `${name} done`]));
  }
});

describe("orders", () => {
  test("cancels an order 5 working days after its invoice, across both stages, where nobody replied, paid or sent evidence", () => {
    expect(rulesOf("orders")).toContain(
      "5 working days after entering Customer Invoice | Customer Invoice, Accounts Invoice | Payment evidence is empty; nothing of the invoice is paid | move to Invoice Cancelled | a reply",
    );
  });

  test("voids the invoice of whoever is cancelled, by itself or by hand", () => {
    expect(rulesOf("orders")).toContain("enters Invoice Cancelled |  |  | void the invoice | ");
  });

  test("never cancels whoever answered the invoice, but flags the order", () => {
    expect(rulesOf("orders")).toContain(
      "5 working days after entering Customer Invoice | Customer Invoice, Accounts Invoice | Payment evidence is empty; the invoice is not paid | remind owner: ask when the invoice will be paid | ",
    );
  });

  test("sends Accounts a copy of the invoice and of the store's order to deliver", () => {
    const copied = pipelineOf("orders").messages.filter(({ cc }) => cc.includes("Accounts"));
    expect(copied.map(({ name, to }) => `${name}: ${to}`)).toEqual([
      "Invoice: contact",
      "Please deliver: Store",
    ]);
  });

  test("takes the answers to an order slip for branches: what is not an answer does not follow it", () => {
    const { stages } = pipelineOf("orders");
    const nextOf = (name: string) => {
      const next = stages.find((stage) => stage.name === name)?.next ?? [];
      return next.map((id) => stages.find((stage) => stage.id === id)?.name);
    };
    expect(nextOf("Response from store: Later")).toEqual(["Send Customer Order Slip"]);
    expect(nextOf("Send Customer Order Slip")).toEqual([
      "Order Slip Yes",
      "Order Slip No",
      "Order Slip Cancelled",
    ]);
  });

  test("cancels an order slip that was not answered by 5 days after the days stated", () => {
    expect(rulesOf("orders").join("\n")).toContain(
      "5 days after Slip answer due on | Send Customer Order Slip |  | move to Order Slip Cancelled",
    );
  });

  test("lets only Accounts say that money has come", () => {
    const paid = pipelineOf("orders").stages.filter(({ mayEnter }) => mayEnter.length > 0);
    expect(paid.map(({ name, mayEnter }) => [name, mayEnter])).toEqual([["Accounts Paid", ["Accounts"]]]);
  });

  test("keeps the codes that the company uses, as text", () => {
    const codes = pipelineOf("orders").stages.map(({ name, code }) => `${code ?? "-"} ${name}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        "3.1.1 Send Customer Order Slip",
        "3.1.2.1 Order Slip Cancelled",
        "8.2 Transaction Closed",
      ]),
    );
  });
});
