// The spreadsheets of the small Google, on which people and scripts are at work at the same time: a call of the API changes
// the very same grid, formulas of scripts are called, and whoever watches the world is told. Google fires an installed
// onChange for such a change and no onEdit [public measurements; its guide says that none is fired], so nothing may build
// on either.

import { recalculate } from "../../grid/recalculate.ts";
import { newSpreadsheet } from "../../grid/spreadsheet.ts";
import { type ApiFile, type Drive, OWNER } from "../../sheets-api/drive.ts";
import { startForEvents } from "./event-launches.ts";
import { copyFile } from "./file-copy.ts";
import { mayEdit, type SpreadsheetFile } from "./spreadsheet-file.ts";
import { fileOf, newId, type World } from "./world.ts";

export function worldDrive(world: World): Drive {
  const times = new Map<string, { readonly createdMs: number; modifiedMs: number }>();
  const apiFile = (file: SpreadsheetFile): ApiFile => {
    const time = times.get(file.id) ?? { createdMs: world.now, modifiedMs: world.now };
    times.set(file.id, time);
    const isTheirs = (who: string) => who === OWNER || mayEdit(file, who);
    return {
      id: file.id,
      createdMs: time.createdMs,
      modifiedMs: () => time.modifiedMs,
      state: () => file.state,
      write: (next, call) => {
        const before = file.state;
        const after = recalculate(next, world.customFunctions(file));
        file.state = after;
        time.modifiedMs = world.now;
        world.hooks.observe?.({ kind: "api", call, before, after });
        startForEvents(world, { file }, [{ kind: "change", changeType: "OTHER" }]);
        return after;
      },
      mayRead: isTheirs,
      mayWrite: isTheirs,
    };
  };
  const create: Drive["create"] = ({ title, by, ...grid }) => {
    const presentYear = new Date(world.now).getUTCFullYear();
    const state = newSpreadsheet({ id: newId(world), name: title, presentYear, ...grid });
    const file: SpreadsheetFile = {
      id: state.id,
      owner: by === OWNER ? (world.accounts.keys().next().value ?? by) : by,
      editors: [],
      state,
      enabled: new Set(),
      people: new Map(),
    };
    world.files.set(file.id, file);
    return apiFile(file);
  };
  return {
    find: (id) => {
      const file = world.files.get(id);
      return file === undefined ? undefined : apiFile(file);
    },
    create,
    copy: ({ id }, { title, by }) => {
      const file = copyFile(world, fileOf(world, id), by);
      if (title !== undefined) file.state = { ...file.state, name: title };
      return apiFile(file);
    },
    remove: (id) => {
      world.files.delete(id);
    },
    list: () =>
      [...world.files.values()].map(apiFile).sort((one, other) => other.modifiedMs() - one.modifiedMs()),
  };
}
