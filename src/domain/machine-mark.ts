/** What a machine is known by, so that it is noticed where it changed while a session waited. */
import type { Facts } from './facts.js';

export interface MachineMark {
  /** Each null where it could not be told. */
  readonly build: number | null;
  /** Names of the distros, sorted. */
  readonly distros: readonly string[] | null;
  /** Network cards that are hardware, by interface GUID. A dock that was pulled out is still known to Windows. */
  readonly adapters: readonly AdapterMark[] | null;
}

export interface AdapterMark {
  readonly guid: string;
  readonly name: string;
}

/** How a machine departs from its mark. Names are sorted. */
export type MachineChange =
  | { readonly kind: 'build'; readonly before: number; readonly now: number }
  | {
      readonly kind: 'distros' | 'adapters';
      readonly gone: readonly string[];
      readonly added: readonly string[];
    };

export function markOf({ windows, distros, networkAdapters }: Facts): MachineMark {
  return {
    build: windows?.build ?? null,
    distros: distros?.distros.map(({ name }) => name).sort() ?? null,
    adapters:
      networkAdapters?.adapters.flatMap(({ interfaceGuid, name, componentId }) =>
        interfaceGuid !== null && isHardware.test(componentId) ? [{ guid: interfaceGuid, name }] : [],
      ) ?? null,
  };
}

/** Virtual cards come and go with features, virtual machines and VPNs, and with our own remedies. */
const isHardware = /^(pci|usb|sd|vmbus)\\/;

/** Only what is known of both counts. Revisions of Windows do not: every month has one. */
export function changesBetween(before: MachineMark, now: MachineMark): readonly MachineChange[] {
  const adapters = (mark: MachineMark) => new Map(mark.adapters?.map(({ guid, name }) => [guid, name]));
  return [
    ...(before.build !== null && now.build !== null && before.build !== now.build
      ? [{ kind: 'build' as const, before: before.build, now: now.build }]
      : []),
    ...(before.distros !== null && now.distros !== null
      ? namesBetween('distros', asMap(before.distros), asMap(now.distros))
      : []),
    ...(before.adapters !== null && now.adapters !== null
      ? namesBetween('adapters', adapters(before), adapters(now))
      : []),
  ];
}

const asMap = (names: readonly string[]) => new Map(names.map((name) => [name, name]));

function namesBetween(
  kind: 'distros' | 'adapters',
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly MachineChange[] {
  const without = (these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>) =>
    [...these].flatMap(([key, name]) => (those.has(key) ? [] : [name])).sort();
  const [gone, added] = [without(before, now), without(now, before)];
  return gone.length + added.length === 0 ? [] : [{ kind, gone, added }];
}
