// Who may ask the preview for anything.

import { expect, test } from "vitest";
import { entranceOf } from "../../../local/preview/server/doors.ts";

const DOOR = { port: 4000, word: "w0rd" };

function way(headers: Readonly<Record<string, string>>, method = "GET", url = "/w0rd/events"): string {
  const entrance = entranceOf({ method, url, headers: { host: "127.0.0.1:4000", ...headers } }, DOOR);
  return entrance.way === "in" ? `in: ${entrance.path}` : String(entrance.status);
}

test("whoever knows the address comes in", () => {
  expect(way({})).toBe("in: /events");
  expect(way({ origin: "http://127.0.0.1:4000" }, "POST", "/w0rd/ask")).toBe("in: /ask");
});

test("whoever does not know it is told nothing", () => {
  expect(way({}, "GET", "/")).toBe("404");
  expect(way({}, "GET", "/word/events")).toBe("404");
});

test("a name that was made to lead here is refused", () => {
  expect(way({ host: "evil.example:4000" })).toBe("403");
  expect(way({ host: "127.0.0.1:4001" })).toBe("403");
});

test("pages of other origins are refused, even with the address", () => {
  expect(way({ origin: "https://evil.example" }, "POST", "/w0rd/ask")).toBe("403");
  expect(way({ origin: "null" }, "POST", "/w0rd/ask")).toBe("403");
  expect(way({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })).toBe("403");
});

test("nothing is done for a request that hides where it comes from", () => {
  expect(way({}, "POST", "/w0rd/ask")).toBe("403");
});

test("a click in another program opens the page", () => {
  expect(way({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, "GET", "/w0rd/")).toBe(
    "in: /",
  );
});
