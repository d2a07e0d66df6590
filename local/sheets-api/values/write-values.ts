// `values.update` and its like. A batch is written as a whole or not at all; an answer shows the values as they stand once
// every formula is called.

import type { GridRange } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { rangesOfFilter } from "../data-filter.ts";
import { rangeFromText, rangeText } from "../range-text.ts";
import type { Asked, Served } from "../server/asked.ts";
import { type Rendering, valueRange } from "./rendered-values.ts";
import { objectOf, objectsIn, type SentValues, sentValues } from "./sent-values.ts";
import { dimensionOf, isYes, renderingOf, type ValueInput, valueInputOf } from "./value-options.ts";
import { type UpdateCounts, withValues } from "./written-values.ts";

export function updateValues({ state, params, options, body }: Asked): Served {
  const input = valueInputOf(options["valueInputOption"]);
  const sent = sentValues(body, "data");
  const update = { sent, told: params["range"] ?? "" };
  const done = updated(state, update, input);
  const rendering = includedRendering(options, body);
  return { state: done.state, answer: (after) => updateAnswer(after, done, rendering) };
}

export function batchUpdateValues({ state, body }: Asked): Served {
  const input = valueInputOf(body["valueInputOption"]);
  const updates = objectsIn(body["data"]).map((data, index) => {
    const sent = sentValues(data, `data[${index}]`);
    return { sent, told: sent.range ?? "", by: data };
  });
  return batchUpdated(state, updates, { input, body });
}

export function batchUpdateValuesByFilter({ state, body }: Asked): Served {
  const input = valueInputOf(body["valueInputOption"]);
  const updates = objectsIn(body["data"]).flatMap((data, index) => {
    const sent = sentValues(data, `data[${index}]`);
    const ranges = rangesOfFilter(state, objectOf(data["dataFilter"]));
    return ranges.map((range) => ({ sent, told: rangeText(state, range), by: data }));
  });
  return batchUpdated(state, updates, { input, body });
}

interface Update {
  readonly sent: SentValues;
  /** The range, as the request has it. */
  readonly told: string;
}

export interface Updated {
  readonly state: Spreadsheet;
  readonly asked: GridRange;
  readonly covered: GridRange;
  readonly counts: UpdateCounts;
}

function updated(state: Spreadsheet, { sent, told }: Update, input: ValueInput): Updated {
  const asked = rangeFromText(state, told);
  return { ...withValues(state, { range: asked, rows: sent.rows, input }, told), asked };
}

function batchUpdated(
  state: Spreadsheet,
  updates: readonly (Update & { readonly by: Readonly<Record<string, unknown>> })[],
  { input, body }: { readonly input: ValueInput; readonly body: Readonly<Record<string, unknown>> },
): Served {
  let present = state;
  const done = updates.map((update) => {
    const one = updated(present, update, input);
    present = one.state;
    return { one, rendering: includedRendering(body, update.by), filter: update.by["dataFilter"] };
  });
  return {
    state: present,
    answer: (after) => ({
      spreadsheetId: state.id,
      ...totals(done.map(({ one }) => one)),
      ...(done.length === 0
        ? {}
        : {
            responses: done.map(({ one, rendering, filter }) => ({
              ...updateAnswer(after, one, rendering),
              ...(filter === undefined ? {} : { dataFilter: filter }),
            })),
          }),
    }),
  };
}

/** What an answer says of one update; the values of the whole range that was asked for where they are wanted. */
export function updateAnswer(after: Spreadsheet, update: Updated, rendering: Rendering | undefined) {
  const { asked, covered, counts } = update;
  const isOneCell = asked.rows === 1 && asked.columns === 1;
  return {
    spreadsheetId: after.id,
    updatedRange: rangeText(after, covered),
    ...counts,
    ...(rendering === undefined
      ? {}
      : { updatedData: valueRange(after, isOneCell ? covered : asked, rendering) }),
  };
}

/** How the written values are to be shown in the answer; `undefined` where nobody wants them. */
export function includedRendering(
  told: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
): Rendering | undefined {
  const rendering = { ...renderingOf(told, "response"), by: dimensionOf(data["majorDimension"]) };
  return isYes(told["includeValuesInResponse"]) ? rendering : undefined;
}

function totals(updates: readonly Updated[]) {
  const sum = (count: keyof UpdateCounts) =>
    updates.reduce((total, { counts }) => total + (counts[count] ?? 0), 0);
  const sheets = new Set(
    updates.filter(({ counts }) => counts.updatedCells !== undefined).map(({ covered }) => covered.tab),
  );
  const all = {
    totalUpdatedRows: sum("updatedRows"),
    totalUpdatedColumns: sum("updatedColumns"),
    totalUpdatedCells: sum("updatedCells"),
    totalUpdatedSheets: sheets.size,
  };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
