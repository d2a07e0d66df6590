// From an address to the method that serves it, with the parameters that stand in the path. Paths are compared as they
// were sent, so that a tab's name may hold an encoded slash; a parameter is decoded afterwards.

import { type DriveMethod, driveMethods } from "../drive/drive-methods.ts";
import { type SheetsMethod, sheetsMethods } from "./methods.ts";

export type Route =
  | {
      readonly of: "sheets";
      readonly id: string;
      readonly kind: "read" | "write";
      readonly serve: SheetsMethod["serve"];
    }
  | { readonly of: "sheets"; readonly id: string; readonly kind: "write"; readonly serve: "create" }
  | {
      readonly of: "drive";
      readonly id: string;
      readonly kind: "read" | "write";
      readonly serve: DriveMethod["serve"];
    };

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const SPREADSHEETS = "/v4/spreadsheets";

/** `undefined` where nothing answers at that address. */
export function routeFor(verb: string, path: string): Found | undefined {
  for (const { verb: own, pattern, names, route } of ROUTES) {
    const match = own === verb ? pattern.exec(path) : null;
    if (match === null) continue;
    return {
      route,
      params: Object.fromEntries(names.map((name, index) => [name, decoded(match[index + 1] ?? "")])),
    };
  }
  return undefined;
}

const ROUTES = [
  routed("POST", SPREADSHEETS, {
    of: "sheets",
    id: "sheets.spreadsheets.create",
    kind: "write",
    serve: "create",
  }),
  ...sheetsMethods.map(({ id, verb, kind, path, serve }) =>
    routed(verb, `${SPREADSHEETS}/{spreadsheetId}${path}`, {
      of: "sheets",
      id: `sheets.spreadsheets.${id}`,
      kind,
      serve,
    }),
  ),
  ...driveMethods.map(({ id, verb, kind, path, serve }) =>
    routed(verb, `/drive/v3/files${path}`, { of: "drive", id: `drive.files.${id}`, kind, serve }),
  ),
];

function routed(verb: string, template: string, route: Route) {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  // An id has no slash and no colon; a range may have both.
  const pattern = template.replace(/\{(\w+)\}/g, (_, name) => (name === "range" ? "(.+)" : "([^/:]+)"));
  return { verb, pattern: new RegExp(`^${pattern}$`), names, route };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    // A "%" that stands for itself, as nobody's client writes it.
    if (cause instanceof URIError) return part;
    throw cause;
  }
}
