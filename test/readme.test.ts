import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../src/text/en.js';
import { keysAsMarkdown } from '../src/ui/read-keys.js';

describe('the README', () => {
  it('lists the keys as the one table has them', async () => {
    const readme = await readFile('README.md', 'utf8');
    const section = /<!-- keys -->([\s\S]*)<!-- \/keys -->/.exec(readme)?.[1] ?? '';
    expect(cellsOf(section)).toEqual(cellsOf(keysAsMarkdown(en.keys)));
  });

  it('names only remedies that exist', async () => {
    const readme = await readFile('README.md', 'utf8');
    const { remedyIds } = await import('../src/domain/ids.js');
    const table = [...readme.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((row) => row[1]);
    expect(table.length).toBeGreaterThan(0);
    for (const id of table) expect(remedyIds).toContain(id);
  });
});

/** The table without the spaces and dashes that only line it up. */
function cellsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')));
}
