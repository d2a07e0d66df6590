// The built files of the page, as they lie in their folder. Nothing outside of it is ever read.

import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const NAME = /^\/(?:[\w-]+\/)?[\w-]+\.(?:html|js|css)$/;

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The file of a path such as "/page.js"; `undefined` where there is none. */
export async function pageFile(folder: string, path: string): Promise<PageFile | undefined> {
  const name = path === "/" ? "/index.html" : path;
  if (!NAME.test(name)) return undefined;
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  return bytes === undefined ? undefined : { type: TYPES[extname(name)] ?? "text/plain", bytes };
}
