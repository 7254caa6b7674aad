import type { DevicePolicyFact } from '../domain/network-facts.js';
import { readRegistryKey, readRegistryTree, textOf, type RegistryKey, type RegistryTree } from './machine.js';
import type { Probe } from './probe.js';

const group = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions';
const mdm = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\DeviceInstallation';

/** Policies over the installation of devices: the one reproducible cause of 0x80041002 (microsoft/WSL#6724, #8337). */
export const devicePolicyProbe: Probe<'devicePolicy'> = {
  id: 'device-policy',
  fact: 'devicePolicy',
  after: [],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const [tree, managed] = await Promise.all([
      readRegistryTree(context, group),
      readRegistryKey(context, mdm),
    ]);
    return joined(readGroupPolicy(tree), readManagement(managed));
  },
  findings: ({ forbidding }) =>
    forbidding.length === 0
      ? []
      : [
          {
            id: 'device-install-forbidden',
            probe: 'device-policy',
            data: { policies: forbidding },
            evidence: `DeviceInstall\\Restrictions: ${forbidding.join(', ')}`,
          },
        ],
};

/** Setup class of network adapters, of which a new switch brings one; hardware ids of Hyper-V's own. */
const networkClass = '{4d36e972-e325-11ce-bfc1-08002be10318}';
const switchDevice = /^(?:root\\)?vms_|^vmbus\\|^root\\vmsmp/i;

/** The lists stand in subkeys of the same name, and count only where their switch is 1. */
export function readGroupPolicy(tree: RegistryTree): DevicePolicyFact {
  const own = tree.get(group.toLowerCase().replace('hklm', 'hkey_local_machine'));
  const isOn = (name: string) => own?.values.get(name.toLowerCase())?.data === '0x1';
  const listed = (name: string, matches: (item: string) => boolean) =>
    [...tree].some(
      ([key, { values }]) =>
        key.endsWith(`\\${name.toLowerCase()}`) &&
        [...values.values()].some(({ data }) => matches(data.trim())),
    );
  const isNetwork = (item: string) => item.toLowerCase() === networkClass;
  const inForce = names.filter((name) => isOn(name));
  const allowed =
    (isOn('AllowDeviceClasses') && listed('AllowDeviceClasses', isNetwork)) ||
    (isOn('AllowDeviceIDs') && listed('AllowDeviceIDs', (item) => switchDevice.test(item)));
  const forbids: Readonly<Record<string, boolean>> = {
    DenyDeviceClasses: listed('DenyDeviceClasses', isNetwork),
    DenyDeviceIDs: listed('DenyDeviceIDs', (item) => switchDevice.test(item)),
    DenyUnspecified: !allowed,
  };
  return { inForce, forbidding: inForce.filter((name) => forbids[name] === true) };
}

const names: readonly string[] = [
  'DenyDeviceClasses',
  'DenyDeviceIDs',
  'DenyInstanceIDs',
  'DenyUnspecified',
  'DenyRemovableDevices',
  'AllowDeviceClasses',
  'AllowDeviceIDs',
];

/** The same policies when a company manages the machine: XML that begins with `<enabled/>` and lists what it is about. */
export function readManagement(key: RegistryKey | undefined): DevicePolicyFact {
  const isEnabled = (text: string) => /<enabled\s*\/>/i.test(text);
  const classes = textOf(key, 'PreventInstallationOfMatchingDeviceSetupClasses') ?? '';
  const others = textOf(key, 'PreventInstallationOfDevicesNotDescribedByOtherPolicySettings') ?? '';
  const allowedClasses = textOf(key, 'AllowInstallationOfMatchingDeviceSetupClasses') ?? '';
  const namesNetwork = (text: string) => text.toLowerCase().includes(networkClass);
  const inForce = [
    ...(isEnabled(classes) ? ['PreventInstallationOfMatchingDeviceSetupClasses'] : []),
    ...(isEnabled(others) ? ['PreventInstallationOfDevicesNotDescribedByOtherPolicySettings'] : []),
  ];
  const forbids = (name: string) =>
    name.endsWith('SetupClasses') ? namesNetwork(classes) : !namesNetwork(allowedClasses);
  return { inForce, forbidding: inForce.filter(forbids) };
}

const joined = (one: DevicePolicyFact, other: DevicePolicyFact): DevicePolicyFact => ({
  inForce: [...one.inForce, ...other.inForce],
  forbidding: [...one.forbidding, ...other.forbidding],
});
