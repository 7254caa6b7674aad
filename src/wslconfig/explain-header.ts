import { findKey, isSection, wslconfigSections } from './keys.js';
import { replaceUnits, restOfLine, winnerOf, type Explanation, type View } from './mend.js';
import { nearestSection } from './nearest.js';
import type { DroppedEntry, HeaderEntry } from './scan.js';
import { lineEndOf } from './source.js';
import { isWslConfSection } from './wsl-conf.js';

/** A header that WSL takes: right, or a section without any key. */
export function explainHeader(view: View, entry: HeaderEntry): Explanation | undefined {
  const section = entry.section;
  if (isSection(section)) return undefined;
  const home = sectionOfKeysBelow(view) ?? nearestSection(section);
  if (home === undefined) {
    return isWslConfSection(section)
      ? { detail: { kind: 'section-of-wsl-conf', section }, mend: null }
      : { detail: { kind: 'section-unknown', section, nearest: null }, mend: null };
  }
  return {
    detail: { kind: 'section-unknown', section, nearest: home },
    mend: replaceUnits(view.source, entry.start + 1, entry.start + 1 + section.length, home),
    section: home,
  };
}

/** A header that WSL drops, with what it makes of the lines below. */
export function explainBrokenHeader(view: View, entry: DroppedEntry): Explanation {
  const rest = restOfLine(view.source, entry.start);
  const [, inside = '', behind = ''] = /^\[([^\]=#;]*)\]?(.*)$/s.exec(rest.text) ?? [];
  const name = inside.replace(/[^a-z0-9]/gi, '');
  const home = isSection(name) ? name.toLowerCase() : nearestSection(name);
  const inForce = entry.section.replace(/\0.*/s, '');
  const detail = { kind: 'header-broken', effect: effectOf(view, inForce), section: inForce } as const;
  if (home === undefined) return { detail, mend: null, section: inForce.toLowerCase() };
  const header = `[${home}]${tail(view, home, behind)}`;
  return { detail, mend: replaceUnits(view.source, entry.start, rest.to, header), section: home };
}

function effectOf(view: View, inForce: string): 'lost' | 'switched' | 'kept' {
  if (!isSection(inForce)) return 'lost';
  const before = view.entries[view.index - 1]?.section ?? '';
  return before.toLowerCase() === inForce.toLowerCase() ? 'kept' : 'switched';
}

/** What stands behind a header: a setting gets its own line, anything else becomes a comment. */
function tail(view: View, home: string, behind: string): string {
  const text = behind.trim();
  if (text === '') return '';
  const [, setting, name = ''] = /^\.?\s*(([a-z][a-z0-9]*)\s*=.*)$/is.exec(text) ?? [];
  if (setting === undefined) return ` # ${text.replace(/^(?:;|\/\/|#)\s*/, '')}`;
  const key = findKey(`${home}.${name}`);
  const set = key !== undefined && winnerOf(view, key) !== undefined;
  return lineEndOf(view.source) + (set ? '#' : '') + setting;
}

/** The known section in which the keys under this header are at home, by the first that is. */
function sectionOfKeysBelow(view: View): string | undefined {
  for (let index = view.index + 1; ; index++) {
    const one = view.entries[index];
    if (one === undefined || one.kind === 'header' || (one.kind === 'dropped' && one.what === 'header'))
      return undefined;
    if (one.kind !== 'setting') continue;
    const home = wslconfigSections.find((section) => findKey(`${section}.${one.key}`) !== undefined);
    if (home !== undefined) return home;
  }
}
