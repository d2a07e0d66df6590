// Which records look like one, and which only seem to.

import { expect, test } from "vitest";
import { readBoard } from "../../../../shared/board/board-row.ts";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { nameField } from "../../../../shared/definition/standard-field.ts";
import { prospecting } from "../../../../shared/definition/templates/prospecting.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { doubleRecords } from "../../../../shared/engine/duplicates/double-records.ts";
import { openWorld, type Typed, type World } from "../../../world.ts";

const contacts = pipelineFromPlan({
  name: "Contacts",
  noun: "contact",
  stages: [{ name: "Lead" }, { name: "Won", kind: "won" }],
  fields: [
    { name: "Company", type: "text" },
    { name: "E-mail", type: "e-mail" },
    { name: "Phone", type: "phone" },
    { name: "Number", type: "text", unique: true },
    { name: "Event on", type: "day" },
  ],
});

function worldWith(...rows: readonly Typed[]): World {
  const world = openWorld({ boards: { Contacts: contacts } });
  world.add(rows);
  world.run();
  return world;
}

function doubles(world: World): readonly string[] {
  const { definition } = world.look();
  const readings = definition.boards.flatMap((board) => {
    const reading = readBoard(definition, board, world.table(board.tab));
    return reading === undefined ? [] : [reading];
  });
  return doubleRecords(definition, readings, { entriesOf: () => world.log() }).map(
    ({ one, other, reasons }) => `${one.row.name} = ${other.row.name}: ${reasons.join(", ")}`,
  );
}

test("an e-mail address in another spelling is the same", () => {
  const world = worldWith(
    { Name: "Ada", "E-mail": "ada@example.org" },
    { Name: "A. Lovelace", "E-mail": "ADA@Example.org" },
  );
  expect(doubles(world)).toEqual(['Ada = A. Lovelace: the same E-mail "ada@example.org"']);
});

test("so is a phone number with its country, and one with two zeros before it", () => {
  const world = worldWith(
    { Name: "Ada", Phone: "+31 6 1234-5678" },
    { Name: "Bob", Phone: "0031 (0)612345678" },
  );
  expect(doubles(world)).toEqual(['Ada = Bob: the same Phone "+31 6 1234-5678"']);
});

test("two people of other names and addresses may sit at one telephone", () => {
  const at = (name: string, mail: string) => ({ Name: name, Phone: "0612345678", "E-mail": mail });
  expect(doubles(worldWith(at("Ada Byron", "ada@example.org"), at("Bob Ray", "bob@example.org")))).toEqual(
    [],
  );
  expect(doubles(worldWith(at("Ada Byron", "ada@example.org"), at("Ada", "a@example.com")))).toEqual([
    'Ada Byron = Ada: the same Phone "0612345678"',
  ]);
});

test("names are compared without case, accents and legal form", () => {
  expect(doubles(worldWith({ Name: "Müller GmbH" }, { Name: "MULLER" }))).toEqual([
    "Müller GmbH = MULLER: the same name",
  ]);
});

test("a company has many people; beside it, names that a slip tells apart are asked about", () => {
  const world = worldWith(
    { Name: "Ada Byron", Company: "Acme Ltd" },
    { Name: "Bob", Company: "ACME" },
    { Name: "Ada Byrn", Company: "Acme" },
  );
  expect(doubles(world)).toEqual(["Ada Byron = Ada Byrn: the same company and nearly the same name"]);
});

test("what is told apart by a number of its own is two, and so are two events of one name", () => {
  expect(doubles(worldWith({ Name: "Ada", Number: "1" }, { Name: "Ada", Number: "2" }))).toEqual([]);
  const days = [{ serial: 46350 }, { serial: 46351 }, { serial: 46351 }];
  const world = worldWith(...days.map((day) => ({ Name: "Jazz night", "Event on": day })));
  expect(doubles(world)).toEqual(["Jazz night = Jazz night: the same name"]);
});

test("what is numbered to be two is two", () => {
  const mail = { "E-mail": "ada@example.org" };
  expect(doubles(worldWith({ Name: "Order 17", ...mail }, { Name: "Order 18", ...mail }))).toEqual([]);
});

test("what was made from another on purpose is not asked about", () => {
  const world = worldWith({ Name: "Ada", "E-mail": "ada@example.org" });
  world.edit("Ada", { Log: "New contact from this", "Log note": "Ada" });
  world.run();
  expect(world.names()).toEqual(["Ada", "Ada"]);
  expect(doubles(world)).toEqual([]);
});

test("two that name the same third one are strangers all the same", () => {
  const world = openWorld({
    boards: {
      Contacts: {
        ...contacts,
        fields: [...contacts.fields, { ...nameField, id: "by", name: "Referred by", type: "record link" }],
      },
    },
  });
  world.add([{ Name: "Bob" }, { Name: "Ada", "Referred by": "Bob" }, { Name: "ada", "Referred by": "Bob" }]);
  world.run();
  expect(doubles(world)).toEqual(["Ada = ada: the same name"]);
});

test("what many share tells nobody apart", () => {
  const people = Array.from({ length: 14 }, (_, index) => ({
    Name: `${"abcdefghijklmn".charAt(index)} person`,
    "E-mail": index < 7 ? "info@example.org" : `p${index}@example.org`,
  }));
  expect(doubles(worldWith(...people))).toEqual([]);
});

test("boards whose records are called alike are looked at together, others are not", () => {
  const other = (noun: string): Pipeline => ({ ...contacts, name: "Others", noun });
  const pairsWith = (noun: string) => {
    const world = openWorld({ boards: { Contacts: contacts, Others: other(noun) } });
    world.add({ Name: "Ada", "E-mail": "ada@example.org" });
    world.add({ Name: "Ada L", "E-mail": "ada@example.org" }, "Others");
    world.run();
    return doubles(world);
  };
  expect(pairsWith("contact")).toEqual(['Ada = Ada L: the same E-mail "ada@example.org"']);
  expect(pairsWith("order")).toEqual([]);
});

test("what stands already where seconds are kept is not asked about", () => {
  const world = openWorld({ boards: { Accounts: pipelineFromPlan({ ...prospecting, rules: [] }) } });
  world.add([{ Name: "Kilo" }, { Name: "Kilo Ltd", Stage: "Duplicate Account", "Duplicate of": "Kilo" }]);
  world.run();
  expect(doubles(world)).toEqual([]);
});
