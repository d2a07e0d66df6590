// The built script in a V8 that has nothing but the language, as Apps Script's has: no Node, no browser, no console, no
// eval. Google's services are there by name and refuse to be touched.

import { createContext, Script } from "node:vm";
import { addOnFile } from "./built-add-on.ts";

const SERVICES = [
  ...["SpreadsheetApp", "LockService", "PropertiesService", "CacheService", "MailApp", "ScriptApp"],
  ...["HtmlService", "Session", "Utilities", "Logger", "console"],
];

/** The global scope after the script was loaded; a service that is touched meanwhile throws. */
export function loadedScript(): ReadonlyMap<string, unknown> {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  new Script("delete globalThis.console; delete globalThis.WebAssembly").runInContext(context);
  for (const name of SERVICES) {
    Object.defineProperty(context, name, {
      get: () => {
        throw new Error(`${name} is touched while the script loads`);
      },
    });
  }
  new Script(addOnFile("Code.js"), { filename: "Code.js" }).runInContext(context);
  const names = Object.keys(context).filter((name) => !SERVICES.includes(name));
  return new Map(names.map((name) => [name, context[name]]));
}
