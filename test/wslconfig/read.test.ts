import { describe, expect, it } from 'vitest';
import { readWslconfig } from '../../src/wslconfig/read.js';
import { utf16, utf8 } from './files.js';

/** The reading in one line: mode, keys with line and value (`!` where invalid), warnings with line. */
function read(bytes: Uint8Array, wslVersion?: string): string {
  const reading = readWslconfig(bytes, wslVersion === undefined ? {} : { wslVersion });
  const set = Object.entries(reading.set).map(
    ([key, { line, raw, valid }]) => `${key}@${line}=${JSON.stringify(raw)}${valid ? '' : '!'}`,
  );
  const warnings = reading.warnings.map(({ line, id }) => `${id.replace(/^Message(?:Config)?/, '')}@${line}`);
  return [reading.networkingMode, ...set, ...warnings].join(' ');
}

const mode = 'wsl2.networkingMode';

describe('sections and keys', () => {
  it.each([
    ['letter case does not count', '[Wsl2]\nNetworkingMODE=MiRRored', `Mirrored ${mode}@2="MiRRored"`],
    ['a header may be indented and commented', '\t [wsl2]\t # x\nipv6=1', 'Nat wsl2.ipv6@2="1"'],
    ['a key in no section is unknown', 'ipv6=1\n[wsl2]', 'Nat UnknownKey@1'],
    ['a blank inside the brackets spoils a header', '[wsl2]\n[wsl2 x]\nipv6=1', 'Nat wsl2.ipv6@3="1" Expected@2'],
    ['a broken header switches to a section of the same length', '[boot]\n[wsl2]\n[boot]\n[wsl2.x]\nipv6=1', 'Nat wsl2.ipv6@5="1" Expected@4'],
    ['a broken header is cut to the length before it', '[boot]\n[wsl2else x]\nipv6=1', 'Nat wsl2.ipv6@3="1" Expected@2'],
    ['a shorter broken header loses what is below it', '[experimental]\n[wsl2 x]\nipv6=1', 'Nat Expected@2 UnknownKey@3'],
    ['a header without name leaves the section', '[wsl2]\n[ general ]\nipv6=1', 'Nat wsl2.ipv6@3="1" InvalidSection@2'],
    ['a dotted key is no key', 'wsl2.ipv6=1', 'Nat Expected@1'],
    ['a colon is no equals sign', '[wsl2]\nipv6: 1', 'Nat Expected@2'],
    ['old experimental keys are the same keys', '[experimental]\nfirewall=0\n[wsl2]\nfirewall=1', 'Nat wsl2.firewall@2="0" KeyDuplicated@4'],
    ['sections of one name are merged', '[wsl2]\n[general]\n[wsl2]\nipv6=1', 'Nat wsl2.ipv6@4="1"'],
    ['an invalid first value blocks the later ones', '[wsl2]\nnetworkingMode=off\nnetworkingMode=none', `Nat ${mode}@2="off"! InvalidEnum@2 KeyDuplicated@3`],
    ['a dropped first line does not block', '[wsl2]\nnetworkingMode="none\nnetworkingMode=none', `None ${mode}@3="none" Expected@2`],
  ])('%s', (_name, text, expected) => expect(read(utf8(text))).toBe(expected)); // prettier-ignore
});

describe('values', () => {
  it.each([
    ['a hash ends a value without a blank before it', '[wsl2]\nnetworkingMode=none#x', `None ${mode}@2="none"`],
    ['a hash in quotes is text', '[wsl2]\nvmSwitch="a # b" # c', 'Nat wsl2.vmSwitch@2="a # b"'],
    ['blanks stay in quotes only', '[wsl2]\nvmSwitch=  a "b "  ', 'Nat wsl2.vmSwitch@2="a b "'],
    ['escapes are read', '[wsl2]\nvmSwitch=\\\\\\"\\t\\n\\b', 'Nat wsl2.vmSwitch@2="\\\\\\"\\t\\n\\b"'],
    ['a single backslash drops the line', '[wsl2]\nswapFile=C:\\Users\nipv6=1', 'Nat wsl2.ipv6@3="1" InvalidEscape@2'],
    ['a backslash joins the next line and keeps the blanks before it', '[wsl2]\nvmSwitch=a  \\\n b', 'Nat wsl2.vmSwitch@3="a   b"'],
    ['quotes run over a joint', '[wsl2]\nvmSwitch="a\\\n# b"', 'Nat wsl2.vmSwitch@3="a# b"'],
    ['a comment does not go on over a backslash', '[wsl2]\n# x \\\nipv6=1', 'Nat wsl2.ipv6@3="1"'],
    ['units are cut to their low byte', '[wsl2]\nvmSwitch=\u0161\u0142', 'Nat wsl2.vmSwitch@2="aB"'],
    ['a value ends at NUL', '[wsl2]\nvmSwitch=a\0b', 'Nat wsl2.vmSwitch@2="a"'],
    ['integers are C integers', '[wsl2]\nprocessors=0x1F\nvmIdleTimeout=-1\ndhcpTimeout=08\nkernelDebugPort=+5 ', 'Nat wsl2.processors@2="0x1F" wsl2.vmIdleTimeout@3="-1" wsl2.dhcpTimeout@4="08"! wsl2.kernelDebugPort@5="+5" InvalidInteger@4'],
    ['integers saturate', '[wsl2]\nprocessors=99999999999999999999', 'Nat wsl2.processors@2="99999999999999999999"'],
    ['zero sizes are bare', '[wsl2]\nmemory=00\nswap=0GB', 'Nat wsl2.memory@2="00"! wsl2.swap@3="0GB" InvalidNumberString@2'],
    ['sizes may carry a sign, not a fraction', '[wsl2]\nmemory=+4GB\nswap=1.5GB', 'Nat wsl2.memory@2="+4GB" wsl2.swap@3="1.5GB"! InvalidNumberString@3'],
    ['size units are capitals', '[wsl2]\nmemory=4Gb\nswap=4TB', 'Nat wsl2.memory@2="4Gb"! wsl2.swap@3="4TB" InvalidNumberString@2'],
    ['ports warn one by one', '[experimental]\nignoredPorts=1,,80x,no,70000', 'Nat experimental.ignoredPorts@2="1,,80x,no,70000"! InvalidInteger@2 InvalidInteger@2'],
    ['addresses are four plain numbers', '[experimental]\ndnsTunnelingIpAddress=10.255.255.254', 'Nat experimental.dnsTunnelingIpAddress@2="10.255.255.254"'],
    ['short addresses are invalid', '[experimental]\ndnsTunnelingIpAddress=10.1', 'Nat experimental.dnsTunnelingIpAddress@2="10.1"! InvalidIp@2'],
    ['reclaim words', '[experimental]\nautoMemoryReclaim=dropcache', 'Nat experimental.autoMemoryReclaim@2="dropcache"'],
    ['consomme is the new name of VirtioProxy', '[wsl2]\nnetworkingMode=Consomme', `VirtioProxy ${mode}@2="Consomme"`],
  ])('%s', (_name, text, expected) => expect(read(utf8(text))).toBe(expected)); // prettier-ignore

  it('consomme is no mode before 2.9', () => {
    const file = utf8('[wsl2]\nnetworkingMode=consomme');
    expect(read(file, '2.8.12')).toBe(`Nat ${mode}@2="consomme"! InvalidEnum@2`);
    expect(read(file, '2.9.0')).toBe(`VirtioProxy ${mode}@2="consomme"`);
  });

  it('a bad macAddress ends the reading, for no virtual machine is created', () => {
    const reading = readWslconfig(utf8('[wsl2]\nmacAddress=12\nnetworkingMode=none'));
    expect(reading.abortedAt).toBe(2);
    expect(reading.networkingMode).toBe('Nat');
    expect(read(utf8('[wsl2]\nmacAddress=00-15-5d-01-02-03\nipv6=1'))).toContain('wsl2.ipv6@3');
  });
});

describe('lines and encodings', () => {
  const body = '[wsl2]\r\nnetworkingMode=none\r\n';
  it.each([
    ['a UTF-8 mark', utf8(`\uFEFF${body}`), `None ${mode}@2="none"`],
    ['a UTF-16LE mark', utf16(body), `None ${mode}@2="none"`],
    ['an odd last byte', new Uint8Array([...utf16(body), 7]), `None ${mode}@2="none"`],
    ['no line end at the end', utf8(body.trimEnd()), `None ${mode}@2="none"`],
    ['Ctrl-Z ends the file', utf8('[wsl2]\n\u001anetworkingMode=none'), 'Nat'],
    ['a lone CR ends a setting', utf8('[wsl2]\ripv6=1\rdhcp=0\r'), 'Nat wsl2.ipv6@2="1" wsl2.dhcp@3="0"'],
    ['a lone CR does not end a comment', utf8('[wsl2] # x\ripv6=1\ndhcp=0'), 'Nat wsl2.dhcp@2="0"'],
    ['a lone CR on an empty line is not counted', utf8('[wsl2]\n\r\ripv6=1'), 'Nat wsl2.ipv6@2="1"'],
    ['U+FFFF ends a line', utf8('[wsl2]\uFFFFipv6=1\uFFFFdhcp=0'), 'Nat wsl2.ipv6@2="1" wsl2.dhcp@3="0"'],
    ['broken UTF-8 spoils its value only', new Uint8Array([...utf8('[wsl2]\nvmSwitch=a'), 0xe4, ...utf8('\nipv6=1')]), 'Nat wsl2.vmSwitch@2="a\uFFFD" wsl2.ipv6@3="1"'],
    ['an empty file', utf8(''), 'Nat'],
  ])('%s', (_name, bytes, expected) => expect(read(bytes)).toBe(expected)); // prettier-ignore

  it('a UTF-16BE mark cannot be opened', () => {
    const reading = readWslconfig(utf16(body).map((byte, index, all) => all[index ^ 1] ?? byte));
    expect(reading).toMatchObject({ opened: false, networkingMode: 'Nat', set: {} });
  });

  it('a megabyte is read without ado', () => {
    const text = `[wsl2]\n${'# filler\n'.repeat(120_000)}ipv6=1\n[x\n${'y'.repeat(100_000)}`;
    expect(read(utf8(text))).toContain('wsl2.ipv6@120002="1"');
  });
});
