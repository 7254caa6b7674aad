import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captureSchema, type Capture } from '../../src/capture/capture.js';
import { captureText, longestCaptureBytes, parseCapture } from '../../src/capture/capture-file.js';
import { CaptureFileError } from '../../src/capture/capture-file-error.js';
import { commandOf, recordingOf } from './recordings.js';

const capture: Capture = {
  schema: captureSchema,
  ...recordingOf([
    commandOf(['query', 'hns'], 'STATE : 4', { probe: 'services' }),
    {
      probe: 'hns-events',
      question: 'events',
      args: { log: 'A', days: 7 },
      resultBase64: Buffer.from('[]').toString('base64'),
      error: null,
      durationMs: 3,
    },
  ]),
  host: { kind: 'windows', name: 'PC-1', windows: null, wsl: null, elevated: false, language: 'en-US' },
};
const bytes = Buffer.from(captureText(capture));

function faultOf(content: Uint8Array | string): string {
  try {
    parseCapture(Buffer.from(content));
  } catch (error) {
    if (error instanceof CaptureFileError) return `${error.fault} ${error.where}`;
    throw error;
  }
  return 'none';
}

/** The file with one place of it changed. */
function changed(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(bytes.toString()) as Record<string, unknown>; // an object, as written above
  change(file);
  return JSON.stringify(file);
}

describe('a capture file', () => {
  test('is read as it was written, also where PowerShell redirected it as UTF-16LE', () => {
    expect(parseCapture(bytes)).toEqual(capture);
    expect(parseCapture(Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'))).toEqual(capture);
    expect(parseCapture(Buffer.from(`\ufeff${bytes.toString()}`))).toEqual(capture);
  });

  test('of the contract alone, without the fields that were added, is read too', () => {
    const read = parseCapture(
      Buffer.from(
        JSON.stringify({
          schema: captureSchema,
          recordedAt: '2026-03-01T10:00:00.000Z',
          host: capture.host,
          exchanges: [
            { probe: 'wsl', argv: ['a.exe'], exitCode: 1, durationMs: 2, stdoutBase64: '', stderrBase64: '' },
            { probe: 'wsl', question: 'q', args: {}, resultBase64: 'W10=', error: null },
          ],
          files: { 'C:\\Users\\user-1\\.wslconfig': '' },
        }),
      ),
    );
    expect(read.exchanges).toMatchObject([{ ended: 'exited', encoding: 'oem' }, { durationMs: 0 }]);
  });

  test('with fields of a later version is read without them', () => {
    expect(parseCapture(Buffer.from(changed((file) => (file.later = 1))))).toEqual(capture);
  });

  test.each([
    ['empty', '', 'truncated empty'],
    ['text', 'WSL is broken', 'not-json'],
    ['other JSON', '{"schema":"wsl-netfix/diagnosis/1"}', 'not-a-capture .schema'],
    ['a list', '[1]', 'not-a-capture .schema'],
    ['null', 'null', 'not-a-capture .schema'],
    ['a later format', '{"schema":"wsl-netfix/capture/2"}', 'other-version .schema'],
    ['no exchanges', changed((file) => delete file.exchanges), 'damaged .exchanges'],
    ['odd time', changed((file) => (file.recordedAt = 'yesterday')), 'damaged .recordedAt'],
    ['no argv', changed((file) => (file.exchanges = [{}])), 'damaged .exchanges[0].args'],
    ['odd base64', changed((file) => (file.files = { x: '%%%%' })), 'damaged .files.x'],
    ['odd host', changed((file) => (file.host = { ...capture.host, kind: 'linux' })), 'damaged .host.kind'],
    [
      'odd language',
      changed((file) => (file.host = { ...capture.host, language: '\u001b[2J' })),
      'damaged .host.language',
    ],
  ])('that is %s is refused by name', (_, content, fault) => {
    expect(faultOf(content)).toContain(fault);
  });

  test('that is too large is refused before it is read', () => {
    expect(faultOf(Buffer.alloc(longestCaptureBytes + 1))).toContain('too-large');
  });

  test('cut off anywhere is called truncated once it began as a capture', () => {
    const text = bytes.toString();
    for (let end = 40; end < text.trimEnd().length; end += 7)
      expect(faultOf(text.slice(0, end))).toMatch(/^truncated/);
  });

  test('with any bytes changed is a capture or a CaptureFileError, never anything else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (edits) => {
          const edited = Buffer.from(bytes);
          for (const [at, byte] of edits) edited[at] = byte;
          faultOf(edited);
        },
      ),
      { numRuns: 300 },
    );
  });
});
