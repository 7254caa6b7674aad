import type { NetworkingMode } from '../domain/facts.js';
import { findKey, firstVersionOf, isOlder, valueTypeOf, type WslconfigKey } from './keys.js';
import { scan, type Entry, type SettingEntry, type WarningId } from './scan.js';
import { openSource, type Source } from './source.js';
import { parseNetworkingMode, warningsFor } from './values.js';

/** A key's first line: the one that counts, or blocks the later ones where its value is invalid. */
export interface AcceptedSetting {
  /** As WSL counts lines; the last one of a value that runs over several. */
  readonly line: number;
  /** The value without quotes and escapes. */
  readonly raw: string;
  readonly valid: boolean;
}

export interface WslconfigWarning {
  readonly line: number;
  readonly id: WarningId;
}

/** What WSL makes of a file, before machine-wide policies and other keys (safeMode, virtio) have their say. */
export interface WslconfigReading {
  /** False where the C runtime refuses the file; WSL then starts with its defaults. */
  readonly opened: boolean;
  readonly networkingMode: NetworkingMode;
  readonly set: Readonly<Partial<Record<WslconfigKey, AcceptedSetting>>>;
  readonly warnings: readonly WslconfigWarning[];
  /** Line of the macAddress with which WSL gives up: nothing behind it is read, and no VM starts. Null where all is read. */
  readonly abortedAt: number | null;
}

export interface ReadOptions {
  /** Dotted WSL version whose keys and words count; the newest known where left out. */
  readonly wslVersion?: string;
}

/** How WSL took one setting. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly key: WslconfigKey; readonly warnings: readonly WarningId[] }
  | { readonly kind: 'duplicate'; readonly key: WslconfigKey; readonly winner: SettingEntry }
  | { readonly kind: 'unknown' }
  /** Behind the line at which WSL gave up. */
  | { readonly kind: 'unread' };

export interface Interpretation {
  readonly source: Source;
  readonly entries: readonly Entry[];
  readonly outcomes: ReadonlyMap<SettingEntry, Outcome>;
  readonly winners: ReadonlyMap<WslconfigKey, SettingEntry>;
  readonly aborted: SettingEntry | null;
}

/**
 * Reads a `.wslconfig` exactly as WSL does (issue 4; wsl.md section 1). Never throws, whatever the bytes.
 */
export function readWslconfig(bytes: Uint8Array, options: ReadOptions = {}): WslconfigReading {
  const interpretation = interpret(bytes, options);
  if (interpretation === undefined) {
    // WSL says so once (MessageFailedToOpenConfigFile), with no line to name: `opened` is that warning.
    return { opened: false, networkingMode: 'Nat', set: {}, warnings: [], abortedAt: null };
  }
  const set: Partial<Record<WslconfigKey, AcceptedSetting>> = {};
  for (const [key, entry] of interpretation.winners) {
    const outcome = interpretation.outcomes.get(entry);
    const valid = outcome?.kind === 'accepted' && outcome.warnings.length === 0;
    set[key] = { line: entry.line, raw: rawOf(entry), valid };
  }
  const mode = interpretation.winners.get('wsl2.networkingMode');
  return {
    opened: true,
    networkingMode: parseNetworkingMode(mode?.value ?? '', options.wslVersion) ?? 'Nat',
    set,
    warnings: warningsOf(interpretation),
    abortedAt: interpretation.aborted?.line ?? null,
  };
}

/** Who wins, line by line; undefined where the file cannot be opened. */
export function interpret(bytes: Uint8Array, options: ReadOptions = {}): Interpretation | undefined {
  const source = openSource(bytes);
  if (source === undefined) return undefined;
  const entries = scan(source);
  const outcomes = new Map<SettingEntry, Outcome>();
  const winners = new Map<WslconfigKey, SettingEntry>();
  let aborted: SettingEntry | null = null;
  for (const entry of entries) {
    if (entry.kind !== 'setting') continue;
    const outcome = aborted === null ? take(entry, winners, options.wslVersion) : { kind: 'unread' as const };
    outcomes.set(entry, outcome);
    if (outcome.kind !== 'accepted') continue;
    winners.set(outcome.key, entry);
    if (outcome.warnings.includes('MessageConfigMacAddress')) aborted = entry;
  }
  return { source, entries, outcomes, winners, aborted };
}

/** A value as WSL hands it on: its bytes read as UTF-8. */
export function rawOf(entry: SettingEntry): string {
  const bytes = Uint8Array.from(entry.value, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function take(
  entry: SettingEntry,
  winners: ReadonlyMap<WslconfigKey, SettingEntry>,
  wslVersion: string | undefined,
): Outcome {
  const key = findKey(entry.name);
  if (key === undefined) return { kind: 'unknown' };
  const since = firstVersionOf(key);
  if (since !== undefined && wslVersion !== undefined && isOlder(wslVersion, since))
    return { kind: 'unknown' };
  const winner = winners.get(key);
  // The first line keeps its place even where its value was invalid.
  if (winner !== undefined) return { kind: 'duplicate', key, winner };
  return { kind: 'accepted', key, warnings: warningsFor(valueTypeOf(key), entry.value, wslVersion) };
}

function warningsOf(interpretation: Interpretation): readonly WslconfigWarning[] {
  const warnings: WslconfigWarning[] = [];
  for (const entry of interpretation.entries) {
    for (const id of idsOf(interpretation, entry)) warnings.push({ line: entry.line, id });
    if (entry === interpretation.aborted) break;
  }
  return warnings;
}

/** What WSL warns about at a line; null where it is silent. */
export function warningOf(interpretation: Interpretation, entry: Entry): WarningId | null {
  return idsOf(interpretation, entry)[0] ?? null;
}

function idsOf({ outcomes }: Interpretation, entry: Entry): readonly WarningId[] {
  if (entry.kind === 'dropped') return [entry.warning];
  const outcome = entry.kind === 'setting' ? outcomes.get(entry) : undefined;
  switch (outcome?.kind) {
    case 'unknown':
      return ['MessageConfigUnknownKey'];
    case 'duplicate':
      return ['MessageConfigKeyDuplicated'];
    case 'accepted':
      return outcome.warnings;
    default:
      return [];
  }
}
