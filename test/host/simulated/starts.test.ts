/** How WSL starts in every world: the table is the one beside the worlds, the codes are those of the reports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { worlds } from '../../../src/host/simulated/worlds/worlds.js';
import { normaliseCode } from '../../../src/causes/error-codes.js';
import { causeIds } from '../../../src/domain/ids.js';
import { simulate } from './simulate.js';

const startable = worlds.flatMap(({ id, expected: { start } }) =>
  start === null ? [] : [[id, start] as const],
);

/** Codes with WSL's path before them; a bare one counts where there is none (in-box WSL, and the message of early ones). */
function codesIn(text: string): readonly string[] {
  const paths = text.match(/(?:[A-Z][A-Za-z]*\/)+(?:0x[0-9a-f]+|[A-Z_0-9]+)\b/g);
  return paths ?? text.match(/\b0x[0-9a-f]{8}\b/g) ?? [];
}

async function startIn(id: string) {
  const machine = simulate(id);
  const ran = await machine.run('wsl', '-d', 'Ubuntu', '-u', 'root', '-e', 'true');
  const text =
    machine.store.look().wsl.flavour === 'inbox' ? decodeInbox(ran.stdoutBytes) : ran.stdout + ran.stderr;
  const { vm } = machine.store.look().wsl;
  return { exitCode: ran.exitCode, text, network: vm?.network ?? null };
}

const decodeInbox = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf16le');

test.each(startable)('%s', async (id, start) => {
  const { exitCode, text, network } = await startIn(id);
  expect(network).toBe(start.network);
  expect(exitCode).toBe(start.network === null ? -1 : 0);
  expect([...new Set(codesIn(text))]).toEqual(start.code === null ? [] : [start.code]);
});

test('a machine where nothing can be started names neither a network nor a code', () => {
  for (const { id, expected, make } of worlds) {
    const { flavour, distros } = make(0).wsl;
    expect(expected.start === null, id).toBe(flavour === 'none' || distros.length === 0);
  }
});

test('every expected cause is a cause, and every cause has a world', () => {
  const expected = new Set(worlds.flatMap((world) => world.expected.causes));
  expect([...expected].filter((cause) => !causeIds.some((id) => id === cause))).toEqual([]);
  expect(causeIds.filter((id) => !expected.has(id))).toEqual([]);
});

const casesFile = join(import.meta.dirname, '../../../../shared/data/cases.json');

describe.skipIf(!existsSync(casesFile))('the reports that the worlds follow', () => {
  const read = (): readonly { id: string; error_code: string | null }[] =>
    JSON.parse(readFileSync(casesFile, 'utf8')) as { id: string; error_code: string | null }[];

  test('exist', () => {
    const known = read().map(({ id }) => id);
    const missing = worlds.flatMap(({ sources }) => sources.filter((source) => !known.includes(source)));
    expect(missing).toEqual([]);
  });

  test('name the code that the world shows, where the first one names any', () => {
    const codes = new Map(read().map(({ id, error_code }) => [id, error_code]));
    const last = (path: string) => normaliseCode(path.split('/').at(-1) ?? '')?.hresult ?? path;
    for (const { id, sources, note, expected } of worlds) {
      const reported = codes.get(sources[0] ?? '') ?? null;
      // Where a note says that something is made up, the code may be another; of two causes only one names its own.
      if (reported === null || note !== null || expected.causes.length !== 1) continue;
      const shown = expected.start?.code ?? null;
      if (shown !== null) expect(last(shown), id).toBe(last(reported));
    }
  });
});
