// Google's own description of its API for script projects, read from beside the project and never copied into it. Where
// it is absent, the test that needs it is skipped and says so; on CI (environment variable CI) it fails instead.

import { existsSync, readFileSync } from "node:fs";
import { test } from "vitest";
import type { ApiRequest } from "./script-api.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Method {
  readonly httpMethod: string;
  readonly path: string;
  readonly request?: Schema;
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

interface Description extends Resource {
  readonly rootUrl: string;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const FILE = new URL("../../../shared/google/script.v1.json", import.meta.url);

/** A test that needs the description, or why it is skipped. */
export function describedTest(name: string, check: () => void | Promise<void>): void {
  if (existsSync(FILE) || process.env["CI"]) test(name, check);
  else test.skip(`${name} (../shared/google is not on this machine, so this did not run)`, () => {});
}

/** What of a request the description does not know; nothing, when all is as described. */
export function faultsOf({ method, url, body }: ApiRequest): readonly string[] {
  const description: Description = JSON.parse(readFileSync(FILE, "utf8"));
  const described = methodsOf(description).find(
    ({ httpMethod, path }) =>
      httpMethod === method && patternOf(description.rootUrl + path).test(`https://${url}`),
  );
  if (described === undefined) return [`${method} ${url} is no method of it`];
  if (described.request === undefined) return body === undefined ? [] : ["a body where none belongs"];
  return schemaFaults(body, described.request, { schemas: description.schemas, at: "body" });
}

function methodsOf({ methods = {}, resources = {} }: Resource): readonly Method[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)];
}

function patternOf(url: string): RegExp {
  const parts = url.split(/\{\w+\}/).map((part) => part.replaceAll(/[.?+*()[\]]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/?]+")}$`);
}

interface Place {
  readonly schemas: Description["schemas"];
  readonly at: string;
}

function schemaFaults(value: unknown, schema: Schema, { schemas, at }: Place): readonly string[] {
  const { type, items, properties, enum: allowed } = schema.$ref ? (schemas[schema.$ref] ?? {}) : schema;
  if (type === "array" && items !== undefined) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, n) => schemaFaults(item, items, { schemas, at: `${at}[${n}]` }));
  }
  if (type === "object") {
    if (typeof value !== "object" || value === null) return [`${at} is no object`];
    return Object.entries(value).flatMap(([name, part]) => {
      const property = properties?.[name];
      const place = `${at}.${name}`;
      return property === undefined
        ? [`${place} is unknown`]
        : schemaFaults(part, property, { schemas, at: place });
    });
  }
  if (typeof value !== type) return [`${at} is no ${type}`];
  return allowed === undefined || allowed.includes(String(value)) ? [] : [`${at} is "${value}"`];
}
