/**
 * Verbs and commands: a message holds a verb and typed values, never a path or a command line, and both sides make the
 * argv from the one table.
 */
import { makeCommand } from '../../commands.js';
import type { Command, MachinePaths } from '../../host.js';
import { verbTable, type Part, type Slot, type VerbName, type VerbShape } from './verb-table.js';

export interface Verb {
  readonly verb: VerbName;
  /** Exactly the values that the table names for this verb. */
  readonly values: Readonly<Record<string, string | number>>;
}

// The names are the keys of the table.
export const verbNames = Object.keys(verbTable) as readonly VerbName[];

export type VerbPaths = Pick<MachinePaths, 'system32' | 'programData'>;

/** Where the helper keeps what it may bring back; only administrators write there. */
export const savedFolder = ({ programData }: Pick<MachinePaths, 'programData'>): string =>
  `${programData}\\wsl-netfix-tui\\saved`;

/** The registry key that the helper keeps a copy of before it does this. */
export function keptBy({ verb }: Verb): string | null {
  const { keeps }: VerbShape = verbTable[verb];
  return keeps ?? null;
}

/** The command of a verb: the one way in which the helper comes by a program and its arguments. */
export function commandFor(paths: VerbPaths, { verb, values }: Verb): Command {
  const { program, parts }: VerbShape = verbTable[verb];
  return makeCommand(
    paths,
    program,
    parts.map((part) =>
      piecesOf(paths, part)
        .map((piece) => (typeof piece === 'string' ? piece : `${values[piece.name] ?? ''}`))
        .join(''),
    ),
  );
}

/** The verb that stands for exactly this command; null where there is none, so that it cannot run elevated. */
export function verbFor(paths: VerbPaths, command: Pick<Command, 'file' | 'args'>): Verb | null {
  for (const verb of verbNames) {
    const { program, parts }: VerbShape = verbTable[verb];
    const given = program === 'powershell' ? [scriptIn(command.args)] : command.args;
    const values = valuesIn(paths, parts, given);
    if (values === null) continue;
    const made = commandFor(paths, { verb, values });
    if (made.file === command.file && isSame(made.args, command.args)) return { verb, values };
  }
  return null;
}

/** Reads a verb from a message, strictly: null for an unknown one, a value outside its type, anything left out or added. */
export function parseVerb(value: unknown): Verb | null {
  if (!isObject(value) || !hasOnly(value, ['verb', 'values'])) return null;
  const verb = verbNames.find((known) => known === value.verb);
  if (verb === undefined || !isObject(value.values)) return null;
  const slots = slotsOf(verbTable[verb]);
  const names = slots.map(({ name }) => name);
  if (!hasOnly(value.values, names)) return null;
  const values: Record<string, string | number> = {};
  for (const { name, type } of slots) {
    const given = value.values[name];
    if (!type.fits(given) || (typeof given !== 'string' && typeof given !== 'number')) return null;
    values[name] = given;
  }
  return { verb, values };
}

type Piece = string | Slot;

function piecesOf(paths: VerbPaths, part: Part): readonly Piece[] {
  const pieces: readonly Piece[] = typeof part === 'string' ? [part] : part;
  return pieces.map((piece) =>
    typeof piece === 'string'
      ? piece.replace('{system32}', () => paths.system32).replace('{saved}', () => savedFolder(paths))
      : piece,
  );
}

function valuesIn(paths: VerbPaths, parts: readonly Part[], args: readonly string[]): Verb['values'] | null {
  if (parts.length !== args.length) return null;
  const values: Record<string, string | number> = {};
  for (const [at, part] of parts.entries()) {
    const found = readArgument(piecesOf(paths, part), args[at] ?? '');
    if (found === null) return null;
    Object.assign(values, found);
  }
  return values;
}

/** Each value reaches to the next fixed text. */
function readArgument(pieces: readonly Piece[], argument: string): Verb['values'] | null {
  const values: Record<string, string | number> = {};
  let rest = argument;
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      if (!rest.startsWith(piece)) return null;
      rest = rest.slice(piece.length);
      continue;
    }
    const next = pieces[at + 1];
    const end = typeof next === 'string' ? rest.indexOf(next) : rest.length;
    const value = end < 0 ? undefined : piece.type.read(rest.slice(0, end));
    if (value === undefined) return null;
    values[piece.name] = value;
    rest = rest.slice(end);
  }
  return rest === '' ? values : null;
}

/** The script of `-EncodedCommand`; whether the other arguments are ours, the comparison with the whole shows. */
function scriptIn(args: readonly string[]): string {
  return Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
}

function slotsOf({ parts }: VerbShape): readonly Slot[] {
  return parts.flatMap((part) =>
    typeof part === 'string' ? [] : part.filter((piece) => typeof piece !== 'string'),
  );
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((argument, at) => argument === right[at]);
}

function hasOnly(object: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  const keys = Object.keys(object);
  return keys.length === names.length && names.every((name) => Object.hasOwn(object, name));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
