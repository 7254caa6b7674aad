import fc from 'fast-check';

/** Text as the bytes of a file. */
export function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

export function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** Pieces that have broken parsers, put together in any order. */
const fragments = [
  '[wsl2]', '[WSL2]', '[wsl2] # note', '[wsl2] ; note', '[ wsl2 ]', '[wsl2', '[experimental]', '[general]', '[boot.x]', '[gene.]', '[]',
  'networkingMode=none', 'networkingMode = mirrored', 'NETWORKINGMODE="nat" # c', 'networkingMode=', 'networkingMode=no\\', 'networkingMode=consomme',
  'networkingMode=no\\x', 'networkingMode', 'networkingMode="none', "networkingMode='none'", 'networkingMode=none\\', 'wsl2.networkingMode=None',
  'memory=4GB', 'memory=8gb', 'swapFile=C:\\temp', 'kernel=C:\\\\k', 'macAddress=zz', 'kernelCommandLine="a # b"', 'kernelCommandLine=quiet \\',
  'firewall=yes', 'dnsTunneling=false', 'é=1', 'kernelCommandLine=é\u{1F600}', '# comment', '#', '; comment', 'foo=1', '=', ' ', '\t', 'x',
  '\n', '\n', '\n', '\r\n', '\r\n', '\r\n', '\r', '\\', '"', '\u001a', '\0', '\uFFFF', '\u00A0', '\uFEFF', '\u200B',
]; // prettier-ignore

const nastyText = fc
  .array(
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: fc.string() }),
    {
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(''));

/** Lines that each end properly, which reach deeper than loose pieces do. */
const nastyLines = fc
  .tuple(fc.array(fc.constantFrom(...fragments), { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, eol]) => lines.join(eol));

const anyText = fc.oneof(nastyText, nastyLines);

/** Files that the C runtime opens, with every mark and encoding. */
export const openableFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: anyText.map(utf8) },
  { weight: 1, arbitrary: anyText.map((text) => utf8(`\uFEFF${text}`)) },
  { weight: 2, arbitrary: anyText.map(utf16) },
  { weight: 1, arbitrary: anyText.map((text) => new Uint8Array([...utf16(text), 0x0a])) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 60 }).filter((bytes) => bytes[0] !== 0xfe || bytes[1] !== 0xff),
  },
);

/** Lines as people paste them, each of which stands for itself. */
const pastedLines = [
  '[wsl2]', '[experimental]', '[general]', '[boot]', '\u3010wsl2\u3011', '\uFF3Bwsl2\uFF3D', 'wsl2:', '"wsl2": {', '<wsl2>', '[wsl2].ipv6=1', '[ wsl2 ]',
  '```ini', '}', '---', '<br>', '', '# c', '; c', '\uFF1Bc', '/* c */', '> ipv6=1', '1. memory=4GB', 'export swap=0', 'networkMode=none', 'networkingMode=nat',
  'networkingMode="none', 'networkingMode:', 'networkingMode', 'networkingMode=off', 'networkingMode\uFF1Dmirrored', '"networkingMode": "none",', 'wsl2.ipv6=1 in C:\\x',
  'ipv6=0', 'ipv6=yes', 'systemd=true', 'enabled=1', 'swapFile=~/x', 'kernel=C:\\Users\\k', 'autoMemoryReclaim=gradual', 'guiApplications=false', 'instanceIdleTimeout=5',
]; // prettier-ignore

export const pastedFile: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.array(fc.constantFrom(...pastedLines), { maxLength: 9 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => utf8(lines.join(eol)));
