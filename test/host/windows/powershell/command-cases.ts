/** What each script that is a process of its own does on a machine of the stubs: its end, what it says, what it changed. */
import {
  listSwitchesScript,
  newNetNatScript,
  removeNetNatScript,
  removeWslNetworkScript,
  restorePointScript,
} from '../../../../src/host/powershell-scripts.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../../../../src/host/test-switch-scripts.js';
import { parseTestSwitch } from '../../../../src/probes/test-switch.js';
import type { StubMachine } from './question-cases.js';

export interface CommandOutcome {
  readonly exitCode: number;
  /** What the product makes of standard output. */
  readonly reading?: unknown;
  /** Lines of the stubs' log. */
  readonly changes: readonly string[];
}

export interface CommandCases {
  /** Its name as an export of src/host. */
  readonly name: string;
  readonly script: string;
  readonly read?: (stdout: string) => unknown;
  readonly machines: Readonly<Record<StubMachine, CommandOutcome>>;
}

const nothingChanged = (exitCode: number, reading?: unknown): CommandOutcome => ({
  exitCode,
  changes: [],
  ...(reading === undefined ? {} : { reading }),
});

const name = 'wslnetfix-0a1b2c3d';
const made = `New-VMSwitch ${name} Internal`;
const removed = `Remove-VMSwitch ${name}`;
const testSwitch = { name, hresult: null, errorId: null, removed: true };
const defaultSwitch = {
  Name: 'Default Switch',
  SwitchType: 'Internal',
  NetAdapterInterfaceDescription: null,
  AllowManagementOS: true,
};

export const commandCases: readonly CommandCases[] = [
  {
    name: 'removeWslNetworkScript',
    script: removeWslNetworkScript('B95D0C5E-57D4-412B-B571-18A81A16E005'),
    machines: {
      several: { exitCode: 0, changes: ['Remove-HnsNetwork B95D0C5E-57D4-412B-B571-18A81A16E005'] },
      nothing: nothingChanged(0),
      'no-modules': nothingChanged(1),
    },
  },
  {
    name: 'removeNetNatScript',
    script: removeNetNatScript('nat'),
    machines: {
      several: { exitCode: 0, changes: ['Remove-NetNat nat'] },
      nothing: nothingChanged(1),
    },
  },
  {
    name: 'newNetNatScript',
    script: newNetNatScript('nat', '192.168.100.0/24'),
    machines: {
      several: { exitCode: 0, changes: ['New-NetNat nat 192.168.100.0/24'] },
      broken: nothingChanged(1),
    },
  },
  {
    name: 'restorePointScript',
    script: restorePointScript,
    machines: {
      several: { exitCode: 0, changes: ['Checkpoint-Computer wsl-netfix MODIFY_SETTINGS'] },
      // One within 24 hours is a warning and no error: the check counts restore points instead.
      one: nothingChanged(0),
      broken: nothingChanged(1),
    },
  },
  {
    name: 'listSwitchesScript',
    script: listSwitchesScript,
    read: (stdout) => JSON.parse(stdout) as unknown,
    machines: {
      several: nothingChanged(0, [
        defaultSwitch,
        {
          Name: '外部 – Büro',
          SwitchType: 'External',
          NetAdapterInterfaceDescription: 'Realtek USB GbE',
          AllowManagementOS: true,
        },
      ]),
      one: nothingChanged(0, [defaultSwitch]),
      nothing: nothingChanged(0, []),
    },
  },
  {
    name: 'testSwitchScript',
    script: testSwitchScript(name),
    read: (stdout) => parseTestSwitch(stdout, name),
    machines: {
      several: { exitCode: 0, reading: { ...testSwitch, outcome: 'created' }, changes: [made, removed] },
      fault: nothingChanged(0, {
        ...testSwitch,
        outcome: 'failed',
        hresult: '0x80041002',
        errorId: 'OperationFailed,New-VMSwitch',
      }),
      denied: nothingChanged(0, { ...testSwitch, outcome: 'failed', errorId: 'AccessDenied,New-VMSwitch' }),
      broken: nothingChanged(0, { ...testSwitch, outcome: 'failed', errorId: 'ObjectNotFound,New-VMSwitch' }),
      stuck: {
        exitCode: 0,
        reading: { ...testSwitch, outcome: 'created', removed: false },
        changes: [made],
      },
      // Made, and then nobody may look: it counts as still there.
      lost: { exitCode: 0, reading: { ...testSwitch, outcome: 'created', removed: false }, changes: [made] },
      'no-modules': nothingChanged(0, { reason: { code: 'not-installed', what: 'New-VMSwitch' } }),
    },
  },
  {
    name: 'sweepTestSwitchesScript',
    script: sweepTestSwitchesScript,
    read: (stdout) => (stdout === '' ? '' : (JSON.parse(stdout) as unknown)),
    machines: {
      left: {
        exitCode: 0,
        reading: { left: 0 },
        changes: [removed, 'Remove-VMSwitch wslnetfix-99999999'],
      },
      'left-stuck': nothingChanged(0, { left: 2 }),
      // No word about what is left: the notes of it stay.
      denied: nothingChanged(1, ''),
    },
  },
];
