// The part of a file that says what lies over the cells of a tab. Ours in it are known by their names; all others (charts,
// pictures, text boxes of people) stay the text that they were, and ours come behind them.

import { attributesOf, childrenOf, outerText, rootOf, type Splice, spliced } from "../xml-element.ts";
import { escapeAttribute } from "../xml-text.ts";

/** A chart as it lies over the cells. */
export interface AnchoredChart {
  readonly key: string;
  /** Of a chart that is not ours. @default the name that tells its key */
  readonly name?: string;
  /** Of the part that is the chart. */
  readonly relationId: string;
  readonly altText: string;
  /** Both from 0. */
  readonly row: number;
  readonly column: number;
  /** Pixels between its corner and that of its cell. @default a few */
  readonly offset?: { readonly x: number; readonly y: number };
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** A chart of ours as it lies there now. */
export interface PresentChart {
  readonly key: string;
  readonly relationId: string;
  /** The text that says where. */
  readonly anchor: string;
}

const NAME = "Stageline chart ";
const EMU_OF_PIXEL = 9525;
const OFFSET_PIXELS = 4;

/** The part without anything in it. */
export const emptyDrawing =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>';

/** The charts of ours in the part. */
export function presentCharts(text: string): readonly PresentChart[] {
  return anchorsOf(text).flatMap(({ text: anchor, key }) => {
    const relationId = /<(?:\w+:)?chart\s[^>]*?\br:id\s*=\s*["']([^"']+)["']/.exec(anchor)?.[1];
    return key === undefined || relationId === undefined ? [] : [{ key, relationId, anchor }];
  });
}

/** The text of the part with these charts of ours and no others. */
export function withCharts(text: string, charts: readonly AnchoredChart[]): string {
  const anchors = anchorsOf(text);
  const removed = anchors.flatMap(({ start, end, key }): readonly Splice[] =>
    key === undefined ? [] : [{ start, end, text: "" }],
  );
  const others = spliced(text, removed);
  const ids = [...others.matchAll(/<(?:\w+:)?cNvPr\s[^>]*?\bid\s*=\s*["'](\d+)["']/g)];
  const first = Math.max(1, ...ids.map(([, id]) => Number(id))) + 1;
  const added = charts.map((chart, index) => anchorText(chart, first + index)).join("");
  const root = rootOf(others);
  if (root === undefined || added === "") return others;
  const whole = outerText(others, root);
  if (whole.endsWith("/>")) {
    const name = /^<([^\s/>]+)/.exec(whole)?.[1] ?? "";
    return `${others.slice(0, root.start)}${whole.slice(0, -2)}>${added}</${name}>${others.slice(root.end)}`;
  }
  return spliced(others, [{ start: root.closeStart, end: root.closeStart, text: added }]);
}

function anchorsOf(text: string) {
  const root = rootOf(text);
  if (root === undefined) return [];
  return childrenOf(text, root).map((element) => {
    const anchor = outerText(text, element);
    return { start: element.start, end: element.end, text: anchor, key: keyOf(anchor) };
  });
}

function keyOf(anchor: string): string | undefined {
  const properties = /<(?:\w+:)?cNvPr\s[^>]*>/.exec(anchor)?.[0];
  if (properties === undefined || !/<(?:\w+:)?graphicFrame\b/.test(anchor)) return undefined;
  const element = rootOf(properties.endsWith("/>") ? properties : `${properties.slice(0, -1)}/>`);
  const own = properties.endsWith("/>") ? properties : `${properties.slice(0, -1)}/>`;
  const name = element === undefined ? "" : (attributesOf(own, element).get("name") ?? "");
  return name.startsWith(NAME) ? name.slice(NAME.length) : undefined;
}

function anchorText(chart: AnchoredChart, id: number): string {
  const { x, y } = chart.offset ?? { x: OFFSET_PIXELS, y: OFFSET_PIXELS };
  const [across, down] = [x * EMU_OF_PIXEL, y * EMU_OF_PIXEL];
  const size = `cx="${chart.widthPixels * EMU_OF_PIXEL}" cy="${chart.heightPixels * EMU_OF_PIXEL}"`;
  const from = `<xdr:from><xdr:col>${chart.column}</xdr:col><xdr:colOff>${across}</xdr:colOff><xdr:row>${chart.row}</xdr:row><xdr:rowOff>${down}</xdr:rowOff></xdr:from>`;
  const about = `id="${id}" name="${escapeAttribute(chart.name ?? NAME + chart.key)}" descr="${escapeAttribute(chart.altText)}"`;
  const link =
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart ' +
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${chart.relationId}"/></a:graphicData></a:graphic>`;
  return (
    '<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
    `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${from}<xdr:ext ${size}/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${about}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>${link}</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  );
}
