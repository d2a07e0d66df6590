// Messages as files: a mail program opens one as a mail that is ready to go. A file is there whole or not at all, and
// the same message is the same file.

import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dayOf } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Carrier, Letter } from "./carrier.ts";
import { builtLetter, type Sender } from "./sender.ts";

const MOST_LETTERS = 60;

/**
 * Writes messages into the folder, which is made where it is not there.
 *
 * @throws {StagelineError} `file`, when it is none, or cannot be made
 */
export async function mailFolder(folder: string, from: Sender | undefined): Promise<Carrier> {
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new StagelineError("file", `"${folder}" is not a folder that files can be written to`);
  return {
    carry: async (letter) => {
      const name = fileName(letter);
      const path = join(folder, name);
      const draft = `${path}.part`;
      try {
        await writeFile(draft, await builtLetter(letter, from));
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        if (!isFileFault(error)) throw error;
        return { how: "stopped", why: `"${path}" cannot be written: ${error.code}` };
      }
      return { how: "sent", note: `written to ${name}` };
    },
    close: () => {},
  };
}

// Letters of every script, and nothing that a file system or a shell reads as more than a letter.
function fileName({ mail, id, at }: Letter): string {
  const words = [mail.to[0] ?? "", mail.subject].join(" ").replace(/[^\p{L}\p{N}@.-]+/gu, " ");
  const short = [...words.trim()].slice(0, MOST_LETTERS).join("").trim();
  return `${dayOf(at)} ${short} ${id.slice(-8)}.eml`;
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === "string";
}
