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
    isOn(name) &&
    [...tree].some(
      ([key, { values }]) =>
        key.endsWith(`\\${name.toLowerCase()}`) &&
        [...values.values()].some(({ data }) => matches(data.trim())),
    );
  const allowsDevice = listed('AllowDeviceIDs', isSwitch);
  const forbids: Readonly<Record<string, boolean>> = {
    // In layers what allows a device outranks what forbids its class (DeviceInstallation CSP, AllowDenyLayered).
    DenyDeviceClasses: listed('DenyDeviceClasses', isNetwork) && !(isOn('AllowDenyLayered') && allowsDevice),
    DenyDeviceIDs: listed('DenyDeviceIDs', isSwitch),
    DenyInstanceIDs: listed('DenyInstanceIDs', isSwitch),
    DenyUnspecified: !(allowsDevice || listed('AllowDeviceClasses', isNetwork)),
  };
  const inForce = names.filter((name) => isOn(name));
  return { inForce, forbidding: inForce.filter((name) => forbids[name] === true) };
}

const isNetwork = (item: string): boolean => item.toLowerCase() === networkClass;
const isSwitch = (item: string): boolean => switchDevice.test(item);

const names: readonly string[] = [
  'DenyDeviceClasses',
  'DenyDeviceIDs',
  'DenyInstanceIDs',
  'DenyUnspecified',
  'DenyRemovableDevices',
  'AllowDeviceClasses',
  'AllowDeviceIDs',
  'AllowInstanceIDs',
  'AllowDenyLayered',
];

/**
 * The same policies where a company manages the machine, as Policy CSP takes them: XML that begins with `<enabled/>`, and
 * lists of `number&#xF000;item` (https://learn.microsoft.com/windows/client-management/mdm/policy-csp-deviceinstallation).
 * That the registry keeps them so is unverified; they are written as group policies too, which are read beside them.
 */
export function readManagement(key: RegistryKey | undefined): DevicePolicyFact {
  const valueOf = (name: string) => textOf(key, name) ?? '';
  const isOn = (name: string) => /<enabled\s*\/>/i.test(valueOf(name));
  const listed = (name: string, matches: (item: string) => boolean) =>
    isOn(name) && itemsOf(valueOf(name)).some((item) => matches(item.trim()));
  const allowsDevice = listed('AllowInstallationOfMatchingDeviceIDs', isSwitch);
  const forbids: Readonly<Record<string, boolean>> = {
    PreventInstallationOfMatchingDeviceSetupClasses:
      listed('PreventInstallationOfMatchingDeviceSetupClasses', isNetwork) &&
      !(isOn('EnableInstallationPolicyLayering') && allowsDevice),
    PreventInstallationOfMatchingDeviceIDs: listed('PreventInstallationOfMatchingDeviceIDs', isSwitch),
    PreventInstallationOfMatchingDeviceInstanceIDs: listed(
      'PreventInstallationOfMatchingDeviceInstanceIDs',
      isSwitch,
    ),
    PreventInstallationOfDevicesNotDescribedByOtherPolicySettings: !(
      allowsDevice || listed('AllowInstallationOfMatchingDeviceSetupClasses', isNetwork)
    ),
  };
  const inForce = Object.keys(forbids).filter((name) => isOn(name));
  return { inForce, forbidding: inForce.filter((name) => forbids[name] === true) };
}

/** Of `<data id="…" value="1&#xF000;{…}&#xF000;2&#xF000;…"/>`; the separator may be there as a character. */
const itemsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/\bvalue\s*=\s*["']([^"']*)["']/gi)].flatMap((found) =>
    (found[1] ?? '').split(/&#xf000;|\uf000/i),
  );

const joined = (one: DevicePolicyFact, other: DevicePolicyFact): DevicePolicyFact => ({
  inForce: [...one.inForce, ...other.inForce],
  forbidding: [...one.forbidding, ...other.forbidding],
});
