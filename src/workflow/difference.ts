import type { DiffLine } from '../domain/plan.js';
import { sanitizeLine } from '../host/sanitize.js';

/** What changed between two files, as lines between the parts that begin and end alike. For showing only. */
export function differenceOf(
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [
    ...old
      .slice(head, old.length - tail)
      .map((text, at) => ({ sign: '-' as const, line: head + at + 1, text })),
    ...now
      .slice(head, now.length - tail)
      .map((text, at) => ({ sign: '+' as const, line: head + at + 1, text })),
  ];
}

function linesOf(bytes: Uint8Array | undefined): readonly string[] {
  if (bytes === undefined || bytes.length === 0) return [];
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  return lines.map(sanitizeLine);
}
