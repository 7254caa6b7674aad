import { doubleBackslashes } from './explain-dropped.js';
import { findKey, firstVersionOf, isSection, splitKey, valueTypeOf, type WslconfigKey } from './keys.js';
import {
  commentOut,
  intoSection,
  replaceUnits,
  restOfLine,
  unlessSet,
  type Explanation,
  type View,
} from './mend.js';
import { keyNamed, nearestKey } from './nearest.js';
import { rawOf, type Outcome } from './read.js';
import type { SettingEntry } from './scan.js';
import { textOf } from './source.js';
import { suggestValue } from './suggest.js';
import { consommeSince, isTrue, parseNetworkingMode, warningsFor } from './values.js';
import { wslConfSectionOf } from './wsl-conf.js';

type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

/** A line that WSL could read: what is wrong with its key, its place or its value, if anything. */
export function explainSetting(view: View, entry: SettingEntry, outcome: Outcome): Explanation | undefined {
  switch (outcome.kind) {
    case 'unread':
      return { detail: { kind: 'unread', abortedAt: view.aborted?.line ?? 0 }, mend: null };
    case 'unknown':
      return explainSwallowing(view, entry) ?? explainUnknown(view, entry);
    case 'duplicate':
      return explainSwallowing(view, entry) ?? explainDuplicate(view, entry, outcome);
    case 'accepted':
      return (
        explainSwallowing(view, entry) ??
        explainValue(view, entry, outcome) ??
        explainOverride(view, outcome.key)
      );
  }
}

function explainUnknown(view: View, entry: SettingEntry): Explanation {
  const section = entry.section.replace(/\0.*/s, '');
  const key = nearestKey(entry.key, view.section === '' ? section : view.section);
  const since = key === undefined ? undefined : firstVersionOf(key);
  if (key !== undefined && since !== undefined && findKey(entry.name) === key) {
    return { detail: { kind: 'key-too-new', key, since }, mend: null };
  }
  const wslConf = wslConfSectionOf(entry.key, section);
  if (
    wslConf !== undefined &&
    (key === undefined || !isSection(section) || keyNamed(entry.key) === undefined)
  ) {
    return { detail: { kind: 'key-of-wsl-conf', name: entry.key, section: wslConf }, mend: null };
  }
  if (key === undefined)
    return { detail: { kind: 'key-unknown', name: entry.name, nearest: null }, mend: null };
  const end = entry.start + entry.key.length;
  const { section: home, key: name } = splitKey(key);
  const renamed = name.toLowerCase() !== entry.key.toLowerCase();
  // A mended header above may already put the line where it belongs.
  const atHome = view.section === home || findKey(`${view.section}.${name}`) === key;
  const mendedBy = atHome ? view.mendedHeader : null;
  const detail = renamed
    ? ({ kind: 'key-unknown', name: entry.name, nearest: key } as const)
    : section === ''
      ? ({ kind: 'section-missing', key, mendedBy } as const)
      : ({ kind: 'section-other', key, section, mendedBy } as const);
  const word = renamed ? name : entry.key;
  if (atHome) {
    const mend = renamed ? replaceUnits(view.source, entry.start, end, word) : null;
    return unlessSet(view, key, entry, { detail, mend });
  }
  const moved = entry.joints.length > 0 ? { mend: null } : intoSection(view, key, entry.start, end, word);
  return unlessSet(view, key, entry, { detail, ...moved });
}

function explainDuplicate(view: View, entry: SettingEntry, { key, winner }: Of<'duplicate'>): Explanation {
  const winnerValid = warningsFor(valueTypeOf(key), winner.value, view.options.wslVersion).length === 0;
  const alias = winner.name.toLowerCase() !== entry.name.toLowerCase();
  // A comment does not go on over a backslash, so the rest of such a value would become a line of its own.
  const mend = winnerValid && entry.joints.length === 0 ? commentOut(view.source, entry.start) : null;
  return { detail: { kind: 'duplicate', key, winnerLine: winner.line, winnerValid, alias }, mend };
}

/** A backslash at a line's end that makes the next setting or header part of this value. */
function explainSwallowing(view: View, entry: SettingEntry): Explanation | undefined {
  for (const joint of entry.joints) {
    const swallowed = restOfLine(view.source, joint + 2).text.trim();
    if (!/^(?:[a-z][a-z0-9]*\s*=|\[[a-z0-9]+\])/i.test(swallowed)) continue;
    const key = findKey(entry.name);
    const path = key !== undefined && valueTypeOf(key) === 'path';
    const mend = replaceUnits(view.source, joint, joint + 1, path ? '\\\\' : '');
    return { detail: { kind: 'continuation-swallows', swallowed }, mend };
  }
  return undefined;
}

function explainValue(
  view: View,
  entry: SettingEntry,
  { key, warnings }: Of<'accepted'>,
): Explanation | undefined {
  const written = textOf(view.source, entry.valueStart, entry.valueEnd);
  const type = valueTypeOf(key);
  const reads = rawOf(entry);
  if (type === 'text' || type === 'path') return explainLiteral(view, entry, key, written);
  if (warnings.length === 0) return type === 'size' ? explainBytes(view, entry, key) : undefined;
  if (type === 'mac') {
    return { detail: { kind: 'aborts', key, reads }, mend: commentOut(view.source, entry.start) };
  }
  const replaceValue = (text: string) => replaceUnits(view.source, entry.valueStart, entry.valueEnd, text);
  if (type === 'networkingMode' && parseNetworkingMode(reads) !== undefined) {
    return { detail: { kind: 'mode-too-new', since: consommeSince }, mend: replaceValue('virtioproxy') };
  }
  const single = /^'(.*)'$/.exec(written)?.[1];
  const inner = single === undefined ? undefined : suggestValue(type, single);
  if (inner !== undefined) return { detail: { kind: 'quote-single', key }, mend: replaceValue(inner) };
  const inline = explainInlineComment(view, entry, key, (head) => suggestValue(type, head));
  if (inline !== undefined) return inline;
  const suggestion = suggestValue(type, written);
  const mend = suggestion === undefined ? null : replaceValue(suggestion);
  if (/[^\0-\x7f]/.test(written)) return { detail: { kind: 'value-non-ascii', key, reads }, mend };
  const blocks = validLater(view, entry, key);
  const way = blocks !== null && entry.joints.length === 0 ? commentOut(view.source, entry.start) : mend;
  return { detail: { kind: 'value-invalid', key, type, reads, blocks }, mend: way };
}

/** Below a megabyte nobody means bytes. */
function explainBytes(view: View, entry: SettingEntry, key: WslconfigKey): Explanation | undefined {
  const reads = rawOf(entry);
  const bytes = Number(/^(\d+)B?$/.exec(reads)?.[1] ?? 0);
  if (bytes === 0 || bytes >= 2 ** 20) return undefined;
  const meant = `${bytes}${bytes < 256 ? 'GB' : 'MB'}`;
  return {
    detail: { kind: 'size-in-bytes', key, reads },
    mend: replaceUnits(view.source, entry.valueStart, entry.valueEnd, meant),
  };
}

/** Texts and paths, of which WSL takes everything, though not always as it was meant. */
function explainLiteral(
  view: View,
  entry: SettingEntry,
  key: WslconfigKey,
  written: string,
): Explanation | undefined {
  const reads = rawOf(entry);
  const replaceValue = (text: string) => replaceUnits(view.source, entry.valueStart, entry.valueEnd, text);
  if (written.includes('\0')) return { detail: { kind: 'value-cut-at-nul', key, reads }, mend: null };
  if (/[^\0-\x7f]/.test(written)) return { detail: { kind: 'value-non-ascii', key, reads }, mend: null };
  const path = valueTypeOf(key) === 'path';
  const part = path ? /^~(?=[\\/])|%\w+%|\$\{?(?:env:)?\w+\}?/i.exec(reads)?.[0] : undefined;
  if (part !== undefined) return { detail: { kind: 'path-not-expanded', key, part }, mend: null };
  if (path && entry.joints.length === 0 && /\\[bnt]/.test(written.replaceAll('\\\\', ''))) {
    return { detail: { kind: 'escape-misread', key }, mend: replaceValue(doubleBackslashes(written)) };
  }
  const single = /^'([^'"]*)'$/.exec(written)?.[1];
  if (single !== undefined)
    return { detail: { kind: 'quote-single', key }, mend: replaceValue(`"${single}"`) };
  return explainInlineComment(view, entry, key, (head) => head);
}

/** `;` or `//` behind a value, meant as a comment; the value before it must be one. */
function explainInlineComment(
  view: View,
  entry: SettingEntry,
  key: WslconfigKey,
  suggest: (head: string) => string | undefined,
): Explanation | undefined {
  const written = textOf(view.source, entry.valueStart, entry.valueEnd);
  const literal = ['text', 'path'].includes(valueTypeOf(key));
  // A text may hold these signs, so a blank has to be before them there.
  const found = written.search(literal ? /[ \t](?:;|\/\/)/ : /;|\/\//);
  const at = literal && found >= 0 ? found + 1 : found;
  const before = written.slice(0, Math.max(at, 0));
  if (at < 0 || before.includes('"')) return undefined;
  const head = before.trimEnd();
  const blanks = before.slice(head.length);
  const mark = written[at] === ';' ? ';' : '//';
  const value = suggest(head);
  if (value === undefined) return undefined;
  const end = entry.valueStart + head.length + blanks.length + mark.length;
  const bare = end === entry.valueEnd;
  const text = bare ? value : `${value}${blanks === '' ? ' ' : blanks}#`;
  return {
    detail: { kind: 'comment-in-value', key, mark },
    mend: replaceUnits(view.source, entry.valueStart, end, text),
  };
}

/** The first later line for the key whose value would be taken. */
function validLater(view: View, entry: SettingEntry, key: WslconfigKey): number | null {
  for (const [later, outcome] of view.outcomes) {
    if (outcome.kind !== 'duplicate' || outcome.winner !== entry) continue;
    if (warningsFor(valueTypeOf(key), later.value, view.options.wslVersion).length === 0) return later.line;
  }
  return null;
}

/** safeMode forces the mode None, and VirtioProxy needs virtio (wsl.md 1.5). */
function explainOverride(view: View, key: WslconfigKey): Explanation | undefined {
  if (key !== 'wsl2.networkingMode') return undefined;
  const value = (of: WslconfigKey) => view.winners.get(of)?.value ?? '';
  const mode = parseNetworkingMode(value(key), view.options.wslVersion);
  if (mode !== 'None' && isTrue(value('wsl2.safeMode'))) {
    return { detail: { kind: 'mode-overridden', by: 'wsl2.safeMode' }, mend: null };
  }
  if (mode === 'VirtioProxy' && /^(?:0|false)$/i.test(value('wsl2.virtio'))) {
    return { detail: { kind: 'mode-overridden', by: 'wsl2.virtio' }, mend: null };
  }
  return undefined;
}
