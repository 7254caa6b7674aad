/** Why the npm package `ini` does not touch this file: how often it reads, or rewrites, one otherwise than WSL. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { splitKey, wslconfigKeys } from '../../src/wslconfig/keys.js';
import { interpret, rawOf, readWslconfig } from '../../src/wslconfig/read.js';
import { utf8 } from './files.js';

interface Ini {
  parse(text: string): Record<string, unknown>;
  stringify(value: Record<string, unknown>): string;
}
// The package has no types; this is the part that is used here.
const ini = createRequire(import.meta.url)('ini') as Ini;

const path = new URL('../../../shared/data/wslconfig-cases.json', import.meta.url);
const present = existsSync(path);
// The file is a fixture whose shape is stated here.
const cases = (present ? JSON.parse(readFileSync(path, 'utf8')) : []) as readonly {
  readonly name: string;
  readonly contentBase64: string;
  readonly iniReadsDifferently: boolean;
}[];

const aliased = ['networkingMode', 'dnsTunneling', 'firewall', 'autoProxy'];
const knownNames = [...wslconfigKeys, ...aliased.map((key) => `experimental.${key}`)];

/** Known settings as `section.key=value`, as ini hands them to a program that asks by WSL's own spelling. */
function byIni(bytes: Uint8Array): readonly string[] {
  const parsed = ini.parse(new TextDecoder().decode(bytes));
  return knownNames.flatMap((name) => {
    const dot = name.indexOf('.');
    const section = parsed[name.slice(0, dot)];
    if (typeof section !== 'object' || section === null) return [];
    const value: unknown = Object.entries(section).find(([key]) => key === name.slice(dot + 1))?.[1];
    if (value === undefined) return [];
    return [`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}

/** The same as WSL takes them; by the alias where the file uses that. */
function byWsl(bytes: Uint8Array): readonly string[] {
  const winners = interpret(bytes)?.winners ?? new Map<never, never>();
  return [...winners].map(([key, entry]) => {
    const { section, key: name } = splitKey(key);
    const alias = section === 'wsl2' && entry.name.toLowerCase().startsWith('experimental.');
    return `${alias ? 'experimental' : section}.${name}=${rawOf(entry)}`;
  });
}

function meaning(bytes: Uint8Array): string {
  const { networkingMode, set } = readWslconfig(bytes);
  const values = Object.entries(set).map(([key, setting]) => `${key}=${setting.raw}${String(setting.valid)}`);
  return [networkingMode, ...values.toSorted()].join('\n');
}

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const readsDifferently = (bytes: Uint8Array) =>
  byIni(bytes).toSorted().join('\n') !== byWsl(bytes).toSorted().join('\n');
const rewritesDifferently = (bytes: Uint8Array) =>
  meaning(utf8(ini.stringify(ini.parse(new TextDecoder().decode(bytes))))) !== meaning(bytes);

describe('npm ini', () => {
  it('takes the last of two lines, where WSL takes the first', () => {
    expect(readsDifferently(utf8('[wsl2]\nipv6=1\nipv6=0\n'))).toBe(true);
  });

  it('writes a path back with backslashes that WSL drops the line for', () => {
    expect(rewritesDifferently(utf8('[wsl2]\nswapFile=C:\\\\Users\\\\swap.vhdx\n'))).toBe(true);
  });
});

describe.skipIf(!present)('npm ini over the shared cases', () => {
  it('reads a good part of them otherwise than WSL, and changes the meaning of others on writing', () => {
    const files = cases.map(({ name, contentBase64 }) => ({ name, bytes: bytesOf(contentBase64) }));
    const read = files.filter(({ bytes }) => readsDifferently(bytes));
    const rewritten = files.filter(({ bytes }) => rewritesDifferently(bytes));
    console.log(
      `npm ini: reads ${read.length} of ${files.length} otherwise, rewrites ${rewritten.length} to another meaning`,
    );
    expect(read.map(({ name }) => name)).toEqual(
      cases.filter(({ iniReadsDifferently }) => iniReadsDifferently).map(({ name }) => name),
    );
    expect(rewritten.length).toBeGreaterThan(0);
  });
});
