import { expect, test } from "vitest";
import { isLink } from "../../../shared/table/link-text.ts";

test("a link begins with http or https, or is a bare domain", () => {
  const texts = [
    "https://example.org",
    "http://localhost:8080/a?b#c",
    "HTTPS://EXAMPLE.ORG/ü",
    "example.org/path",
    "müller.de",
  ];
  for (const text of texts) expect(isLink(text), text).toBe(true);
});

test("what a browser should not open by a click is no link", () => {
  const texts = [
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@example.org",
    "ftp://example.org",
    "https://",
    "example",
  ];
  for (const text of [
    ...texts,
    "a b.org",
    "https://evil.org@example.org",
    'https://x.org/"onclick',
    "1.5",
    "",
    "ada@example.org",
  ]) {
    expect(isLink(text), text).toBe(false);
  }
});
