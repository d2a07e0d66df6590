import { expect, test } from "vitest";
import { mailDomain, normalisedEmail, normalisedPhone } from "../../../shared/value/contact.ts";
import { isPublicMailDomain } from "../../../shared/value/public-mail-domains.ts";

test("an address is compared in lower case and without spaces around it", () => {
  expect(normalisedEmail(" Ada.Lovelace+News@Example.ORG\n")).toBe("ada.lovelace+news@example.org");
  expect(normalisedEmail("jörg@müller.de")).toBe("jörg@müller.de");
});

test("what is not exactly one address is none", () => {
  const texts = ["", "ada", "ada@", "@example.org", "ada@example", "a@b@example.org", "a b@example.org"];
  const lists = [
    "a@x.org,boss@y.org",
    "a@x.org;b@y.org",
    "Ada <ada@x.org>",
    "a..b@x.org",
    ".a@x.org",
    "a@-x.org",
  ];
  for (const text of [...texts, ...lists, "a@x.org\r\nBcc: b@y.org", `${"a".repeat(65)}@x.org`, "a@x.1"]) {
    expect(normalisedEmail(text), text).toBeUndefined();
  }
});

test("the domain of an address is what stands behind its @", () => {
  expect(mailDomain("Ada@Mail.Example.org")).toBe("mail.example.org");
  expect(mailDomain("example.org")).toBeUndefined();
});

test("a domain at which anybody has a mailbox names no company", () => {
  expect(["gmail.com", "GMX.de", "qq.com", "proton.me"].every(isPublicMailDomain)).toBe(true);
  expect(["example.org", "mail.example.org", "google.com", ""].some(isPublicMailDomain)).toBe(false);
});

test("the spellings of one telephone number compare equal", () => {
  const spellings = [
    "+31 6 1234 5678",
    "0031612345678",
    "+31 (0)6-12345678",
    "(+31) 6.12345678",
    "tel:+31612345678",
  ];
  for (const text of [...spellings, "+31 6 12345678 ext. 12", "+31612345678x12", "+31 6 12345678 #3"]) {
    expect(normalisedPhone(text), text).toBe("+31612345678");
  }
});

test("a number without its country keeps its leading zero", () => {
  expect(normalisedPhone("06 1234 5678")).toBe("0612345678");
  expect(normalisedPhone("(555) 010-9999")).toBe("5550109999");
});

test("what cannot be a telephone number is none", () => {
  for (const text of [
    "",
    "call me",
    "12345",
    "1234567890123456",
    "000000",
    "+",
    "n/a",
    "06-1234567 (work)",
    "1e10",
  ]) {
    expect(normalisedPhone(text), text).toBeUndefined();
  }
});
