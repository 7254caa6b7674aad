import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeLine } from '../../src/host/sanitize.js';

describe('a line made fit for a terminal', () => {
  it('is left alone when it is plain, in any script', () => {
    const text = '  服务正在停止. Schlüssel – Служба 😀 ';
    expect(sanitizeLine(text)).toBe(text);
  });

  it.each([
    ['clears of the screen', 'a\x1b[2Jb', 'ab'],
    ['colours', '\x1b[31;1mred\x1b[0m', 'red'],
    ['window titles', 'a\x1b]0;title\x07b', 'ab'],
    ['links ended by a string terminator', '\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\', 'y'],
    ['device control strings', 'a\x1bP1$r0m\x1b\\b', 'ab'],
    ['8-bit sequences', 'a\x9b2Jb\x9d0;t\x9cc', 'abc'],
    ['short escapes', '\x1bca\x1b(Bb\x1b7c', 'abc'],
    ['text reversed by overrides and isolates', 'a\u202eexe.txt\u202c\u2066b\u2069\u200f\u061c', 'aexe.txtb'],
    ['bells, backspaces, carriage returns and DEL', 'a\x07\b\r\x7fb', 'ab'],
    ['byte order marks', '\ufeffa', 'a'],
  ])('has no %s', (_, text, clean) => {
    expect(sanitizeLine(text)).toBe(clean);
  });

  it('keeps the text of a string that never ends, without its power', () => {
    expect(sanitizeLine('a\x1b]0;title b')).toBe('a0;title b');
  });

  it('has tabs as blanks up to the next stop, and line separators as blanks', () => {
    expect(sanitizeLine('Iface\tDest\t')).toBe('Iface   Dest    ');
    expect(sanitizeLine('a\u2028b')).toBe('a b');
  });

  it('has nothing left that a terminal acts on, whatever came, and changes no more when done twice', () => {
    const nasty = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '2',
      'J',
      ';',
      '\x07',
      '\x9b',
      '\x9d',
      '\\',
      '\u202e',
      '\r',
      '\t',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(nasty).map((all) => all.join('')),
        ),
        (text) => {
          const clean = sanitizeLine(text);
          expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
          expect(sanitizeLine(clean)).toBe(clean);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes linear time on hostile lines', () => {
    for (const piece of ['\x1b]', '\x9d', '\x1b[', '\x9b1;', '\x1bP\x1b']) {
      expect(sanitizeLine(piece.repeat(100_000)).length).toBeLessThan(200_001);
    }
  });
});
