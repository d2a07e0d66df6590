// The charts of a tab put into the file: a part for each, the part that lays them over the cells, and what ties them
// together. A chart whose key is there already takes the place of the old one; ours that are no longer wanted go.

import { columnLetters } from "../../../shared/table/cell.ts";
import type { Chart } from "../../../shared/table/chart.ts";
import type { BookDraft } from "../book-draft.ts";
import { quotedTab } from "../marks.ts";
import { partText } from "../package.ts";
import {
  emptyRelationships,
  relationshipsOf,
  relationshipsPart,
  withContentType,
  withoutContentType,
  withoutRelationship,
  withRelationship,
} from "../part-links.ts";
import { columnFor, type SheetDraft, valueAt } from "../sheet-draft.ts";
import { frameElements, withFrameElements } from "../sheet-frame.ts";
import { rootOf } from "../xml-element.ts";
import { chartPart } from "./chart-part.ts";
import { type AnchoredChart, emptyDrawing, presentCharts, withCharts } from "./drawing-part.ts";

/** A tab with its charts: its own text, and the parts that changed; `undefined` for those that go. */
export interface ChartedTab {
  readonly text: string;
  readonly parts: ReadonlyMap<string, string | undefined>;
}

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
/** Rows above the first that a chart counts. */
const HEADER_ROWS = 1;

/** The tab with these charts of ours and no others. */
export function chartedTab(
  draft: BookDraft,
  { sheet, text }: { readonly sheet: SheetDraft; readonly text: string },
  charts: readonly Chart[],
): ChartedTab {
  const { package: pack } = draft.book;
  const parts = new Map<string, string | undefined>();
  const sheetLinks = relationshipsPart(sheet.partName);
  const links = partText(pack, sheetLinks) ?? emptyRelationships;
  const known = relationshipsOf(sheet.partName, links).find(({ kind }) => kind === "drawing")?.target;
  if (known === undefined && charts.length === 0) return { text, parts };
  const drawing = known ?? freePart(draft, "xl/drawings/drawing");
  let tabText = text;
  if (known === undefined) {
    const linked = withRelationship(links, "drawing", drawing);
    parts.set(sheetLinks, linked.text);
    draft.contentTypesText = withContentType(draft.contentTypesText, drawing, DRAWING_TYPE);
    tabText = withDrawing(text, linked.id);
  }
  putCharts(draft, parts, { sheet, drawing, charts });
  return { text: tabText, parts };
}

function putCharts(
  draft: BookDraft,
  parts: Map<string, string | undefined>,
  to: { readonly sheet: SheetDraft; readonly drawing: string; readonly charts: readonly Chart[] },
): void {
  const { package: pack } = draft.book;
  const { sheet, drawing, charts } = to;
  const linksPart = relationshipsPart(drawing);
  const drawingText = partText(pack, drawing) ?? emptyDrawing;
  let links = partText(pack, linksPart) ?? emptyRelationships;
  const targets = new Map(relationshipsOf(drawing, links).map(({ id, target }) => [id, target]));
  const present = new Map(presentCharts(drawingText).map(({ key, relationId }) => [key, relationId]));
  const anchored = charts.map((chart): AnchoredChart => {
    let relationId = present.get(chart.key);
    let part = targets.get(relationId ?? "");
    present.delete(chart.key);
    if (relationId === undefined || part === undefined) {
      part = freePart(draft, "xl/charts/chart", parts);
      const linked = withRelationship(links, "chart", part);
      [links, relationId] = [linked.text, linked.id];
      draft.contentTypesText = withContentType(draft.contentTypesText, part, CHART_TYPE);
    }
    parts.set(part, chartText(sheet, chart));
    const { key, altText, anchor, widthPixels, heightPixels } = chart;
    const place = { row: anchor.row + HEADER_ROWS, column: columnFor(sheet, anchor.column) };
    return { key, altText, relationId, ...place, widthPixels, heightPixels };
  });
  for (const relationId of present.values()) {
    const part = targets.get(relationId);
    links = withoutRelationship(links, relationId);
    if (part === undefined) continue;
    parts.set(part, undefined);
    parts.set(relationshipsPart(part), undefined);
    draft.contentTypesText = withoutContentType(draft.contentTypesText, part);
  }
  parts.set(linksPart, links);
  parts.set(drawing, withCharts(drawingText, anchored));
}

function chartText(sheet: SheetDraft, chart: Chart): string {
  const rowOf = (row: number) => row + HEADER_ROWS + 1;
  return chartPart({
    chart,
    reference: (column, first, last) => {
      const letters = columnLetters(columnFor(sheet, column));
      const end = first === last ? "" : `:$${letters}$${rowOf(last)}`;
      return `${quotedTab(sheet.name)}!$${letters}$${rowOf(first)}${end}`;
    },
    valueAt: (column, row) => valueAt(sheet, rowOf(row), columnFor(sheet, column)),
  });
}

function withDrawing(text: string, relationId: string): string {
  if (frameElements(text, "drawing").length > 0) return text;
  const prefix = rootOf(text)?.prefix ?? "";
  const namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return withFrameElements(text, "drawing", `<${prefix}drawing ${namespace} r:id="${relationId}"/>`);
}

function freePart(
  { book }: BookDraft,
  stem: string,
  planned: ReadonlyMap<string, unknown> = new Map(),
): string {
  const taken = new Set([...book.package.parts.keys(), ...planned.keys()].map((name) => name.toLowerCase()));
  let count = 1;
  while (taken.has(`${stem}${count}.xml`)) count += 1;
  return `${stem}${count}.xml`;
}
