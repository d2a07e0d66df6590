// A spreadsheet as it comes back from Google: sent to an empty one as a copy is, batch by batch, and read again in slices.

import type { Spreadsheet, Tab } from "../../../local/grid/spreadsheet.ts";
import { type ReadSpreadsheet, readGoogle } from "../../../sync/copy/read-google.ts";
import { targetPlan } from "../../../sync/copy/target-plan.ts";
import { writeGoogle } from "../../../sync/copy/write-google.ts";
import type { ApiHere } from "./api-here.ts";

/** What an empty spreadsheet holds after all requests of a copy. */
export async function sent(
  api: ApiHere,
  state: Spreadsheet,
  isLate: (tab: Tab) => boolean = () => false,
): Promise<Spreadsheet> {
  const id = api.empty();
  const plan = targetPlan(state, 0, isLate);
  if (plan === undefined) throw new Error("nothing to copy");
  const connection = await api.connect({ spreadsheetId: id, access: "write" });
  await writeGoogle({
    connection,
    plan,
    settings: { timeZone: state.zone, locale: state.locale },
    run: "test",
  });
  return api.state(id);
}

/** The spreadsheet as it is read. */
export async function reread(api: ApiHere, state: Spreadsheet): Promise<ReadSpreadsheet> {
  return readGoogle(await api.connect({ spreadsheetId: api.put(state), access: "read" }));
}
