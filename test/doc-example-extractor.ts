// Finds what the docstrings of a module promise. An example is JavaScript whose result stands behind `//=>`, on its
// last line or alone on the next one; it may span lines, and lines that begin with `const` prepare what follows.
// A docstring covers the export right below it, and exports that follow without a blank line between.

export interface DocExample {
  readonly expression: string;
  /** JavaScript. */
  readonly expected: string;
  /** Statements that stand before it. */
  readonly setup: string;
}

export interface DocumentedExport {
  readonly name: string;
  readonly kind: "function" | "const" | "class" | "type";
  readonly hasDocstring: boolean;
  readonly examples: readonly DocExample[];
}

const EXPORT = /^export (?:declare |abstract |async )*(function|const|let|class|interface|type)\*? +([\w$]+)/;

/** The exports of a module's source, in their order. */
export function documentedExports(source: string): readonly DocumentedExport[] {
  const lines = source.split("\n");
  return lines.flatMap((line, at) => {
    const [, keyword = "", name = ""] = EXPORT.exec(line) ?? [];
    if (name === "") return [];
    const docstring = docstringAbove(lines, at);
    const examples = docstring === undefined ? [] : examplesIn(docstring);
    return [{ name, kind: kindOf(keyword), hasDocstring: docstring !== undefined, examples }];
  });
}

/** The examples of a docstring, given without its frame of stars. */
export function examplesIn(docstring: readonly string[]): readonly DocExample[] {
  const examples: DocExample[] = [];
  let setup = "";
  let pending = "";
  for (const line of exampleLines(docstring)) {
    const [code = "", expected] = line.split(/\/\/=>(.*)/s);
    pending += `${pending === "" ? "" : "\n"}${code}`;
    if (expected !== undefined) {
      examples.push({ expression: pending.trim(), expected: expected.trim(), setup });
      pending = "";
    } else if (/^const .*;$/s.test(pending.trim())) {
      setup += `${pending.trim()}\n`;
      pending = "";
    }
  }
  // A line that promises nothing is a promise that was meant: it fails when it is run.
  return pending.trim() === ""
    ? examples
    : [...examples, { expression: pending.trim(), expected: "", setup }];
}

// The result alone on the next line belongs to the line before, which `pending` sees to by joining them.
function exampleLines(docstring: readonly string[]): readonly string[] {
  let inExample = false;
  return docstring.flatMap((line) => {
    if (line.startsWith("@")) {
      inExample = line.startsWith("@example");
      return [];
    }
    return inExample ? [line] : [];
  });
}

function docstringAbove(lines: readonly string[], at: number): readonly string[] | undefined {
  const above = lines[at - 1]?.trim() ?? "";
  if (EXPORT.test(lines[at - 1] ?? "")) return docstringAbove(lines, at - 1) === undefined ? undefined : [];
  if (!above.endsWith("*/")) return undefined;
  let start = at - 1;
  while (start > 0 && !lines[start]?.trim().startsWith("/**")) start--;
  return lines.slice(start, at).map((line) =>
    line
      .trim()
      .replace(/^\/\*\*/, "")
      .replace(/\*\/$/, "")
      .replace(/^\* ?/, "")
      .trimEnd(),
  );
}

function kindOf(keyword: string): DocumentedExport["kind"] {
  if (keyword === "interface") return "type";
  return keyword === "let" ? "const" : (keyword as DocumentedExport["kind"]);
}
