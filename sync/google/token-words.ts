// What the servers that give out tokens say no with, in words: what ran out, and how to get a new one.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Identity } from "./identity.ts";
import { type Failure, failureIn } from "./outcome.ts";
import { redacted, redactedError } from "./redacted.ts";
import { againWords } from "./refusal-words.ts";

/**
 * What became of asking for a token: like a request that was put off, as nothing was asked of the spreadsheet.
 *
 * @throws {StagelineError} `access`, when the token is refused; `file`, when a file of credentials cannot be used
 */
export function tokenFailure(
  error: unknown,
  identity: Identity,
  nowMs: number,
): Exclude<Failure, { readonly became: "refused" | "unknown" }> {
  const failure = failureIn(error, nowMs);
  if (failure === undefined) throw unusable(error, identity);
  switch (failure.became) {
    case "put off":
    case "not sent":
      return failure;
    case "unknown":
      return { ...failure, became: "put off" };
    case "refused": {
      const { kind, message } = failure.refusal;
      throw new StagelineError("access", refusedWords(kind, message, identity), {
        cause: redactedError(error),
      });
    }
  }
}

function refusedWords(kind: string, message: string, identity: Identity): string {
  const { account, file } = identity;
  const again = againWords(identity);
  if (/reasonable timeframe/i.test(message))
    return `Google does not take the time of this machine's clock; set it right, then run again`;
  if (/account not found/i.test(message))
    return `Google knows no account ${account ?? "of this key"} any more; ${again}`;
  if (/jwt signature/i.test(message))
    return `Google does not take the key in "${file ?? ""}" any more; ${again}`;
  if (kind === "invalid_grant") return `the login ran out, or was taken back; ${again}`;
  if (/^(invalid|deleted|unauthorized)_client$/.test(kind))
    return `Google does not know the OAuth client of this login any more; make a new one, then ${again}`;
  if (kind === "admin_policy_enforced")
    return "your organisation does not allow this login; ask whoever runs its Google Workspace";
  return `Google did not let ${account ?? "this login"} in: ${redacted(message)}`;
}

// Such as a key that cannot be read, which the library finds out when it is used.
function unusable(error: unknown, { file }: Identity): unknown {
  if (error instanceof StagelineError) return error;
  const said = redactedError(error);
  if (file === undefined)
    return new StagelineError("access", `no credentials could be had: ${said.message}`, { cause: said });
  return new StagelineError("file", `"${file}" cannot be used: ${said.message}`, { cause: said });
}
