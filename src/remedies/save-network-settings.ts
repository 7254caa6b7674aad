import type { Action, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { isSetByHand } from './adapter-settings.js';
import type { PlanContext } from './remedy.js';

const registryKeys = [
  ['tcpip.reg', 'Tcpip'],
  ['tcpip6.reg', 'Tcpip6'],
  ['netbt.reg', 'NetBT'],
  ['winsock2.reg', 'WinSock2'],
] as const;

/** Everything that both resets take away, in the forms that people and programs can give it back from (commands.md R7). */
export function saveNetworkSettings({ facts, paths, questions }: PlanContext): Step {
  const adapters = facts.networkConfiguration?.adapters ?? [];
  const exports = registryKeys.map(([name, service]): Action => {
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service}\\Parameters`;
    return {
      kind: 'save-file',
      command: makeCommand(paths, 'reg', ['export', key, '{backup}', '/y']),
      name,
    };
  });
  return {
    id: 'save-network-settings',
    text: {
      key: 'save-network-settings',
      data: { adapters: adapters.length, staticAdapters: adapters.filter(isSetByHand).length },
    },
    effect: 'safe',
    actions: [
      {
        kind: 'save-output',
        command: makeCommand(paths, 'netsh', ['interface', 'dump']),
        name: 'netsh-interface-dump.txt',
      },
      {
        kind: 'save-output',
        command: makeCommand(paths, 'netsh', ['winsock', 'show', 'catalog']),
        name: 'winsock-catalog.txt',
      },
      ...exports,
      { kind: 'save-answer', question: questions.networkConfiguration, name: 'network-configuration.json' },
    ],
    checks: [],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}
