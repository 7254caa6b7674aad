import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWslconfig, mendWslconfig } from '../../src/wslconfig/check.js';
import { readWslconfig } from '../../src/wslconfig/read.js';
import { openableFile, textIn, utf16, utf8 } from './files.js';

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
    ['section of wsl.conf', '[user]\ndefault=me', ['1 section-of-wsl-conf', '2 key-unknown']],
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

  it('a mend makes no new fault: mending again changes nothing', () => {
    fc.assert(
      fc.property(openableFile, (bytes) => {
        const once = mendWslconfig(bytes);
        expect(mendWslconfig(once.bytes).changed).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
