/** reg.exe: query, add, delete, export, import. 0 or 1; errors on stderr (commands.md section 0). */
import { createKey, fullKey, removeKey, removeValue, subtree, valueOf, writeValue } from '../registry.js';
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import type { RegistryValue } from '../world.js';
import { exportKey, importFile } from './reg-file.js';

export const reg: SimulatedProgram = { encoding: () => 'oem', run };

type Verb = (call: ProgramCall, first: string, rest: readonly string[]) => Promise<number> | number;

const verbs: Readonly<Record<string, Verb>> = {
  query,
  add,
  delete: remove,
  export: exportVerb,
  import: importFile,
};

async function run(call: ProgramCall): Promise<number> {
  const [verb = '', first, ...rest] = call.args;
  const known = verbs[verb.toLowerCase()];
  if (known === undefined || first === undefined) throw unknownArgv('reg.exe', call.args);
  await call.wait(60);
  return known(call, first, rest);
}

/** `/v name`, `/ve`, `/s`, `/t`, `/d`, `/f` and so on, each with its value where it takes one. */
function options(
  call: ProgramCall,
  rest: readonly string[],
  flags: readonly string[],
  valued: readonly string[],
) {
  const found: Record<string, string> = {};
  for (let at = 0; at < rest.length; at++) {
    const option = (rest[at] ?? '').toLowerCase();
    if (flags.includes(option)) found[option] = '';
    else if (valued.includes(option) && rest[at + 1] !== undefined) found[option] = rest[++at] ?? '';
    else throw unknownArgv('reg.exe', call.args);
  }
  return found;
}

function keyNamed(call: ProgramCall, key: string): string {
  const full = fullKey(key);
  if (full === undefined) throw unknownArgv('reg.exe', call.args);
  return full;
}

function query(call: ProgramCall, first: string, rest: readonly string[]): number {
  const { '/v': name, '/ve': unnamed, '/s': deep } = options(call, rest, ['/ve', '/s'], ['/v', '/reg']);
  const key = keyNamed(call, first);
  const tree = subtree(call.look(), key);
  const wanted = unnamed === undefined ? name : '';
  if (Object.keys(tree).length === 0) return refuse(call, call.text.reg.notFound);
  return wanted === undefined
    ? printTree(call, key, tree, deep !== undefined)
    : printValue(call, tree, wanted, deep !== undefined);
}

type Tree = Readonly<Record<string, Record<string, RegistryValue>>>;

function printTree(call: ProgramCall, key: string, tree: Tree, deep: boolean): number {
  const [own, ...below] = Object.entries(tree);
  if (own !== undefined) printKey(call, own[0], own[1]);
  if (deep) for (const [name, values] of below) printKey(call, name, values);
  else
    call.say(
      'stdout',
      lines(
        ...directChildren(
          key,
          below.map(([name]) => name),
        ),
      ),
    );
  return 0;
}

function printKey(call: ProgramCall, key: string, values: Record<string, RegistryValue>): void {
  const rows = Object.entries(values).map(([name, value]) => valueLine(call, name, value));
  if (rows.length > 0) call.say('stdout', lines('', key, ...rows, ''));
}

function printValue(call: ProgramCall, tree: Tree, wanted: string, deep: boolean): number {
  const searched = deep ? Object.entries(tree) : Object.entries(tree).slice(0, 1);
  let matches = 0;
  for (const [key, values] of searched) {
    const value = valueOf(values, wanted);
    if (value === undefined) continue;
    matches++;
    call.say('stdout', lines('', key, valueLine(call, wanted, value), ''));
  }
  if (deep) call.say('stdout', lines(call.text.reg.end(matches)));
  if (matches === 0 && wanted === '' && !deep) return printUnsetDefault(call, tree);
  return matches > 0 ? 0 : deep ? 1 : refuse(call, call.text.reg.notFound);
}

/** The default value of a key that has none is there and empty, with exit 0. */
function printUnsetDefault(call: ProgramCall, tree: Tree): number {
  const { defaultName, notSet } = call.text.reg;
  call.say('stdout', lines('', Object.keys(tree)[0] ?? '', `    ${defaultName}    REG_SZ    ${notSet}`, ''));
  return 0;
}

function valueLine(call: ProgramCall, name: string, value: RegistryValue): string {
  const shown =
    value.type === 'REG_DWORD'
      ? `0x${value.data.toString(16)}`
      : value.type === 'REG_MULTI_SZ'
        ? value.data.join('\\0')
        : value.data;
  return `    ${name === '' ? call.text.reg.defaultName : name}    ${value.type}    ${shown}`;
}

function directChildren(key: string, names: readonly string[]): readonly string[] {
  const children = names.map(
    (name) => name.slice(0, key.length) + '\\' + (name.slice(key.length + 1).split('\\')[0] ?? ''),
  );
  return [...new Set(children)];
}

function add(call: ProgramCall, first: string, rest: readonly string[]): number {
  const given = options(call, rest, ['/ve', '/f'], ['/v', '/t', '/d']);
  const key = keyNamed(call, first);
  if (needsElevation(call, key)) return refuse(call, call.text.error(5));
  const name = given['/ve'] === undefined ? given['/v'] : '';
  const value = parseValue(given['/t'] ?? 'REG_SZ', given['/d'] ?? '');
  if (value === undefined || given['/f'] === undefined) throw unknownArgv('reg.exe', call.args);
  call.change((world) => {
    if (name === undefined) createKey(world, key);
    else writeValue(world, key, name, value);
  });
  call.midway();
  call.say('stdout', lines(call.text.reg.done));
  return 0;
}

function parseValue(type: string, data: string): RegistryValue | undefined {
  switch (type.toUpperCase()) {
    case 'REG_SZ':
      return { type: 'REG_SZ', data };
    case 'REG_EXPAND_SZ':
      return { type: 'REG_EXPAND_SZ', data };
    case 'REG_DWORD':
      return Number.isInteger(Number(data)) ? { type: 'REG_DWORD', data: Number(data) } : undefined;
    case 'REG_MULTI_SZ':
      return { type: 'REG_MULTI_SZ', data: data.split('\\0') };
    default:
      return undefined;
  }
}

function remove(call: ProgramCall, first: string, rest: readonly string[]): number {
  const { '/v': name, '/ve': unnamed, '/f': force } = options(call, rest, ['/ve', '/f'], ['/v']);
  // Without /f it asks, and standard input is closed.
  if (force === undefined) throw unknownArgv('reg.exe', call.args);
  const key = keyNamed(call, first);
  if (needsElevation(call, key)) return refuse(call, call.text.error(5));
  const wanted = unnamed === undefined ? name : '';
  const removed = call.change((world) =>
    wanted === undefined ? removeKey(world, key) : removeValue(world, key, wanted),
  );
  if (!removed) return refuse(call, call.text.reg.notFound);
  call.midway();
  call.say('stdout', lines(call.text.reg.done));
  return 0;
}

function exportVerb(call: ProgramCall, first: string, rest: readonly string[]): Promise<number> | number {
  const [file = '', ...others] = rest;
  const { '/y': overwrite } = options(call, others, ['/y'], []);
  if (file === '' || overwrite === undefined) throw unknownArgv('reg.exe', call.args);
  const tree = subtree(call.look(), keyNamed(call, first));
  return Object.keys(tree).length === 0 ? refuse(call, call.text.reg.notFound) : exportKey(call, tree, file);
}

function needsElevation(call: ProgramCall, key: string): boolean {
  return !call.look().elevated && !key.startsWith('HKEY_CURRENT_USER');
}

function refuse(call: ProgramCall, sentence: string): number {
  call.say('stderr', lines(call.text.reg.error(sentence), ''));
  return 1;
}
