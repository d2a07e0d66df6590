// One telling of a story for both hosts: a real .xlsx file, on which LibreOffice types and the built command syncs, and a
// Google spreadsheet with the built add-on in it. A story is told with `Story` alone, and so holds on either:
//
//   describe.each(hosts)("orders in %s", (_, begin) => {
//     let orders: Story;
//     beforeAll(async () => { orders = await begin({ tab: "Orders", templates: ["orders"], at: "2026-01-05T08:00", people: ["Cleo"] }) });
//     test("…", async () => {
//       orders.type([memberOf("Cleo", "Customer Service")], "Team");
//       orders.type([{ Name: "Lamp", Product: "Lamp" }]);
//       expect(await orders.sync({ at: "2026-01-05T09:00", as: "Cleo" })).toEqual([]);
//
// What hands do (type, edit, copy, delete, sort) waits for the next `sync`, and happens at its time. In the sheet each is
// an edit with its events, one cell after the other: whoever moves a record fills in what the stage needs first, so in
// `edit` the Stage comes last, and a Log note before its Log. A `sync` is one hour's look, and sends what is due. Nothing
// happens between two of them: so an outage is a day without a `sync`. Nobody's name is known to a sheet for what is typed,
// so in a history names stand beside acts of `run` and of rules only. A digest is made at the first look of its day from
// eight on: whoever holds it against words looks once before hands do anything, at five past. Of several boards the
// story's own is meant, unless `run` is told which by `on`, and hands and eyes by a tab.

import { beginInFile } from "./file-host.ts";
import type { TypedRow } from "./hands.ts";
import { beginInSheet } from "./sheet-host.ts";
import { type Beginning, emailOf, type Story } from "./told-story.ts";

export type { Beginning, Story, Turn } from "./told-story.ts";

/** For `describe.each`. */
export const hosts: readonly (readonly [host: string, begin: (plan: Beginning) => Promise<Story>])[] = [
  ["an .xlsx file", beginInFile],
  ["a sheet with the add-on", beginInSheet],
];

/** A row of Team. The address is the account by which a sheet knows the person. */
export function memberOf(name: string, ...roles: readonly string[]): TypedRow {
  return { Person: name, Roles: roles.join(", "), "E-mail": emailOf(name) };
}
