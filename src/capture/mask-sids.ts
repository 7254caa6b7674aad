import { createPseudonyms } from './pseudonyms.js';

export interface SidMasker {
  learn(text: string): void;
  mask(text: string): string;
}

/**
 * Security identifiers of a machine, domain or online account. Well-known ones (`S-1-1-0`, `S-1-5-32-…`, `S-1-16-12288`)
 * are the same everywhere and decide whether the process is elevated; they stay, and so do well-known ends (-500, -513).
 */
export function createSidMasker(): SidMasker {
  const real = new Set<string>();
  const made = createPseudonyms(() => real);
  return {
    learn(text) {
      for (const [found] of text.matchAll(personal)) real.add(found.toLowerCase());
    },
    mask: (text) =>
      text.replace(personal, (found) => {
        if (made.isIssued(found)) return found;
        const [, start = '', numbers = ''] = /^(S-1-5-21|S-1-12-1|S-1-11-96)-([\d-]+)$/i.exec(found) ?? [];
        const parts = numbers.split('-');
        if (start.toUpperCase() !== 'S-1-5-21') return made.of(found, (n) => `${start}-1-2-3-${n}`);
        const realm = made.of(`realm ${parts.slice(0, 3).join('-')}`, (n) => `realm 1-2-${n + 2}`).slice(6);
        const [end] = parts.slice(3);
        if (end === undefined)
          return made.of(found, (n) => (n === 1 ? `${start}-${realm}` : `${start}-${realm}-${n}`));
        const isWellKnown = Number(end) < 1000;
        return made.of(found, (n) => `${start}-${realm}-${isWellKnown && n === 1 ? end : 1000 + n}`);
      }),
  };
}

const personal = /(?<![0-9A-Za-z])S-1-(?:5-21(?:-\d+){3,4}|12-1(?:-\d+){2,6}|11-96(?:-\d+){2,12})(?![0-9])/gi;
