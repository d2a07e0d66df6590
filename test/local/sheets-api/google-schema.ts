// Google's own description of its Sheets API, against which every request and every answer in our tests is checked: types,
// choices, fields that do not exist, parameters that a path needs. It is read from beside the project; where it is absent
// nothing is checked, and a test says so; on CI (environment variable CI) it has to be there.

import { existsSync, readFileSync } from "node:fs";
import { type Mask, parseMask } from "../../../local/sheets-api/field-mask.ts";
import type { ApiCall } from "../../../local/sheets-api/server/api-call.ts";
import type { ApiAnswer } from "../../../local/sheets-api/server/serve-call.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}

interface Parameter extends Schema {
  readonly location: "path" | "query";
  readonly required?: boolean;
  readonly repeated?: boolean;
}

interface Method {
  readonly id: string;
  readonly httpMethod: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly request?: Schema;
  readonly response?: Schema;
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

interface Discovery extends Resource {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

const file = new URL("../../../../shared/google/sheets.v4.json", import.meta.url);

/** Whether Google's description is on this machine. */
export const hasGoogleSchema = existsSync(file) || Boolean(process.env["CI"]);

const discovery: Discovery | undefined = hasGoogleSchema ? JSON.parse(readFileSync(file, "utf8")) : undefined;
const methods = new Map(
  (discovery === undefined ? [] : methodsOf(discovery)).map((method) => [method.id, method]),
);

/** Hand `observe` to the server; `violations` are what Google would not have taken or said, empty where all is well. */
export function googleSchema() {
  const violations: string[] = [];
  return {
    violations: (): readonly string[] => violations,
    observe: (call: ApiCall, answer: ApiAnswer): void => {
      if (discovery === undefined || call.path.startsWith("/drive/")) return;
      const where = `call ${call.number} ${call.verb} ${call.path}`;
      violations.push(...callViolations(call, answer).map((violation) => `${where}: ${violation}`));
    },
  };
}

function callViolations(call: ApiCall, { status, body }: ApiAnswer): readonly string[] {
  // As it goes over the line: what is undefined is not there.
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  if (status >= 400) return errorViolations(status, sent);
  const method = methods.get(call.method ?? "");
  if (method === undefined) return [`Google has no method "${call.method}"`];
  const response = method.response === undefined ? [] : valueViolations(sent, method.response, "answer");
  return [...requestViolations(call, method), ...response];
}

function errorViolations(status: number, body: unknown): readonly string[] {
  const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown; status?: unknown } };
  const isWhole =
    error?.code === status && typeof error.message === "string" && /^[A-Z_]+$/.test(String(error.status));
  return isWhole ? [] : [`a refusal with ${status} is not of Google's shape: ${JSON.stringify(body)}`];
}

function requestViolations(call: ApiCall, method: Method): readonly string[] {
  const own = method.parameters ?? {};
  const known = { ...discovery?.parameters, ...own };
  const missing = Object.entries(own).flatMap(([name, { location, required }]) =>
    location === "path" && required === true && (call.params[name] ?? "") === ""
      ? [`"${name}" is missing`]
      : [],
  );
  const queries = Object.entries(call.query).flatMap(([name, values]) => {
    const parameter = known[name];
    if (parameter?.location !== "query") return [`there is no option "${name}"`];
    if (values.length > 1 && parameter.repeated !== true) return [`"${name}" is given more than once`];
    return values.flatMap((value) =>
      valueViolations(fromAddress(value, parameter), parameter, `option ${name}`),
    );
  });
  const bodies =
    method.request === undefined
      ? call.body === undefined
        ? []
        : ["a body where none belongs"]
      : valueViolations(withoutNulls(call.body ?? {}), method.request, "body");
  const mask = method.response === undefined ? [] : maskViolations(call, method.response);
  return [...missing, ...queries, ...bodies, ...mask];
}

function maskViolations(call: ApiCall, response: Schema): readonly string[] {
  const [fields] = call.query["fields"] ?? [];
  return fields === undefined ? [] : pathViolations(parseMask(fields), response, "fields");
}

function pathViolations(mask: Mask, schema: Schema, place: string): readonly string[] {
  if (mask === "all") return [];
  const { properties, items, additionalProperties } = resolved(schema);
  if (items !== undefined) return pathViolations(mask, items, place);
  return Object.entries(mask).flatMap(([field, below]) => {
    if (field === "*") return [];
    const next = properties?.[field] ?? additionalProperties;
    return next === undefined
      ? [`${place}: there is no "${field}"`]
      : pathViolations(below, next, `${place}.${field}`);
  });
}

function valueViolations(value: unknown, schema: Schema, place: string): readonly string[] {
  const { type, items, properties, additionalProperties, enum: choices } = resolved(schema);
  if (type === "any") return [];
  if (items !== undefined) {
    if (!Array.isArray(value)) return [`${place} is no list: ${JSON.stringify(value)}`];
    return value.flatMap((entry, index) => valueViolations(entry, items, `${place}[${index}]`));
  }
  if (type === "object") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return [`${place} is no object: ${JSON.stringify(value)}`];
    }
    return Object.entries(value).flatMap(([field, entry]) => {
      const next = properties?.[field] ?? additionalProperties;
      return next === undefined
        ? [`${place} has no field "${field}"`]
        : valueViolations(entry, next, `${place}.${field}`);
    });
  }
  if (!isOfType(value, resolved(schema))) return [`${place} is no ${type}: ${JSON.stringify(value)}`];
  const isChoice = choices === undefined || choices.includes(String(value));
  return isChoice ? [] : [`${place} is none of ${choices.join(", ")}: ${JSON.stringify(value)}`];
}

function isOfType(value: unknown, { type, format }: Schema): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "number")
    return typeof value === "number" || ["NaN", "Infinity", "-Infinity"].includes(String(value));
  if (type === "boolean") return typeof value === "boolean";
  if (format === "int64") return /^-?\d+$/.test(String(value));
  return typeof value === "string";
}

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (discovery?.schemas[schema.$ref] ?? schema);
}

/** The text of an option as what it stands for. */
function fromAddress(text: string, { type }: Parameter): unknown {
  if (type === "boolean") return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
  return type === "integer" ? Number(text) : text;
}

/** Google takes `null` in a request for a field that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => (entry === null ? null : withoutNulls(entry)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, entry]) => (entry === null ? [] : [[field, withoutNulls(entry)]])),
  );
}

function methodsOf({ methods: own = {}, resources = {} }: Resource): readonly Method[] {
  return [...Object.values(own), ...Object.values(resources).flatMap(methodsOf)];
}
