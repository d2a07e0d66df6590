// HtmlService: pages as text. The browser of this machine shows them; here they are only handed on.

import type { ShownPage } from "../requests.ts";
import type { Execution } from "./execution.ts";
import { standIn } from "./stand-in.ts";

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const outputs = new WeakMap<object, () => Omit<ShownPage, "place">>();

export function newHtmlService(execution: Execution): GoogleAppsScript.HTML.HtmlService {
  const { pages } = execution.launch.source;
  return standIn<GoogleAppsScript.HTML.HtmlService>({
    createHtmlOutput: (html: unknown = "") => newHtmlOutput(String(html)),
    createHtmlOutputFromFile: (name) =>
      newHtmlOutput(pages[name] ?? execution.fail(`No HTML file named ${name} was found.`)),
  });
}

/** The page that an HtmlOutput stands for. */
export function pageOf(
  output: object,
  place: Pick<ShownPage, "place"> & { readonly title?: string },
): ShownPage {
  const page = outputs.get(output)?.() ?? { title: "", html: "" };
  return { ...page, ...place };
}

function newHtmlOutput(html: string): HtmlOutput {
  let page: Omit<ShownPage, "place"> = { title: "", html };
  const change = (part: Partial<ShownPage>): HtmlOutput => {
    page = { ...page, ...part };
    return output;
  };
  const output = standIn<HtmlOutput>({
    setTitle: (title) => change({ title }),
    setWidth: (width) => change({ width }),
    setHeight: (height) => change({ height }),
    getContent: () => page.html,
  });
  outputs.set(output, () => page);
  return output;
}
