import type { AdapterConfiguration, Facts, StaticRoute } from '../domain/facts.js';
import type { Action, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Command, MachinePaths } from '../host/host.js';
import {
  adapterNow,
  missingRoutes,
  sameAddresses,
  sameNameServers,
  sameSettings,
  spelled,
} from './adapter-settings.js';

/** One step for each adapter whose recorded settings are not the ones it has now. Adapters that are gone get none. */
export function giveAddressesBack(
  adapters: readonly AdapterConfiguration[],
  facts: Pick<Facts, 'networkConfiguration'>,
  paths: MachinePaths,
): readonly Step[] {
  return adapters.flatMap((recorded) => {
    const now = adapterNow(facts, recorded);
    if (now === undefined || sameSettings(recorded, now)) return [];
    // Names are localised and may have changed; the index of today is what netsh is given.
    const wanted = { ...recorded, interfaceIndex: now.interfaceIndex, name: now.name };
    return [giveBackStep(wanted, settingCommands(wanted, now, paths))];
  });
}

/** The commands that bring an adapter from how it is to how it was; all of them where `now` is not known. */
export function settingCommands(
  wanted: AdapterConfiguration,
  now: AdapterConfiguration | undefined,
  paths: MachinePaths,
): readonly RunAction[] {
  const lines = [
    ...(now !== undefined && sameAddresses(wanted, now) ? [] : addressLines(wanted)),
    ...(now !== undefined && sameNameServers(wanted, now) ? [] : nameServerLines(wanted)),
    ...(now?.metric === wanted.metric ? [] : metricLines(wanted)),
    ...missingRoutes(wanted, now).map((route) => routeLine(wanted, route)),
  ];
  return lines.map((line) => ({
    kind: 'run',
    command: makeCommand(paths, 'netsh', ['interface', 'ipv4', ...line]),
  }));
}

type RunAction = Extract<Action, { readonly kind: 'run' }>;

/** Whether a command sets what `settingCommands` gives back. */
export function isAdapterSetting({ file, args }: Pick<Command, 'file' | 'args'>): boolean {
  return file.endsWith('\\netsh.exe') && /^interface ipv4 (set|add) /.test(args.join(' '));
}

/**
 * Right after the reset, for machines where it takes the settings away at once: compared adapter by adapter, and given back where
 * they are gone. That a command of it fails ends no plan, for after the restart all of it is compared again.
 */
export function keepAddresses(
  adapters: readonly AdapterConfiguration[],
  paths: MachinePaths,
): readonly Step[] {
  return adapters.map((adapter) => ({
    id: `keep-address-${shortId(adapter)}`,
    text: { key: 'keep-address', data: settingsOf(adapter) },
    effect: 'disruptive',
    actions: settingCommands(adapter, undefined, paths).map((action) => ({
      ...action,
      unless: { kind: 'adapter', adapter },
    })),
    checks: [{ kind: 'exit-code', allowed: [0, 1] }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'none',
  }));
}

function giveBackStep(adapter: AdapterConfiguration, actions: readonly Action[]): Step {
  return {
    id: `give-address-back-${shortId(adapter)}`,
    text: { key: 'give-address-back', data: settingsOf(adapter) },
    effect: 'disruptive',
    actions,
    checks: [{ kind: 'adapter', adapter }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'none',
  };
}

const shortId = ({ interfaceGuid }: AdapterConfiguration): string => interfaceGuid.slice(0, 8).toLowerCase();

const settingsOf = ({ name, addresses, nameServers, routes = [] }: AdapterConfiguration) => ({
  adapter: name,
  addresses: [...addresses.map(spelled), ...nameServers, ...routes.map(({ prefix }) => prefix)],
});

function addressLines(adapter: AdapterConfiguration): readonly (readonly string[])[] {
  const name = `name=${adapter.interfaceIndex}`;
  if (adapter.dhcp) return [['set', 'address', name, 'source=dhcp']];
  const [first, ...others] = adapter.addresses;
  if (first === undefined) return [];
  const [gateway, ...otherGateways] = adapter.gateways;
  return [
    ['set', 'address', name, 'source=static', ...addressArguments(first), `gateway=${gateway ?? 'none'}`],
    ...others.map((other) => ['add', 'address', name, ...addressArguments(other)]),
    ...otherGateways.map((other) => ['add', 'address', name, `gateway=${other}`]),
  ];
}

const addressArguments = ({ address, prefixLength }: AdapterConfiguration['addresses'][number]) => [
  `address=${address}`,
  `mask=${maskOf(prefixLength)}`,
];

function nameServerLines(adapter: AdapterConfiguration): readonly (readonly string[])[] {
  const name = `name=${adapter.interfaceIndex}`;
  const [first, ...others] = adapter.nameServers;
  if (first === undefined) return [['set', 'dnsservers', name, 'source=dhcp']];
  return [
    ['set', 'dnsservers', name, 'source=static', `address=${first}`, 'register=primary', 'validate=no'],
    ...others.map((server, index) => [
      'add',
      'dnsservers',
      name,
      `address=${server}`,
      `index=${index + 2}`,
      'validate=no',
    ]),
  ];
}

/** After the addresses, whose networks the next hops lie in. */
const routeLine = ({ interfaceIndex }: AdapterConfiguration, route: StaticRoute): readonly string[] => [
  'add',
  'route',
  `prefix=${route.prefix}`,
  `interface=${interfaceIndex}`,
  `nexthop=${route.nextHop}`,
  `metric=${route.metric}`,
  'store=persistent',
];

/** 0 means automatic to netsh. */
const metricLines = (adapter: AdapterConfiguration): readonly (readonly string[])[] => [
  ['set', 'interface', `interface=${adapter.interfaceIndex}`, `metric=${adapter.metric ?? 0}`],
];

/** 24 as `255.255.255.0`. */
export function maskOf(prefixLength: number): string {
  const bits = prefixLength <= 0 ? 0 : (0xffffffff << (32 - Math.min(32, prefixLength))) >>> 0;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 0xff).join('.');
}
