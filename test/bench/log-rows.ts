// A log of any length, the same for the same seed, in the order in which it would have been written: records
// come in, are moved along, parked, lost, moved back. Rows are arrays of cells as a log tab holds them, and are
// made one by one, so that a million of them need not be held to be read.

import { seededRandom } from "../../shared/statistics/seeded-random.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";
import { pipelineOf } from "../pipelines.ts";

export const bigPipeline = pipelineOf(
  "Big",
  "New > Contacted > Qualified > Proposal > Negotiation > Signed > Won:won > Repeat:won" +
    " | Sample | Parked:parked | Lost:lost | Avoid:avoid",
);

/** At, Board, Record, Entry, From, To, N, Who, Known by, Name, Note, Data, Id, Check. */
export type LogRow = readonly (string | number)[];

export const AT = 0;
export const RECORD = 2;
export const ENTRY = 3;
export const TO = 5;
export const N = 6;
export const ID = 12;

const START_MS = 1_577_836_800_000;
const SPAN_MS = 5 * 365 * 86_400_000;
const LAST_RANK = 7;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

interface Open {
  readonly id: string;
  rank: number;
  stage: string;
  n: number;
}

/** So many rows, one in ten of them an activity. */
export function* logRows(count: number): Generator<LogRow> {
  const random = seededRandom("bench");
  const stages = bigPipeline.stages.map((stage) => stage.id);
  const open: Open[] = [];
  const chance = () => random.uniform();
  const letters = () => Array.from({ length: 16 }, () => ALPHABET[Math.floor(chance() * 32)]).join("");
  for (let row = 0; row < count; row++) {
    const at = momentFromInstant(START_MS + Math.floor((row * SPAN_MS) / count / 1000) * 1000, utc);
    const isNew = open.length === 0 || chance() < 0.13;
    if (isNew) open.push({ id: `r${letters()}`, rank: 0, stage: "", n: 0 });
    const place = isNew ? open.length - 1 : Math.floor(chance() * open.length);
    const record = open[place];
    if (record === undefined) continue;
    const isActivity = !isNew && chance() < 0.1;
    const from = record.stage;
    if (!isActivity) {
      record.stage = stages[isNew ? 0 : nextStage(record, chance())] ?? "";
      record.n++;
    }
    const kind = isActivity ? "email-out" : isNew ? "created" : "moved";
    const to = isActivity ? "" : record.stage;
    yield [
      ...[at, "bbig", record.id, kind, isActivity ? "" : from, to, record.n, "Robin", "event"],
      ...[`Customer ${record.id.slice(1, 7)}`, "", "", `e${letters()}`, `c${letters()}`],
    ];
    if (!isEnd(record)) continue;
    open[place] = open[open.length - 1] ?? record;
    open.pop();
  }
}

/** The number of the stage to go to; the rank is kept through stages that have none. */
function nextStage(record: Open, chance: number): number {
  if (chance < 0.66) record.rank = Math.min(LAST_RANK, record.rank + 1);
  else if (chance < 0.74) record.rank = Math.min(LAST_RANK, record.rank + 2);
  else if (chance < 0.82) record.rank = Math.max(0, record.rank - 1);
  else return chance < 0.85 ? 8 : chance < 0.89 ? 9 : chance < 0.98 ? 10 : 11;
  return record.rank;
}

function isEnd({ stage }: Open): boolean {
  return stage === "lost" || stage === "avoid" || stage === "repeat";
}
