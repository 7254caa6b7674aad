import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDistros, readDistros } from '../../src/probes/distros.js';
import { parseGroups } from '../../src/probes/elevation.js';
import { parseEvents } from '../../src/probes/events.js';
import { parseNetworks } from '../../src/probes/hns-networks.js';
import { expandPath, parseRegistryKey } from '../../src/probes/machine.js';
import { parseAdapters } from '../../src/probes/network-configuration.js';
import { parseDependencies, parseDependents, parseStartType, parseState } from '../../src/probes/services.js';
import { parseStartOutput, parseWslinfo } from '../../src/probes/wsl-output.js';
import { parseVersion } from '../../src/probes/wsl.js';

describe('what wsl.exe prints when it starts', () => {
  const pathOf = (text: string) => parseStartOutput(text);

  test('an abort of old WSL names the mode, the advice is not taken for a fallback', () => {
    expect(
      pathOf(
        'Netz kaputt (networkingMode Nat). Abschalten: `wsl2.networkingMode=None` in C:\\Users\\x\\.wslconfig\r\n' +
          'Fehlercode: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002\r\n',
      ),
    ).toMatchObject({
      codePath: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002',
      hresult: '0x80041002',
      stage: 'network',
      failedMode: 'Nat',
      fallbackMode: null,
    });
  });

  test.each([
    ['wsl: 网络不行 (networkingMode Nat)，回到 networkingMode VirtioProxy。', 'Nat', 'VirtioProxy'],
    ['wsl: réseau (networkingMode Mirrored) en panne, retour à networkingMode None.', 'Mirrored', 'None'],
    ['wsl: rete (networkingMode Nat), si passa a Consomme.', 'Nat', 'VirtioProxy'],
    ['wsl: networkingMode Nat 網路不行，回到 networkingMode VirtioProxy。', 'Nat', 'VirtioProxy'],
  ])('a silent fallback is read in any language: %s', (line, failed, fallback) => {
    expect(pathOf(line)).toMatchObject({ hresult: null, failedMode: failed, fallbackMode: fallback });
  });

  test.each([
    'wsl: Consomme-Netz geht nicht ohne wsl2.virtio; weiter mit networkingMode Nat.',
    'wsl: wsl2.virtio가 꺼져 있어 Consomme 네트워킹은 networkingMode Nat(으)로 대체됩니다.',
    'wsl: wsl2.networkingMode 由策略决定。',
  ])('settings that do not go together are no failure of the network: %s', (line) => {
    expect(pathOf(line)).toMatchObject({ hresult: null, failedMode: null, fallbackMode: null });
  });

  test.each([
    ['CreateInstance/CreateVm/ConfigureNetworking/HNS/E_ACCESSDENIED', '0x80070005', 'network'],
    ['Wsl/Service/CreateVm/ConfigureNetworking/HNS/ERROR_SERVICE_DOES_NOT_EXIST', '0x80070424', 'network'],
    ['Wsl/0x80070422', '0x80070422', 'service'],
    ['Wsl/Service/CreateInstance/CreateVm/HCS/0x80370102', '0x80370102', 'vm'],
  ])('a code path is normalised and placed: %s', (path, hresult, stage) => {
    expect(pathOf(`错误代码: ${path}`)).toMatchObject({ codePath: path, hresult, stage });
  });

  test('in-box WSL prints a code without a path', () => {
    expect(pathOf('Fehler: 0x80041002\r\n')).toMatchObject({ codePath: null, hresult: '0x80041002' });
  });

  test('paths of files and addresses are no code paths', () => {
    expect(pathOf('cannot open C:/Users/ME/FILE, see https://aka.ms/WSL/HELP')).toMatchObject({
      hresult: null,
    });
  });

  test('control sequences never reach the lines that are shown', () => {
    expect(pathOf('a\u001b[2Jb\u202e\r\n').printed).toEqual(['ab']);
  });

  test('only the known words of wslinfo count', () => {
    expect(parseWslinfo('nat\n')).toBe('nat');
    expect(parseWslinfo('sh: wslinfo: not found\n')).toBeNull();
  });
});

test('what a service needs stands one a line, groups and other fields left out', () => {
  const qc = (...lines: readonly string[]) =>
    `[SC] QueryServiceConfig ERFOLG\r\n\r\n${lines.join('\r\n')}\r\n`;
  expect(
    parseDependencies(
      qc(
        'SERVICE_NAME: vmcompute',
        '        DEPENDENCIES       : rpcss',
        '                           : wcifs',
        '                           : +NetworkProvider',
        '                           : hvsocketcontrol',
        '        SERVICE_START_NAME : LocalSystem',
      ),
    ),
  ).toEqual(['rpcss', 'wcifs', 'hvsocketcontrol']);
  expect(parseDependencies(qc('        DEPENDENCIES       : ', '        SERVICE_START_NAME : '))).toEqual([]);
  expect(parseDependencies('')).toEqual([]);
});

describe('wsl.exe lists', () => {
  test('distros are read from the right: names may hold spaces', () => {
    const text =
      '  NAME                   STATE           VERSION\r\n' +
      '* Ubuntu                 Stopped         2\r\n' +
      '  My old Debian          Running         1\r\r\n' +
      '  docker-desktop         Installing      2\r\n';
    expect(parseDistros(text)).toEqual([
      { name: 'Ubuntu', version: 2, state: 'stopped', isDefault: true },
      { name: 'My old Debian', version: 1, state: 'running', isDefault: false },
      { name: 'docker-desktop', version: 2, state: 'busy', isDefault: false },
    ]);
  });

  test('no distro is an answer, a list that cannot be read is not', () => {
    const failed = { exitCode: -1, stdout: 'nothing here', stderr: '' };
    const none = { exitCode: 0, stdout: '\r\n', stderr: '' };
    expect(readDistros(failed, none)).toEqual([]);
    expect(() => readDistros(failed, { ...none, stdout: 'Ubuntu\r\n' })).toThrow(/-l -v ended with -1/);
  });

  test('the version is taken by the order of lines, labels are localised', () => {
    const stdout = 'WSL 版本： 2.2.4.0\r\n内核版本： 5.15.146.1-2\r\nWindows 版本： 10.0.22631.3880\r\n';
    expect(parseVersion({ exitCode: 0, stdout })).toEqual({
      flavour: 'store',
      version: '2.2.4.0',
      kernel: '5.15.146.1-2',
    });
    expect(parseVersion({ exitCode: -1, stdout })).toBeNull();
    expect(parseVersion({ exitCode: 0, stdout: '' })).toBeNull();
  });
});

describe('sc.exe and whoami.exe', () => {
  const entry = (name: string, type: string, state: string) =>
    `SERVICE_NAME: ${name}\r\nDISPLAY_NAME: Irgendwas\r\n        TYPE               : ${type}\r\n        STATE              : ${state}\r\n`;

  test('states and start types are numbers', () => {
    expect(parseState('        STATE              : 3  WIRD_BEENDET')).toBe('stop-pending');
    expect(parseState('[SC] OpenService FEHLER 1060:')).toBeNull();
    expect(parseStartType('        START_TYPE         : 4   DEAKTIVIERT')).toBe('disabled');
    expect(parseStartType('        START_TYPE         : 2   AUTO_START  (DELAYED)')).toBe('automatic');
    expect(parseStartType('')).toBeNull();
  });

  test('dependents are services, not drivers', () => {
    const text =
      '[SC] EnumDependentServices: entriesread = 3\r\n\r\n' +
      entry('CmService', '20  WIN32_SHARE_PROCESS', '4  RUNNING') +
      entry('filter', '1  KERNEL_DRIVER', '4  RUNNING') +
      entry('nvagent', '30  WIN32', '1  STOPPED');
    expect(parseDependents(text)).toEqual([
      { name: 'CmService', state: 'running' },
      { name: 'nvagent', state: 'stopped' },
    ]);
    expect(parseDependents('[SC] EnumDependentServices: entriesread = 0\r\n')).toEqual([]);
  });

  test('elevation and remote sessions are SIDs', () => {
    const row = (sid: string) => `"Irgendeine Gruppe","Bezeichnung","${sid}",""\r\n`;
    expect(parseGroups(row('S-1-5-4') + row('S-1-16-8192'))).toEqual({
      elevated: false,
      remoteSession: false,
    });
    expect(parseGroups(row('S-1-5-14') + row('S-1-16-12288'))).toEqual({
      elevated: true,
      remoteSession: true,
    });
    // S-1-5-2 is the network; S-1-5-21-… is every account.
    expect(parseGroups(row('S-1-5-21-1-2-3-1001')).remoteSession).toBe(false);
    expect(() => parseGroups('ERROR: Access is denied.')).toThrow(/no group/);
  });
});

describe('reg.exe', () => {
  test("the default value's name is localised, data may hold spaces, subkeys are told apart", () => {
    const key = parseRegistryKey(
      '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\X\r\n    (Standard)    REG_EXPAND_SZ    C:\\Program Files\\a    b.dll\r\n    Empty    REG_SZ    \r\n    Flag    REG_DWORD    0x4\r\n\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\X\\Sub\r\n',
    );
    expect(key.values.get('')).toEqual({ type: 'REG_EXPAND_SZ', data: 'C:\\Program Files\\a    b.dll' });
    expect(key.values.get('empty')?.data).toBe('');
    expect(key.values.get('flag')).toEqual({ type: 'REG_DWORD', data: '0x4' });
    expect(key.subkeys).toEqual(['HKEY_LOCAL_MACHINE\\SOFTWARE\\X\\Sub']);
  });

  test('%SystemRoot% in a registration is expanded', () => {
    expect(expandPath('"%systemroot%\\System32\\a.dll"', 'C:\\Windows')).toBe('C:\\Windows\\System32\\a.dll');
  });
});

describe('answers of PowerShell', () => {
  const event = {
    id: 16000,
    level: 2,
    timeMs: 5,
    properties: ['%%2147749890', '-2147217406'],
    xml: '<E/>',
    message: null,
  };

  test('codes are found in hexadecimal anywhere, in decimal in the data only', () => {
    const [hex] = parseEvents(
      [{ ...event, properties: [], xml: '<D>0x80041002</D><P>2147749890</P>' }],
      'log',
    );
    expect(hex?.codes).toEqual(['0x80041002']);
    const [decimal] = parseEvents([event], 'log');
    expect(decimal?.codes).toEqual(['0x80041002']);
    const [keywords] = parseEvents(
      [{ ...event, properties: ['0x0'], xml: '<K>0x8000000000000000</K>' }],
      'log',
    );
    expect(keywords?.codes).toEqual([]);
  });

  test('an event text cannot steer the terminal', () => {
    const [record] = parseEvents(
      { ...event, message: 'Not\u001b[2J found\r\n\u001b]0;title\u0007(0x80041002)\u202e.' },
      'log',
    );
    expect(record?.text).toBe('Not found (0x80041002).');
  });

  test('a list of one arrives as the one, a list of none as null', () => {
    expect(parseEvents(event, 'log')).toHaveLength(1);
    expect(parseNetworks(null)).toEqual([]);
    expect(() => parseNetworks(['text'])).toThrow(/Expected an object/);
    expect(() => parseNetworks([{ ID: 1 }])).toThrow(/ID/);
  });

  test('what DHCP gave is no setting', () => {
    const adapter = {
      InterfaceGuid: '{6e2f0a34-9c1b-4d3e-8a57-21c4b0d7f913}',
      InterfaceIndex: 7,
      InterfaceAlias: '以太网',
      Dhcp: true,
      Addresses: { IPAddress: '192.168.1.77', PrefixLength: 24 },
      Gateways: '192.168.1.1',
      NameServers: null,
      Metric: 25,
      AutomaticMetric: true,
    };
    const [leased] = parseAdapters([adapter]);
    expect(leased).toMatchObject({ dhcp: true, addresses: [], gateways: [], nameServers: [], metric: null });
    const [fixed] = parseAdapters([
      { ...adapter, Dhcp: false, AutomaticMetric: false, NameServers: '9.9.9.9' },
    ]);
    expect(fixed).toMatchObject({
      interfaceGuid: '6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913',
      addresses: [{ address: '192.168.1.77', prefixLength: 24 }],
      gateways: ['192.168.1.1'],
      nameServers: ['9.9.9.9'],
      metric: 25,
    });
  });
});

describe('damaged output', () => {
  test('never makes the tolerant parsers throw', () => {
    const tolerant = [
      parseStartOutput,
      parseWslinfo,
      parseDistros,
      parseState,
      parseStartType,
      parseDependents,
      parseRegistryKey,
      (text: string) => parseVersion({ exitCode: 0, stdout: text }),
    ];
    const pieces = fc.constantFrom(
      'networkingMode ',
      'Nat',
      'Wsl/Service/',
      '0x80041002',
      'STATE : 4',
      'SERVICE_NAME: x',
      '    a    REG_SZ    b',
      'HKEY_X',
      '\r\n',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        for (const parse of tolerant) parse(parts.join(''));
      }),
    );
  });
});
