/** The cases of the shared collection, as a person would paste them. Skipped, visibly, where it is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.js';

const folder = new URL('../../../shared/data/', import.meta.url);
const there = existsSync(new URL('explain-expected.json', folder));

interface Case {
  readonly id: string;
  readonly error_text: string | null;
  readonly error_code: string | null;
  readonly other_evidence: readonly { readonly text: string }[];
}
interface Expected {
  readonly hresult: string | null;
  readonly acceptable: readonly string[];
  readonly withEvidence?: boolean;
}

function read(name: string): unknown {
  return there ? JSON.parse(readFileSync(new URL(name, folder), 'utf8')) : null;
}
// The shapes of two files that are not ours; a wrong one fails the first test that reads it.
const cases = (read('cases.json') ?? []) as readonly Case[];
const expectations = Object.entries(
  (read('explain-expected.json') ?? {}) as Readonly<Record<string, Expected>>,
);

function pasted({ error_text, other_evidence }: Case, withEvidence: boolean): string {
  return [error_text ?? '', ...(withEvidence ? other_evidence.map(({ text }) => text) : [])].join('\n');
}

describe.skipIf(!there)('explain and the real cases', () => {
  const rows = expectations.map(([id, expected]) => {
    const found = cases.find((one) => one.id === id);
    const { codes, causes } = explain(
      found === undefined ? '' : pasted(found, expected.withEvidence ?? false),
    );
    const rank = causes.findIndex((cause) => expected.acceptable.includes(cause.id)) + 1;
    const hresult = codes[0]?.hresult ?? null;
    return {
      id,
      expected: expected.hresult,
      hresult,
      rank,
      causes: causes.slice(0, 3).map((c) => `${c.id} ${String(c.likelihood)}`),
    };
  });

  it('prints the table', () => {
    for (const row of rows) {
      console.log(
        `${row.hresult === row.expected ? ' ' : 'X'} ${String(row.rank)} ${row.id.padEnd(32)} ${row.hresult ?? '-'}  ${row.causes.join(', ')}`,
      );
    }
    const first = rows.filter(({ rank }) => rank === 1).length;
    console.log(`${String(rows.length)} cases, an acceptable cause first in ${String(first)}`);
    expect(rows.length).toBeGreaterThan(40);
  });

  it('finds the right code in every case', () => {
    expect(rows.filter(({ hresult, expected }) => hresult !== expected)).toEqual([]);
  });

  it('has an acceptable cause among the first three in every case, and first in four of five', () => {
    expect(rows.filter(({ rank }) => rank === 0 || rank > 3)).toEqual([]);
    expect(rows.filter(({ rank }) => rank === 1).length / rows.length).toBeGreaterThanOrEqual(0.8);
  });

  it.each(cases.map((one) => [one.id, one] as const))(
    'makes something of %s with all its evidence',
    (_id, one) => {
      const text = pasted(one, true);
      const { codes, causes } = explain(text);
      expect(causes.length).toBeGreaterThan(0);
      const code = one.error_code?.split('/').at(-1)?.toLowerCase();
      if (code === undefined || code === '4294967295' || !text.toLowerCase().includes(code)) return;
      expect(codes.map((found) => found.text.toLowerCase())).toContain(code);
    },
  );
});
