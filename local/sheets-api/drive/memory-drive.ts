// Spreadsheets in this server's memory: gone when it ends. Formulas that nobody here can call keep what a file said.

import { seededRandom } from "../../../shared/statistics/seeded-random.ts";
import { recalculate } from "../../grid/recalculate.ts";
import { newSpreadsheet, type Spreadsheet } from "../../grid/spreadsheet.ts";
import { type ApiFile, type Drive, OWNER } from "../drive.ts";

export interface MemoryDrive extends Drive {
  /** Puts a spreadsheet there under its own id; the caller who names nobody owns it unless another does. */
  readonly add: (state: Spreadsheet, plan?: { readonly owner?: string }) => ApiFile;
}

const ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function memoryDrive(setting: { readonly now: () => number; readonly seed?: number }): MemoryDrive {
  const { now, seed = 1 } = setting;
  const random = seededRandom(seed).uniform;
  const files = new Map<string, ApiFile>();
  const added = (state: Spreadsheet, owner: string): ApiFile => {
    const file = memoryFile(state, owner, now);
    files.set(file.id, file);
    return file;
  };
  return {
    find: (id) => files.get(id),
    add: (state, { owner = OWNER } = {}) => added(state, owner),
    create: ({ title, by, ...grid }) => {
      const presentYear = new Date(now()).getUTCFullYear();
      return added(newSpreadsheet({ id: fileId(random), name: title, presentYear, ...grid }), by);
    },
    copy: (file, { title, by }) => {
      const state = file.state();
      return added({ ...state, id: fileId(random), name: title ?? `Copy of ${state.name}` }, by);
    },
    remove: (id) => {
      files.delete(id);
    },
    list: () => [...files.values()].reverse().sort((one, other) => other.modifiedMs() - one.modifiedMs()),
  };
}

function memoryFile(first: Spreadsheet, owner: string, now: () => number): ApiFile {
  let state = recalculate(first, () => undefined);
  let modifiedMs = now();
  const isTheirs = (who: string) => who === owner;
  return {
    id: first.id,
    createdMs: now(),
    modifiedMs: () => modifiedMs,
    state: () => state,
    write: (next) => {
      state = recalculate(next, () => undefined);
      modifiedMs = now();
      return state;
    },
    mayRead: isTheirs,
    mayWrite: isTheirs,
  };
}

/** As Google's look: 44 letters, digits, "-" and "_". */
function fileId(random: () => number): string {
  const rest = Array.from({ length: 43 }, () => ID_LETTERS[Math.floor(random() * ID_LETTERS.length)] ?? "");
  return `1${rest.join("")}`;
}
