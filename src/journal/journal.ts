/**
 * A session's journal: one line a record, flushed to the disk before the program goes on. Every line carries a hash over
 * itself and all lines before it, so that a line that was lost, moved or altered is noticed. (A hash without a key proves
 * nothing against somebody who computes it anew; what a journal can make run is limited by `own-action.ts`.)
 */
import { canonicalJson, sha256Of } from '../domain/hash.js';
import type { StateFolder } from '../host/host.js';
import { parseRecord, sessionPattern } from './parse-record.js';
import type { JournalRecord } from './record.js';

export interface Journal {
  readonly session: string;
  /** Everything on the disk, oldest first. */
  records(): readonly JournalRecord[];
  /** Resolves when the record is on the disk. Throws where the disk refuses; nothing of the record counts then. */
  append(record: JournalRecord): Promise<void>;
}

export type OpenedRecord = Extract<JournalRecord, { readonly kind: 'opened' }>;

export interface JournalContent {
  readonly records: readonly JournalRecord[];
  /** The last line was cut off by the end of the process or of Windows. It never counted. */
  readonly torn: boolean;
  /** The first line that is wrong in any other way; records before it are whole. */
  readonly damage: { readonly line: number; readonly fault: string } | null;
}

/** The journal cannot be trusted from this line on: what it says is shown, and nothing is done by it. */
export class JournalDamaged extends Error {
  constructor(
    readonly session: string,
    readonly line: number,
    readonly fault: string,
  ) {
    super(`The journal of ${session} is damaged in line ${line} (${fault}).`);
  }
}

/** The fault of a journal without any whole record. */
export const emptyFault = 'empty';

export const sessionFolder = (session: string): string => `sessions/${session}`;
const journalFile = (session: string): string => `${sessionFolder(session)}/journal.jsonl`;

/** Begins a session; its id is the local time of `opened.at`. Throws where the disk refuses, and leaves nothing then. */
export async function openJournal(
  state: StateFolder,
  opened: Omit<OpenedRecord, 'session'>,
): Promise<Journal> {
  const session = await takeSessionId(state, opened.at);
  const journal = createJournal(state, session, [], false);
  try {
    await journal.append({ ...opened, session });
  } catch (error) {
    await state.remove(sessionFolder(session)).catch(() => undefined);
    throw error;
  }
  return journal;
}

/** Goes on with a session's journal; a torn last line is taken away with the next record. Throws `JournalDamaged` where it cannot be trusted. */
export async function reopenJournal(state: StateFolder, session: string): Promise<Journal | undefined> {
  const content = await readJournal(state, session);
  if (content === undefined) return undefined;
  if (content.damage !== null) throw new JournalDamaged(session, content.damage.line, content.damage.fault);
  return createJournal(state, session, content.records, content.torn);
}

/** What is on the disk, or undefined where there is no such session. */
export async function readJournal(state: StateFolder, session: string): Promise<JournalContent | undefined> {
  if (!sessionPattern.test(session)) return undefined;
  const bytes = await state.read(journalFile(session));
  return bytes === undefined ? undefined : parseJournal(new TextDecoder().decode(bytes), session);
}

/** Ids of all sessions, oldest first. */
export async function listSessionIds(state: StateFolder): Promise<readonly string[]> {
  const names = await state.list('sessions');
  return names.filter((name) => sessionPattern.test(name)).sort(bySessionTime);
}

/** `torn`: the file ends with part of a line. A full disk keeps nobody from reading it, nor from undoing by it. */
function createJournal(
  state: StateFolder,
  session: string,
  existing: readonly JournalRecord[],
  torn: boolean,
): Journal {
  let records = existing;
  let chain = records.reduce(nextChain, chainStart);
  let tailIsSuspect = torn;
  let queue: Promise<unknown> = Promise.resolve();

  const write = async (record: JournalRecord) => {
    // A failed append may have left part of a line: what is known to be whole is written anew first.
    if (tailIsSuspect) await state.write(journalFile(session), linesOf(records));
    tailIsSuspect = true;
    const next = nextChain(chain, record);
    await state.append(journalFile(session), lineOf(next, record));
    tailIsSuspect = false;
    chain = next;
    records = [...records, record];
  };

  return {
    session,
    records: () => records,
    append(record) {
      const written = queue.then(() => write(record));
      queue = written.catch(() => undefined);
      return written;
    },
  };
}

function parseJournal(text: string, session: string): JournalContent {
  const lines = text.split('\n');
  // What follows the last line end was never finished.
  const torn = (lines.pop() ?? '') !== '';
  const records: JournalRecord[] = [];
  let chain = chainStart;
  for (const [at, line] of lines.entries()) {
    const parsed = parseLine(line, chain);
    const fault = parsed.ok ? faultOfPlace(parsed.record, at, session) : parsed.fault;
    if (!parsed.ok || fault !== null) return { records, torn, damage: { line: at + 1, fault: fault ?? '.' } };
    records.push(parsed.record);
    chain = nextChain(chain, parsed.record);
  }
  const damage = records.length === 0 ? { line: 1, fault: emptyFault } : null;
  return { records, torn, damage };
}

function parseLine(line: string, chain: string): ReturnType<typeof parseRecord> {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || !('record' in value) || !('chain' in value)) {
    return { ok: false, fault: '.' };
  }
  const parsed = parseRecord(value.record);
  if (parsed.ok && value.chain !== nextChain(chain, parsed.record)) return { ok: false, fault: '.chain' };
  return parsed;
}

/** `opened` comes first and once, and belongs to the folder that it lies in. */
function faultOfPlace(record: JournalRecord, at: number, session: string): string | null {
  if ((record.kind === 'opened') !== (at === 0)) return '.kind';
  return record.kind === 'opened' && record.session !== session ? '.session' : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const chainStart = sha256Of('wsl-netfix/journal/1');

function nextChain(chain: string, record: JournalRecord): string {
  return sha256Of(`${chain}\n${canonicalJson(record)}`);
}

function lineOf(chain: string, record: JournalRecord): string {
  return `${JSON.stringify({ chain, record })}\n`;
}

function linesOf(records: readonly JournalRecord[]): string {
  let chain = chainStart;
  return records
    .map((record) => {
      chain = nextChain(chain, record);
      return lineOf(chain, record);
    })
    .join('');
}

async function takeSessionId(state: StateFolder, at: number): Promise<string> {
  const time = localTime(at);
  for (let count = 1; count < 1000; count++) {
    const session = count === 1 ? time : `${time}-${count}`;
    if (await state.create(journalFile(session), '')) return session;
  }
  throw new Error(`There are too many sessions of ${time}.`);
}

/** `2026-11-22T09-44-10`: sorts by time, and is a file name everywhere. */
function localTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('-')}`;
}

/** By time, then by number: `…-10` after `…-9`. */
function bySessionTime(a: string, b: string): number {
  const [timeA, timeB] = [a.slice(0, 19), b.slice(0, 19)];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return Number(a.slice(20)) - Number(b.slice(20));
}
