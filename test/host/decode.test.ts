import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCodePage } from '../../src/host/code-pages.js';
import { createLineDecoder, longestLineBytes } from '../../src/host/decode.js';
import type { OutputEncoding } from '../../src/host/host.js';

const chinese = { oem: 936, ansi: 936 };
const german = { oem: 850, ansi: 1252 };
const russian = { oem: 866, ansi: 1251 };
const japanese = { oem: 932, ansi: 932 };

function decode(
  chunks: readonly Uint8Array[],
  declared: OutputEncoding,
  codePages: { oem: number; ansi: number },
) {
  const lines: string[] = [];
  const partials: string[] = [];
  const decoder = createLineDecoder({
    declared,
    codePages,
    onLine: (text) => lines.push(text),
    onPartial: (text) => partials.push(text),
  });
  for (const chunk of chunks) decoder.push(chunk);
  decoder.end();
  return { lines, partials };
}

function linesOf(bytes: Uint8Array, declared: OutputEncoding, codePages: { oem: number; ansi: number }) {
  return decode([bytes], declared, codePages).lines;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bytesOf = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

/** Cuts at offsets taken from 0..1, so that a property can choose them before it knows the length. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = places.map((place) => Math.floor(place * (bytes.length + 1))).sort((a, b) => a - b);
  const edges = [0, ...cuts, bytes.length];
  return edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
}

function splitText(text: string): string[] {
  const lines = text.split('\n').map((line) => {
    const drawn = line.replace(/\r+$/, '');
    return drawn.slice(drawn.lastIndexOf('\r') + 1);
  });
  return text.endsWith('\n') || text === '' ? lines.slice(0, -1) : lines;
}

describe('lines of Chinese net.exe output in code page 936', () => {
  const text =
    'Host Network Service 服务正在停止.\r\nHost Network Service 服务已成功停止。\r\n\r\n一上退，请键入 NET HELPMSG 2182 以获得更多的帮助。\r\n';
  const bytes = encodeCodePage(text, 936);
  const expected = splitText(text);

  it('are right when the bytes are cut at every place', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(decode([bytes.subarray(0, cut), bytes.subarray(cut)], 'oem', chinese).lines).toEqual(expected);
    }
  });

  it('are right when the bytes are cut at every pair of places', () => {
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const chunks = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        if (decode(chunks, 'oem', chinese).lines.join('\n') !== expected.join('\n')) {
          expect.fail(`cut at ${first} and ${second}`);
        }
      }
    }
  });

  it('are previewed without half a character', () => {
    const { partials } = decode(
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
      'oem',
      chinese,
    );
    const wholes = expected.join('\n');
    expect(partials.length).toBeGreaterThan(40);
    for (const partial of partials) expect(wholes).toContain(partial);
  });
});

describe('any text in any chunks', () => {
  const cases: readonly [string, OutputEncoding, typeof chinese, (text: string) => Uint8Array, string][] = [
    ['code page 936', 'oem', chinese, (text) => encodeCodePage(text, 936), '服务正在停止联通一上小'],
    ['code page 932', 'oem', japanese, (text) => encodeCodePage(text, 932), 'サービスは開始能表示ソ'],
    ['code page 850', 'oem', german, (text) => encodeCodePage(text, 850), 'üößÄéÉ├╝'],
    ['code page 1252', 'ansi', german, (text) => encodeCodePage(text, 1252), 'üößÄéÉ’…'],
    ['code page 866', 'oem', russian, (text) => encodeCodePage(text, 866), 'Службарадтхр'],
    ['UTF-8', 'utf-8', chinese, utf8, '服务ü’😀рад'],
    ['UTF-16LE', 'utf-16le', chinese, utf16, '服务一上退ü’😀рад'],
  ];
  for (const [name, declared, codePages, encode, letters] of cases) {
    it(`is the same in ${name} as decoded whole`, () => {
      const character = fc.constantFrom(...Array.from(letters), ...Array.from('ab.: 1\r\n\n'));
      const text = fc.oneof(
        fc.array(character, { maxLength: 60 }).map((all) => all.join('')),
        fc.string({ unit: 'binary', maxLength: 30 }),
      );
      const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
      fc.assert(
        fc.property(text, places, (any, cuts) => {
          const bytes = encode(any);
          const whole = linesOf(bytes, declared, codePages);
          expect(decode(cutAt(bytes, cuts), declared, codePages).lines).toEqual(whole);
          const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
          expect(decode(single, declared, codePages).lines).toEqual(whole);
        }),
        { numRuns: 400 },
      );
    });
  }

  const wordy: readonly [string, OutputEncoding, typeof chinese, (text: string) => Uint8Array, string[]][] = [
    [
      'code page 936',
      'oem',
      chinese,
      (text) => encodeCodePage(text, 936),
      ['服务', '一', '上', '小', '退出', '。'],
    ],
    ['code page 850', 'oem', german, (text) => encodeCodePage(text, 850), ['Schlüssel', 'läuft', 'ß', 'É']],
    ['code page 866', 'oem', russian, (text) => encodeCodePage(text, 866), ['Служба', 'рад', 'не', 'я']],
    ['UTF-8', 'utf-8', chinese, utf8, ['服务', '一', '上', 'рад', 'ü', '’', '😀']],
    ['UTF-16LE', 'utf-16le', chinese, utf16, ['适用于', '子系统', '一', '上', '退出', '服务', '。', '《']],
  ];
  for (const [name, declared, codePages, encode, words] of wordy) {
    it(`of words with numbers and blanks is read right in ${name}`, () => {
      const word = fc.constantFrom(...words, ...words, 'WSL', '2', 'Linux');
      const line = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
      const text = fc.array(line, { maxLength: 6 }).map((all) => all.map((one) => `${one}\r\n`).join(''));
      fc.assert(
        fc.property(text, (any) => {
          expect(linesOf(encode(any), declared, codePages)).toEqual(splitText(any));
        }),
        { numRuns: 500 },
      );
    });
  }
});

describe('wsl.exe', () => {
  const notice = '适用于 Linux 的 Windows 子系统没有已安装的分发版。\r\n上一退出\r\n\r\n';

  it('is read as UTF-16LE though UTF-8 was declared, as old versions ignore WSL_UTF8', () => {
    expect(linesOf(utf16(notice), 'utf-8', chinese)).toEqual(splitText(notice));
  });

  it('may mix its UTF-16LE text with the UTF-8 lines of a Linux program, cut anywhere', () => {
    const mixed = bytesOf(
      utf8('eth0 up\n网络 ok\n'),
      utf16(notice),
      utf8('终\nlast 行\n'),
      utf16('错误: 1\r\r\n'),
    );
    const expected = ['eth0 up', '网络 ok', ...splitText(notice), '终', 'last 行', '错误: 1'];
    for (const declared of ['utf-8', 'utf-16le'] as const) {
      for (let cut = 0; cut <= mixed.length; cut++) {
        const chunks = [mixed.subarray(0, cut), mixed.subarray(cut)];
        expect(decode(chunks, declared, chinese).lines).toEqual(expected);
      }
    }
  });

  it('is found in the middle of a line that the Linux program did not end', () => {
    for (const prefix of ['abc', 'done']) {
      expect(linesOf(bytesOf(utf8(prefix), utf16('wsl: 失败\r\nnext\r\n')), 'utf-8', chinese)).toEqual([
        `${prefix}wsl: 失败`,
        'next',
      ]);
    }
  });

  it('is told from a Linux program by its letters where neither wrote a NUL yet', () => {
    expect(linesOf(utf16('无法上传\r\n退出上\n'), 'utf-8', chinese)).toEqual(['无法上传', '退出上']);
    expect(linesOf(utf8('ok\n\nName\n'), 'utf-16le', chinese)).toEqual(['ok', '', 'Name']);
  });

  it('keeps blank lines of the Linux program, whatever the next one begins with', () => {
    expect(linesOf(utf8('\nName: x\n\n0\n'), 'utf-8', chinese)).toEqual(['', 'Name: x', '', '0']);
  });
});

describe('what decides the encoding', () => {
  it('is a byte order mark before anything else, and the mark is not text', () => {
    expect(linesOf(bytesOf(Uint8Array.of(0xff, 0xfe), utf16('敨汬 上\n')), 'oem', german)).toEqual([
      '敨汬 上',
    ]);
    expect(linesOf(bytesOf(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('小 С\n')), 'oem', chinese)).toEqual([
      '小 С',
    ]);
    expect(linesOf(Uint8Array.of(0xef), 'ansi', german)).toEqual(['ï']);
  });

  it('is strict UTF-8 line by line before the code page (netsh on a German Windows 11)', () => {
    const bytes = bytesOf(utf8('Zurücksetzen\r\n'), encodeCodePage('Schlüssel\r\n', 850));
    expect(linesOf(bytes, 'oem', german)).toEqual(['Zurücksetzen', 'Schlüssel']);
  });

  it('is not UTF-8 by accident: characters that the machine could not have meant stay in its code page', () => {
    expect(linesOf(encodeCodePage('一\r\n小\r\n', 936), 'oem', chinese)).toEqual(['一', '小']);
    expect(linesOf(encodeCodePage('рад\r\n', 866), 'oem', russian)).toEqual(['рад']);
  });

  it('is the ANSI page where that was declared', () => {
    expect(linesOf(encodeCodePage('Gerät\r\n', 1252), 'ansi', german)).toEqual(['Gerät']);
  });

  it('is the OEM page for bytes that should have been UTF-8', () => {
    expect(linesOf(encodeCodePage('Schlüssel\n', 850), 'utf-8', german)).toEqual(['Schlüssel']);
  });
});

describe('line ends', () => {
  it('may be \\n, \\r\\n or \\r\\r\\n, and a lone \\r draws the line again', () => {
    const text = 'a\nb\r\nc\r\r\n10%\r50%\r100%\r\nlast';
    expect(linesOf(utf8(text), 'oem', german)).toEqual(['a', 'b', 'c', '100%', 'last']);
  });

  it('are waited for in previews, which grow and are drawn again', () => {
    const chunks = ['stopping', '.', '.', '\r\nstopped.\r\n'].map(utf8);
    const { lines, partials } = decode(chunks, 'oem', german);
    expect(partials).toEqual(['stopping', 'stopping.', 'stopping..']);
    expect(lines).toEqual(['stopping..', 'stopped.']);
  });

  it('that never come do not fill the memory: a long line is given out in pieces, the same for any chunks', () => {
    const bytes = utf8(`${'word '.repeat(40_000)}\nnext\n`);
    const { lines } = decode([bytes], 'oem', german);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(longestLineBytes);
    expect(lines.join('')).toBe(`${'word '.repeat(40_000)}next`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 999) }, (_, index) =>
      bytes.subarray(index * 999, (index + 1) * 999),
    );
    expect(decode(chunks, 'oem', german).lines).toEqual(lines);
  });
});
