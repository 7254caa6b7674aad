import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.js';
import { causeIds, remedyIds } from '../../src/domain/ids.js';
import { folkloreIds } from '../../src/domain/reasons.js';
import { explainTexts } from '../../src/text/explain.js';

const switchFailed =
  'Could not set up the network (networkingMode Nat). Set `wsl2.networkingMode=None`.\n' +
  'Error code: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002';

function causes(text: string): readonly string[] {
  return explain(text).causes.map(({ id }) => id);
}
function remedies(text: string): readonly string[] {
  return explain(text).remedies.map(({ id }) => id);
}

describe('explain', () => {
  it('gives the whole JSON of its schema', () => {
    const explanation = explain(switchFailed);
    expect(Object.keys(explanation).sort()).toEqual(
      ['causes', 'codes', 'networkingMode', 'remedies', 'schema', 'warnings'].sort(),
    );
    expect(explanation.schema).toBe('wsl-netfix/explanation/1');
    expect(explanation.codes).toEqual([
      {
        text: '0x80041002',
        hresult: '0x80041002',
        symbol: 'WBEM_E_NOT_FOUND',
        path: ['Wsl', 'Service', 'CreateInstance', 'CreateVm', 'ConfigureNetworking', 'HNS'],
        stage: 'network',
      },
    ]);
    expect(explanation.networkingMode).toEqual({ failed: 'Nat', fallback: null });
    expect(explanation.causes[0]?.why).toContain('0x80041002 WBEM_E_NOT_FOUND');
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it('says that nobody can know the cause of 0x80041002 alone, and puts the bypasses first', () => {
    expect(causes(switchFailed)[0]).toBe('unknown-vswitch-failure');
    expect(remedies(switchFailed).slice(0, 3)).toEqual([
      'wslconfig-virtioproxy',
      'wsl-update',
      'wslconfig-none',
    ]);
  });

  it.each([
    ['VMware Workstation 17', 'vmware-bridge-leftover', 'vmware-bridge-cleanup'],
    [
      'HKCR\\CLSID\\{3D09C1CA-2BCC-40B7-B9BB-3F3EC143A87B}\\InprocServer32',
      'vmware-bridge-leftover',
      'vmware-bridge-cleanup',
    ],
    ['Comodo Internet Security', 'security-software-filter', 'security-software-guide'],
    ['NetSetupSvc   Stopped   Disabled', 'network-setup-service-disabled', 'enable-service'],
    [
      'SERVICE_NAME: NetSetupSvc\n   START_TYPE         : 4   DISABLED',
      'network-setup-service-disabled',
      'enable-service',
    ],
    [
      'Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions',
      'device-install-policy',
      'device-policy-guide',
    ],
  ])('lets “%s” decide for %s', (evidence, cause, remedy) => {
    const explanation = explain(`${switchFailed}\n${evidence}`);
    expect(explanation.causes[0]?.id).toBe(cause);
    expect(explanation.causes.map(({ id }) => id)).toContain('unknown-vswitch-failure');
    expect(explanation.remedies[0]?.id).toBe(remedy);
  });

  it('reads the start type of each service in the output of sc.exe', () => {
    const qc = (name: string, type: string) =>
      `SERVICE_NAME: ${name}\r\n        START_TYPE         : ${type}\r\n`;
    const text = 'Error code: Wsl/Service/CreateVm/ConfigureNetworking/HNS/0x800706d9\r\n';
    const one = explain(text + qc('hns', '3   DEMAND_START') + qc('SharedAccess', '4   DISABLED'));
    expect(one.causes[0]?.id).toBe('ics-disabled');
    const other = explain(text + qc('SharedAccess', '3   DEMAND_START') + qc('hns', '4   DISABLED'));
    expect(other.causes[0]?.id).toBe('hns-not-running');
  });

  it('does not blame VMware for a code that it cannot cause', () => {
    expect(causes('ConfigureNetworking/0x8007054f\nVMware Bridge Protocol')).not.toContain(
      'vmware-bridge-leftover',
    );
  });

  it('tells look-alikes from network failures', () => {
    expect(causes('Wsl/0x80070422')[0]).toBe('wsl-service-disabled');
    expect(causes('Wsl/Service/CreateVm/ConfigureNetworking/HNS/0x80070422')[0]).toBe('ics-disabled');
    expect(causes('Wsl/Service/CreateInstance/CreateVm/HCS/ERROR_FILE_NOT_FOUND')[0]).toBe(
      'wsl-install-damaged',
    );
    expect(causes('Wsl/Service/CreateInstance/CreateVm/ParseConfig/E_INVALIDARG')[0]).toBe(
      'wslconfig-invalid',
    );
    expect(remedies('Wsl/0x80070422')).not.toContain('wslconfig-virtioproxy');
  });

  it.each([
    ['Wsl/Service/CreateInstance/ERROR_FILE_NOT_FOUND', 'unknown'],
    ['Wsl/Service/RegisterDistro/ERROR_ALREADY_EXISTS', 'unknown'],
    ['Wsl/CallMsi/Install/ERROR_SERVICE_DOES_NOT_EXIST', 'wsl-install-damaged'],
    ['Wsl/CallMsi/Install/E_ACCESSDENIED', 'unknown'],
    ['CreateVm/MountVhd/HCS/ERROR_NOT_FOUND\n"C:\\Program Files\\WSL\\system.vhd"', 'wsl-install-damaged'],
    ['CreateInstance/MountVhd/HCS/ERROR_FILE_NOT_FOUND\n"D:\\ext4.vhdx"', 'unknown'],
    ['CreateInstance/CreateVm/0x800700e1', 'security-software-filter'],
    ['Wsl/InstallDistro/WININET_E_CANNOT_CONNECT', 'host-offline'],
  ])('names no cause of the network for %s', (text, cause) => {
    const explanation = explain(text);
    expect(explanation.causes[0]?.id).toBe(cause);
    for (const { id } of explanation.causes) {
      expect(id).not.toMatch(/^(?:vmware|hns|netnat|ics|port-53|unknown-vswitch|device-install)/);
    }
    expect(explanation.remedies.map(({ id }) => id)).not.toContain('wslconfig-virtioproxy');
  });

  it('knows what a mode needs where the code stands for any failure', () => {
    const code = 'CreateInstance/CreateVm/ConfigureNetworking/E_FAIL\nwsl: ';
    expect(causes(`${code}(networkingMode Mirrored), networkingMode None.`)).toContain(
      'ephemeral-ports-fragmented',
    );
    expect(causes(`${code}(networkingMode Nat), networkingMode None.`)).not.toContain(
      'ephemeral-ports-fragmented',
    );
  });

  it('blames the settings for bridged mode that this Windows cannot do', () => {
    expect(causes('ConfigureNetworking/0x8037010d')[0]).toBe('wslconfig-invalid');
    expect(causes('CreateVm/HCS/0x8037010d')[0]).toBe('unknown');
  });

  it('finds the place that another NAT takes, and does not take a distribution’s name for one', () => {
    expect(causes('HcnCreateNetwork -- HRESULT: 2147942452')[0]).toBe('netnat-leftover');
    expect(causes('HcnCreateNetwork -- HRESULT: 2147942583')[0]).toBe('netnat-leftover');
    expect(remedies('Wsl/Service/0x800700b7')).not.toContain('netnat-remove');
  });

  it('takes the name of a program for evidence only where something failed', () => {
    expect(causes('VMware and Comodo are installed')[0]).toBe('unknown');
    expect(causes('process exited with code 4294967295, Technitium runs')[0]).toBe('port-53-taken');
    expect(causes('WslRegisterDistribution failed with error: 0x80041002, Comodo')[0]).toBe(
      'security-software-filter',
    );
  });

  it.each([
    'wsl: 不支持镜像网络模式： Windows 版本 19045.4894 没有所需的功能。\n正在回退到 NAT 网络。',
    'wsl: 不支持镜像网络模式，正在回退到 NAT 网络',
    'wsl: Mirrored networking mode is not supported, falling back to NAT networking',
  ])('sees in any language that Windows cannot do the mode of the file: %s', (text) => {
    expect(causes(text)[0]).toBe('wslconfig-invalid');
  });

  it.each([
    'wsl: 检测到 localhost 代理配置，但未镜像到 WSL。NAT 模式下的 WSL 不支持 localhost 代理。',
    'wsl: A localhost proxy configuration was detected but not mirrored into WSL.',
    '操作成功完成。',
    'WSL version: 2.6.1.0\nKernel version: 6.6.87.2-1\nWindows version: 10.0.26100.6899',
    'Error: 0x0, exit code 0x00000000',
    '4294967295',
    '[wsl2]\nnetworkingMode=mirrored\nmemory=8GB',
    'rtt min/avg/max/mdev = 9.1/9.1/9.1/0.0 ms, 0% packet loss',
  ])('gives no cause to a text without a failure: %s', (text) => {
    expect(causes(text)).toEqual(['unknown']);
    expect(remedies(text)).toEqual([]);
  });

  it('explains a silent fallback that printed no code', () => {
    const text = 'wsl: 无法配置网络 (networkingMode Nat)，回退到 networkingMode Consomme。';
    expect(explain(text)).toMatchObject({
      codes: [],
      networkingMode: { failed: 'Nat', fallback: 'VirtioProxy' },
    });
    expect(causes(text)[0]).toBe('unknown-vswitch-failure');
    expect(explain(text).remedies.filter(({ id }) => id.startsWith('wsl'))).toHaveLength(1);
    expect(causes('wsl: (networkingMode Mirrored), networkingMode None.')[0]).toBe(
      'ephemeral-ports-fragmented',
    );
  });

  it('says of a bare exit code that it is one', () => {
    const explanation = explain('[Prozess beendet mit Code 4294967295 (0xffffffff)]');
    expect(explanation.codes).toEqual([]);
    expect(explanation.causes).toMatchObject([{ id: 'unknown' }]);
    expect(explanation.causes[0]?.why).toContain('4294967295');
  });

  it.each([
    ["Invalid value 'Natt' in C:\\Users\\x\\.wslconfig:3"],
    ['« NAT » … C:\\Users\\x\\.wslconfig'],
    ['[wsl2]\nnetworkMode=mirrored'],
    ['wsl2.networkingMode=None'],
    ['networkingMode=mirrored\ndnsTunneling=true'],
  ])('finds what is wrong with a .wslconfig in “%s”', (text) => {
    expect(causes(text)[0]).toBe('wslconfig-invalid');
  });

  it('reads text that came as UTF-16, and text with colours', () => {
    expect(explain(switchFailed.replace(/[^]/g, '$&\0')).codes).toEqual(explain(switchFailed).codes);
    expect(explain('\x1b[31m0x80041002\x1b[0m').codes).toHaveLength(1);
  });

  it('suggests an update where the WSL named is older than the fallback', () => {
    expect(remedies(`${switchFailed}\nWSL version: 2.2.4.0`)).toContain('wsl-update');
    expect(remedies(`### WSL Version\n\n2.6.1.0\n\n${switchFailed}`)).not.toContain('wsl-update');
    expect(remedies(`${switchFailed}\nWSL 版本： 2.6.1.0`)).not.toContain('wsl-update');
  });
});

describe('explain and harmful advice', () => {
  it.each([
    ['then run netcfg.exe /D and reboot', 'netcfg-delete'],
    ['hnsdiag delete all', 'hnsdiag-reset'],
    ['wsl --unregister Ubuntu', 'distro-unregister'],
    ['Stop-Process -Id (Get-NetUDPEndpoint -LocalPort 53).OwningProcess', 'port-53-kill-all'],
    ['New-VMSwitch -Name WSL -SwitchType Internal', 'switch-by-hand'],
    ['New-VMSwitch -Name Ext -SwitchType "External"', 'switch-by-hand'],
    ["New-VMSwitch -Name Ext -NetAdapterName 'Wi-Fi'", 'switch-by-hand'],
    ['net stop SharedAccess', 'sharedaccess-stop'],
    ['Restart-Service hns -Force', 'hns-restart-alone'],
    ['sc.exe delete hns', 'hns-service-delete'],
    ['netsh winsock reset', 'netsh-reset'],
    ['winmgmt /resetrepository', 'wmi-repository-reset'],
    ['dism /online /disable-feature /featurename:Microsoft-Hyper-V-All', 'hyperv-toggle'],
    ['start ms-settings:network-reset', 'network-reset'],
    ['wsl --set-default-version 1', 'default-version-1'],
    ['wsl2.networkingMode=None', 'dotted-key'],
  ])('answers “%s”', (text, id) => {
    expect(explain(text).warnings.map((warning) => warning.id)).toEqual([id]);
  });

  it('knows an example of each', () => {
    // The table above, so that an entry without a test is seen.
    expect(folkloreIds).toHaveLength(14);
  });

  it('leaves other commands alone', () => {
    expect(
      explain(
        'wsl --shutdown; netcfg -s n; hnsdiag list all; New-VMSwitch -Name TestSwitch -SwitchType Internal',
      ).warnings,
    ).toEqual([]);
  });
});

describe('explain in both languages', () => {
  const everything = `${switchFailed}\nVMware, Comodo, netcfg -d`;

  it('says the same things in each', () => {
    const chinese = explain(everything, explainTexts['zh-CN'].why);
    const english = explain(everything);
    expect(chinese.causes.map(({ id }) => id)).toEqual(english.causes.map(({ id }) => id));
    expect(chinese.remedies.map(({ id }) => id)).toEqual(english.remedies.map(({ id }) => id));
    for (const { why } of [...chinese.causes, ...chinese.remedies, ...chinese.warnings]) {
      expect(why).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const { why } of [...english.causes, ...english.remedies, ...english.warnings]) {
      expect(why).toMatch(/^[^\u4e00-\u9fff]+\.$/);
    }
  });
});

describe('explain with any text', () => {
  const pieces = fc.constantFrom(
    'Wsl/',
    'HNS/',
    'ConfigureNetworking/',
    '0x',
    '80041002',
    '4294967295',
    '-2147217406',
    'networkingMode',
    ' Nat',
    'None',
    '=',
    '\n',
    'SERVICE_NAME: hns',
    'START_TYPE : 4',
    '.wslconfig',
    "'NAT'",
    'VMware',
    '(Code 56)',
    '\0',
    '\u202e',
    '\ud800',
    '{',
    '/',
    'disabled',
    'WSL: 0.0.0.0',
  );

  it('never throws, and always gives ranked causes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const explanation = explain(text);
          const likelihoods = explanation.causes.map(({ likelihood }) => likelihood);
          expect(likelihoods.length).toBeGreaterThan(0);
          expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
          expect(likelihoods.every((value) => value > 0 && value <= 1)).toBe(true);
          expect(explanation.causes.every(({ id, why }) => causeIds.includes(id) && why.length > 0)).toBe(
            true,
          );
          expect(explanation.remedies.every(({ id, why }) => remedyIds.includes(id) && why.length > 0)).toBe(
            true,
          );
          expect(new Set(explanation.remedies.map(({ id }) => id)).size).toBe(explanation.remedies.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    'a/',
    'A/',
    'Wsl/',
    'HNS/ ',
    'A',
    'a',
    '0',
    'f',
    '0x',
    '0xf',
    '0x80041002 ',
    '/',
    '\n',
    ' ',
    '\t',
    '\\',
    "'",
    '(',
    '[wsl2]',
    'networkingMode ',
    'networkingMode Nat ',
    'hns ',
    'hns SERVICE_NAME: ',
    'E_',
    'E_FAIL/',
    'wsl: Mirrored ',
    '-LocalPort 53 ',
    'New-VMSwitch ',
    '.wslconfig',
    'WSL ',
    '1.',
    'VirtualMachinePlatform\n',
    'ExternalInterface',
    '4294967295',
    '-2147217406 ',
    '\x1b[',
    'Wsl',
    'C',
    '（代',
  ])('comes to an end for a megabyte of “%s”', (piece) => {
    // Where each place was compared with all others, that would be minutes, and the test’s own limit.
    expect(explain(piece.repeat(Math.ceil(1_000_000 / piece.length))).causes).not.toEqual([]);
  });
});
