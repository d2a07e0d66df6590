// Words of others with what is secret taken out: the libraries' errors may carry the request that failed, and with it
// tokens and keys. Everything that is shown, and every cause that is kept, goes through here.

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [^-]*PRIVATE KEY-----[\s\S]*?(-----END [^-]*PRIVATE KEY-----|$)/g,
  // Access tokens, refresh tokens, codes of a login, client secrets, and signed tokens, as Google writes them.
  /\bya29\.[\w.~+/-]+=*/g,
  /\b[14]\/{1,2}[\w-]{10,}/g,
  /\bGOCSPX-[\w-]+/g,
  /\bey[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g,
  /\bBearer\s+\S+/gi,
  // Whatever stands behind a name that is secret, in a form, in JSON or in an address.
  /(?<=\b(?:access_token|refresh_token|id_token|client_secret|code_verifier|code|assertion|private_key|token|subject_token)["']?\s*[=:]\s*["']?)[^\s"'&,}]{6,}/gi,
];

/** The text without anything secret, on one line. */
export function redacted(text: string): string {
  const cleaned = SECRETS.reduce((left, secret) => left.replace(secret, "(left out)"), text);
  return cleaned.replace(/\s+/g, " ").trim();
}

/** An error that says the same, and carries nothing of the request: for the cause of one of ours. */
export function redactedError(error: unknown): Error {
  return new Error(redacted(error instanceof Error ? error.message : String(error)));
}
