// Whatever is typed over cells of Setup while records stand on the board: a run never falls over, loses nobody, and
// the next one has nothing left to do.

import fc from "fast-check";
import { expect, test } from "vitest";
import { mainLineOf } from "../../../shared/definition/pipeline.ts";
import { openWorld } from "../../world.ts";
import { books, spoil, spoiledIn } from "../definition/setup/spoiled.ts";

test.each(books.map((book) => [book.key, book] as const))(
  "%s: records stay where they are when any cells of Setup are typed over",
  (_key, { definition }) => {
    const [pipeline] = definition.pipelines;
    if (pipeline === undefined) throw new Error("the book has no pipeline");
    const { team, holidays } = definition;
    const world = openWorld({ boards: { Board: pipeline }, team, holidays });
    const [first, second] = mainLineOf(pipeline);
    world.add([
      { Name: "pear", Stage: first?.name ?? "", Owner: "Ada" },
      { Name: "plum", Stage: second?.name ?? "" },
    ]);
    world.run();
    const before = world.tables();
    const stories = ["pear", "plum"].map((name) => world.story(name));
    fc.assert(
      fc.property(fc.array(spoiledIn(before), { minLength: 1, maxLength: 3 }), (spoiled) => {
        world.replace(spoiled.reduce(spoil, before));
        world.run();
        expect(["pear", "plum"].map((name) => world.story(name))).toEqual(stories);
        expect(world.run().changes).toEqual([]);
        expect(world.names()).toEqual(["pear", "plum"]);
      }),
      { numRuns: 15 },
    );
  },
);
