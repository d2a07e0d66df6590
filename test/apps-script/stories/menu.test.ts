// Every item of the menu, in every kind of sheet: each answers in a sentence, or with its page, and breaks nothing.

import { expect, test } from "vitest";
import { templates } from "../../../shared/definition/templates/templates.ts";
import { openBoard, openSheet, type SheetWorld } from "../sheet-world.ts";

const ITEMS: readonly (readonly string[])[] = [
  ["Open sidebar"],
  ["Board view"],
  ["New board"],
  ["Turn this tab into a board"],
  ["Check this sheet"],
  ["Repair"],
  ["Refresh the Dashboard"],
  ["Undo the last automatic act"],
  ["Hand over all records of a person"],
  ["Invoice of the selected row", "Make, or send out the next part"],
  ["Invoice of the selected row", "Void"],
  ["Set-up tabs", "Show"],
  ["Set-up tabs", "Hide"],
  ["Reminders", "On"],
  ["Reminders", "Take over"],
  ["Reminders", "Off"],
  ["Practice or live", "Live"],
  ["Practice or live", "Practice"],
  ["Help"],
];

// What a person must never read: words of programs, and an ID where a name belongs.
const OF_PROGRAMS = /undefined|null|NaN|\[object|Error:|\bat \w+ \(|\br[0-9a-z]{16}\b/;

/** What an item shows: the texts of its boxes, and a word for each page. */
function shownBy(
  { ada }: SheetWorld,
  item: readonly string[],
  answer: "OK" | "CLOSE" | "NO",
): readonly string[] {
  const [dialogs, pages] = [ada.seen.dialogs.length, ada.seen.pages.length];
  ada.answers.length = 0;
  ada.answers.push(answer, answer, answer);
  ada.menu("Stageline", ...item);
  return [
    ...ada.seen.dialogs.slice(dialogs).map(({ prompt }) => prompt),
    ...ada.seen.pages.slice(pages).map(() => "page"),
  ];
}

function firstBoard({ google, spreadsheet }: SheetWorld): string {
  const shown = google.spreadsheet(spreadsheet).state.tabs.filter(({ isHidden }) => !isHidden);
  return shown.find(({ name }) => !["Sheet1", "Held", "Dashboard"].includes(name))?.name ?? "";
}

test.each(templates.map(({ key }) => key))("on a %s board every item answers in plain words", (template) => {
  const world = openBoard(template);
  world.ada.type(`${firstBoard(world)}!B2`, "Ann");
  for (const item of ITEMS) {
    const shown = shownBy(world, item, "OK").join("\n");
    if (item[0] !== "Set-up tabs") expect(shown, item.join(" > ")).not.toBe("");
    expect(shown).not.toMatch(OF_PROGRAMS);
  }
  expect(world.google.failures()).toEqual([]);
});

test("in a sheet without a board each item says so, or shows its page, and leaves the sheet as it was", () => {
  const world = openSheet();
  world.ada.paste("Sheet1!A1", [
    ["Shopping", "Price"],
    ["Milk", "1.20"],
  ]);
  const before = world.google.spreadsheet(world.spreadsheet).state.tabs;
  for (const item of ITEMS) {
    expect(shownBy(world, item, "OK").join("\n"), item.join(" > ")).toMatch(
      /^page$|^This spreadsheet has no board yet; |^A tab with a Stage column is a board/,
    );
  }
  expect(world.google.spreadsheet(world.spreadsheet).state.tabs).toEqual(before);
});

test("closing every box changes no record and no rule", () => {
  const world = openBoard("orders");
  world.ada.type("Orders!B2", "Ann");
  const before = [world.rows("Orders"), world.rows("Stages"), world.rows("Activity")];
  const harmless = ITEMS.filter(([first]) => first !== "Practice or live");
  for (const item of harmless) shownBy(world, item, "CLOSE");
  expect([world.rows("Orders"), world.rows("Stages"), world.rows("Activity")]).toEqual(before);
});

test("three boards of one pipeline are three pipelines of three names, and no problem", () => {
  const world = openBoard("sales");
  for (const tab of ["Europe", "Asia"]) world.ada.page("pageNewBoard", { template: "sales", tab });
  world.ada.type("Europe!B2", "Ann");
  world.ada.type("Asia!B2", "Ann");
  expect(shownBy(world, ["Check this sheet"], "OK")).toEqual(["No problems"]);
  expect(world.rows("Pipelines").map((row) => row["Pipeline"])).toEqual(["Sales", "Europe", "Asia"]);
  expect(world.rows("Activity").map((row) => row["Board"])).toEqual(["europe", "asia"]);
});
