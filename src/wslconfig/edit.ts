import type { NetworkingMode } from '../domain/facts.js';
import type { DiffLine } from '../domain/plan.js';
import { interpret, readWslconfig, type Interpretation } from './read.js';
import type { Entry, HeaderEntry, SettingEntry } from './scan.js';
import { byteOf, lineAround, lineEndOf, type Source } from './source.js';
import { diffLines, splice, type ByteEdit } from './splice.js';

/** A `.wslconfig` with a change made to it. */
export interface WslconfigEdit {
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  readonly diff: readonly DiffLine[];
}

/** The file cannot be made to say what was asked: WSL does not open it, or reads it otherwise wherever the line is put. */
export class WslconfigEditError extends Error {
  override readonly name = 'WslconfigEditError';
  constructor(readonly reason: 'cannot-be-opened' | 'does-not-take') {
    super(
      reason === 'cannot-be-opened'
        ? '.wslconfig cannot be opened by WSL: it is marked as UTF-16BE.'
        : '.wslconfig does not take the networking mode: WSL would read it otherwise after the change.',
    );
  }
}

/**
 * Makes WSL read this networking mode from the file, touching no other line (issue 2; wsl.md 1.9). The line that counts is changed in
 * place; without one, a line goes under the first sound `[wsl2]`, else a section is appended. Undefined bytes stand for no file.
 * @throws WslconfigEditError where no such change exists; the result was read back before it is returned.
 */
export function setNetworkingMode(bytes: Uint8Array | undefined, mode: NetworkingMode): WslconfigEdit {
  const before = bytes ?? new Uint8Array();
  const now = interpret(before);
  if (now === undefined) throw new WslconfigEditError('cannot-be-opened');
  const word = mode.toLowerCase();
  const winner = now.winners.get('wsl2.networkingMode');
  // `Consomme` means the same to the newest WSL only, so the spelling is compared and not the mode.
  if (winner?.value.toLowerCase() === word) return { bytes: before, changed: false, diff: [] };
  for (const edit of candidates(now, winner, `networkingMode=${word}`, word)) {
    const after = splice(now.source, [edit]);
    if (readsAs(after, mode, before)) return { bytes: after, changed: true, diff: diffLines(before, after) };
  }
  throw new WslconfigEditError('does-not-take');
}

/** Places for the change, the least conspicuous first. Unusual files make some of them wrong, which reading back shows. */
function* candidates(
  { source, entries }: Interpretation,
  winner: SettingEntry | undefined,
  line: string,
  word: string,
): Generator<ByteEdit> {
  if (winner !== undefined) {
    const span = { start: byteOf(source, winner.valueStart), end: byteOf(source, winner.valueEnd) };
    // Over a joint the value is several lines of the file. They stay, and a line before them wins.
    if (winner.joints.length === 0) yield { ...span, text: word };
    else yield insertedBefore(source, winner.start, line);
    yield { ...span, text: word };
    return;
  }
  const headers = entries.filter((entry) => entry.kind === 'header');
  for (const header of headers) {
    if (header.section.toLowerCase() === 'wsl2') yield insertedAfter(source, header, line);
  }
  const eol = lineEndOf(source);
  const section = `[wsl2]${eol}${line}${eol}`;
  const joins = joinsWhatFollows(source, entries.at(-1));
  if (!joins) yield* appended(source, section);
  for (const header of headers.toReversed()) yield insertedBefore(source, header.start, section);
  yield* appendedBehindBackslash(source, section);
}

/** Whether the file ends in a backslash that would make an appended line part of the last one. */
function joinsWhatFollows(source: Source, last: Entry | undefined): boolean {
  const end = source.units.length;
  if (last?.kind === 'setting') return last.joints.at(-1) === end - 2;
  return last?.kind === 'dropped' && last.warning === 'MessageConfigInvalidEscape' && last.end === end;
}

function* appended(source: Source, section: string): Generator<ByteEdit> {
  const end = source.readEnd;
  const last = source.units.at(-1);
  if (last === undefined || last === 0x0a) yield { start: end, end, text: section };
  // A lone CR ends a setting but not a comment.
  yield { start: end, end, text: closingOf(source) + section };
}

/** The backslash gets an empty line to swallow, or else a blank, which leaves its line as invalid as it was. */
function* appendedBehindBackslash(source: Source, section: string): Generator<ByteEdit> {
  const end = source.readEnd;
  const closing = closingOf(source);
  yield { start: end, end, text: closing + closing + section };
  yield { start: end, end, text: ` ${closing}${section}` };
}

/** Ends any line, comments included. */
function closingOf(source: Source): string {
  return lineEndOf(source) === '\n' ? '\n' : '\r\n';
}

/** A line under a header: behind its line end, which the file's last line may lack. */
function insertedAfter(source: Source, header: HeaderEntry, line: string): ByteEdit {
  const { to } = lineAround(source, header.start);
  const closing = closingOf(source);
  if (to >= source.units.length) {
    return { start: source.readEnd, end: source.readEnd, text: closing + line + closing };
  }
  const start = byteOf(source, to + 1);
  return { start, end: start, text: line + (source.units[to] === 0x0d ? '\r' : lineEndOf(source)) };
}

/** A line, or several, before the one in which a unit stands. */
function insertedBefore(source: Source, unit: number, lines: string): ByteEdit {
  const start = byteOf(source, lineAround(source, unit).from);
  const eol = lineEndOf(source);
  return { start, end: start, text: lines.endsWith(eol) ? lines : lines + eol };
}

/** Whether WSL takes the mode from these bytes, and every other key as it did. */
function readsAs(bytes: Uint8Array, mode: NetworkingMode, before: Uint8Array): boolean {
  const reading = readWslconfig(bytes);
  const accepted = reading.set['wsl2.networkingMode'];
  if (accepted?.valid !== true || accepted.raw !== mode.toLowerCase()) return false;
  return otherValues(reading) === otherValues(readWslconfig(before));
}

function otherValues({ set }: ReturnType<typeof readWslconfig>): string {
  const others = Object.entries(set).filter(([key]) => key !== 'wsl2.networkingMode');
  return JSON.stringify(others.map(([key, { raw, valid }]) => [key, raw, valid]).toSorted());
}
