// What the form of a new record asks for, and what can wait.

import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import {
  type FormField,
  newRecordForm,
  type RecordForm,
} from "../../../../shared/report/views/record-form.ts";
import { fixtures } from "../../../fixtures.ts";

function salesForm(): RecordForm {
  const pipeline = templates.find(({ key }) => key === "sales")?.pipeline;
  if (pipeline === undefined) throw new Error("there is no sales pipeline");
  const boards = [{ id: "sales", tab: "Sales", pipeline: pipeline.id }];
  return newRecordForm({ ...fixtures.book, boards, pipelines: [pipeline] }, "Sales");
}

function namesOf(fields: readonly FormField[]): readonly string[] {
  return fields.map(({ name }) => name);
}

test("what the first two stages ask for comes early, with the owner; the rest can wait", () => {
  expect(namesOf(salesForm().fields.filter(({ early }) => early))).toEqual([
    ...["Name", "Owner", "Company", "E-mail", "Phone", "Social account", "Company news", "Company news on"],
    ...["Social update", "Social update on"],
  ]);
});

test("where any one of several fields will do, none is needed alone and each names the others", () => {
  const { fields } = salesForm();
  expect(namesOf(fields.filter(({ needed }) => needed))).toEqual(["Name"]);
  expect(fields.find(({ name }) => name === "E-mail")?.orElse).toEqual(["Phone", "Social account"]);
});

test("a form of a few fields is shown whole", () => {
  expect(newRecordForm(fixtures.book, "Deals").fields.every(({ early }) => early)).toBe(true);
});
