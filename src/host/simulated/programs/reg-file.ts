/**
 * `reg export` and `reg import`: UTF-16LE with a byte order mark, "Windows Registry Editor Version 5.00". These files
 * lie on the real disk, in the program's state folder and nowhere else.
 */
import { readFileSync } from 'node:fs';
import { fullKey, removeKey, writeValue, createKey } from '../registry.js';
import { type ProgramCall, lines } from '../program.js';
import { insideStateFolder, written } from '../state-file.js';
import type { RegistryValue } from '../world.js';

type Tree = Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;

export function exportKey(call: ProgramCall, tree: Tree, file: string): number {
  const path = insideStateFolder(call, file);
  const blocks = Object.entries(tree).map(([key, values]) =>
    lines(
      `[${key}]`,
      ...Object.entries(values).map(([name, value]) => `${quoted(name)}=${spelled(value)}`),
      '',
    ),
  );
  const bytes = Buffer.from(`\ufeff${lines(title, '')}${blocks.join('')}`, 'utf16le');
  if (!written(path, bytes.subarray(0, bytes.length >> 1))) return cannotOpen(call);
  call.midway();
  if (!written(path, bytes)) return cannotOpen(call);
  call.say('stdout', lines(call.text.reg.done, ''));
  return 0;
}

function cannotOpen(call: ProgramCall): number {
  call.say('stderr', lines(call.text.reg.error(call.text.reg.cannotOpen), ''));
  return 1;
}

/** Prints its success on stderr, as reg.exe does. */
export function importFile(call: ProgramCall, file: string): number {
  const entries = readEntries(insideStateFolder(call, file));
  if (entries === undefined) return cannotOpen(call);
  if (!call.look().elevated && entries.some(({ key }) => !key.startsWith('HKEY_CURRENT_USER'))) {
    call.say('stderr', lines(call.text.reg.error(call.text.error(5)), ''));
    return 1;
  }
  call.change((world) => {
    for (const entry of entries) {
      if (entry.removed) removeKey(world, entry.key);
      else if (entry.value === undefined) createKey(world, entry.key);
      else writeValue(world, entry.key, entry.name, entry.value);
    }
  });
  call.midway();
  call.say('stderr', lines(call.text.reg.done, ''));
  return 0;
}

const title = 'Windows Registry Editor Version 5.00';

interface Entry {
  readonly key: string;
  readonly removed: boolean;
  readonly name: string;
  readonly value: RegistryValue | undefined;
}

/** undefined where it is no registry file. */
function readEntries(path: string): readonly Entry[] | undefined {
  let text: string;
  try {
    text = readFileSync(path).toString('utf16le');
  } catch {
    return undefined;
  }
  const [first = '', ...rest] = text
    .replace(/^\ufeff/, '')
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/);
  if (first !== title) return undefined;
  const entries: Entry[] = [];
  let key = '';
  for (const line of rest) {
    const header = /^\[(-?)(.+)\]$/.exec(line);
    if (header !== null) {
      key = fullKey(header[2] ?? '') ?? '';
      entries.push({ key, removed: header[1] === '-', name: '', value: undefined });
    } else {
      const entry = readValue(line);
      if (entry !== undefined && key !== '') entries.push({ key, removed: false, ...entry });
    }
  }
  return entries;
}

function readValue(line: string): { name: string; value: RegistryValue } | undefined {
  const parts = /^(@|"((?:[^"\\]|\\.)*)")=(.*)$/.exec(line);
  if (parts === null) return undefined;
  const name = unescaped(parts[2] ?? '');
  const spelling = parts[3] ?? '';
  const dword = /^dword:([0-9a-f]{8})$/i.exec(spelling)?.[1];
  if (dword !== undefined) return { name, value: { type: 'REG_DWORD', data: parseInt(dword, 16) } };
  const string = /^"((?:[^"\\]|\\.)*)"$/.exec(spelling)?.[1];
  if (string !== undefined) return { name, value: { type: 'REG_SZ', data: unescaped(string) } };
  const hex = /^hex\(([27])\):(.*)$/.exec(spelling);
  if (hex === null) return undefined;
  const text = Buffer.from((hex[2] ?? '').replaceAll(',', ''), 'hex').toString('utf16le');
  return hex[1] === '2'
    ? { name, value: { type: 'REG_EXPAND_SZ', data: text.replace(/\0$/, '') } }
    : { name, value: { type: 'REG_MULTI_SZ', data: text.split('\0').filter((each) => each !== '') } };
}

const quoted = (name: string): string => (name === '' ? '@' : `"${escaped(name)}"`);
const escaped = (text: string): string => text.replace(/[\\"]/g, '\\$&');
const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

function spelled(value: RegistryValue): string {
  switch (value.type) {
    case 'REG_SZ':
      return `"${escaped(value.data)}"`;
    case 'REG_DWORD':
      return `dword:${value.data.toString(16).padStart(8, '0')}`;
    case 'REG_EXPAND_SZ':
      return `hex(2):${hexBytes(`${value.data}\0`)}`;
    case 'REG_MULTI_SZ':
      return `hex(7):${hexBytes(`${value.data.map((each) => `${each}\0`).join('')}\0`)}`;
  }
}

const hexBytes = (text: string): string =>
  [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
