/** The text of a capture, and a reader that believes nothing. */
import { wideText } from '../host/line-shape.js';
import { decodeStrictUtf8 } from '../host/narrow-text.js';
import { captureSchema, type Capture } from './capture.js';
import { CaptureFileError } from './capture-file-error.js';
import { readCapture } from './capture-shape.js';

/** The file's text. */
export function captureText(capture: Capture): string {
  return `${JSON.stringify(capture, null, 1)}\n`;
}

/** A diagnosis records well under one; more is no capture of ours. */
export const longestCaptureBytes = 64 * 1024 * 1024;

/** Reads a file's bytes. @throws {CaptureFileError} where it is no capture that can be replayed */
export function parseCapture(bytes: Uint8Array): Capture {
  if (bytes.length > longestCaptureBytes) throw new CaptureFileError('too-large', `${bytes.length} bytes`);
  const text = textOf(bytes);
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('schema' in value))
    throw new CaptureFileError('not-a-capture', '.schema');
  const { schema } = value;
  if (schema !== captureSchema) {
    const isCapture = typeof schema === 'string' && /^wsl-netfix\/capture\/\d+$/.test(schema);
    throw new CaptureFileError(isCapture ? 'other-version' : 'not-a-capture', '.schema');
  }
  return readCapture(value);
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new CaptureFileError('truncated', 'empty');
  // Windows PowerShell 5.1 writes UTF-16LE when a program's output is redirected into a file.
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? wideText(bytes) : decodeStrictUtf8(bytes);
  if (text === undefined) throw new CaptureFileError('not-json', 'encoding');
  return text.replace(/^\ufeff/, '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const began = /^\s*\{\s*"schema"\s*:\s*"wsl-netfix\/capture\//.test(text);
    throw new CaptureFileError(began ? 'truncated' : 'not-json', error instanceof Error ? error.message : '');
  }
}
