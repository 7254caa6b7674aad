import { readFileSync } from 'node:fs';
import type { AdapterConfiguration, Facts, ServiceFact } from '../../src/domain/facts.js';
import type { PlanContext } from '../../src/remedies/remedy.js';

export const paths = {
  windows: 'C:\\Windows',
  system32: 'C:\\Windows\\System32',
  profile: 'C:\\Users\\me',
  programData: 'C:\\ProgramData',
};

export const ethernet: AdapterConfiguration = {
  interfaceGuid: '6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913',
  interfaceIndex: 7,
  name: 'Ethernet',
  dhcp: false,
  addresses: [
    { address: '192.168.1.20', prefixLength: 24 },
    { address: '10.0.0.5', prefixLength: 20 },
  ],
  gateways: ['192.168.1.1'],
  nameServers: ['192.168.1.1', '9.9.9.9'],
  metric: 15,
};
export const wifi: AdapterConfiguration = {
  ...ethernet,
  interfaceGuid: 'B81D5F60-37AE-4C92-9F08-5D6C3E2A7148',
  interfaceIndex: 12,
  name: 'Wi-Fi',
  dhcp: true,
  addresses: [],
  gateways: [],
  nameServers: [],
  metric: null,
};

const service = (name: string, dependents: ServiceFact['dependents'] = []): ServiceFact => ({
  name,
  installed: true,
  state: 'running',
  startType: 'manual',
  dependents,
});

/** A machine on which every remedy may be carried out. */
export const machine: Facts = {
  elevation: { elevated: true, remoteSession: false },
  wsl: { flavour: 'store', version: '2.2.4.0', kernel: null },
  distros: {
    distros: [{ name: 'Ubuntu', version: 2, state: 'stopped', isDefault: true }],
    defaultVersion: 2,
  },
  services: {
    services: [
      service('hns', [
        { name: 'nvagent', state: 'running' },
        { name: 'idle', state: 'stopped' },
      ]),
      service('vmcompute', [
        { name: 'CmService', state: 'running' },
        { name: 'hns', state: 'running' },
      ]),
    ],
  },
  networkConfiguration: { adapters: [ethernet, wifi] },
  wslconfig: {
    path: 'C:\\Users\\me\\.wslconfig',
    exists: false,
    sha256: null,
    networkingMode: 'Nat',
    line: null,
    warnings: [],
    policy: { defaultMode: null, userModeAllowed: true },
  },
};

export function contextOf(facts: Facts = machine, file?: string): PlanContext {
  return {
    facts,
    paths,
    target: null,
    files: new Map([
      ['C:\\Users\\me\\.wslconfig', file === undefined ? undefined : new TextEncoder().encode(file)],
    ]),
    questions: {
      networkConfiguration: {
        id: 'network-configuration',
        args: {},
        script: readFileSync(new URL('../../src/probes/network-configuration.ps1', import.meta.url), 'utf8'),
        worker: 'shared',
        elevation: 'none',
        timeoutMs: 1_000,
      },
    },
  };
}
