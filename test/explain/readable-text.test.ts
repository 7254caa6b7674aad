import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.js';
import { readableText } from '../../src/explain/readable-text.js';

const sentence = 'Could not set up the network (networkingMode Nat). See C:\\Users\\x\\.wslconfig';
const path = 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS';
const error = `${sentence}\nError code: ${path}/0x80041002`;
const letters = Array.from(error);

/** Every line cut at a width, as a terminal that does not know words copies it. */
function cutAt(width: number, text: string, lineStart = ''): string {
  const pieces = text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? []);
  return pieces.join(`\n${lineStart}`);
}

function found(text: string): unknown {
  const { codes, networkingMode } = explain(text);
  return { codes, networkingMode };
}

describe('a text that lost its shape on the way gives what the screen said', () => {
  it.each([
    ['NULs between the letters', letters.join('\0') + '\0'],
    ['bytes of UTF-16 read as Latin text', Buffer.from(error, 'utf16le').toString('latin1')],
    ['blanks in the place of the NULs', letters.join(' ') + ' '],
    ['dots in the place of the NULs', letters.map((letter) => `${letter}.`).join('')],
    ['replacement characters in the place of the NULs', letters.map((letter) => `${letter}\ufffd`).join('')],
    ['NULs as an editor shows them', letters.join('^@') + '^@'],
    ['NULs as a program escapes them', letters.join('\\x00')],
    ['lines that end twice', error.replaceAll('\n', '\r\r\n\r\r\n')],
    [
      'colours and a window title',
      `\x1b]0;wsl\x07\x1b[31m${error.replaceAll('\n', '\x1b[0m\n\x1b[31m')}\x1b[K`,
    ],
    ['quote marks of mail', error.replace(/^/gm, '> > ')],
    ['entities', error.replaceAll('/', '&#x2F;').replaceAll(' ', '&nbsp;').replaceAll('(', '&#40;')],
    ['tags', `<p>${error.replaceAll('/', '/<wbr>').replace('\n', '<br />')}</p>`],
    [
      'full-width letters',
      error.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ],
    ['letters without a width', error.replaceAll('/', '/\u200b').replace('ConfigureN', 'Configure\u00adN')],
    [
      'an address that was searched for',
      `${sentence}\nhttps://example.org/?q=${encodeURIComponent(`${path}/0x80041002`)}`,
    ],
  ])('%s', (_name, garbled) => {
    expect(found(garbled)).toEqual(found(error));
  });

  it('whatever the width of the window that cut it', () => {
    for (let width = 16; width <= 120; width += 1) expect(found(cutAt(width, error))).toEqual(found(error));
  });

  it('also where the cut lines were quoted', () => {
    const quoted = cutAt(79, `Error code: ${path}/0x80041002`, '> ');
    expect(found(quoted)).toEqual(found(`Error code: ${path}/0x80041002`));
  });
});

describe('a name that was cut in two', () => {
  it.each([
    ['(0x80\n041002).', '(0x80041002).'],
    ['HNS/0x\n80041002', 'HNS/0x80041002'],
    ['HNS/0\nx80041002', 'HNS/0x80041002'],
    ['ErrorID: -21472\n17406', 'ErrorID: -2147217406'],
    ['HCS/ERROR_FILE_NO\nT_FOUND', 'HCS/ERROR_FILE_NOT_FOUND'],
    ['CreateVm/ConfigureNetwor\n  king/HNS/', 'CreateVm/ConfigureNetworking/HNS/'],
    ['(networkin\ngMode Nat)', '(networkingMode Nat)'],
    ['networkingMode Virtio\nProxy.', 'networkingMode VirtioProxy.'],
  ])('is put together: %j', (cut, whole) => {
    expect(readableText(cut)).toBe(whole);
  });

  it.each([
    'HNS/0x80041002\nPress any key',
    'HNS/0x2741\nnext',
    'HNS/E_FAIL\nwsl: more',
    'Wsl/\nService/',
    '21472\n17406 bytes',
    'one\ntwo',
    'SharedAccess\nhns',
  ])('and lines that ended by themselves are left: %j', (text) => {
    expect(readableText(text)).toBe(text);
  });
});

describe('readableText with any text', () => {
  it('leaves an ordinary text as it is', () => {
    const ordinary = 'PS C:\\> wsl --status\n[wsl2]\nmemory = 8GB # 100% & more, a < b, 1.2.3.4\nIt works.';
    expect(readableText(ordinary)).toBe(ordinary);
  });

  it('never gives a control character but the line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readableText(text)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
      }),
    );
    expect(readableText('a&#27;[31mb&#x9b;c')).toBe('a [31mb c');
  });
});
