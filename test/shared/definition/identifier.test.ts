import fc from "fast-check";
import { expect, test } from "vitest";
import { identifierFrom } from "../../../shared/definition/identifier.ts";

test("an identifier keeps the letters and digits of a name, without accents", () => {
  expect(identifierFrom("Initial Outreach", new Set())).toBe("initial_outreach");
  expect(identifierFrom("  Größe (€) ", new Set())).toBe("gro_e");
  expect(identifierFrom("Café 2", new Set())).toBe("cafe_2");
});

test("an identifier begins with a letter, whatever the name", () => {
  expect(identifierFrom("3.1.1", new Set())).toBe("x_3_1_1");
  expect(identifierFrom("", new Set())).toBe("x");
  expect(identifierFrom("見積", new Set())).toBe("x");
});

test("names that come to the same are counted", () => {
  expect(identifierFrom("見積", new Set(["x"]))).toBe("x_2");
  expect(identifierFrom("A b", new Set(["a_b", "a_b_2"]))).toBe("a_b_3");
});

test("any name gives an identifier that was not taken", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (names) => {
      const taken = new Set<string>();
      for (const name of names) {
        const id = identifierFrom(name, taken);
        expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
  );
});
