// Advice on roles, people, owners, and on the columns of many records.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNearName, nearNameIn } from "../../../../shared/engine/advice/near-names.ts";
import type { World } from "../../../world.ts";
import { adviceOn, jobs } from "./advised.ts";

const ada = { id: "ada", name: "Ada", email: "ada@example.org", roles: ["Accounts"] };
const bob = { id: "bob", name: "Bob", email: "bob@example.org", roles: [] };
const locked = [{ name: "Ask" }, { name: "Done", kind: "won" as const, mayEnter: ["Store"] }];

describe("a role", () => {
  test("that nobody has locks the stage that asks for it", () => {
    expect(adviceOn({ pipeline: jobs({ stages: locked }), team: [ada] })).toEqual([
      'Stages!J3: nobody may move a job to "Done": nobody in Team has the role "Store"; give it to somebody, or empty the cell',
    ]);
  });

  test("of an empty Team, or of one that only names people, is everybody's", () => {
    expect(adviceOn({ pipeline: jobs({ stages: locked }) })).toEqual([]);
    expect(adviceOn({ pipeline: jobs({ stages: locked }), team: [bob] })).toEqual([]);
  });

  test("that nobody has is told once, at the first cell that names it, with the one that may be meant", () => {
    const pipeline = jobs({
      stages: [
        { name: "Ask", role: "Acounts" },
        { name: "Done", kind: "won", role: "Ada or Accounts" },
      ],
      rules: [{ name: "Tell", when: "enters Done", does: "notify Acounts; remind Ada: look" }],
    });
    expect(adviceOn({ pipeline, team: [ada] })).toEqual([
      'Stages!G2: nobody in Team has the role "Acounts", which 1 more cell names; "Accounts" may be meant',
      'Stages!G3: nobody in Team has the role "Ada", which 1 more cell names; give it to somebody there',
    ]);
  });

  test("that is a slip away from one that more cells name may be that one", () => {
    const stages = [
      { name: "Ask", role: "Store" },
      { name: "Do", role: "Stroe" },
      { name: "Done", kind: "won" as const, role: "Store" },
    ];
    expect(adviceOn({ pipeline: jobs({ stages }) })).toEqual([
      'Stages!G3: the role "Stroe" may be meant as "Store", which 2 other cells name',
    ]);
  });
});

describe("a person of the team", () => {
  const stages = [
    { name: "Ask", role: "Accounts" },
    { name: "Done", kind: "won" as const },
  ];

  test("without a role is told where others have one", () => {
    expect(adviceOn({ pipeline: jobs({ stages }), team: [ada, bob] })).toEqual([
      'Team!C3: "Bob" has no role, while others have one: no role is theirs to work for or to move records by; write one in Roles',
    ]);
  });

  test("without an address is told where rules write to owners or to the role", () => {
    const team = [
      { id: "ada", name: "Ada", roles: ["Accounts"] },
      { id: "cy", name: "Cy", roles: ["Store"] },
    ];
    const told = (rule: string) =>
      adviceOn({ pipeline: jobs({ rules: [{ name: "Tell", when: "Call logged", does: rule }] }), team });
    const rest = "no e-mail address, so reminders and notices cannot be mailed to them; write it in E-mail";
    expect(told("remind owner: look")).toEqual([`Team!B2: "Ada", "Cy" have ${rest}`]);
    expect(told("notify Store")).toEqual([`Team!B3: "Cy" has ${rest}`]);
    expect(told("move to Done")).toEqual([]);
  });
});

describe("an owner", () => {
  const pipeline = jobs({});

  test("who is missing from an open record is told with the records that nobody has", () => {
    const rows = [
      { Name: "one", Owner: "Ada" },
      { Name: "two" },
      { Name: "three", Stage: "Do" },
      { Name: "four", Stage: "Done" },
    ];
    expect(adviceOn({ pipeline, rows, team: [ada] })).toEqual([
      'Jobs!C3: 2 open jobs have no owner: "two", "three"; nobody is reminded of them',
    ]);
  });

  test("is missed on no board on which nobody owns anything", () => {
    expect(adviceOn({ pipeline, rows: [{ Name: "one" }, { Name: "two" }] })).toEqual([]);
  });

  test("whom Team does not know is told once, with the person who may be meant", () => {
    const rows = [
      { Name: "one", Owner: "Adda" },
      { Name: "two", Owner: "Zoe" },
      { Name: "three", Owner: "ZOE " },
      { Name: "four", Owner: "ada@example.org" },
    ];
    expect(adviceOn({ pipeline, rows, team: [{ ...ada, name: "Adela" }] })).toEqual([
      'Jobs!C2: owner "Adda" is not in Team; add the name there',
      'Jobs!C3: owner "Zoe" is not in Team, in 2 rows; add the name there',
    ]);
    expect(adviceOn({ pipeline, rows: rows.slice(0, 1), team: [{ ...ada, name: "Addas" }] })).toEqual([
      'Jobs!C2: owner "Adda" is not in Team; "Addas" may be meant',
    ]);
  });
});

describe("in more than 50 records", () => {
  const fields = [
    { name: "Size", type: "choice", options: ["Small", "Big", "Huge"] },
    { name: "Colour", type: "text" },
    { name: "Weight", type: "number" },
    { name: "Do not contact", type: "yes/no" },
    { name: "Signed", type: "yes/no" },
  ] as const;
  const stages = [{ name: "Ask" }, { name: "Done", kind: "won" as const, needs: "Signed is yes" }];
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, number) => ({
      Name: `job ${number}`,
      Size: number % 2 ? "Big" : "small",
    }));

  test("columns that are always empty, and choices that nobody made, could go", () => {
    expect(adviceOn({ pipeline: jobs({ stages, fields }), rows: rowsOf(51) })).toEqual([
      'Fields!B3: "Colour", "Weight" are empty in all 51 jobs; leave out what nobody needs',
      'Fields!D2: nobody picked "Huge" for "Size" in 51 jobs; leave out what nobody needs',
    ]);
  });

  test("but not what was added after them", () => {
    const later = (world: World) => {
      world.add({ Pipeline: "Jobs", Field: "Depth", Type: "text" }, "Fields");
      world.edit("Size", { Choices: "Small, Big, Huge, Vast" }, "Fields");
    };
    expect(adviceOn({ pipeline: jobs({ stages, fields }), rows: rowsOf(51), later })).toEqual([
      'Fields!B3: "Colour", "Weight" are empty in all 51 jobs; leave out what nobody needs',
      'Fields!D2: nobody picked "Huge" for "Size" in 51 jobs; leave out what nobody needs',
    ]);
  });

  test("but not in 50", () => {
    expect(adviceOn({ pipeline: jobs({ stages, fields }), rows: rowsOf(50) })).toEqual([]);
  });
});

describe("names that are nearly alike", () => {
  test.each([
    ["Acounts", "Accounts"],
    ["Accoutns", "Accounts"],
    ["Accounts", "Accountz"],
    ["Stores", "store"],
  ])("%s and %s are one slip apart", (one, other) => {
    expect(isNearName(one, other)).toBe(true);
  });

  test.each([
    ["Store", "store"],
    ["Call 1", "Call 2"],
    ["Call 1", "Call 12"],
    ["Call 12", "Call 21"],
    ["Fit", "Fix"],
    ["Accounts", "Acount"],
    ["", "a"],
  ])("%s and %s are not", (one, other) => {
    expect(isNearName(one, other)).toBe(false);
  });

  test("being near goes both ways", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "1"), maxLength: 6 });
    fc.assert(fc.property(name, name, (one, other) => isNearName(one, other) === isNearName(other, one)));
  });

  test("a name that two others are near to means neither", () => {
    expect(nearNameIn(["Store A", "Store B"], "Store C")).toBeUndefined();
    expect(nearNameIn(["Store A", "Depot"], "Store C")).toBe("Store A");
  });
});
