// What a workflow becomes, and what it is told where it cannot become a pipeline.

import { expect, test } from "vitest";
import { pipelineOfCsv, problemsOfCsv, workflowOf } from "./workflows.ts";

/** Stages in short: "Ask (Sales): Send, Drop". */
function stagesOf(csv: string): readonly string[] {
  const { stages } = pipelineOfCsv(csv);
  return stages.map(({ name, kind, role, onMainLine, next }) => {
    const names = next.map((id) => stages.find((stage) => stage.id === id)?.name);
    const marks = [role, kind === "open" ? (onMainLine ? undefined : "branch") : kind];
    return `${name} (${marks.filter((mark) => mark !== undefined).join(", ")}): ${names.join(", ")}`;
  });
}

test("a step that one department needs another to start becomes a stage, in the order of the table", () => {
  const csv = "Step,Department,Result\nTake order,Desk,\nPack,Store,\nDeliver,Courier,won\n";
  expect(stagesOf(csv)).toEqual([
    "Take order (Desk): Pack",
    "Pack (Store): Deliver",
    "Deliver (Courier, won): ",
  ]);
});

test("steps of one department in a row are one stage, and its goal keeps what they do", () => {
  const csv = `Step,Department,Number,What is done,Result
Take order,Desk,1,Ask what they want,
Write it down,Desk,1.1,In the book,
Check it,desk,,,
Pack,Store,2,,
Deliver,Courier,3,,won
`;
  const { pipeline, explained } = workflowOf(csv);
  expect(pipeline?.stages.map(({ name }) => name)).toEqual(["Take order", "Pack", "Deliver"]);
  expect(pipeline?.stages[0]).toMatchObject({
    code: "1",
    role: "Desk",
    goal: "Ask what they want; then 1.1 Write it down: In the book; then Check it",
  });
  expect(explained[0]).toMatchObject({
    steps: ["Take order", "Write it down", "Check it"],
    because: "the workflow starts here",
    sentences: [
      '"Take order", "Write it down", "Check it" are one stage: Desk does them in a row',
      'goes on to "Pack"',
    ],
  });
});

test.each([
  ["something is needed before it", "Needed first", "Address"],
  ["it has a deadline", "No answer within", "2 days"],
  ["only some may move there", "Who may move here", "Desk"],
  ["somebody else is told", "Tell", "Store"],
])("a step of the same department is a stage of its own where %s", (_why, column, cell) => {
  const csv = `Step,Department,${column},Result\nTake order,Desk,,\nConfirm,Desk,${cell},\nPack,Store,,won\n`;
  expect(pipelineOfCsv(csv).stages.map(({ name }) => name)).toEqual(["Take order", "Confirm", "Pack"]);
});

test("a step to which several ways lead is a stage of its own", () => {
  const csv = `Step,Department,Starts when,Answers,Result
Ask,Desk,start,,
Wait,Desk,after Ask; No to Check,,
Check,Store,,"Yes, No",
Done,Desk,Yes to Check,,won
`;
  expect(stagesOf(csv)).toEqual([
    "Ask (Desk): Wait",
    "Wait (Desk): Check",
    "Check (Store): Done, Wait",
    "Done (Desk, won): ",
  ]);
});

const branching = `Step,Department,Starts when,Answers,No answer within,Then,Result
Offer,Sales,start,"Yes, Later, No",5 working days,cancelled,
Call again,Sales,Later to Offer,"Yes, No: cancelled",,,
Turned down,Sales,No to Offer,,,,lost
Work,Crew,answer Yes of Offer; Yes to Call again,,,,
Bill,Office,,,,,won
`;

test("answers become branches, and the usual way is that of the first answers", () => {
  expect(stagesOf(branching)).toEqual([
    "Offer (Sales): Work, Call again, Turned down, Cancelled",
    "Call again (Sales, branch): Work, Cancelled",
    "Turned down (Sales, lost): ",
    "Work (Crew): Bill",
    "Bill (Office, won): ",
    "Cancelled (lost): ",
  ]);
});

test("no answer within a time moves the record by itself, until a reply or a move", () => {
  const { rules } = pipelineOfCsv(branching);
  expect(rules.find(({ name }) => name === "No answer: Offer")).toEqual({
    id: "no_answer_offer",
    name: "No answer: Offer",
    when: { on: "time", amount: 5, unit: "working days", from: { of: "entry", stage: "offer" } },
    whileIn: ["offer"],
    onlyIf: [],
    does: [{ do: "move", stage: "cancelled" }],
    until: ["a reply", "a move"],
  });
});

test("a hand-over tells the next department, and whoever gets a copy", () => {
  const csv =
    'Step,Department,Tell,Result\nAsk,Desk,Store,\nPack,Store,Desk,\nSend,Store,"Desk, Store",won\n';
  const told = pipelineOfCsv(csv).rules.map(({ name, when, does }) => [name, when, does]);
  const tell = (...roles: readonly string[]) => roles.map((role) => ({ do: "notify", role }));
  expect(told).toEqual([
    ["Hand-over: Ask", { on: "enters", stage: "ask" }, tell("Store")],
    ["Hand-over: Pack", { on: "enters", stage: "pack" }, tell("Store", "Desk")],
    ["Hand-over: Send", { on: "enters", stage: "send" }, tell("Desk", "Store")],
  ]);
});

test("working days without a consequence are a limit; other times remind the department", () => {
  const csv = `Step,Department,No answer within,Result
Ask,Desk,3 business days,
Pack,Store,48 hours,
Send,Courier,2 weeks,
Done,Desk,,won
`;
  const { stages, rules } = pipelineOfCsv(csv);
  expect(stages.map(({ limitDays }) => limitDays)).toEqual([3, undefined, undefined, undefined]);
  const reminders = rules
    .filter(({ name }) => name.startsWith("No answer"))
    .map(({ when, does }) => [when, does]);
  expect(reminders).toEqual([
    [
      { on: "time", amount: 48, unit: "hours", from: { of: "entry", stage: "pack" } },
      [{ do: "remind", role: "Store", text: "no answer to Pack within 48 hours" }],
    ],
    [
      { on: "time", amount: 14, unit: "days", from: { of: "entry", stage: "send" } },
      [{ do: "remind", role: "Courier", text: "no answer to Send within 14 days" }],
    ],
  ]);
});

test("a reminder after some days comes again until the record moves on", () => {
  const csv =
    "Step,Department,No answer within,Then,Result\nSend,Courier,2 days,remind courier,\nDone,Desk,,,won\n";
  expect(pipelineOfCsv(csv).rules.find(({ name }) => name === "No answer: Send")).toMatchObject({
    when: { on: "every", days: 2, stage: "send" },
    does: [{ do: "remind", role: "Courier" }],
  });
});

test("what is needed first becomes a column of the board, with its type", () => {
  const csv = `Step,Department,Needed first,Result
Ask,Desk,,
Pack,Store,"Product; Cost (money); E-mail (e-mail) or Phone (phone); Name; Size (cm)",
Send,Courier,Cost at least 5; Paid is yes; Call logged; Ready within 3 days,won
`;
  const { fields, stages } = pipelineOfCsv(csv);
  expect(fields.map(({ name, type, personal }) => `${name}: ${type}${personal ? ", personal" : ""}`)).toEqual(
    [
      ...["Product: text", "Cost: money", "E-mail: e-mail, personal", "Phone: phone, personal"],
      ...["Size (cm): text", "Paid: yes/no", "Ready: day"],
    ],
  );
  expect(stages[1]?.needs.map(({ anyOf }) => anyOf.length)).toEqual([1, 1, 2, 1, 1]);
  expect(stages[2]?.needs).toEqual([
    { anyOf: [{ test: "at least", field: "cost", value: 5 }] },
    { anyOf: [{ test: "is", field: "paid", value: "yes" }] },
    { anyOf: [{ test: "logged", activity: "call" }] },
    { anyOf: [{ test: "within days", field: "ready", days: 3 }] },
  ]);
});

test("a way back is told as one", () => {
  const csv = `Step,Department,Starts when,Answers,Result
Ask,Desk,start; No to Check,,
Check,Store,after Ask,"Yes, No",
Done,Desk,Yes to Check,,won
`;
  expect(workflowOf(csv).explained[1]?.sentences).toEqual([
    '"Yes": goes on to "Done"',
    '"No": goes back to "Ask"',
    "When an order enters Check: notify Store",
  ]);
});

test("names that hold the joining words are found whole, or in quotes", () => {
  const csv = `Step,Department,Starts when,Answers,Result
Reply to customer or wait,Desk,start,"Yes, No; thanks",
Go,Store,Yes to Reply to customer or wait,,
End; really,Desk,"""thanks to Reply to customer or wait""; No to ""Reply to customer or wait""",,lost
Done,Desk,after Go,,won
`;
  expect(stagesOf(csv)[0]).toBe("Reply to customer or wait (Desk): Go, End; really");
});

test("the usual way stands in its own order, wherever its rows are", () => {
  const csv = `Step,Department,Starts when,Result
End,Desk,after Middle,won
Begin,Desk,start,
Middle,Store,after Begin,
`;
  expect(pipelineOfCsv(csv).stages.map(({ name }) => name)).toEqual(["Begin", "Middle", "End"]);
});

test("work after the closing stays on the usual way", () => {
  const csv = "Step,Department,Result\nSell,Sales,\nDeliver,Crew,won\nKeep in touch,Sales,won\n";
  expect(stagesOf(csv)).toEqual([
    "Sell (Sales): Deliver",
    "Deliver (Crew, won): Keep in touch",
    "Keep in touch (Sales, won): ",
  ]);
});

test("more than twenty stages are advised against, not refused", () => {
  const rows = Array.from(
    { length: 21 },
    (_, index) => `Step ${index},${index % 2 === 0 ? "Desk" : "Store"},`,
  );
  const { pipeline, notes } = workflowOf(`Step,Department,Result\n${rows.join("\n")}won\n`);
  expect(pipeline?.stages.length).toBe(21);
  expect(notes.join("\n")).toContain("21 stages are many");
});

const HEADER = "Step,Department,Starts when,Answers,No answer within,Then,Result,Needed first,Tell";

test.each<[string, string, readonly string[]]>([
  [
    "a column that is none",
    "Step,Department,Colour\nAsk,Desk,red\n",
    [
      '1 Colour: "Colour" is no column of a workflow; the columns are Number, Step, Department, Starts when, What is done, Needed first, Answers, No answer within, Then, Result, Who may move here, Tell',
    ],
  ],
  [
    "two columns for one thing",
    "Step,Department,Role\nAsk,Desk,Desk\n",
    ['1 Role: "Role" is a second column for "Department"; keep one of them'],
  ],
  [
    "a missing column",
    "Step\nAsk\n",
    ['1 -: the column "Department" is missing; a workflow needs "Step" and "Department"'],
  ],
  ["no row", "Step,Department\n", ["1 -: there is no step below the header; write one a line"]],
  [
    "a row without a step",
    "Step,Department,Result\n,Desk,\nDone,Desk,won\n",
    ["2 Step: the row names no step; write what it is called"],
  ],
  [
    "a step without a department",
    "Step,Department,Result\nAsk,,\nDone,Desk,won\n",
    ['2 Department: "Ask" has no department; write who does it'],
  ],
  [
    "a department that would mean a person",
    "Step,Department,Result\nAsk,Owner,won\n",
    ['2 Department: "Owner" means the person who has the record; give the department another name'],
  ],
  [
    "a name that stands twice",
    "Step,Department,Result\nAsk,Desk,\n ask,Store,won\n",
    ['3 Step: "ask" stands in line 2 already; give this step another name'],
  ],
  [
    "an unknown result",
    "Step,Department,Result\nAsk,Desk,wonn\n",
    ['2 Result: "wonn" is not one of won, lost, parked; a step in the middle has none'],
  ],
  [
    "a time that is none",
    `${HEADER}\nAsk,Desk,,,soon,,won,,\n`,
    [
      '2 No answer within: "soon" is no time; write it like "5 working days", "48 hours" or "2 days after <step or day>"',
    ],
  ],
  [
    "a consequence without a time",
    `${HEADER}\nAsk,Desk,,,,Done,,,\nDone,Desk,after Ask,,,,won,,\n`,
    ['2 No answer within: nothing says when; write a time such as "5 working days" in "No answer within"'],
  ],
  [
    "a clock of nothing that is there",
    `${HEADER}\nAsk,Desk,,,5 days after Slip,Done,,,\nDone,Desk,after Ask,,,,won,,\n`,
    [
      '2 No answer within: "Slip" is neither a step nor a day; write "Slip (day)" in "Needed first" of this step',
    ],
  ],
  [
    "a clock of a field that is no day",
    `${HEADER}\nAsk,Desk,,,5 days after Slip,Done,,Slip,\nDone,Desk,after Ask,,,,won,,\n`,
    ['2 No answer within: "Slip" is text, and time counts from a day; write "Slip (day)" in "Needed first"'],
  ],
  [
    "a consequence that is no step",
    `${HEADER}\nAsk,Desk,,,2 days,Canceled order,,,\nDone,Desk,after Ask,,,,won,,\n`,
    [
      '2 Then: "Canceled order" is no step; write the name of one, "cancelled", "remind <department>" or "void the invoice"',
    ],
  ],
  [
    "a reminder of nobody",
    `${HEADER}\nAsk,Desk,,,2 days,remind Boss,,,\nDone,Desk,,,,,won,,\n`,
    ['2 Then: "Boss" does none of the steps; the departments are Desk'],
  ],
  [
    "a copy to nobody",
    `${HEADER}\nAsk,Desk,,,,,,,\nDone,Desk,,,,,won,,Acounts\n`,
    ['3 Tell: "Acounts" does none of the steps; the departments are Desk'],
  ],
  [
    "a type that changes",
    `${HEADER}\nAsk,Desk,,,,,,Cost (money),\nDone,Desk,,,,,won,Cost (number),\n`,
    ['3 Needed first: "Cost" is number here and money in line 2; write the same type, or only the name'],
  ],
  [
    "a need that every board keeps for itself",
    `${HEADER}\nAsk,Desk,,,,,,,\nDone,Desk,,,,,won,Stage,\n`,
    [
      '3 Needed first: "Stage" is not a field of this pipeline; its fields are Name, Owner, Next step, Next step on',
    ],
  ],
  [
    "an unknown start",
    `${HEADER}\nAsk,Desk,,,,,,,\nDone,Desk,after Aks,,,,won,,\n`,
    [
      '3 Starts when: "after Aks" names no start; write "start", "after <step>" or "<answer> to <step>"; the steps are Ask, Done',
    ],
  ],
  [
    "an unknown answer",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nDone,Desk,Maybe to Ask,,,,won,,\n`,
    ['3 Starts when: "Maybe to Ask" is none of the answers to "Ask", which are Yes, No'],
  ],
  [
    "a start by silence",
    `${HEADER}\nAsk,Desk,,,2 days,,,,\nOver,Desk,No answer to Ask,,,,lost,,\nDone,Desk,after Ask,,,,won,,\n`,
    [
      '3 Starts when: "No answer to Ask" is said at "Ask": a time in "No answer within", and this step in "Then"',
    ],
  ],
  [
    "a step below answers that says not which",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nDone,Desk,,,,,won,,\n`,
    ['3 Starts when: the step above has answers; write which of them starts "Done", such as "Yes to Ask"'],
  ],
  [
    "a step below an end that says not what starts it",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nOver,Desk,No to Ask,,,,lost,,\nDone,Desk,,,,,won,,\n`,
    [
      '4 Starts when: the step above is an end; write what starts "Done": "after <step>" or "<answer> to <step>"',
    ],
  ],
  [
    "a step after one with answers",
    `${HEADER}\nAsk,Desk,,"Yes, No: cancelled",,,,,\nDone,Desk,after Ask; Yes to Ask,,,,won,,\n`,
    ['3 Starts when: "Ask" has answers; write "Yes to Ask" or "No to Ask"'],
  ],
  [
    "an answer that nothing follows",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nDone,Desk,Yes to Ask,,,,won,,\n`,
    ['2 Answers: nothing follows the answer "No"; let a step start at "No to Ask", or write "No: cancelled"'],
  ],
  [
    "an answer that stands twice",
    `${HEADER}\nAsk,Desk,,"Yes, yes",,,,,\nDone,Desk,Yes to Ask,,,,won,,\n`,
    ['2 Answers: the answer "yes" stands twice; keep one of them'],
  ],
  [
    "two steps at once",
    `${HEADER}\nAsk,Desk,,,,,,,\nPack,Store,,,,,,,\nBill,Office,after Ask,,,,,,\nDone,Desk,after Pack; after Bill,,,,won,,\n`,
    [
      '4 Starts when: "Pack" starts when "Ask" is done already, and a record is in one place; give "Ask" an answer for each of them',
    ],
  ],
  [
    "two starts",
    `${HEADER}\nAsk,Desk,start,,,,,,\nCall,Desk,start,,,,,,\nDone,Desk,after Ask; after Call,,,,won,,\n`,
    ['3 Starts when: the workflow starts at "Ask" already; write "after <step>" or "<answer> to <step>"'],
  ],
  [
    "no start",
    `${HEADER}\nAsk,Desk,after Done,,,,,,\nDone,Desk,after Ask,,,,won,,\n`,
    ['2 Starts when: no step starts the workflow; write "start" at the first one'],
  ],
  [
    "a way that stops",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nCall,Desk,No to Ask,,,,,,\nDone,Desk,Yes to Ask,,,,won,,\n`,
    ['3 Result: nothing follows "Call"; write won, lost or parked here, or let a step start "after Call"'],
  ],
  [
    "a way out of lost",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nOver,Desk,No to Ask,,,,lost,,\nDone,Desk,Yes to Ask; after Over,,,,won,,\n`,
    ['3 Result: "Over" is lost, so that nothing follows it; take the result away, or what follows'],
  ],
  [
    "a step that no way leads to",
    `${HEADER}\nAsk,Desk,,,,,,,\nDone,Desk,after Ask,,,,won,,\nCall,Desk,after Wait,"Yes, No: cancelled",,,,,\nWait,Store,Yes to Call,,,,,,\n`,
    [
      '4 Starts when: no way leads from "Ask" to "Call"; let it start after a step that is reached',
      '5 Starts when: no way leads from "Ask" to "Wait"; let it start after a step that is reached',
    ],
  ],
  [
    "a circle without a way out",
    `${HEADER}\nAsk,Desk,,"Yes, No",,,,,\nCall,Desk,No to Ask; after Wait,,,,,,\nWait,Store,after Call,,,,,,\nDone,Desk,Yes to Ask,,,,won,,\n`,
    ['3 Starts when: a record goes round in "Call", "Wait" and never ends; let an answer lead out of it'],
  ],
  [
    "first answers that lead back",
    `${HEADER}\nAsk,Desk,start; No to Check,,,,,,\nCheck,Store,after Ask,"No, Yes",,,,,\nDone,Desk,Yes to Check,,,,won,,\n`,
    ['3 Answers: the first answers lead from "Check" back to "Ask"; put the answer that leads on first'],
  ],
  [
    "first answers that lead to lost",
    `${HEADER}\nAsk,Desk,,"No, Yes",,,,,\nOver,Desk,No to Ask,,,,lost,,\nDone,Desk,Yes to Ask,,,,won,,\n`,
    [
      '3 Result: the first answers lead to "Over" and not to a won end; in "Answers" put the one that leads to won first',
    ],
  ],
  [
    "no won end",
    `${HEADER}\nAsk,Desk,,,,,,,\nOver,Desk,,,,,lost,,\n`,
    ["3 Result: no step is the won end; write won at the step with which the work has succeeded"],
  ],
  [
    "open work after won",
    `${HEADER}\nAsk,Desk,,,,,won,,\nThank,Store,,,,,,,\nDone,Desk,,,,,won,,\n`,
    ['3 Result: "Thank" follows "Ask", which is won; write won here as well, or take it away there'],
  ],
])("%s is a problem at its line and column, with what would be right", (_what, csv, problems) => {
  expect(problemsOfCsv(csv)).toEqual(problems);
});
