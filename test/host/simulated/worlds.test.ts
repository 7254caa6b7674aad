import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { normaliseCode } from '../../../src/causes/error-codes.js';
import { worldIds, worlds } from '../../../src/host/simulated/worlds/worlds.js';
import { readNetworkingMode } from '../../../src/host/simulated/networking-mode.js';
import { maskToPrefix, prefixToMask, routeHex } from '../../../src/host/simulated/addresses.js';
import { startOfTime } from './simulate.js';

test('the first worlds are the ones of the practice course, and every world has its own id', () => {
  expect(worldIds.slice(0, 5)).toEqual([
    'healthy',
    'classic-80041002',
    'unknown-80041002',
    'vmware-leftover',
    'classic-80041002-zh',
  ]);
  expect(new Set(worldIds).size).toBe(worldIds.length);
  for (const world of worlds) expect(world.make(startOfTime).about.id).toBe(world.id);
});

test('a world is plain JSON', () => {
  for (const definition of worlds) {
    const world = definition.make(startOfTime);
    expect(JSON.parse(JSON.stringify(world))).toEqual(world);
  }
});

test('worlds whose cure is invented say so, in the world as well', () => {
  for (const definition of worlds) {
    const { about } = definition.make(startOfTime);
    expect(about.invented).toBe(definition.invented);
    if (about.invented) expect(about.note, definition.id).not.toBeNull();
    // Every fault comes from a report, or says that it does not.
    const faulty = definition.expected.causes.length > 0;
    if (faulty && !about.invented) expect(about.sources, definition.id).not.toEqual([]);
    if (definition.id.startsWith('classic')) expect(about.invented).toBe(true);
  }
});

const cases = new URL('../../../../shared/data/cases.json', import.meta.url);

test.skipIf(!existsSync(cases))(
  'a world’s reports exist, and one of them is of its code or its Windows, or its note says what is made up',
  () => {
    const reports = new Map(
      (
        JSON.parse(readFileSync(cases, 'utf8')) as readonly {
          readonly id: string;
          readonly windows: string | null;
          readonly error_code: string | null;
        }[]
      ).map((report) => [report.id, report]),
    );
    const unlike: string[] = [];
    for (const { id, sources, expected, make, note } of worlds) {
      const found = sources.map((source) => reports.get(source));
      expect(found, id).not.toContain(undefined);
      const { build, revision } = make(startOfTime).windows;
      const isOfCode = found.some((report) => codeOf(report?.error_code) === codeOf(expected.start?.code));
      const isOfWindows = found.some((report) => report?.windows?.includes(`${build}.${revision}`) === true);
      if (sources.length > 0 && note === null && !isOfCode && !isOfWindows) unlike.push(id);
    }
    expect(unlike).toEqual([]);
  },
);

const codeOf = (path: string | null | undefined): string | null | undefined =>
  normaliseCode((path ?? '').split('/').at(-1) ?? '')?.hresult;

test.each([
  ['[wsl2]\nnetworkingMode=none', 'None'],
  ['[wsl2]\r\n  NETWORKINGMODE = "VirtioProxy" # x\r\n', 'VirtioProxy'],
  ['networkingMode=none\n[wsl2]\n', 'Nat'],
  ['[wsl2]\nnetworkingMode=bogus\nnetworkingMode=none', 'Nat'],
  ['[experimental]\nnetworkingMode=mirrored\n[wsl2]\nnetworkingMode=none', 'Mirrored'],
  ['[wsl2]\n#networkingMode=none\nnetworkingMode=nat;none', 'Nat'],
  ['[boot]\nnetworkingMode=none', 'Nat'],
  ['\ufeff[wsl2]\nnetworkingMode=None', 'None'],
  ['[wsl2]\nnetworkingMode=consomme', 'Nat'],
])('the simulated WSL reads %j as %s', (text, mode) => {
  expect(readNetworkingMode(Buffer.from(text), false)).toBe(mode);
});

test('addresses in their spellings', () => {
  for (let prefix = 0; prefix <= 32; prefix++) expect(maskToPrefix(prefixToMask(prefix))).toBe(prefix);
  expect(prefixToMask(20)).toBe('255.255.240.0');
  expect(maskToPrefix('255.0.255.0')).toBeUndefined();
  expect(routeHex('172.20.16.1')).toBe('011014AC');
});
