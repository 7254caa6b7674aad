import { describe, expect, test } from 'vitest';
import { layoutFor, scrollTo } from '../../src/ui/layout.js';

describe('the layout', () => {
  test.each([
    [{ columns: 120, rows: 40 }, 'columns'],
    [{ columns: 80, rows: 24 }, 'strip'],
    [{ columns: 60, rows: 20 }, 'single'],
    [{ columns: 40, rows: 12 }, 'single'],
    [{ columns: 39, rows: 40 }, 'too-small'],
    [{ columns: 120, rows: 11 }, 'too-small'],
  ])('of %o is %s', (size, kind) => {
    expect(layoutFor(size).kind).toBe(kind);
  });

  test('uses every cell of the width and leaves one row of the terminal free', () => {
    for (let columns = 40; columns <= 250; columns += 7) {
      for (let rows = 12; rows <= 80; rows += 5) {
        const layout = layoutFor({ columns, rows });
        if (layout.kind === 'too-small') throw new Error('It is large enough.');
        expect(layout.height).toBe(rows - 1);
        const used = layout.kind === 'columns' ? layout.flowWidth + 3 + layout.paneWidth : layout.flowWidth;
        expect(used).toBe(columns);
        const below = layout.kind === 'strip' ? layout.paneHeight : 0;
        expect(layout.flowHeight + below).toBe(layout.bodyHeight);
      }
    }
  });

  test('has no limits for a screen reader', () => {
    expect(layoutFor({ columns: 20, rows: 5 }, true).kind).toBe('linear');
  });

  test('scrolls only as far as it must', () => {
    expect(scrollTo(3, 10, 5, 0)).toBe(0);
    expect(scrollTo(7, 10, 5, 0)).toBe(3);
    expect(scrollTo(1, 10, 5, 3)).toBe(1);
    expect(scrollTo(9, 10, 20, 4)).toBe(0);
  });
});
