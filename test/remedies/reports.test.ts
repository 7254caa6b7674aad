/** What the menu says of reports comes from the case files, never from us. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { remedies } from '../../src/remedies/registry.js';

const shared = new URL('../../../shared/', import.meta.url);
const texts = ['data/cases.json', 'domain/causes.md', 'domain/commands.md'].map(
  (name) => new URL(name, shared),
);
const isThere = texts.every((url) => existsSync(url));

describe.skipIf(!isThere)('reports of a cure', () => {
  const known = isThere ? texts.map((url) => readFileSync(url, 'utf8')).join('\n') : '';
  const reports = remedies.flatMap(({ id, reports: all = [] }) => all.map((report) => ({ id, ...report })));

  test.each(reports)('$id with $code stand in the case files', ({ cured, failed, sources }) => {
    expect(cured + failed).toBeGreaterThanOrEqual(sources.length);
    for (const source of sources) expect([source, isMentioned(source, known)]).toEqual([source, true]);
  });
});

/** `microsoft/WSL#9016` is an address in one file and `#9016` in another. */
function isMentioned(source: string, known: string): boolean {
  const number = source.split('#')[1];
  return number === undefined
    ? known.includes(source)
    : new RegExp(`(#|issues/)${number}(?!\\d)`).test(known);
}
