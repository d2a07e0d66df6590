// The same figures by DuckDB: rows loaded from a file or appended from memory, one table of visits, one statement
// for each of funnel, conversions and median time in stage.

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { mainLineOf } from "../../shared/definition/pipeline.ts";
import { AT, bigPipeline, ENTRY, ID, type LogRow, N, RECORD, TO } from "./log-rows.ts";

const DAY_SECONDS = 86_400;

/** A fresh database with the stages of the pipeline. */
export async function openDatabase(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const ranks = new Map(mainLineOf(bigPipeline).map(({ id }, rank) => [id, rank]));
  const values = bigPipeline.stages.map(({ id, kind }) => `('${id}', '${kind}', ${ranks.get(id) ?? "NULL"})`);
  await connection.run("CREATE TABLE stages (stage VARCHAR, kind VARCHAR, rank INTEGER)");
  await connection.run(`INSERT INTO stages VALUES ${values.join(", ")}`);
  return connection;
}

/** Loads the six columns that the figures need from a CSV file. */
export async function loadFromFile(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE log AS SELECT * FROM read_csv('${path}', header = true, columns =
    {'instant': 'TIMESTAMPTZ', 'record': 'VARCHAR', 'entry': 'VARCHAR', 'stage': 'VARCHAR', 'n': 'INTEGER', 'id': 'VARCHAR'})`);
}

/** Loads the same columns from rows in memory, times as text, as the rows hold them. */
export async function loadFromRows(connection: DuckDBConnection, rows: readonly LogRow[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE texts
    (instant VARCHAR, record VARCHAR, entry VARCHAR, stage VARCHAR, n INTEGER, id VARCHAR)`);
  const appender = await connection.createAppender("texts");
  for (const row of rows) {
    appender.appendVarchar(String(row[AT]));
    appender.appendVarchar(String(row[RECORD]));
    appender.appendVarchar(String(row[ENTRY]));
    appender.appendVarchar(String(row[TO]));
    appender.appendInteger(Number(row[N]));
    appender.appendVarchar(String(row[ID]));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    "CREATE OR REPLACE TABLE log AS SELECT * REPLACE (instant::TIMESTAMPTZ AS instant) FROM texts",
  );
}

/** Visits as METRICS means them: equal ids once, in order, entries into the same stage joined. */
const VISITS = `CREATE OR REPLACE TABLE visits AS
  WITH entries AS (SELECT DISTINCT ON (record, id) record, id, instant, n, stage FROM log
                   WHERE entry IN ('created', 'copied', 'moved')),
       changes AS (SELECT *, lag(stage) OVER (PARTITION BY record ORDER BY instant, n) AS before FROM entries),
       kept AS (SELECT * FROM changes WHERE before IS DISTINCT FROM stage)
  SELECT record, stage, kind, rank, instant, lead(instant) OVER path AS leaving, row_number() OVER path AS visit,
         max(rank) OVER (PARTITION BY record ORDER BY instant, n ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later,
         last_value(kind) OVER (PARTITION BY record ORDER BY instant, n
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS final
  FROM kept JOIN stages USING (stage) WINDOW path AS (PARTITION BY record ORDER BY instant, n)`;

const FUNNEL = `SELECT line.rank, count(*)::INTEGER AS reached
  FROM stages AS line JOIN (SELECT max(rank) AS highest FROM visits GROUP BY record) ON highest >= line.rank
  GROUP BY line.rank ORDER BY line.rank`;

const CONVERSIONS = `SELECT rank, count(*)::INTEGER AS entered,
    count(*) FILTER (later > rank)::INTEGER AS converted,
    count(*) FILTER (coalesce(later, -1) <= rank AND final IN ('lost', 'avoid'))::INTEGER AS dropped
  FROM (SELECT rank, arg_min(later, visit) AS later, any_value(final) AS final
        FROM (SELECT record, rank, visit, coalesce(later, -1) AS later, final FROM visits WHERE rank IS NOT NULL)
        GROUP BY record, rank)
  GROUP BY rank ORDER BY rank`;

const TIMES = `SELECT stage, median(epoch(leaving) - epoch(instant)) / ${DAY_SECONDS} AS days
  FROM (SELECT stage, arg_max(instant, visit) AS instant, arg_max(leaving, visit) FILTER (TRUE) AS leaving, max(visit) AS visit
        FROM (SELECT record, stage, visit, instant, coalesce(leaving, 'infinity') AS leaving FROM visits)
        GROUP BY record, stage)
  WHERE leaving <> 'infinity' GROUP BY stage ORDER BY stage`;

export interface DatabaseFigures {
  readonly reached: readonly number[];
  readonly steps: readonly {
    readonly entered: number;
    readonly converted: number;
    readonly dropped: number;
  }[];
  readonly medianDays: ReadonlyMap<string, number>;
}

/** All figures, from the loaded log. */
export async function figuresOf(connection: DuckDBConnection): Promise<DatabaseFigures> {
  await connection.run(VISITS);
  const funnel = (await connection.runAndReadAll(FUNNEL)).getRows();
  const steps = (await connection.runAndReadAll(CONVERSIONS)).getRows();
  const times = (await connection.runAndReadAll(TIMES)).getRows();
  return {
    reached: funnel.map(([, reached]) => Number(reached)),
    steps: steps.map(([, entered, converted, dropped]) => ({
      entered: Number(entered),
      converted: Number(converted),
      dropped: Number(dropped),
    })),
    medianDays: new Map(times.map(([stage, days]) => [String(stage), Number(days)])),
  };
}
