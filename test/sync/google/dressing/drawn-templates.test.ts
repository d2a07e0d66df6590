// A book that is laid out through the Sheets API looks like the one that the add-on lays out, in each of the built-in
// pipelines; and laying it out again sends nothing.

import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { emptyDefinition, newBoards } from "../../../../shared/engine/setup/new-boards.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { bookInGoogle } from "../../../stores/google-store.ts";
import { drawnThroughApi } from "./drawn-books.ts";
import { seenSpreadsheet } from "./seen-spreadsheet.ts";

const now = parseMoment("2026-11-20T09:30:00+01:00");

test.each(templates.map(({ key, pipeline }) => ({ key, pipeline })))(
  "$key is drawn through the API as the add-on draws it, and once",
  async ({ pipeline }) => {
    const boards = [{ tab: pipeline.name, pipeline }];
    const { changes } = newBoards([], emptyDefinition({ zone: "Europe/Amsterdam", practice: false }), {
      boards,
      now,
    });
    const again = changes.filter(({ kind }) => kind === "layOut");
    const { state, sent } = await drawnThroughApi([changes, again]);
    expect(seenSpreadsheet(state)).toEqual(seenSpreadsheet(bookInGoogle([changes]).state()));
    expect(sent[1]).toEqual([]);
  },
);
