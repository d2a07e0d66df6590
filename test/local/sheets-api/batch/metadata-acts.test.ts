import { expect, test } from "vitest";
import { metadataById, searchedMetadata } from "../../../../local/sheets-api/resource/metadata-search.ts";
import { gridOf } from "../../grid/grids.ts";
import { batch, lines, refusal, replyTo, sheetSeen } from "./batches.ts";

const create = (entry: object) => ({
  createDeveloperMetadata: { developerMetadata: { metadataKey: "k", visibility: "DOCUMENT", ...entry } },
});
const onColumn = (index: number) => ({ location: { dimensionRange: lines("COLUMNS", index, index + 1) } });
const onBook = { location: { spreadsheet: true } };
const byKey = (metadataKey: string) => ({ developerMetadataLookup: { metadataKey } });

test("metadata is told with its id and the kind of its place", () => {
  expect(replyTo(gridOf([]), create({ metadataValue: "name", ...onColumn(2) }))).toEqual({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 1001,
        metadataKey: "k",
        metadataValue: "name",
        location: {
          locationType: "COLUMN",
          dimensionRange: { dimension: "COLUMNS", startIndex: 2, endIndex: 3 },
        },
        visibility: "DOCUMENT",
      },
    },
  });
});

test("a batch that creates metadata under an id which exists is refused as a whole", () => {
  const grid = batch(gridOf([]), create({ metadataId: 42, ...onBook }));
  const rename = { updateSheetProperties: { properties: { sheetId: 0, title: "Other" }, fields: "title" } };
  expect(refusal(grid, rename, create({ metadataId: 42, ...onBook }))).toBe(
    "400 Invalid requests[1].createDeveloperMetadata: Developer metadata with the ID 42 already exists",
  );
  const freed = batch(grid, {
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: 42 } } },
  });
  expect(refusal(freed, create({ metadataId: 42, ...onBook }))).toBe("done");
});

test("metadata of a column goes with it, and is told beside it", () => {
  const grid = batch(gridOf([]), create({ metadataValue: "v", ...onColumn(1) }), {
    insertDimension: { range: lines("COLUMNS", 0, 1) },
  });
  const [data] = sheetSeen(grid, "data.columnMetadata.developerMetadata").data ?? [];
  expect(
    data?.columnMetadata?.map(({ developerMetadata }) => developerMetadata?.[0]?.metadataValue).slice(0, 4),
  ).toEqual([undefined, undefined, "v", undefined]);
});

test("an update changes the fields that it names, of all that the filters find", () => {
  const grid = batch(
    gridOf([]),
    create({ metadataValue: "a", ...onBook }),
    create({ metadataValue: "b", ...onColumn(0) }),
  );
  const updated = batch(grid, {
    updateDeveloperMetadata: {
      dataFilters: [byKey("k")],
      developerMetadata: { metadataKey: "x", metadataValue: "c" },
      fields: "metadataValue",
    },
  });
  expect(updated.metadata.map(({ key, value, place }) => [key, value, place.kind])).toEqual([
    ["k", "c", "spreadsheet"],
    ["k", "c", "column"],
  ]);
});

test("a search tells each entry once, with the filters that found it", () => {
  const grid = batch(
    gridOf([]),
    create({ metadataId: 1, ...onBook }),
    create({ metadataId: 2, metadataKey: "other", ...onColumn(3) }),
  );
  const filters = [byKey("k"), { gridRange: { sheetId: 0, startColumnIndex: 3 } }, { a1Range: "Sales!A:B" }];
  expect(
    searchedMetadata(grid, { dataFilters: filters }).matchedDeveloperMetadata?.map(
      ({ developerMetadata, dataFilters }) => [developerMetadata?.metadataId, dataFilters],
    ),
  ).toEqual([
    [1, [filters[0]]],
    [2, [filters[1]]],
  ]);
  expect(metadataById(grid, 2).metadataKey).toBe("other");
  expect(() => metadataById(grid, 3)).toThrow("3");
});

test("a lookup by place finds what is exactly there, or all that touches it", () => {
  const grid = batch(
    gridOf([]),
    create({ metadataId: 1, ...onColumn(0) }),
    create({ metadataId: 2, location: { sheetId: 0 } }),
  );
  const found = (locationMatchingStrategy: string) =>
    searchedMetadata(grid, {
      dataFilters: [
        { developerMetadataLookup: { metadataLocation: { sheetId: 0 }, locationMatchingStrategy } },
      ],
    }).matchedDeveloperMetadata?.map(({ developerMetadata }) => developerMetadata?.metadataId);
  expect(found("EXACT_LOCATION")).toEqual([2]);
  expect(found("INTERSECTING_LOCATION")).toEqual([1, 2]);
});
