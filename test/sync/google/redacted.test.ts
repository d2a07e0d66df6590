// What is left out of the words of others, and what is not.

import fc from "fast-check";
import { expect, test } from "vitest";
import "../../seed.ts";
import { redacted } from "../../../sync/google/redacted.ts";
import { privatePem } from "./key-files.ts";

test.each([
  ["an access token", "got ya29.a0AfH6SMBx-y_z.1~2 back", "got (left out) back"],
  ["a refresh token", "token 1//0gRefresh-Token_L9Ir failed", "token (left out) failed"],
  ["the code of a login", "code 4/0AeaYSHCode-of_a failed", "code (left out) failed"],
  ["a client secret", "secret GOCSPX-abc_DEF-1 is wrong", "secret (left out) is wrong"],
  ["a signed token", "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln-_x rejected", "(left out) rejected"],
  ["a header", "sent Authorization: Bearer abc.def/ghi= there", "sent Authorization: (left out) there"],
  ["a form", "grant_type=x&refresh_token=abcdefgh&scope=y", "grant_type=x&refresh_token=(left out)&scope=y"],
  ["JSON", '{"client_secret": "abcdefgh", "a": 1}', '{"client_secret": "(left out)", "a": 1}'],
  ["a key", `before ${privatePem} after`, "before (left out) after"],
  ["a key that was cut short", `before ${privatePem.slice(0, 200)}`, "before (left out)"],
])("%s is left out", (_, text, left) => {
  expect(redacted(text)).toBe(left);
});

test.each([
  "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'",
  'Invalid requests[0].addSheet: A sheet with the name "Eyes/1" already exists. Please enter another name.',
  "Unable to parse range: 'Sales 1/2'!A1:B2",
  "error code: 400",
])("what says what went wrong stays: %s", (text) => {
  expect(redacted(text)).toBe(text);
});

test("no token stays, wherever it stands and whatever it is made of", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"];
  const body = fc
    .array(fc.constantFrom(...letters), { minLength: 20, maxLength: 60 })
    .map((each) => each.join(""));
  const form = fc.constantFrom("ya29.", "1//0", "4/0", "GOCSPX-");
  const around = fc.constantFrom(" ", '"', "'", "\n", "&", ",", "(", ")");
  fc.assert(
    fc.property(body, form, around, (token, start, edge) => {
      expect(redacted(`Google said${edge}${start}${token}${edge}no`)).not.toContain(token);
    }),
  );
});
