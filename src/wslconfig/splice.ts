import type { DiffLine } from '../domain/plan.js';
import { encodeText, type Source, type WslconfigEncoding } from './source.js';

/** Replaces the bytes `start..end` of the file by text, which is encoded as the file is, or by bytes. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string | Uint8Array;
}

/** Carries out edits that do not overlap; all other bytes stay as they are. */
export function splice(source: Pick<Source, 'bytes' | 'encoding'>, edits: readonly ByteEdit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start)) {
    pieces.push(source.bytes.subarray(at, edit.start));
    pieces.push(typeof edit.text === 'string' ? encodeText(edit.text, source.encoding) : edit.text);
    at = edit.end;
  }
  pieces.push(source.bytes.subarray(at));
  return join(pieces);
}

/** What changed, line by line with two lines of surroundings; empty where nothing did. Texts may hold control characters. */
export function diffLines(before: Uint8Array, after: Uint8Array): readonly DiffLine[] {
  const old = physicalLines(before);
  const fresh = physicalLines(after);
  const diff: DiffLine[] = [];
  let left = 0;
  let right = 0;
  while (left < old.length || right < fresh.length) {
    const line = fresh[right];
    if (line !== undefined && line === old[left]) {
      diff.push({ sign: ' ', line: right + 1, text: line });
      left++;
      right++;
      continue;
    }
    const [gone, came] = untilNextCommonLine(old, fresh, left, right);
    for (; left < gone; left++) diff.push({ sign: '-', line: left + 1, text: old[left] ?? '' });
    for (; right < came; right++) diff.push({ sign: '+', line: right + 1, text: fresh[right] ?? '' });
  }
  return diff.filter((_, index) =>
    diff.slice(Math.max(0, index - 2), index + 3).some(({ sign }) => sign !== ' '),
  );
}

/** The nearest pair of lines that are equal again; edits are small, so a short look ahead finds it. */
function untilNextCommonLine(
  old: readonly string[],
  fresh: readonly string[],
  left: number,
  right: number,
): readonly [number, number] {
  for (let distance = 1; distance <= 64; distance++) {
    for (let ahead = 0; ahead <= distance; ahead++) {
      const line = old[left + ahead];
      if (line !== undefined && line === fresh[right + distance - ahead]) {
        return [left + ahead, right + distance - ahead];
      }
    }
  }
  return [old.length, fresh.length];
}

/** Lines as an editor shows them; a last line that only gains its line end does not count as changed. */
function physicalLines(bytes: Uint8Array): readonly string[] {
  const lines = new TextDecoder(encodingOf(bytes)).decode(bytes).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function encodingOf(bytes: Uint8Array): WslconfigEncoding {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
