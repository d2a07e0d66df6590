// The functions at the top level of the script: one for each export of main.ts, which hands its arguments on. It keeps
// the name, the parameters and the doc comment of the function, since Sheets shows these beside a formula.

import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/** The text of all stubs; throws a sentence about the first name that cannot have one. */
export async function scriptStubs({ names, files, globalName }) {
  const sources = await Promise.all(
    files.filter((file) => file.startsWith("apps-script/")).map((file) => readFile(file, "utf8")),
  );
  const stubs = await Promise.all(names.toSorted().map((name) => stub(name, sources, globalName)));
  return stubs.join("");
}

async function stub(name, sources, globalName) {
  const declaration = new RegExp(String.raw`(?:(/\*\*(?:(?!\*/)[^])*\*/)\n)?^export function ${name}\(`, "m");
  const declaring = sources.filter((source) => declaration.test(source));
  if (declaring.length !== 1) {
    throw new Error(
      `"${name}" must be declared once as "export function ${name}" in apps-script, and is ${declaring.length} times`,
    );
  }
  const [source] = declaring;
  const [, comment = ""] = declaration.exec(source);
  const parameters = (await parametersOf(name, source)).join(", ");
  const lead = comment === "" ? "" : `${comment}\n`;
  return `${lead}function ${name}(${parameters}) { return ${globalName}.${name}.apply(this, arguments); }\n`;
}

/** The names of the parameters, read from the function without its types. */
async function parametersOf(name, source) {
  const { code } = await transform(source, { loader: "ts", target: "esnext" });
  const [, list] = code.split(new RegExp(String.raw`^(?:export )?function ${name}\(`, "m"));
  const withoutTexts = list.replaceAll(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '""');
  const parameters = topLevelParts(withoutTexts).map((part) => part.split("=")[0].trim());
  const odd = parameters.find((parameter) => !/^[\w$]+$/.test(parameter));
  if (odd !== undefined) throw new Error(`a parameter of "${name}" has no plain name: "${odd}"`);
  return parameters;
}

/** What stands between commas up to the closing bracket, brackets within left whole. */
function topLevelParts(code) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; depth >= 0; at += 1) {
    const sign = code[at];
    if (sign === undefined) throw new Error("a list of parameters has no end");
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth < 0 || (depth === 0 && sign === ",")) {
      parts.push(code.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => part !== "");
}
