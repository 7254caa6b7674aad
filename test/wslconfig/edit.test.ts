import { describe, expect, it } from 'vitest';
import { setNetworkingMode, WslconfigEditError } from '../../src/wslconfig/edit.js';
import { textIn, utf16, utf8 } from './files.js';

describe('setting the networking mode', () => {
  it.each([
    ['replaces the value only', '[wsl2]\n  networkingMode = "nat"  # why\nx\n', '[wsl2]\n  networkingMode = none  # why\nx\n'],
    ['fills an empty value', '[wsl2]\nnetworkingMode=\nipv6=1', '[wsl2]\nnetworkingMode=none\nipv6=1'],
    ['changes the alias where that comes first', '[experimental]\nnetworkingMode=nat\n[wsl2]\nnetworkingMode=mirrored\n', '[experimental]\nnetworkingMode=none\n[wsl2]\nnetworkingMode=mirrored\n'],
    ['changes an invalid first line, which blocks the others', '[wsl2]\nnetworkingMode=off\nnetworkingMode=none\n', '[wsl2]\nnetworkingMode=none\nnetworkingMode=none\n'],
    ['goes right under the header', '# a\r\n[wsl2] # b\r\nmemory=4GB\r\n', '# a\r\n[wsl2] # b\r\nnetworkingMode=none\r\nmemory=4GB\r\n'],
    ['passes over a header that WSL drops', '[wsl2] ; x\nipv6=1\n[wsl2]\n', '[wsl2] ; x\nipv6=1\n[wsl2]\nnetworkingMode=none\n'],
    ['appends a section', '[general]\ninstanceIdleTimeout=1', '[general]\ninstanceIdleTimeout=1\n[wsl2]\nnetworkingMode=none\n'],
    ['closes a header at the end of the file', '[wsl2]', '[wsl2]\r\nnetworkingMode=none\r\n'],
    ['stays before Ctrl-Z', '[general]\n\u001arest', '[general]\n[wsl2]\nnetworkingMode=none\n\u001arest'],
    ['uses CR in a file that has nothing else', '[wsl2]\rmemory=4GB\r', '[wsl2]\rnetworkingMode=none\rmemory=4GB\r'],
    ['escapes a comment that runs over CRs', '[wsl2] # x\rmemory=4GB\r', '[wsl2] # x\rmemory=4GB\r\r\n[wsl2]\rnetworkingMode=none\r'],
    ['goes before a value of several lines', '[wsl2]\nnetworkingMode=na\\\nt\n', '[wsl2]\nnetworkingMode=none\nnetworkingMode=na\\\nt\n'],
    ['is not swallowed by a last backslash', '[general]\ndistributionInstallPath=x\\', '[wsl2]\nnetworkingMode=none\n[general]\ndistributionInstallPath=x\\'],
    ['is not swallowed where the swallowing line would take it under an alias', '[experimental]\nfoo=x\\', '[wsl2]\nnetworkingMode=none\n[experimental]\nfoo=x\\'],
    ['gives a joining last line an empty one where no header is before it', 'foo=x\\', 'foo=x\\\r\n\r\n[wsl2]\r\nnetworkingMode=none\r\n'],
    ['goes before a value of several lines that begins behind U+FFFF', '[wsl2]\uFFFFnetworkingMode="na\\\n" # x\n', '[wsl2]\uFFFFnetworkingMode=none\nnetworkingMode="na\\\n" # x\n'],
    ['gives a joining last line with an open quote an empty one', 'foo="x\n\n\nfoo="x\\\r', 'foo="x\n\n\nfoo="x\\\r\n\n[wsl2]\nnetworkingMode=none\n'],
    ['keeps a UTF-8 mark', '\uFEFF[wsl2]\n', '\uFEFF[wsl2]\nnetworkingMode=none\n'],
    ['comes before the macAddress that ends the reading', '[wsl2]\nmacAddress=1\n', '[wsl2]\nnetworkingMode=none\nmacAddress=1\n'],
  ])('%s', (_name, before, after) => {
    const edit = setNetworkingMode(utf8(before), 'None');
    expect(textIn(edit.bytes)).toBe(after);
    expect(edit.changed).toBe(true);
  }); // prettier-ignore

  it('keeps UTF-16', () => {
    const { bytes } = setNetworkingMode(utf16('[wsl2]\r\n# ünïcode\r\n'), 'VirtioProxy');
    expect(bytes).toEqual(utf16('[wsl2]\r\nnetworkingMode=virtioproxy\r\n# ünïcode\r\n'));
  });

  it('makes a new file without a mark, with CRLF', () => {
    expect(textIn(setNetworkingMode(undefined, 'Mirrored').bytes)).toBe(
      '[wsl2]\r\nnetworkingMode=mirrored\r\n',
    );
  });

  it('leaves a file alone that says so already', () => {
    const file = utf8('[wsl2]\nnetworkingMode=None');
    expect(setNetworkingMode(file, 'None')).toEqual({ bytes: file, changed: false, diff: [] });
  });

  it('rewrites consomme, which older versions refuse', () => {
    const { bytes } = setNetworkingMode(utf8('[wsl2]\nnetworkingMode=Consomme\n'), 'VirtioProxy');
    expect(textIn(bytes)).toBe('[wsl2]\nnetworkingMode=virtioproxy\n');
  });

  it('shows what changes with its surroundings', () => {
    const before = utf8('# 1\n# 2\n# 3\n[wsl2]\nnetworkingMode=nat\n# 6\n# 7\n# 8\n');
    expect(
      setNetworkingMode(before, 'None').diff.map(({ sign, line, text }) => `${sign}${line} ${text}`),
    ).toEqual([' 3 # 3', ' 4 [wsl2]', '-5 networkingMode=nat', '+5 networkingMode=none', ' 6 # 6', ' 7 # 7']);
  });

  it('refuses a file that WSL cannot open', () => {
    expect(() => setNetworkingMode(new Uint8Array([0xfe, 0xff, 0, 0x5b]), 'None')).toThrow(
      WslconfigEditError,
    );
  });
});
