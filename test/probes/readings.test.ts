import { describe, expect, test } from 'vitest';
import { parseBindings } from '../../src/probes/adapter-bindings.js';
import { parseProtection } from '../../src/probes/bitlocker.js';
import { parseLaunchType } from '../../src/probes/boot-configuration.js';
import { readGroupPolicy, readManagement } from '../../src/probes/device-policy.js';
import { readDistros, registeredDistros } from '../../src/probes/distros.js';
import { parseProfiles } from '../../src/probes/firewall-profiles.js';
import { parseStatus } from '../../src/probes/host-online.js';
import { parseHypervisor } from '../../src/probes/hypervisor.js';
import { parseRegistryKey, parseRegistryTree } from '../../src/probes/machine.js';
import { parseNetNats } from '../../src/probes/netnat.js';
import { parseNetworkAdapters } from '../../src/probes/network-adapters.js';
import { parseFeatures } from '../../src/probes/optional-features.js';
import { parseOwners } from '../../src/probes/port-53.js';
import { largestFreeRow, parseDynamicPorts, parseExcludedPorts } from '../../src/probes/port-ranges.js';
import { accountsIn, parseSid } from '../../src/probes/profile-owner.js';
import { parseRestorePoints } from '../../src/probes/restore-points.js';
import { parsePrograms } from '../../src/probes/running-software.js';
import { parseTestSwitch } from '../../src/probes/test-switch.js';
import { parseMachines } from '../../src/probes/virtual-machines.js';
import { parseCatalog } from '../../src/probes/winsock.js';
import { parseSwitchService } from '../../src/probes/wmi-switch-service.js';
import { damagedCopies } from './damage.js';

const restrictions =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions';
const netClass = '{4D36E972-E325-11CE-BFC1-08002BE10318}';

const catalog = [
  '',
  'Winsock-Irgendwas',
  '------------------------------------------------------',
  'Eintragstyp:                        Basis',
  'Beschreibung:                       MSAFD Tcpip [TCP/IP]',
  'Anbieter-ID:                        {E70F1AA0-AB8B-11CF-8CA3-00805F48A192}',
  'Anbieterpfad:                       %SystemRoot%\\system32\\mswsock.dll',
  'Katalogeintrags-ID:                 1001',
  'Version:                            2',
  'Kettenlänge:                        1',
  '',
  'Winsock-Irgendwas',
  '------------------------------------------------------',
  'Eintragstyp:                        Geschichtet',
  'Beschreibung:                       VPN over [MSAFD Tcpip]',
  'Anbieter-ID:                        {AAAAAAAA-AB8B-11CF-8CA3-00805F48A192}',
  'Anbieterpfad:                       C:\\VPN\\lsp.dll',
  'Katalogeintrags-ID:                 1018',
  'Version:                            2',
  'Kettenlänge:                        2',
  '',
  'Namespace',
  '------------------------------------------------------',
  'Beschreibung:                       DNS',
  'Anbieter-ID:                        {22059D40-7E9E-11CF-AE5A-00AA00A7112B}',
  'Namespace:                          12',
  'Aktiv:                              1',
].join('\r\n');

const dynamicPorts =
  '\r\nDynamischer Portbereich für Protokoll tcp\r\n----------\r\nStartport      : 49152\r\nAnzahl von Ports : 16384\r\n\r\n';
const excludedPorts =
  '\r\nProtokoll tcp\r\n\r\nStart    Ende\r\n-----    -----\r\n      1078        1177      \r\n     50000       50059     *\r\n\r\n* - x\r\n';

describe('programs of Windows, by structure alone', () => {
  test('Winsock: a chain of one is Windows’ own, name spaces are left out', () => {
    expect(parseCatalog(catalog).map(({ id, layered }) => [id, layered])).toEqual([
      [1001, false],
      [1018, true],
    ]);
    expect(parseCatalog('')).toEqual([]);
  });

  test('port ranges are the numbers after the colons, and rows of two', () => {
    expect(parseDynamicPorts(dynamicPorts)).toEqual({ start: 49152, count: 16384 });
    expect(() => parseDynamicPorts('Zugriff verweigert')).toThrow(/no dynamic port range/);
    expect(parseExcludedPorts(excludedPorts)).toEqual([
      { start: 1078, end: 1177 },
      { start: 50000, end: 50059 },
    ]);
  });

  test('the longest free row counts reserved ranges in any order, and those that overlap', () => {
    const range = { start: 49152, count: 16384 };
    expect(largestFreeRow(range, [])).toBe(16384);
    expect(
      largestFreeRow(range, [
        { start: 60000, end: 60099 },
        { start: 50000, end: 50059 },
        { start: 49000, end: 49200 },
      ]),
    ).toBe(9940);
    expect(largestFreeRow(range, [{ start: 1, end: 65535 }])).toBe(0);
  });

  test('bcdedit’s key is English, and may be missing', () => {
    expect(parseLaunchType('identifier {current}\r\nhypervisorlaunchtype    Off\r\n')).toBe('off');
    expect(parseLaunchType('hypervisorlaunchtype    Auto')).toBe('auto');
    expect(parseLaunchType('')).toBe('absent');
  });

  test('the account is a SID, services are nobody', () => {
    expect(parseSid('"pc\\li","S-1-5-21-1-2-3-1001"\r\n')).toBe('S-1-5-21-1-2-3-1001');
    expect(() => parseSid('')).toThrow(/no account/);
    const hives = ['S-1-5-18', 'S-1-5-21-1-2-3-1001', 'S-1-5-21-1-2-3-1001_Classes', 'S-1-12-1-4-5-6-7'];
    expect(accountsIn(hives.map((hive) => `HKEY_USERS\\${hive}`))).toEqual([
      'S-1-5-21-1-2-3-1001',
      'S-1-12-1-4-5-6-7',
    ]);
  });

  test('curl’s last three digits are the status', () => {
    expect([parseStatus('200'), parseStatus('000'), parseStatus('')]).toEqual([200, 0, 0]);
  });
});

describe('distros in the registry, where wsl.exe does not answer', () => {
  const lxss = 'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';
  const guid = '{2f9c3d1e-5b7a-4e60-8c24-91d0a6b3e7f5}';
  const tree = parseRegistryTree(
    `\r\n${lxss}\r\n    DefaultDistribution    REG_SZ    ${guid}\r\n\r\n${lxss}\\${guid}\r\n    DistributionName    REG_SZ    My Ubuntu\r\n    State    REG_DWORD    0x1\r\n    Flags    REG_DWORD    0xf\r\n\r\n${lxss}\\AppxInstallerCache\r\n    x    REG_SZ    y\r\n`,
  );
  const failed = { exitCode: -1, stdout: '', stderr: '' };

  test('are listed by name and version', () => {
    const distros = [{ name: 'My Ubuntu', version: 2, state: 'stopped', isDefault: true }];
    expect(registeredDistros(tree)).toEqual(distros);
    expect(readDistros(failed, failed, registeredDistros(tree))).toEqual(distros);
  });

  test('an answer of wsl.exe goes first', () => {
    expect(readDistros(failed, { ...failed, exitCode: 0 }, registeredDistros(tree))).toEqual([]);
  });
});

describe('policies over the installation of devices', () => {
  const policy = (values: string, lists = '') =>
    readGroupPolicy(parseRegistryTree(`\r\n${restrictions}\r\n${values}\r\n${lists}`));
  const on = (name: string) => `    ${name}    REG_DWORD    0x1\r\n`;
  const list = (name: string, item: string) =>
    `\r\n${restrictions}\\${name}\r\n    1    REG_SZ    ${item}\r\n`;

  test('forbid a switch where they deny the class of network adapters', () => {
    expect(policy(on('DenyDeviceClasses'), list('DenyDeviceClasses', netClass)).forbidding).toEqual([
      'DenyDeviceClasses',
    ]);
    const usb = policy(
      on('DenyDeviceClasses'),
      list('DenyDeviceClasses', '{36fc9e60-c465-11cf-8056-444553540000}'),
    );
    expect(usb).toEqual({ inForce: ['DenyDeviceClasses'], forbidding: [] });
  });

  test('forbid it where only listed devices are allowed, and it is not listed', () => {
    expect(policy(on('DenyUnspecified')).forbidding).toEqual(['DenyUnspecified']);
    const allowed = on('DenyUnspecified') + on('AllowDeviceClasses');
    expect(policy(allowed, list('AllowDeviceClasses', netClass)).forbidding).toEqual([]);
  });

  test('count only where they are switched on, and from a company’s management too', () => {
    expect(policy('', list('DenyDeviceClasses', netClass))).toEqual({ inForce: [], forbidding: [] });
    const key = parseRegistryKey(
      `HKEY_LOCAL_MACHINE\\X\r\n    PreventInstallationOfMatchingDeviceSetupClasses    REG_SZ    <enabled/><data id="x" value="1&#xF000;${netClass}"/>\r\n`,
    );
    expect(readManagement(key).forbidding).toEqual(['PreventInstallationOfMatchingDeviceSetupClasses']);
    expect(readManagement(undefined)).toEqual({ inForce: [], forbidding: [] });
  });

  test('let devices that are allowed by their own id outrank a forbidden class, in layers only', () => {
    const deny = on('DenyDeviceClasses') + on('AllowDeviceIDs');
    const lists = list('DenyDeviceClasses', netClass) + list('AllowDeviceIDs', 'ROOT\\VMS_MP');
    expect(policy(deny, lists).forbidding).toEqual(['DenyDeviceClasses']);
    expect(policy(deny + on('AllowDenyLayered'), lists).forbidding).toEqual([]);
  });

  test('of a company’s management name devices in lists of numbered items', () => {
    const managed = (...values: readonly (readonly [string, string])[]) =>
      readManagement(
        parseRegistryKey(
          `HKEY_LOCAL_MACHINE\\x\r\n${values.map(([name, xml]) => `    ${name}    REG_SZ    ${xml}\r\n`).join('')}`,
        ),
      ).forbidding;
    const ids = (...items: readonly string[]) =>
      `<enabled/><data id="List" value="${items.map((item, at) => `${at + 1}&#xF000;${item}`).join('&#xF000;')}"/>`;
    const others = 'PreventInstallationOfDevicesNotDescribedByOtherPolicySettings';
    expect(managed(['PreventInstallationOfMatchingDeviceIDs', ids('USB\\X', 'vms_mp')])).toEqual([
      'PreventInstallationOfMatchingDeviceIDs',
    ]);
    expect(managed(['PreventInstallationOfMatchingDeviceIDs', ids('USB\\X')])).toEqual([]);
    expect(managed(['PreventInstallationOfMatchingDeviceIDs', '<disabled/>'])).toEqual([]);
    expect(managed([others, '<enabled/>'])).toEqual([others]);
    expect(
      managed([others, '<enabled/>'], ['AllowInstallationOfMatchingDeviceSetupClasses', ids(netClass)]),
    ).toEqual([]);
  });
});

describe('answers of PowerShell', () => {
  test('features that are not listed are not there; no list is no knowledge', () => {
    expect(parseFeatures([{ Name: 'VirtualMachinePlatform', InstallState: 2 }])).toMatchObject({
      VirtualMachinePlatform: 'disabled',
      'Microsoft-Hyper-V': 'absent',
    });
    expect(parseFeatures(null)).toMatchObject({ VirtualMachinePlatform: 'unknown' });
  });

  test('what the firmware says means nothing while a hypervisor runs', () => {
    const answer = { HypervisorPresent: true, VirtualizationFirmwareEnabled: false };
    expect(parseHypervisor(answer)).toEqual({ running: true, firmwareEnabled: null });
    expect(parseHypervisor({ ...answer, HypervisorPresent: false }).firmwareEnabled).toBe(false);
  });

  test('the code of a switch that failed is the telling one', () => {
    const answer = (codes: readonly string[]) =>
      parseTestSwitch(JSON.stringify({ created: false, removed: true, errorId: 'X', codes }), 'wslnetfix-0');
    expect(answer(['0x80041002', '0x80131500'])).toMatchObject({ outcome: 'failed', hresult: '0x80041002' });
    expect(answer(['0x80131500'])).toMatchObject({ outcome: 'failed', hresult: null });
  });
});

describe('damaged answers', () => {
  const samples: readonly (readonly [string, (value: unknown) => unknown, unknown])[] = [
    ['bindings', parseBindings, [{ Name: 'Ethernet', ComponentID: 'vms_pp', Enabled: true }]],
    ['bitlocker', parseProtection, { MountPoint: 'C:', ProtectionStatus: 1 }],
    [
      'firewall',
      parseProfiles,
      [{ Name: 'Public', Enabled: true, AllowInbound: true, AllowLocalRules: true }],
    ],
    ['hypervisor', parseHypervisor, { HypervisorPresent: false, VirtualizationFirmwareEnabled: true }],
    ['netnat', parseNetNats, [{ Name: 'x', InternalIPInterfaceAddressPrefix: '10.0.0.0/24' }]],
    [
      'adapters',
      parseNetworkAdapters,
      [{ Name: 'x', Status: 'Up', ComponentID: 'a', Problem: 0, Hidden: false }],
    ],
    ['features', parseFeatures, [{ Name: 'Containers', InstallState: 1 }]],
    ['port 53', parseOwners, [{ LocalAddress: '::', OwningProcess: 4, ProcessName: 'x' }]],
    ['restore points', parseRestorePoints, { Protection: true, Newest: 4, FrequencyMinutes: null }],
    ['programs', parsePrograms, [{ ProcessName: 'vmware', Id: 4 }]],
    ['virtual machines', parseMachines, [{ Name: 'x', State: 'Running' }]],
    ['switch service', parseSwitchService, [{ Name: 'nvspwmi', Started: true }]],
  ];

  test.each(samples)('%s: a reading, or an error that says why', (_name, parse, sample) => {
    expect(parse(sample)).toBeDefined();
    for (const text of damagedCopies(JSON.stringify(sample))) tryTo(() => parse(valueOf(text)));
    for (const value of [null, 4, 'x', [null], [[]], {}, [{}]]) tryTo(() => parse(value));
  });

  test('texts of programs: a reading, or an error that says why', () => {
    for (const text of [catalog, dynamicPorts, excludedPorts].flatMap(damagedCopies)) {
      tryTo(() => parseCatalog(text));
      tryTo(() => parseDynamicPorts(text));
      tryTo(() => parseExcludedPorts(text));
      tryTo(() => parseRegistryTree(text));
      tryTo(() => parseTestSwitch(text, 'wslnetfix-0'));
    }
  });
});

/** What is no JSON any more arrives as the worker's own failure, never as a value. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function tryTo(work: () => unknown): void {
  try {
    work();
  } catch (problem) {
    expect((problem as Error).message).not.toBe('');
    expect(problem).not.toBeInstanceOf(TypeError);
    expect(problem).not.toBeInstanceOf(RangeError);
  }
}
