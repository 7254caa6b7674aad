import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWslconfig, mendWslconfig, remarkOnName } from '../../src/wslconfig/check.js';
import { readWslconfig } from '../../src/wslconfig/read.js';
import { openableFile, pastedFile, textIn, utf16, utf8 } from './files.js';

/** Remarks as `line kind → the mended line`. */
function check(text: string, wslVersion?: string): readonly string[] {
  return checkWslconfig(utf8(text), wslVersion === undefined ? {} : { wslVersion }).map(
    ({ line, kind, mend }) => `${line} ${kind}${mend === null ? '' : ` → ${mend.line}`}`,
  );
}

describe('a remark on each line that WSL ignores or misreads, with a mend', () => {
  it.each([
    ['dotted key', 'wsl2.networkingMode=None', ['1 key-dotted → [wsl2]\r\nnetworkingMode=None']],
    ['dotted key in its section', '[wsl2]\nwsl2.ipv6 = 1 # x', ['2 key-dotted → ipv6=1 # x']],
    ['missing section, mended once', 'ipv6=1\ndhcp=0', ['1 section-missing → [wsl2]\nipv6=1', '2 section-missing']],
    ['key of another section', '[wsl2]\nsparseVhd=true', ['2 section-other → [experimental]\nsparseVhd=true\n[wsl2]']],
    ['misspelt key', '[wsl2]\nnetworkngMode=none', ['2 key-unknown → networkingMode=none']],
    ['key of no kind', '[wsl2]\nfrobnicate=1', ['2 key-unknown']],
    ['key with a dash', '[wsl2]\nnetworking-mode = none', ['2 key-malformed → networkingMode=none']],
    ['colon', '[wsl2]\nipv6: 1', ['2 equals-missing → ipv6=1']],
    ['misspelt section', '[wls2]\nipv6=1', ['1 section-unknown → [wsl2]', '2 section-other']],
    ['section named after the wish', '[network]\nnetworkingMode=none', ['1 section-unknown → [wsl2]', '2 section-other']],
    ['section of wsl.conf', '[user]\ndefault=me', ['1 section-of-wsl-conf', '2 key-of-wsl-conf']],
    ['setting of wsl.conf', '[wsl2]\nsystemd=true', ['2 key-of-wsl-conf']],
    ['setting of wsl.conf that WSL has under another section', '[general]\nguiApplications=false', ['2 section-other → [wsl2]\nguiApplications=false\n[general]']],
    ['remembered name', '[wsl2]\nnetworkMode=none\nRAM=4GB', ['2 key-unknown → networkingMode=none', '3 key-unknown → memory=4GB']],
    ['Chinese brackets', '\u3010wsl2\u3011 # x\nipv6=1', ['1 header-broken → [wsl2] # x', '2 section-missing']],
    ['full-width signs', '\uFF3Bwsl2\uFF3D\nmemory\uFF1D\uFF18\uFF27\uFF22\n\uFF03 x', ['1 header-broken → [wsl2]', '2 equals-missing → memory=8GB', '3 comment-mark → # x']],
    ['curly quotes around both', '[wsl2]\n\u2018networkingMode\u2019=\u2018none\u2019', ['2 key-malformed → networkingMode=none']],
    ['Chinese full stop', '[wsl2]\nprocessors=4\u3002', ['2 value-non-ascii → processors=4']],
    ['code fence', '```ini\n[wsl2]\nipv6=1\n```', ['1 leftover → ', '4 leftover → ']],
    ['YAML', 'wsl2:\n  ipv6: true', ['1 header-broken → [wsl2]', '2 equals-missing →   ipv6=true']],
    ['JSON', '{\n"wsl2": {\n"networkingMode": "none",\n"kernelCommandLine": "quiet",\n}}', ['1 leftover → ', '2 header-broken → [wsl2]', '3 key-malformed → networkingMode=none', '4 key-malformed → kernelCommandLine="quiet"', '5 leftover → ']],
    ['list and prompt', '[wsl2]\n> ipv6=1\n1. dhcp=1\nexport safeMode=0', ['2 key-malformed → ipv6=1', '3 key-malformed → dhcp=1', '4 key-malformed → safeMode=0']],
    ['shell', 'echo "networkingMode=none" >> .wslconfig', ['1 key-malformed → [wsl2]\r\nnetworkingMode=none']],
    ['sentence of the error message', 'wsl2.networkingMode=None in C:\\me', ['1 key-dotted → [wsl2]\r\nnetworkingMode=None']],
    ['header with the setting behind a dot', '[wsl2].ipv6=1', ['1 header-broken → [wsl2]\r\nipv6=1']],
    ['name without a value', '[wsl2]\nnetworkingMode\nipv6:', ['2 equals-missing', '3 equals-missing']],
    ['size without a unit', '[wsl2]\nmemory=8\nswap=4096\ndefaultVhdSize=1099511627776', ['2 size-in-bytes → memory=8GB', '3 size-in-bytes → swap=4096MB']],
    ['variable in a path', '[wsl2]\nkernel=%USERPROFILE%\\\\k\nswapFile=~/s', ['2 path-not-expanded', '3 path-not-expanded']],
    ['mode by another name', '[wsl2]\nnetworkingMode=off', ['2 value-invalid → networkingMode=none']],
    ['comment marks of other files', '/* a\n:: b\nREM c', ['1 comment-mark → # a', '2 comment-mark → # b', '3 comment-mark → # c']],
    ['semicolon at the end', '[wsl2]\nipv6=1;', ['2 comment-in-value → ipv6=1']],
    ['broken header', '[ wsl2 ]\nipv6=1', ['1 header-broken → [wsl2]', '2 section-missing']],
    ['header with a semicolon', '[wsl2] ; x', ['1 header-broken → [wsl2] # x']],
    ['header and setting on one line', '[wsl2] ipv6=1\n', ['1 header-broken → [wsl2]\nipv6=1']],
    ['semicolon behind a value', '[wsl2]\nmemory=8gb ; half', ['2 comment-in-value → memory=8GB # half']],
    ['semicolon as comment', '; x', ['1 comment-mark → # x']],
    ['single quotes', "[wsl2]\nnetworkingMode='none'", ['2 quote-single → networkingMode=none']],
    ['open quote', '[wsl2]\nnetworkingMode="none', ['2 quote-unclosed → networkingMode=none']],
    ['backslash before a closing quote', '[wsl2]\nswapFile="C:\\\\a\\"', ['2 quote-unclosed → swapFile="C:\\\\a\\\\"']],
    ['single backslashes', '[wsl2]\nswapFile=C:\\Users\\me # x', ['2 escape-invalid → swapFile=C:\\\\Users\\\\me # x']],
    ['backslashes read as control characters', '[wsl2]\nswapFile=C:\\temp', ['2 escape-misread → swapFile=C:\\\\temp']],
    ['network path', '[wsl2]\nkernel=\\\\nas\\share', ['2 escape-invalid → kernel=\\\\\\\\nas\\\\share']],
    ['swallowed line', '[wsl2]\nvmSwitch=a\\\nipv6=1', ['3 continuation-swallows → vmSwitch=a']],
    ['swallowed line that spoils the value', '[wsl2]\nvmSwitch=a\\\nkernel=C:\\Users', ['3 continuation-swallows → vmSwitch=a']],
    ['duplicate', '[wsl2]\nipv6=1\nipv6=0', ['3 duplicate → #ipv6=0']],
    ['alias that came first', '[experimental]\nfirewall=1\n[wsl2]\nfirewall=0', ['4 duplicate → #firewall=0']],
    ['invalid first value blocking', '[wsl2]\nnetworkingMode=host\nnetworkingMode=none', ['2 value-invalid → #networkingMode=host', '3 duplicate']],
    ['boolean words', '[wsl2]\nfirewall=yes\nipv6=Off', ['2 value-invalid → firewall=true', '3 value-invalid → ipv6=false']],
    ['size words', '[wsl2]\nmemory=8gb\nswap=1.5 GiB', ['2 value-invalid → memory=8GB', '3 value-invalid → swap=1536MB']],
    ['mode misspelt', '[wsl2]\nnetworkingMode=virtio-proxy', ['2 value-invalid → networkingMode=virtioproxy']],
    ['accents in a path', '[wsl2]\nswapFile=C:\\\\B\u00fccher', ['2 value-non-ascii']],
    ['no-break space in a value', '[wsl2]\nipv6=\u00a01', ['2 value-non-ascii → ipv6=1']],
    ['comment over a lone CR', '# x\r[wsl2]\n', ['1 comment-runs-on → # x']],
    ['Ctrl-Z', '[wsl2]\n\u001aipv6=1', ['2 ends-at-ctrl-z → ']],
    ['macAddress', '[wsl2]\nmacAddress=1\nipv6=1', ['2 aborts → #macAddress=1', '3 unread']],
    ['safe mode over the mode', '[wsl2]\nsafeMode=true\nnetworkingMode=mirrored', ['3 mode-overridden']],
  ])('%s', (_name, text, expected) => expect(check(text)).toEqual(expected)); // prettier-ignore

  it('says what a broken header does to the lines below', () => {
    const effects = (text: string) =>
      checkWslconfig(utf8(text)).flatMap((remark) =>
        remark.kind === 'header-broken' ? [remark.effect] : [],
      );
    expect(effects('[ wsl2 ]\nipv6=1')).toEqual(['lost']);
    expect(effects('[wsl2]\n[wsl2] ;\nipv6=1')).toEqual(['kept']);
    expect(effects('[boot]\n[wsl2] ;\nipv6=1')).toEqual(['switched']);
  });

  it('says what a version does not know yet', () => {
    expect(check('[wsl2]\nnetworkingMode=consomme', '2.8.12')).toEqual([
      '2 mode-too-new → networkingMode=virtioproxy',
    ]);
    expect(check('[wsl2]\nnetworkingMode=consomme', '2.9.4')).toEqual([]);
    expect(check('[experimental]\nswiotlb=8MB', '2.7.11')).toEqual(['2 key-too-new']);
  });

  it('sees files that are UTF-16 without saying so, or the wrong way round', () => {
    const little = utf16('[wsl2]\r\nipv6=1\r\n');
    const big = little.map((byte, index, all) => all[index ^ 1] ?? byte);
    expect(mendWslconfig(little.subarray(2)).bytes).toEqual(little);
    expect(mendWslconfig(big).bytes).toEqual(little);
  });

  it('says of lines under a broken header that its mend is theirs', () => {
    const [, line] = checkWslconfig(utf8('\u3010wsl2\u3011\nipv6=1\n'));
    expect(line).toMatchObject({ kind: 'section-missing', mendedBy: 1, mend: null });
  });

  it.each([
    ['without a section', 'networkingMode=none\n[wsl2]\nnetworkingMode=nat\n', '#networkingMode=none\n[wsl2]\nnetworkingMode=nat\n'],
    ['under a header that is mended', '[ wsl2 ]\nnetworkingMode=none\n[wsl2]\nnetworkingMode=nat\n', '[wsl2]\n#networkingMode=none\n[wsl2]\nnetworkingMode=nat\n'],
    ['with an open quote', '[wsl2]\nnetworkingMode="none\nnetworkingMode=nat\n', '[wsl2]\n#networkingMode="none\nnetworkingMode=nat\n'],
    ['with a dot', 'wsl2.networkingMode=none\n[wsl2]\nnetworkingMode=nat\n', '#wsl2.networkingMode=none\n[wsl2]\nnetworkingMode=nat\n'],
    ['behind a header', '[wsl2]\n[wsl2].networkingMode=none\nnetworkingMode=nat\n', '[wsl2]\n[wsl2]\n#networkingMode=none\nnetworkingMode=nat\n'],
  ])('a line that was ignored %s does not take the place of the one that counts', (_name, before, after) => {
    expect(textIn(mendWslconfig(utf8(before)).bytes)).toBe(after);
  }); // prettier-ignore

  it('names the line that counts', () => {
    const [line] = checkWslconfig(utf8('ipv6=1\n[wsl2]\nipv6=0\n'));
    expect(line).toMatchObject({ kind: 'section-missing', setAt: 3, mend: { line: '#ipv6=1' } });
  });

  it('sees a last character at which the runtime fails, and mends it with a line end', () => {
    const gbk = Uint8Array.of(0x23, 0xb0, 0xa1);
    expect(checkWslconfig(gbk).map(({ kind }) => kind)).toEqual(['ends-ill-formed']);
    expect(mendWslconfig(gbk).bytes).toEqual(Uint8Array.of(0x23, 0xb0, 0xa1, 0x0a));
    expect(check('# \u7f51\uFFFD')).toEqual([]);
  });

  it('knows the names that are mistaken for .wslconfig', () => {
    const mistaken = [
      '.wslconfig.txt',
      'wslconfig',
      '.wslconfig.ini',
      '_wslconfig',
      'wsl.conf',
      '.WSLCONFIG.TXT',
    ];
    expect(mistaken.map((name) => remarkOnName(name)?.kind)).toEqual(mistaken.map(() => 'file-name'));
    expect(
      ['.wslconfig', '.WslConfig', 'sample', 'wsl.txt'].flatMap((name) => remarkOnName(name) ?? []),
    ).toEqual([]);
  });

  it('has nothing to say about a sound file', () => {
    const text = '\uFEFF# all good; really \\\r\n[wsl2] # x\r\nkernel=C:\\\\k\\\\b # y\r\nkernelCommandLine="a;b"\r\n\r\n[experimental]\r\nsparseVhd=true';
    expect(check(text)).toEqual([]);
  }); // prettier-ignore
});

describe('mending', () => {
  it('leaves a file that WSL takes without a word', () => {
    const pasted = 'wsl2.networkingMode=None\n[ experimental ]\nsparsevhd=yes\nmemory=4 gb\n[wsl]\nswapFile=C:\\Users\\me\\s.vhdx\n';
    const { bytes, changed } = mendWslconfig(utf8(pasted));
    expect(changed).toBe(true);
    expect(readWslconfig(bytes).warnings).toEqual([]);
    expect(textIn(bytes)).toBe(
      '[wsl2]\nnetworkingMode=None\n[experimental]\nsparsevhd=true\n[wsl2]\nmemory=4GB\n[experimental]\n[wsl2]\nswapFile=C:\\\\Users\\\\me\\\\s.vhdx\n',
    );
  }); // prettier-ignore
});

describe('for any bytes', () => {
  it('reading, checking and mending never throw, and mends never overlap', () => {
    fc.assert(
      fc.property(fc.oneof(openableFile, fc.uint8Array()), (bytes) => {
        readWslconfig(bytes);
        const mends = checkWslconfig(bytes).flatMap(({ mend }) => mend ?? []);
        const sorted = mends.toSorted((left, right) => left.start - right.start);
        sorted.forEach((mend, index) =>
          expect(mend.start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0),
        );
        mendWslconfig(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['memory=8 gb', 'ipv6: 1', 'kernelCommandLine=a b', 'ipv6=1 ;x'])('%s is explained alike with 100,000 blanks in it', (line) => {
    // Where each blank was compared with all others, that took a minute, and would be past the test’s own limit.
    const remarksOn = (text: string) => checkWslconfig(utf8(`[wsl2]\n${text}\n`)).map(({ kind }) => kind);
    expect(remarksOn(line.replace(' ', ' '.repeat(100_000)))).toEqual(remarksOn(line));
  }); // prettier-ignore

  it('every warning of WSL has its remark', () => {
    fc.assert(
      fc.property(openableFile, (bytes) => {
        const remarks = checkWslconfig(bytes);
        if (remarks[0]?.kind === 'utf-16-without-mark') return;
        const explained = new Set(remarks.map(({ line, warning }) => `${warning ?? ''}@${line}`));
        for (const { line, id } of readWslconfig(bytes).warnings)
          expect(explained).toContain(`${id}@${line}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('a line that counted counts after the mending, too', () => {
    fc.assert(
      fc.property(pastedFile, (bytes) => {
        const after = readWslconfig(mendWslconfig(bytes).bytes).set;
        const counted = Object.entries(readWslconfig(bytes).set).filter(([, { valid }]) => valid);
        expect(Object.entries(after).map(([key, { raw }]) => [key, raw])).toEqual(
          expect.arrayContaining(counted.map(([key, { raw }]) => [key, raw])),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('a mend makes no new fault: mending again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(openableFile, pastedFile), (bytes) => {
        const once = mendWslconfig(bytes);
        expect(mendWslconfig(once.bytes).changed).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
