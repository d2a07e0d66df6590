// Drive's search for files, as much of it as looks for spreadsheets: terms on name, type and bin, all of which must hold.

import { invalidArgument } from "../api-error.ts";
import { type ApiFile, SPREADSHEET_TYPE } from "../drive.ts";

const TERM =
  /^(name|mimeType|trashed)\s*(=|!=|contains)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(true|false))$/;

/** Whether a file is meant by the text. @throws {ApiError} where the text asks what is not read here */
export function fileMatches(text: string): (file: ApiFile) => boolean {
  const terms = text.trim() === "" ? [] : text.trim().split(/\s+and\s+(?=\w+\s*(?:=|!=|contains))/);
  const tests = terms.map(termTest);
  return (file) => tests.every((test) => test(file));
}

function termTest(term: string): (file: ApiFile) => boolean {
  const [, field, operator, double, single, word] = TERM.exec(term) ?? [];
  if (field === undefined) throw invalidArgument("Invalid Value");
  const wanted = (double ?? single ?? word ?? "").replace(/\\(.)/g, "$1");
  return (file) => {
    const present = { name: file.state().name, mimeType: SPREADSHEET_TYPE, trashed: "false" }[field] ?? "";
    if (operator === "contains") return present.toLowerCase().includes(wanted.toLowerCase());
    return (present === wanted) === (operator === "=");
  };
}
