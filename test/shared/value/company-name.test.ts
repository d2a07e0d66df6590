import { expect, test } from "vitest";
import { normalisedCompany } from "../../../shared/value/company-name.ts";

test("case, accents, punctuation and the legal form do not tell companies apart", () => {
  for (const name of [
    "Acme",
    "ACME Ltd.",
    "acme, Inc.",
    "Acme B.V.",
    "Acme GmbH & Co. KG",
    "The Acme Company",
    "Acmé S.p.A.",
  ]) {
    expect(normalisedCompany(name), name).toBe("acme");
  }
  expect(normalisedCompany("Müller & Söhne GmbH")).toBe("muller and sohne");
  expect(normalisedCompany("Smith and Co")).toBe("smith");
  expect(normalisedCompany("Novák sp. z o.o.")).toBe("novak");
});

test("dots within letters are an abbreviation, a dot within a word parts it", () => {
  expect(normalisedCompany("A.B.C. Corp")).toBe("abc");
  expect(normalisedCompany("Booking.com B.V.")).toBe("booking com");
});

test("other scripts keep their names and lose their legal forms", () => {
  expect(normalisedCompany("株式会社ガリレオ")).toBe("ガリレオ");
  expect(normalisedCompany("ООО «Ромашка»")).toBe("ромашка");
});

test("a company that is called like a legal form keeps its name", () => {
  expect(normalisedCompany("Limited")).toBe("limited");
  expect(normalisedCompany("Wellness Spa")).toBe("wellness spa");
});

test("what names no company is no name", () => {
  for (const text of ["", " - ", "n/a", "N.A.", "none", "???", "Unknown"]) {
    expect(normalisedCompany(text), text).toBeUndefined();
  }
});
