// A text as bytes in UTF-8. The language itself has no encoder, and not every host brings one: Apps Script has none.

const REPLACEMENT = 0xfffd;

/**
 * The bytes of a text; half of a pair that stands alone becomes U+FFFD, as the encoding standard has it.
 *
 * @example
 * [...utf8Bytes("aé")] //=> [97, 195, 169]
 */
export function utf8Bytes(text: string): Uint8Array {
  return plainBytes(text) ?? allBytes(text);
}

// Nearly every text that is hashed is plain, and a history is hashed row by row: a byte a letter, and no more room.
function plainBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return undefined;
    bytes[index] = unit;
  }
  return bytes;
}

function allBytes(text: string): Uint8Array {
  // A code unit of UTF-16 takes three bytes at the most; a pair takes four.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const point = wholePoint(text.codePointAt(index) ?? 0);
    if (point > 0xffff) index++;
    length = writePoint(bytes, length, point);
  }
  return bytes.subarray(0, length);
}

function wholePoint(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
}

/** Writes one character at `at`; the place behind it. */
function writePoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  const tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  // As many leading ones as the character has bytes; what is above them falls off the byte.
  bytes[at] = (0xff80 >> tail) | (point >> (6 * tail));
  for (let left = tail - 1; left >= 0; left--)
    bytes[at + tail - left] = 0x80 | ((point >> (6 * left)) & 0x3f);
  return at + tail + 1;
}
