/** What both event-log probes share: the question, and how its answer is read. */
import { normaliseCode } from '../causes/error-codes.js';
import type { EventRecord, EventsFact, Facts } from '../domain/facts.js';
import type { Question } from '../host/host.js';
import { sanitizeLine } from '../host/sanitize.js';
import script from './events.ps1';
import { numberIn, recordsOf, textIn, textsIn, type JsonRecord } from './json.js';
import { askQuestion, isDenied, QuestionFailed } from './machine.js';
import { Skip, type ProbeContext } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** How far back a diagnosis looks; older trouble says little about today. */
const days = 7;
const most = 200;

/** `provider`: only its events, in a log that many write to. */
export function eventsQuestion(log: string, provider?: string): Question {
  return {
    id: 'events',
    args: { log, days, max: most, ...(provider === undefined ? {} : { provider }) },
    script,
    worker: 'shared',
    elevation: 'none',
    timeoutMs: 15_000,
  };
}

/** The log's events, newest first. That there are none, no such log, or no permission are answers too, told apart by error ids. */
export async function readEvents(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  log: string,
  provider?: string,
): Promise<EventsFact | Skip> {
  try {
    const value = await askQuestion(context, eventsQuestion(log, provider));
    return value instanceof Skip ? value : { log: 'read', events: parseEvents(value, log) };
  } catch (problem) {
    const outcome = problem instanceof QuestionFailed ? outcomeOf(problem) : undefined;
    if (outcome === undefined) throw problem;
    return outcome === 'denied' ? new Skip({ code: 'denied' }) : { log: outcome, events: [] };
  }
}

/** FullyQualifiedErrorId, never the sentence (commands.md section 1). */
export function outcomeOf(problem: QuestionFailed): EventsFact['log'] | 'denied' | undefined {
  const errorId = problem.answer.errorId ?? '';
  // A provider that Windows does not know has written nothing: WSL's is registered by its newer packages only.
  if (/^NoMatching(?:Events|Providers)Found/.test(errorId)) return 'read';
  if (errorId.startsWith('NoMatchingLogsFound')) return 'absent';
  return isDenied(problem) || errorId.startsWith('LogInfoUnavailable') ? 'denied' : undefined;
}

export function parseEvents(value: unknown, log: string): readonly EventRecord[] {
  return recordsOf(value)
    .map((record) => parseEvent(record, log))
    .sort((left, right) => right.at - left.at);
}

function parseEvent(record: JsonRecord, log: string): EventRecord {
  const properties = textsIn(record, 'properties');
  const message = typeof record.message === 'string' ? record.message : '';
  const xml = typeof record.xml === 'string' ? textIn(record, 'xml') : '';
  const text = message.trim() === '' ? properties.join(' · ') : message;
  return {
    log,
    id: numberIn(record, 'id'),
    at: numberIn(record, 'timeMs'),
    level: numberIn(record, 'level'),
    codes: codesIn(properties, `${xml}\n${message}`),
    text: text
      .split(/[\r\n]+/)
      .map((line) => sanitizeLine(line).trim())
      .filter((line) => line !== '')
      .join(' '),
  };
}

/** Failing HRESULTs: hexadecimal anywhere, decimal in the event's own data only (its XML is full of other numbers). */
function codesIn(properties: readonly string[], rest: string): readonly string[] {
  const data = properties.join('\n');
  const tokens = [
    ...(`${data}\n${rest}`.match(/\b0x[0-9a-f]{8}\b/gi) ?? []),
    ...(data.match(/(?<![\w.-])-?\d{9,10}(?![\w.])/g) ?? []),
  ];
  const codes = tokens.flatMap((token) => normaliseCode(token)?.hresult ?? []);
  return [...new Set(codes)].filter((code) => Number(code) >= 0x80000000);
}

/**
 * Whether events count as findings of today: not where WSL's network has just come up the regular way. They are what is
 * left of trouble that is over.
 */
export function trouble(events: EventsFact, known: Facts): readonly EventRecord[] {
  return wslWorks(known) ? [] : events.events;
}

/** The newest failing code among events of these ids, with how many events carry it. */
export function newestCode(
  events: readonly EventRecord[],
  ids: readonly number[],
): { readonly event: EventRecord; readonly hresult: string; readonly count: number } | undefined {
  const matching = events.filter((event) => ids.includes(event.id) && event.codes.length > 0);
  const event = matching[0];
  const hresult = event?.codes[0];
  if (event === undefined || hresult === undefined) return undefined;
  return { event, hresult, count: matching.filter(({ codes }) => codes.includes(hresult)).length };
}
