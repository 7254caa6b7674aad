import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCommand, type ProgramName } from '../../../../src/host/commands.js';
import type { Command } from '../../../../src/host/host.js';
import {
  listSwitchesScript,
  newNetNatScript,
  removeNetNatScript,
  removeWslNetworkScript,
  restorePointScript,
} from '../../../../src/host/powershell-scripts.js';
import { adminQuestionIds, adminQuestionScript } from '../../../../src/host/admin-questions.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../../../../src/host/test-switch-scripts.js';
import { commandFor, parseVerb, verbFor, verbNames } from '../../../../src/host/windows/elevated/verbs.js';
import { fakePaths } from '../../../host/fake-host.js';
import { command } from './pair.js';

/** One command for every verb; a verb that is added has to be added here. */
const examples: readonly (readonly [string, ProgramName, string])[] = [
  ['start-service', 'net', 'start nvagent'],
  ['stop-service', 'net', 'stop hns'],
  ['stop-service-with-dependents', 'net', 'stop vmcompute /y'],
  ['set-start-type', 'sc', 'config SharedAccess start= demand'],
  [
    'set-start-number',
    'reg',
    'add HKLM\\SYSTEM\\CurrentControlSet\\Services\\mpssvc /v Start /t REG_DWORD /d 2 /f',
  ],
  [
    'delete-vmware-notifier',
    'reg',
    'delete HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b} /f',
  ],
  ['reset-tcpip', 'netsh', 'int ip reset'],
  ['reset-winsock', 'netsh', 'winsock reset'],
  ['use-dhcp-address', 'netsh', 'interface ipv4 set address name=12 source=dhcp'],
  [
    'set-address',
    'netsh',
    'interface ipv4 set address name=7 source=static address=192.168.1.20 mask=255.255.255.0 gateway=none',
  ],
  ['add-address', 'netsh', 'interface ipv4 add address name=7 address=10.0.0.5 mask=255.255.240.0'],
  ['add-gateway', 'netsh', 'interface ipv4 add address name=7 gateway=192.168.1.1'],
  ['use-dhcp-name-servers', 'netsh', 'interface ipv4 set dnsservers name=7 source=dhcp'],
  [
    'set-name-server',
    'netsh',
    'interface ipv4 set dnsservers name=7 source=static address=9.9.9.9 register=primary validate=no',
  ],
  ['add-name-server', 'netsh', 'interface ipv4 add dnsservers name=7 address=9.9.9.9 index=2 validate=no'],
  ['restore-kept-key', 'reg', `import C:\\ProgramData\\wsl-netfix-tui\\saved\\${'ab'.repeat(32)}.reg`],
  ['delete-hns-state', 'reg', 'delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\hns\\State /f'],
  ['set-dynamic-ports', 'netsh', 'interface ipv6 set dynamicport udp start=49152 num=16384'],
  ['set-hypervisor-launch', 'bcdedit', '/set {current} hypervisorlaunchtype auto'],
  ['read-boot-configuration', 'bcdedit', '/enum {current}'],
  ['verify-wmi-repository', 'winmgmt', '/verifyrepository'],
  ['recompile-hyperv-mof', 'mofcomp', 'C:\\Windows\\System32\\WindowsVirtualization.V2.mof'],
  ['enable-feature', 'dism', '/English /Online /Enable-Feature /FeatureName:Containers /All /NoRestart'],
  ['disable-feature', 'dism', '/English /Online /Disable-Feature /FeatureName:Containers /NoRestart'],
  ['repair-component-store', 'dism', '/English /Online /Cleanup-Image /RestoreHealth'],
  ['check-system-files', 'sfc', '/scannow'],
  ['set-metric', 'netsh', 'interface ipv4 set interface interface=7 metric=0'],
  [
    'add-route',
    'netsh',
    'interface ipv4 add route prefix=10.8.0.0/16 interface=7 nexthop=192.168.1.254 metric=5 store=persistent',
  ],
];

const limit = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore';
const limitValue = 'SystemRestorePointCreationFrequency';

/** Whose arguments hold blanks. */
const longer: readonly (readonly [string, Command])[] = [
  ['set-restore-limit', reg('add', limit, '/v', limitValue, '/t', 'REG_DWORD', '/d', '0', '/f')],
  ['remove-restore-limit', reg('delete', limit, '/v', limitValue, '/f')],
  ['remove-wsl-network', script(removeWslNetworkScript('B95D0C5E-57D4-412B-B571-18A81A16E005'))],
  ['remove-netnat', script(removeNetNatScript('My NAT.2'))],
  ['make-netnat', script(newNetNatScript('My NAT.2', '192.168.100.0/24'))],
  ['make-restore-point', script(restorePointScript)],
  ['list-switches', script(listSwitchesScript)],
  ...adminQuestionIds.map((id) => [`ask-${id}`, script(adminQuestionScript(id))] as const),
  ['test-switch', script(testSwitchScript('wslnetfix-0a1b2c3d'))],
  ['sweep-test-switches', script(sweepTestSwitchesScript)],
];

function reg(...args: readonly string[]): Command {
  return makeCommand(fakePaths, 'reg', args);
}
function script(text: string): Command {
  return makeCommand(fakePaths, 'powershell', [text]);
}

const every: readonly (readonly [string, Command])[] = [
  ...examples.map(([name, program, line]) => [name, command(program, line)] as const),
  ...longer,
];

describe('a command becomes a verb and the same command again', () => {
  it.each(every)('%s', (name, given) => {
    const verb = verbFor(fakePaths, given);
    expect(verb?.verb).toBe(name);
    expect(parseVerb(JSON.parse(JSON.stringify(verb)))).toEqual(verb);
    if (verb !== null) expect(commandFor(fakePaths, verb)).toEqual(given);
  });

  it('has an example of every verb', () => {
    expect(every.map(([name]) => name).sort()).toEqual([...verbNames].sort());
  });
});

describe('no verb stands for', () => {
  it.each<readonly [string, ProgramName, readonly string[]]>([
    ['a service that is not about the network', 'net', ['stop', 'WinDefend', '/y']],
    ['another script', 'powershell', ['Remove-Item C:\\ -Recurse']],
    ['a script with more behind it', 'powershell', [`${restorePointScript}; calc.exe`]],
    [
      'another file of the folder of kept keys',
      'reg',
      ['import', 'C:\\ProgramData\\wsl-netfix-tui\\saved\\..\\x.reg'],
    ],
    ['a service name with an option behind it', 'net', ['start', 'hns /y']],
    ['another registry key', 'reg', ['delete', 'HKLM\\SOFTWARE\\Classes\\CLSID', '/f']],
    ['a file from anywhere', 'reg', ['import', 'C:\\Users\\li\\backup.reg']],
    [
      'an address that is none',
      'netsh',
      ['interface', 'ipv4', 'add', 'address', 'name=7', 'gateway=1.2.3.256'],
    ],
    [
      'an adapter by its name',
      'netsh',
      ['interface', 'ipv4', 'set', 'address', 'name=Ethernet', 'source=dhcp'],
    ],
    ['wsl.exe, which runs at the level of the person', 'wsl', ['--shutdown']],
    ['what needs no elevation', 'sc', ['query', 'hns']],
    ['an argument too many', 'netsh', ['int', 'ip', 'reset', 'C:\\log.txt']],
  ])('%s', (_, program, args) => {
    expect(verbFor(fakePaths, makeCommand(fakePaths, program, args))).toBeNull();
  });

  it('a program of the same name elsewhere', () => {
    expect(verbFor(fakePaths, { file: 'C:\\Temp\\net.exe', args: ['start', 'hns'] })).toBeNull();
  });
});

describe('a verb from a message', () => {
  it.each<readonly [string, unknown]>([
    ['unknown', { verb: 'run', values: {} }],
    ['of the prototype', { verb: 'toString', values: {} }],
    ['without its value', { verb: 'start-service', values: {} }],
    ['with a value too many', { verb: 'reset-tcpip', values: { log: 'x' } }],
    ['with a field too many', { verb: 'reset-tcpip', values: {}, file: 'x' }],
    ['with a path', { verb: 'start-service', values: { service: 'C:\\Windows\\evil.exe' } }],
    ['with a command line', { verb: 'start-service', values: { service: 'hns & calc.exe' } }],
    ['with an option', { verb: 'start-service', values: { service: '/y' } }],
    ['with a line break', { verb: 'start-service', values: { service: 'hns\n' } }],
    ['with a number in words', { verb: 'set-metric', values: { interfaceIndex: '7', metric: 0 } }],
    ['with a number out of range', { verb: 'set-metric', values: { interfaceIndex: -1, metric: 0 } }],
    ['with half a number', { verb: 'set-metric', values: { interfaceIndex: 1.5, metric: 0 } }],
    ['with a list for a value', { verb: 'start-service', values: { service: ['hns'] } }],
    ['that is a list', [{ verb: 'reset-tcpip', values: {} }]],
    ['that is a text', 'reset-tcpip'],
  ])('is refused: %s', (_, message) => {
    expect(parseVerb(message)).toBeNull();
  });

  it('never makes more than one word of a value, whatever the value is', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constantFrom('hns', '1.2.3.4', 'C:\\x', '"', ' '));
    const slots = [
      'service',
      'startType',
      'number',
      'interfaceIndex',
      'address',
      'mask',
      'gateway',
      'metric',
    ];
    const values = fc.dictionary(fc.constantFrom(...slots, 'position'), value);
    fc.assert(
      fc.property(fc.constantFrom(...verbNames), values, (verb, given) => {
        const parsed = parseVerb({ verb, values: given });
        if (parsed === null) return;
        const made = commandFor(fakePaths, parsed);
        expect(verbFor(fakePaths, made)).toEqual(parsed);
        for (const each of Object.values(parsed.values))
          expect(String(each)).not.toMatch(/["'`$;&|<>^%\\\r\n]/);
      }),
    );
  });
});
