// Text as it stands in the XML of a workbook, both ways. A cell may hold characters that XML 1.0 has no way
// to write; spreadsheets write them as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), so a text that happens to
// look like that is written with its underscore escaped, or it would come back as another text.

// Said by what may be written, because the others cannot be named in a readable way.
const NEEDS_CELL_ESCAPE = /[&<>_]|[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;
const UNWRITABLE =
  /[^\t\n\u0020-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITY = /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text of a cell as it is written inside `<t>`. */
export function encodeCellText(value: string): string {
  if (!NEEDS_CELL_ESCAPE.test(value)) return value;
  return escapeText(value.replace(/_(?=x[0-9A-Fa-f]{4})/g, "_x005F_").replace(UNWRITABLE, hexEscape));
}

/** The text that stands inside `<t>` or `<v>`. */
export function decodeCellText(raw: string): string {
  const text = decodeText(raw);
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Plain XML text or an attribute's value: entities, CDATA and line ends resolved. */
export function decodeText(raw: string): string {
  const plain = raw.includes("<!") ? withoutSections(raw) : raw;
  const lines = plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
  return lines.includes("&") ? lines.replace(ENTITY, decodeEntity) : lines;
}

export function escapeText(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** For an attribute in double quotes; unwritable characters in the form that spreadsheets read back. */
export function escapeAttribute(value: string): string {
  return escapeText(value.replace(/_(?=x[0-9A-Fa-f]{4})/g, "_x005F_").replace(UNWRITABLE, hexEscape))
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "&#10;")
    .replace(/\t/g, "&#9;");
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

function decodeEntity(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? entity;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

function withoutSections(raw: string): string {
  return raw
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => escapeText(inner));
}
