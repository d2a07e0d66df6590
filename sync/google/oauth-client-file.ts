// The file of an OAuth client, as Google's console gives it to whoever makes one. Everybody who installs this makes their
// own: so no secret of ours goes around, and no one else's project is asked.

import * as z from "zod/mini";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { hostOf, isGoogle, isLoopback } from "./loopback.ts";
import { jsonOf, readText } from "./secret-file.ts";

const clientJson = z.object({
  client_id: z.string().check(z.minLength(1)),
  client_secret: z.string().check(z.minLength(1)),
  auth_uri: z.string(),
  token_uri: z.string(),
});

export type OAuthClient = Readonly<z.infer<typeof clientJson>>;

/** @throws {StagelineError} `file`, when it is not the file of a desktop client, or names a strange server */
export async function readOAuthClient(path: string): Promise<OAuthClient> {
  const found = jsonOf(path, await readText(path));
  const clients = z
    .partial(z.looseObject({ installed: z.unknown(), web: z.unknown() }))
    .safeParse(found).data;
  if (clients?.web !== undefined) {
    throw new StagelineError(
      "file",
      `"${path}" is an OAuth client for web applications; make one of the type "Desktop app" and give its file`,
    );
  }
  const { success, data } = clientJson.safeParse(clients?.installed);
  if (!success) {
    const right = 'download it from Google\'s console (an OAuth client of the type "Desktop app")';
    throw new StagelineError("file", `"${path}" is not the file of an OAuth client; ${right}`);
  }
  for (const address of [data.auth_uri, data.token_uri]) {
    if (isGoogle(address) || isLoopback(address)) continue;
    const message = `"${path}" would log in at "${hostOf(address)}", which is not one of Google's servers; it is not used`;
    throw new StagelineError("file", message);
  }
  return data;
}
