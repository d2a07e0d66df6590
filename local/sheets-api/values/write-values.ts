// `values.update` and its like. A batch is written as a whole or not at all; an answer shows the values as they stand once
// every formula is called.

import type { GridRange } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { placed } from "../api-error.ts";
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
  const updates = objectsIn(body["data"]).flatMap((data, index) => {
    const sent = sentValues(data, `data[${index}]`);
    return [{ sent, told: sent.range ?? "", place: `data[${index}]`, by: data }];
  });
  const { state: next, done } = withUpdates(state, updates, body);
  const answer = (after: Spreadsheet) => ({
    spreadsheetId: state.id,
    ...totals(done),
    responses: done.map((one) => updateAnswer(after, one, one.rendering)),
  });
  return { state: next, answer };
}

export function batchUpdateValuesByFilter({ state, body }: Asked): Served {
  const updates = objectsIn(body["data"]).flatMap((data, index) => {
    const [sent, place] = [sentValues(data, `data[${index}]`), `data[${index}]`];
    const ranges = placed(place, () => rangesOfFilter(state, objectOf(data["dataFilter"])));
    return ranges.map((range) => ({ sent, told: rangeText(state, range), place, by: data }));
  });
  const { state: next, done } = withUpdates(state, updates, body);
  const answer = (after: Spreadsheet) => ({
    spreadsheetId: state.id,
    ...totals(done),
    responses: done.map((one) => {
      const { spreadsheetId, ...told } = updateAnswer(after, one, one.rendering);
      return { ...told, dataFilter: one.by["dataFilter"] };
    }),
  });
  return { state: next, answer };
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

interface PlacedUpdate extends Update {
  /** Where it stands in the request: "data[0]". */
  readonly place: string;
  readonly by: Readonly<Record<string, unknown>>;
}

function withUpdates(
  state: Spreadsheet,
  updates: readonly PlacedUpdate[],
  body: Readonly<Record<string, unknown>>,
) {
  const input = valueInputOf(body["valueInputOption"]);
  let present = state;
  const done = updates.map((update) => {
    const one = placed(update.place, () => updated(present, update, input));
    present = one.state;
    return { ...one, by: update.by, rendering: includedRendering(body, update.by) };
  });
  return { state: present, done };
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
