/**
 * Everything that the elevated helper can be asked to do (design.md section 4). A message holds a verb and typed values,
 * never a path or a command line; both sides make the argv from this one table. A command without an entry here cannot
 * run elevated; what needs one adds it here and nowhere else.
 */
import { makeCommand, type ProgramName } from '../../commands.js';
import type { Command, MachinePaths } from '../../host.js';
import {
  anyService,
  interfaceIndex,
  ipv4,
  ipv4OrNone,
  metric,
  networkService,
  position,
  startNumber,
  startType,
  type ValueType,
} from './value-types.js';

export interface Verb {
  readonly verb: VerbName;
  /** Exactly the values that the table names for this verb. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** An argument that ends with a value. */
interface Slot {
  readonly name: string;
  readonly type: ValueType;
  /** What the argument begins with. */
  readonly before: string;
}
type Part = string | Slot;

const slot = (name: string, type: ValueType, before = ''): Slot => ({ name, type, before });

const service = slot('service', anyService);
const networkOnly = slot('service', networkService);
const serviceKey = slot('service', networkService, 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\');
const adapter = slot('interfaceIndex', interfaceIndex, 'name=');
const adapterOfMetric = slot('interfaceIndex', interfaceIndex, 'interface=');
const address = slot('address', ipv4, 'address=');
const mask = slot('mask', ipv4, 'mask=');
const gateway = slot('gateway', ipv4, 'gateway=');
const gatewayOrNone = slot('gateway', ipv4OrNone, 'gateway=');
/** "VMware Bridge notifier object" (commands.md R6). */
const vmwareNotifier = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';

const ipv4Settings = (...parts: readonly Part[]) => ['netsh', ['interface', 'ipv4', ...parts]] as const;

const verbs = {
  'start-service': ['net', ['start', service]],
  'stop-service': ['net', ['stop', networkOnly]],
  'stop-service-with-dependents': ['net', ['stop', networkOnly, '/y']],
  'set-start-type': ['sc', ['config', networkOnly, 'start=', slot('startType', startType)]],
  // For services that refuse `sc config` even to administrators (commands.md R5).
  'set-start-number': [
    'reg',
    ['add', serviceKey, '/v', 'Start', '/t', 'REG_DWORD', '/d', slot('number', startNumber), '/f'],
  ],
  'delete-vmware-notifier': ['reg', ['delete', vmwareNotifier, '/f']],
  'reset-tcpip': ['netsh', ['int', 'ip', 'reset']],
  'reset-winsock': ['netsh', ['winsock', 'reset']],
  'use-dhcp-address': ipv4Settings('set', 'address', adapter, 'source=dhcp'),
  'set-address': ipv4Settings('set', 'address', adapter, 'source=static', address, mask, gatewayOrNone),
  'add-address': ipv4Settings('add', 'address', adapter, address, mask),
  'add-gateway': ipv4Settings('add', 'address', adapter, gateway),
  'use-dhcp-name-servers': ipv4Settings('set', 'dnsservers', adapter, 'source=dhcp'),
  'set-name-server': ipv4Settings(
    ...['set', 'dnsservers', adapter, 'source=static', address, 'register=primary', 'validate=no'],
  ),
  'add-name-server': ipv4Settings(
    ...['add', 'dnsservers', adapter, address, slot('position', position, 'index='), 'validate=no'],
  ),
  'set-metric': ipv4Settings('set', 'interface', adapterOfMetric, slot('metric', metric, 'metric=')),
} as const satisfies Record<string, readonly [ProgramName, readonly Part[]]>;

export type VerbName = keyof typeof verbs;

// The names are the keys of the table just above.
export const verbNames = Object.keys(verbs) as readonly VerbName[];

type Paths = Pick<MachinePaths, 'system32'>;

/** The command of a verb: the one way in which the helper comes by a program and its arguments. */
export function commandFor(paths: Paths, { verb, values }: Verb): Command {
  const [program, parts] = verbs[verb];
  return makeCommand(
    paths,
    program,
    parts.map((part) => argumentOf(part, values)),
  );
}

/** The verb that stands for exactly this command; null where there is none, so that it cannot run elevated. */
export function verbFor(paths: Paths, command: Pick<Command, 'file' | 'args'>): Verb | null {
  for (const verb of verbNames) {
    const [program, parts] = verbs[verb];
    if (command.file !== makeCommand(paths, program, command.args).file) continue;
    const values = valuesIn(parts, command.args);
    if (values !== null) return { verb, values };
  }
  return null;
}

/** Reads a verb from a message, strictly: null for an unknown one, a value outside its type, anything left out or added. */
export function parseVerb(value: unknown): Verb | null {
  if (!isObject(value) || !hasOnly(value, ['verb', 'values'])) return null;
  const verb = verbNames.find((known) => known === value.verb);
  if (verb === undefined || !isObject(value.values)) return null;
  const slots = slotsOf(verbs[verb][1]);
  if (
    !hasOnly(
      value.values,
      slots.map(({ name }) => name),
    )
  )
    return null;
  const values: Record<string, string | number> = {};
  for (const { name, type } of slots) {
    const given = value.values[name];
    if (!type.fits(given) || (typeof given !== 'string' && typeof given !== 'number')) return null;
    values[name] = given;
  }
  return { verb, values };
}

function valuesIn(parts: readonly Part[], args: readonly string[]): Verb['values'] | null {
  if (parts.length !== args.length) return null;
  const values: Record<string, string | number> = {};
  for (const [at, part] of parts.entries()) {
    const argument = args[at] ?? '';
    if (typeof part === 'string') {
      if (argument !== part) return null;
      continue;
    }
    const value = argument.startsWith(part.before)
      ? part.type.read(argument.slice(part.before.length))
      : undefined;
    if (value === undefined) return null;
    values[part.name] = value;
  }
  return values;
}

/** Values were checked when the verb was read. */
function argumentOf(part: Part, values: Verb['values']): string {
  return typeof part === 'string' ? part : `${part.before}${values[part.name] ?? ''}`;
}

function slotsOf(parts: readonly Part[]): readonly Slot[] {
  return parts.filter((part) => typeof part !== 'string');
}

function hasOnly(object: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  const keys = Object.keys(object);
  return keys.length === names.length && names.every((name) => Object.hasOwn(object, name));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
