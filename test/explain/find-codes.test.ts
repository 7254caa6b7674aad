import { describe, expect, it } from 'vitest';
import { findCodes, hasExitCode } from '../../src/explain/find-codes.js';

/** `hresult stage path` of each code, which is what the rest works with. */
function found(text: string): readonly string[] {
  return findCodes(text).map(({ hresult, symbol, stage, path }) =>
    `${hresult ?? symbol ?? ''} ${stage} ${path.join('/')}`.trim(),
  );
}

const newPath = 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS';

describe('findCodes, by the way a code is written', () => {
  it.each([
    [`Error code: ${newPath}/0x80041002`, `0x80041002 network ${newPath}`],
    [`错误代码: ${newPath}/0x80041002`, `0x80041002 network ${newPath}`],
    [`エラー コード:${newPath}/E_ACCESSDENIED。`, `0x80070005 network ${newPath}`],
    [`é”™è¯¯ä»£ç �: ${newPath}/0x80041002ã€‚`, `0x80041002 network ${newPath}`],
    [`Error code: ${newPath}/0x80041002Press any key`, `0x80041002 network ${newPath}`],
    [`Error code: ${newPath}/0x80041002Error code`, `0x80041002 network ${newPath}`],
    ['0x80041002abcdef', null],
    ['pointer 0xffffffff80041002', '0x80041002 network'],
    ['Fehler: 0x80041002', '0x80041002 network'],
    ['Error: 0x80041002 (null)', '0x80041002 network'],
    ['Switch konnte nicht erstellt werden: Nicht gefunden (0x80041002).', '0x80041002 network'],
    ['ErrorID: -2147217406', '0x80041002 network'],
    ['ErrorID: −2147217406', '0x80041002 network'],
    ['{"Success":false,"ErrorCode":2147943643}', '0x800704db other'],
    ['Ошибка 0х80041002', '0x80041002 network'],
    ['报错 0×80041002 怎么办', '0x80041002 network'],
    ['wsl error 80041002', '0x80041002 network'],
    ['\u001b[31m', null],
    ['output: "…\\r\\n0x80070424\\r\\n"', '0x80070424 other'],
    ['**0x80370102**, also _0x80370102_', '0x80370102 vm'],
    ['hcsshim: hnsCall failed in Win32: There are no more endpoints. (0x6d9)', '0x800706d9 network'],
    [
      'wsl/service/createinstance/createvm/configurenetworking/hns/0x80041002',
      `0x80041002 network ${newPath}`,
    ],
    [
      'Wsl / Service / CreateVm / ConfigureNetworking / HNS / 0x80041002',
      '0x80041002 network Wsl/Service/CreateVm/ConfigureNetworking/HNS',
    ],
    [
      'Wsl/Service/CreateVm/ConfigureNetworking/HNS/\n0x80041002',
      '0x80041002 network Wsl/Service/CreateVm/ConfigureNetworking/HNS',
    ],
    [
      '"code":"Wsl\\/Service\\/CreateVm\\/ConfigureNetworking\\/HNS\\/0x80041002"',
      '0x80041002 network Wsl/Service/CreateVm/ConfigureNetworking/HNS',
    ],
    [
      'Wsl/Service/?(2199023255552)/ConfigureNetworking/0x80041002',
      '0x80041002 network Wsl/Service/?(2199023255552)/ConfigureNetworking',
    ],
    [
      'CreateInstance/CreateVm/ConfigureNetworking/0x2741',
      '0x00002741 network CreateInstance/CreateVm/ConfigureNetworking',
    ],
    [
      'Wsl/Service/CreateInstance/CreateVm/HCS/ERROR_FILE_NOT_FOUND',
      '0x80070002 vm Wsl/Service/CreateInstance/CreateVm/HCS',
    ],
    [
      'Wsl/Service/CreateVm/ConfigureNetworking/HNS/ERROR_YET_TO_COME',
      'ERROR_YET_TO_COME network Wsl/Service/CreateVm/ConfigureNetworking/HNS',
    ],
    ["HNS failed to create vmswitch with error '0x80070002' and adapter id = ''", '0x80070002 network'],
    ['无法配置网络 (networkingMode Nat)\n0x80070424', '0x80070424 network'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected === null ? [] : [expected]);
  });

  it.each([
    // The code of a download tells more than a path that names no place.
    ['Wsl/WININET_E_NAME_NOT_RESOLVED', '0x80072ee7 install Wsl'],
    ['Wsl/WSL_E_WSL_OPTIONAL_COMPONENT_REQUIRED', '0x80040321 install Wsl'],
    ['Wsl/0x8007003b', '0x8007003b service Wsl'],
    ['Wsl/Service/0x8007274c', '0x8007274c service Wsl/Service'],
    ['Wsl/CallMsi/Install/ERROR_SERVICE_DOES_NOT_EXIST/', '0x80070424 install Wsl/CallMsi/Install'],
  ])('says where %s came from', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('puts what failed before what only answers the request, and known codes before unknown ones', () => {
    expect(found('Wsl/WSL_E_DEFAULT_DISTRO_NOT_FOUND, then error: 0x80370114')).toEqual([
      '0x80370114 vm',
      '0x80040301 service Wsl',
    ]);
    expect(found('0x80123456, then 0x800106d9')[0]).toBe('0x800106d9 network');
    expect(found('0x800106d9 looks like EPT_S_NOT_REGISTERED')[0]).toBe('0x800106d9 network');
  });

  it('keeps the spelling of the text', () => {
    expect(findCodes('ErrorID: -2147217406')[0]).toMatchObject({
      text: '-2147217406',
      symbol: 'WBEM_E_NOT_FOUND',
    });
    expect(findCodes('HCS/ERROR_FILE_NOT_FOUND')[0]?.text).toBe('ERROR_FILE_NOT_FOUND');
  });
});

describe('findCodes and the exit code of wsl.exe', () => {
  it.each([
    '[process exited with code 4294967295 (0xffffffff)]',
    '[已退出进程，代码为 4294967295 (0xffffffff)]',
    '[process exited with code 4294967295]',
    'importing WSL distro: exit code: 4294967295',
    'exit status 0xffffffff',
  ])('leaves %s out', (text) => {
    expect(findCodes(text)).toEqual([]);
    expect(hasExitCode(text)).toBe(true);
  });

  it.each([`${newPath}/0xffffffff`, `${newPath}/4294967295`])('finds %s, which HNS gave', (text) => {
    expect(found(text)).toEqual([`0xffffffff network ${newPath}`]);
  });

  it('finds it where the in-box WSL gives it as its result', () => {
    expect(found('WslRegisterDistribution failed with error: 0xffffffff\n')).toEqual(['0xffffffff other']);
    expect(found('Fehler: 0xffffffff (null)')).toEqual(['0xffffffff other']);
  });
});

describe('findCodes in long reports', () => {
  it('leaves out addresses, ranges, versions, sizes, GUIDs and links', () => {
    const noise = [
      'BIOS-e820: [mem 0x00000000e0100000-0x00000000fed1bfff] reserved, mem 0xc0100000-0xe01fffff',
      'Windows: 10.0.22631.4169, kernel 5.15.153.1-2, 2147483648 bytes, 1726075765 seconds, at 0x7ffd12345678',
      '{80041002-57d4-412b-b571-18a81a16e005} https://example.org/a/B/c_d TCP/IP_STACK KERNEL/CONFIG_NET=y 0x0 0x1F',
    ].join('\n');
    expect(findCodes(noise)).toEqual([]);
  });

  it('names a code once, with its path, and the one that has a path first', () => {
    const text = `seen elsewhere: 0x80370102\nError: 0x80041002\nError code: ${newPath}/0x80041002\n0x80041002`;
    expect(found(text)).toEqual([`0x80041002 network ${newPath}`, '0x80370102 vm']);
  });

  it('keeps one code under two paths apart', () => {
    expect(found('CreateVm/HCS/E_FAIL and ConfigureNetworking/HNS/E_FAIL')).toHaveLength(2);
  });
});
