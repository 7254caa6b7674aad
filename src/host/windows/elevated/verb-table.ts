/**
 * Everything that the elevated helper can be asked to do (design.md section 4), as programs and argv shapes with typed
 * values. A command without an entry here cannot run elevated; what needs one adds it here and nowhere else.
 */
import { adminQuestionScript, type AdminQuestionId } from '../../admin-questions.js';
import type { ProgramName } from '../../commands.js';
import {
  listSwitchesScript,
  newNetNatScript,
  removeNetNatScript,
  removeWslNetworkScript,
  restorePointScript,
} from '../../powershell-scripts.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../../test-switch-scripts.js';
import { savedKeys, restoreLimit } from './registry-keys.js';
import * as type from './value-types.js';
import type { ValueType } from './value-types.js';

/** A value in an argument. */
export interface Slot {
  readonly name: string;
  readonly type: ValueType;
}
/** One argument: fixed text and values in turn. `{system32}` and `{saved}` in a text stand for folders. */
export type Part = string | readonly (string | Slot)[];

export interface VerbShape {
  readonly program: ProgramName;
  readonly parts: readonly Part[];
  /** The key that the helper keeps a copy of before it runs. */
  readonly keeps?: string;
}

const shape = (program: ProgramName, ...parts: readonly Part[]): VerbShape => ({ program, parts });
const value = (name: string, of: ValueType): Slot => ({ name, type: of });
const ipv4 = (...parts: readonly Part[]) => shape('netsh', 'interface', 'ipv4', ...parts);

const service = [value('service', type.anyService)];
const networkService = [value('service', type.networkService)];
const serviceKey = ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\', ...networkService];
const startNumber = [value('number', type.startNumber)];
const adapter = ['name=', value('interfaceIndex', type.interfaceIndex)];
const adapterOfMetric = ['interface=', value('interfaceIndex', type.interfaceIndex)];
const address = ['address=', value('address', type.ipv4)];
const mask = ['mask=', value('mask', type.ipv4)];
const family = [value('family', type.ipFamily)];
const protocol = [value('protocol', type.protocol)];
const start = ['start=', value('start', type.port)];
const count = ['num=', value('count', type.port)];
const feature = ['/FeatureName:', value('feature', type.feature)];
const dism = (...parts: readonly Part[]) => shape('dism', '/English', '/Online', ...parts);

/** A script with its values marked where they stand, so that its text is written in one place only. */
const script = (text: string, ...slots: readonly Slot[]): VerbShape => {
  const pieces = slots.reduce<readonly (string | Slot)[]>(
    (before, slot) => before.flatMap((piece) => (typeof piece === 'string' ? cut(piece, slot) : [piece])),
    [text],
  );
  return shape('powershell', pieces);
};
const cut = (text: string, slot: Slot): readonly (string | Slot)[] => {
  const [before, after] = text.split(marks[slot.name] ?? '');
  return before === undefined || after === undefined ? [text] : [before, slot, after];
};
/** Values of the right type that stand for all others. */
const marks: Readonly<Record<string, string>> = {
  network: '790E58B4-7939-4434-9358-89AE7DDBE87E',
  nat: 'a-nat-network',
  prefix: '203.0.113.0/24',
  switch: 'wslnetfix-00000000',
};
const network = value('network', type.wslNetwork);
const nat = value('nat', type.netNat);
const prefix = value('prefix', type.prefix);
const testSwitch = value('switch', type.testSwitch);

const question = (id: AdminQuestionId) => script(adminQuestionScript(id));

export const verbTable = {
  'start-service': shape('net', 'start', service),
  'stop-service': shape('net', 'stop', service),
  'stop-service-with-dependents': shape('net', 'stop', networkService, '/y'),
  'set-start-type': shape('sc', 'config', networkService, 'start=', [value('startType', type.startType)]),
  // For services that refuse `sc config` even to administrators (commands.md R5).
  'set-start-number': shape(
    ...(['reg', 'add', serviceKey, '/v', 'Start', '/t', 'REG_DWORD', '/d', startNumber, '/f'] as const),
  ),
  'delete-vmware-notifier': {
    ...shape('reg', 'delete', savedKeys.vmwareNotifier, '/f'),
    keeps: savedKeys.vmwareNotifier,
  },
  'delete-hns-state': { ...shape('reg', 'delete', savedKeys.hnsState, '/f'), keeps: savedKeys.hnsState },
  'restore-kept-key': shape('reg', 'import', ['{saved}\\', value('sha256', type.sha256), '.reg']),
  'set-restore-limit': shape(
    ...(['reg', 'add', restoreLimit.key, '/v', restoreLimit.value, '/t', 'REG_DWORD', '/d'] as const),
    [value('minutes', type.minutes)],
    '/f',
  ),
  'remove-restore-limit': shape('reg', 'delete', restoreLimit.key, '/v', restoreLimit.value, '/f'),
  'reset-tcpip': shape('netsh', 'int', 'ip', 'reset'),
  'reset-winsock': shape('netsh', 'winsock', 'reset'),
  'use-dhcp-address': ipv4('set', 'address', adapter, 'source=dhcp'),
  'set-address': ipv4(...['set', 'address', adapter, 'source=static', address, mask], [
    'gateway=',
    value('gateway', type.ipv4OrNone),
  ]),
  'add-address': ipv4('add', 'address', adapter, address, mask),
  'add-gateway': ipv4('add', 'address', adapter, ['gateway=', value('gateway', type.ipv4)]),
  'use-dhcp-name-servers': ipv4('set', 'dnsservers', adapter, 'source=dhcp'),
  'set-name-server': ipv4(
    ...['set', 'dnsservers', adapter, 'source=static', address, 'register=primary', 'validate=no'],
  ),
  'add-name-server': ipv4(
    ...['add', 'dnsservers', adapter, address, ['index=', value('position', type.position)], 'validate=no'],
  ),
  'add-route': ipv4(
    ...(['add', 'route', ['prefix=', value('prefix', type.prefix)], adapterOfMetric] as const),
    ['nexthop=', value('nextHop', type.ipv4)],
    ['metric=', value('metric', type.metric)],
    'store=persistent',
  ),
  'set-metric': ipv4('set', 'interface', adapterOfMetric, ['metric=', value('metric', type.metric)]),
  'set-dynamic-ports': shape('netsh', 'interface', family, 'set', 'dynamicport', protocol, start, count),
  'set-hypervisor-launch': shape(...(['bcdedit', '/set', '{current}', 'hypervisorlaunchtype'] as const), [
    value('launchType', type.launchType),
  ]),
  'read-boot-configuration': shape('bcdedit', '/enum', '{current}'),
  'verify-wmi-repository': shape('winmgmt', '/verifyrepository'),
  'recompile-hyperv-mof': shape('mofcomp', ['{system32}\\WindowsVirtualization.V2.mof']),
  'enable-feature': dism('/Enable-Feature', feature, '/All', '/NoRestart'),
  'disable-feature': dism('/Disable-Feature', feature, '/NoRestart'),
  'repair-component-store': dism('/Cleanup-Image', '/RestoreHealth'),
  'check-system-files': shape('sfc', '/scannow'),
  'remove-wsl-network': script(removeWslNetworkScript('790E58B4-7939-4434-9358-89AE7DDBE87E'), network),
  'remove-netnat': script(removeNetNatScript('a-nat-network'), nat),
  'make-netnat': script(newNetNatScript('a-nat-network', '203.0.113.0/24'), nat, prefix),
  'make-restore-point': script(restorePointScript),
  'list-switches': script(listSwitchesScript),
  // What a deeper look asks: each script reads, and is known here to the letter.
  'ask-hns-networks': question('hns-networks'),
  'ask-wmi-switch-service': question('wmi-switch-service'),
  'ask-bitlocker': question('bitlocker'),
  'ask-restore-points': question('restore-points'),
  'ask-virtual-machines': question('virtual-machines'),
  'test-switch': script(testSwitchScript('wslnetfix-00000000'), testSwitch),
  'sweep-test-switches': script(sweepTestSwitchesScript),
} as const satisfies Record<string, VerbShape>;

export type VerbName = keyof typeof verbTable;
