import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setNetworkingMode } from '../../src/wslconfig/edit.js';
import { readWslconfig } from '../../src/wslconfig/read.js';
import { openableFile } from './files.js';

const modes = fc.constantFrom('None', 'Nat', 'Bridged', 'Mirrored', 'VirtioProxy');

/** Lines as byte strings, each with its line end. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = Buffer.from(bytes).toString('latin1');
  return wide
    ? (text.match(/(?:(?!\n\0)[^]{2})*\n\0|[^]+$/g) ?? [])
    : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

describe('for any file and any mode', () => {
  it('what was set is what WSL reads, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(openableFile, modes, (file, mode) => {
        const once = setNetworkingMode(file, mode);
        expect(readWslconfig(once.bytes).networkingMode).toBe(mode);
        const twice = setNetworkingMode(once.bytes, mode);
        expect(twice.changed).toBe(false);
        expect(twice.bytes).toEqual(once.bytes);
      }),
      { numRuns: 5000 },
    );
  });

  it('bytes were only inserted, or one value was replaced within its line', () => {
    fc.assert(
      fc.property(openableFile, modes, (file, mode) => {
        const before = linesOf(file);
        const after = linesOf(setNetworkingMode(file, mode).bytes);
        let head = 0;
        while (head < before.length && before[head] === after[head]) head++;
        let tail = 0;
        while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
        expect(before.length - head - tail).toBeLessThanOrEqual(1);
      }),
      { numRuns: 5000 },
    );
  });

  it('every other key keeps its value', () => {
    fc.assert(
      fc.property(openableFile, modes, (file, mode) => {
        expect(otherKeys(setNetworkingMode(file, mode).bytes)).toEqual(otherKeys(file));
      }),
      { numRuns: 3000 },
    );
  });
});

function otherKeys(bytes: Uint8Array): readonly string[] {
  return Object.entries(readWslconfig(bytes).set)
    .filter(([key]) => key !== 'wsl2.networkingMode')
    .map(([key, { raw }]) => `${key}=${raw}`)
    .toSorted();
}
