// Sorting lengths is most of what an estimate costs. Lengths spread over their range, so each can be put near
// its place at once and only neighbours are left to compare; where they crowd, the general sort takes over.

const FEW = 64;
const CROWD = 16;

/**
 * The same finite numbers, sorted upwards in place.
 *
 * Source: bucket sort; Knuth, The Art of Computer Programming 3, 5.2.5.
 *
 * @example
 * [...sortLengths(Float64Array.of(3, 1, 2))] //=> [1, 2, 3]
 */
export function sortLengths(lengths: Float64Array): Float64Array {
  if (lengths.length < FEW) return lengths.sort();
  const ends = scatter(lengths);
  let from = 0;
  for (let bucket = 0; bucket < ends.length; bucket++) {
    const to = ends[bucket] ?? 0;
    if (to - from > CROWD) lengths.subarray(from, to).sort();
    else if (to - from > 1) insertSort(lengths, from, to);
    from = to;
  }
  return lengths;
}

/** Orders the lengths by bucket, as many as there are lengths, and tells where each bucket ends. */
function scatter(lengths: Float64Array): Int32Array {
  const count = lengths.length;
  const { least, scale } = spreadOf(lengths);
  const places = new Int32Array(count);
  const bucketOf = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const bucket = (((lengths[index] ?? 0) - least) * scale) | 0;
    bucketOf[index] = bucket;
    places[bucket] = (places[bucket] ?? 0) + 1;
  }
  let next = 0;
  for (let bucket = 0; bucket < count; bucket++) {
    const size = places[bucket] ?? 0;
    places[bucket] = next;
    next += size;
  }
  const unordered = lengths.slice();
  for (let index = 0; index < count; index++) {
    const bucket = bucketOf[index] ?? 0;
    const place = places[bucket] ?? 0;
    lengths[place] = unordered[index] ?? 0;
    places[bucket] = place + 1;
  }
  return places;
}

function spreadOf(lengths: Float64Array): { least: number; scale: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let index = 0; index < lengths.length; index++) {
    const length = lengths[index] ?? 0;
    if (length < least) least = length;
    if (length > most) most = length;
  }
  return { least, scale: most > least ? (lengths.length - 1) / (most - least) : 0 };
}

function insertSort(lengths: Float64Array, from: number, to: number): void {
  for (let index = from + 1; index < to; index++) {
    const length = lengths[index] ?? 0;
    let hole = index;
    for (; hole > from && (lengths[hole - 1] ?? 0) > length; hole--) lengths[hole] = lengths[hole - 1] ?? 0;
    lengths[hole] = length;
  }
}
