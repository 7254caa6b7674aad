import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { fitRow, padRow, paragraph, row, rowText, span, spread, wrapRow } from '../../src/ui/rows.js';

const pieces = ['a', 'word ', '网络', '地址，', '🙂', 'e\u0301', ' ', '\\', 'C:\\Users\\林', '…', '한국'];
const someText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const someWidth = fc.integer({ min: 4, max: 50 });

describe('rows', () => {
  test('are never wider than they may be, wide characters or not', () => {
    fc.assert(
      fc.property(someText, someWidth, (text, width) => {
        expect(stringWidth(rowText(fitRow(row(text), width)))).toBeLessThanOrEqual(width);
        expect(stringWidth(rowText(padRow(row(text), width)))).toBe(width);
        expect(stringWidth(rowText(spread(row(text), row('99 s'), width)))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('wrapped, lose nothing but spaces and stay in their width', () => {
    fc.assert(
      fc.property(
        someText,
        fc.integer({ min: 8, max: 50 }),
        fc.integer({ min: 0, max: 4 }),
        (text, width, indent) => {
          const wrapped = wrapRow([span(text)], width, indent);
          for (const line of wrapped) expect(stringWidth(rowText(line))).toBeLessThanOrEqual(width);
          const joined = wrapped.map(rowText).join('').replaceAll(' ', '');
          expect(joined).toBe(rowText(row(text)).replaceAll(' ', ''));
        },
      ),
    );
  });

  test('keep a path whole where a line can hold it', () => {
    const lines = wrapRow(row('To undo: C:\\Users\\林小明\\undo.cmd'), 26, 2).map(rowText);
    expect(lines).toEqual(['To undo: ', '  C:\\Users\\林小明\\undo.cmd']);
  });

  test('cut a path that fits no line behind one of its names', () => {
    const lines = paragraph('Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002', 30).map(
      rowText,
    );
    expect(lines).toEqual(['Wsl/Service/CreateInstance/', 'CreateVm/ConfigureNetworking/', 'HNS/0x80041002']);
  });

  test('do not begin with Chinese punctuation', () => {
    const lines = paragraph('尚未执行任何操作，请确认。', 16).map(rowText);
    expect(lines.some((line) => /^[，。]/.test(line))).toBe(false);
  });

  test('hold no control characters, whatever they are made of', () => {
    expect(rowText(row('a\x1b[31mb\u202ec\r\nd\x07'))).toBe('abc d');
  });
});
