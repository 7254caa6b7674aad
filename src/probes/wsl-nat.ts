import { sanitizeLine } from '../host/sanitize.js';
import { readRegistryKey, textOf, type RegistryKey } from './machine.js';
import type { Probe } from './probe.js';

const lxss = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';

/** What WSL keeps of its NAT network, and the adapter to which somebody tied it (wsl.md 2.2 and 5). */
export const wslNatProbe: Probe<'wslNat'> = {
  id: 'wsl-nat',
  fact: 'wslNat',
  after: ['network-adapters'],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const [machine, user] = await Promise.all([
      readRegistryKey(context, `HKLM\\${lxss}`),
      readRegistryKey(context, `HKCU\\${lxss}`),
    ]);
    return {
      network: valueOf(machine, 'NatNetwork'),
      gateway: valueOf(machine, 'NatGatewayIpAddress'),
      address: valueOf(user, 'NatIpAddress'),
      externalInterface: valueOf(machine, 'ExternalInterfaceConstraint'),
    };
  },
  findings({ externalInterface: alias }, { networkAdapters }) {
    if (alias === null || networkAdapters === undefined) return [];
    const wanted = alias.toLowerCase();
    const exists = networkAdapters.adapters.some(
      ({ name, status }) => name.toLowerCase() === wanted && status !== 'not-present',
    );
    if (exists) return [];
    return [
      {
        id: 'nat-interface-gone',
        probe: 'wsl-nat',
        data: { alias },
        evidence: `ExternalInterfaceConstraint = ${alias}`,
      },
    ];
  },
};

function valueOf(key: RegistryKey | undefined, name: string): string | null {
  const text = sanitizeLine(textOf(key, name) ?? '');
  return text === '' ? null : text;
}
