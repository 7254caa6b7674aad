import { expect, test } from 'vitest';
import { wideText } from '../../src/host/line-shape.js';

// Without it the process dies of a damaged heap, at this loop or at any later time (nodejs/node#64697).
test('an odd number of UTF-16LE bytes at an odd address is read without half a unit', () => {
  for (let round = 0; round < 50_000; round++) {
    const bytes = new Uint8Array(2 * (1 + (round % 700)) + 2).fill(0x41);
    expect(wideText(bytes.subarray(1)).length).toBe((bytes.length - 2) / 2);
  }
});
