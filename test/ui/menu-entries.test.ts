import { describe, expect, test } from 'vitest';
import type { RemedyOffer } from '../../src/domain/diagnosis.js';
import { remedyIds } from '../../src/domain/ids.js';
import { menuEntries } from '../../src/ui/menu-entries.js';

function offer(index: number, change: Partial<RemedyOffer> = {}): RemedyOffer {
  return {
    id: remedyIds[index] ?? 'wsl-update',
    available: true,
    reason: null,
    relation: 'not-for-this',
    recommended: false,
    effect: 'safe',
    undo: 'none',
    needs: [],
    seconds: 1,
    ...change,
  };
}

const many: readonly RemedyOffer[] = [
  offer(0, { relation: 'works-around' }),
  offer(1, { relation: 'repairs', available: false, reason: { code: 'needs-wsl' } }),
  ...Array.from({ length: 12 }, (_, index) => offer(index + 2, { relation: 'seldom-helps' })),
  ...Array.from({ length: 8 }, (_, index) => offer(index + 14)),
  offer(30, { relation: 'rescues-files' }),
];

describe('the menu', () => {
  test('lists ten ways that are open at first, the fitting ones among them whatever their place, and says how many more there are', () => {
    const entries = menuEntries(many, false);
    expect(entries).toHaveLength(12);
    expect(entries.at(-1)).toEqual({ kind: 'more', key: 'more', count: many.length - 11 });
    expect(entries.map(({ key }) => key)).toContain(remedyIds[30]);
    expect(entries[1]).toMatchObject({ kind: 'offer', offer: { available: false } });
  });

  test('then lists every one, the first ones where they were', () => {
    const entries = menuEntries(many, true);
    expect(entries).toHaveLength(many.length);
    expect(entries.slice(0, 11)).toEqual(menuEntries(many, false).slice(0, 11));
  });

  test('hides nothing where there is little', () => {
    expect(menuEntries(many.slice(0, 4), false)).toHaveLength(4);
  });

  test('has a row for each distro that a remedy could be for', () => {
    const entries = menuEntries(
      [offer(0, { targets: ['Ubuntu', 'Debian'] }), offer(1, { targets: ['Ubuntu'] })],
      false,
    );
    expect(entries.map((entry) => (entry.kind === 'offer' ? entry.target : null))).toEqual([
      'Ubuntu',
      'Debian',
      'Ubuntu',
    ]);
  });
});
