// Where the command learns how to reach the mail server, and that what is secret stays so.

import { chmodSync } from "node:fs";
import { expect, test } from "vitest";
import { smtpSettings } from "../../../sync/mail/smtp-settings.ts";
import { fileOf } from "../../command.ts";

const PLAIN = { server: "smtp.example.org", from: "Bo <bo@example.org>" };

function fileWith(text: string, mode = 0o600): string {
  const path = fileOf(text, "mail.conf");
  chmodSync(path, mode);
  return path;
}

test("a server is asked for encryption, unless it is this machine or the port is that of encryption", async () => {
  const securityOf = async (server: string) => (await smtpSettings({ ...PLAIN, server }, {})).security;
  expect(await securityOf("smtp.example.org")).toBe("starttls");
  expect(await securityOf("smtp.example.org:465")).toBe("tls");
  expect(await securityOf("localhost:1025")).toBe("none");
  expect(await securityOf("[::1]:1025")).toBe("none");
});

test("options come before the environment, and that before the file", async () => {
  const settings = fileWith(
    "server = one.example.org\nuser = file\npassword = secret\nfrom = bo@example.org\n",
  );
  const environment = { STAGELINE_SMTP_SERVER: "two.example.org", STAGELINE_SMTP_USER: "environment" };
  const found = await smtpSettings({ settings, user: "option" }, environment);
  expect([found.host, found.login]).toEqual(["two.example.org", { user: "option", password: "secret" }]);
});

test("a file that others can read is refused, and nothing of it is shown", async () => {
  const text = "server = smtp.example.org\nfrom = bo@example.org\nuser = bo\npassword = secret\n";
  for (const mode of [0o644, 0o640, 0o604]) {
    const refused = smtpSettings({ settings: fileWith(text, mode) }, {});
    await expect(refused).rejects.toThrow(/others on this machine can read .*chmod 600/);
    await expect(refused).rejects.not.toThrow(/secret/);
  }
});

test("a line that is no setting is named by its number, not shown", async () => {
  const settings = fileWith("# mine\n\nserver = smtp.example.org\nhunter2\n");
  await expect(smtpSettings({ settings }, {})).rejects.toThrow(/mail\.conf", line 4: not one of server, /);
  await expect(smtpSettings({ settings }, {})).rejects.not.toThrow(/hunter2/);
});

test("what is missing is asked for, with every way to say it", async () => {
  await expect(smtpSettings({}, {})).rejects.toThrow(
    /^say which mail server sends: --server, STAGELINE_SMTP_SERVER/,
  );
  await expect(smtpSettings({ ...PLAIN, user: "bo" }, {})).rejects.toThrow(
    /^the password of the mail server is missing: STAGELINE_SMTP_PASSWORD/,
  );
});

test("a password never goes over an open line to another machine", async () => {
  const said = { ...PLAIN, security: "none", user: "bo" };
  const environment = { STAGELINE_SMTP_PASSWORD: "secret" };
  await expect(smtpSettings(said, environment)).rejects.toThrow(/would be sent in the clear/);
  const here = await smtpSettings({ ...said, server: "127.0.0.1:1025" }, environment);
  expect(here.login).toEqual({ user: "bo", password: "secret" });
});

test("what is no server, no security or no sender is told", async () => {
  const refusal = (said: object) =>
    smtpSettings({ ...PLAIN, ...said }, {}).catch((error: Error) => error.message);
  expect(await refusal({ server: "smtp.example.org:99999" })).toMatch(/is not a server such as/);
  expect(await refusal({ security: "ssl" })).toBe('"ssl" is not one of tls, starttls, none');
  expect(await refusal({ from: "Bo" })).toMatch(/"Bo" is not a sender such as/);
});
