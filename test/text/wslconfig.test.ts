import { describe, expect, it } from 'vitest';
import { describeRemark } from '../../src/cli/wslconfig-check.js';
import * as settings from '../../src/text/settings.js';
import * as wslconfig from '../../src/text/wslconfig.js';
import { checkWslconfig, remarkOnName } from '../../src/wslconfig/check.js';
import type { WslconfigRemark } from '../../src/wslconfig/remark.js';
import { utf16, utf8 } from '../wslconfig/files.js';

/** Files that bring out every kind of remark, and every branch of its words. */
const files: readonly (readonly [string | Uint8Array, string?])[] = [
  [utf16('[wsl2]\n').map((_byte, index, all) => all[index ^ 1] ?? 0)],
  [utf16('[wsl2]\n').subarray(2)],
  ['\uFEFF\uFEFF[wsl2]\n'],
  ['[wsl2]\n\u001aipv6=1'],
  ['# x\r[wsl2]\n'],
  ['; x'],
  ['```'],
  [Uint8Array.of(0x23, 0xb0, 0xa1)],
  ['[boot]\nsystemd=true'],
  ['[wsl2]\nmemory=8\nkernel=%USERPROFILE%\\\\k'],
  ['[ wsl2 ]\nipv6=1'],
  ['[wsl2]\n[wsl2] ;\nipv6=1'],
  ['[boot]\n[wsl2] ;\nipv6=1'],
  ['[wls2]\nipv6=1'],
  ['[colours]\nred=1'],
  ['[user]\ndefault=me'],
  ['ipv6=1'],
  ['[wsl2]\nsparseVhd=true'],
  ['wsl2.networkingMode=None'],
  ['[wsl2]\nnetworkngMode=none\nfrobnicate=1\nnetworking-mode = none\n@@\nipv6: 1'],
  ['[experimental]\nswiotlb=8MB', '2.7.11'],
  ['[wsl2]\nswapFile=C:\\Users\\me\nvmSwitch=a\\'],
  ['[wsl2]\nswapFile=C:\\temp'],
  ['[wsl2]\nvmSwitch=a\\\nipv6=1'],
  ['[wsl2]\nnetworkingMode="none'],
  ["[wsl2]\nnetworkingMode='none'\nmemory=8GB ; half"],
  ['[wsl2]\nswapFile=C:\\\\B\u00fccher\nvmSwitch=a\0b'],
  ['[wsl2]\nfirewall=yes\nmemory=8gb\nprocessors=all\nnetworkingMode=host\nnetworkingMode=nat\n[experimental]\nautoMemoryReclaim=on\ndnsTunnelingIpAddress=x\nignoredPorts=http'],
  ['[wsl2]\nipv6=\n'],
  ['[wsl2]\nnetworkingMode=consomme', '2.8.12'],
  ['[wsl2]\nipv6=1\nipv6=0\n[experimental]\nfirewall=1\n[wsl2]\nfirewall=0'],
  ['[wsl2]\nmacAddress=1\nipv6=1'],
  ['[wsl2]\nsafeMode=true\nnetworkingMode=mirrored'],
  ['[wsl2]\nvirtio=false\nnetworkingMode=virtioproxy'],
]; // prettier-ignore

const remarks: readonly WslconfigRemark[] = [
  ...['.wslconfig.txt', 'wsl.conf'].flatMap((name) => remarkOnName(name) ?? []),
  ...files.flatMap(([content, wslVersion]) =>
    checkWslconfig(
      typeof content === 'string' ? utf8(content) : content,
      wslVersion === undefined ? {} : { wslVersion },
    ),
  ),
];

describe.each(['en', 'zhCN'] as const)('what is said about a line of .wslconfig in %s', (language) => {
  const words = wslconfig[language];

  it('has words for every kind of remark', () => {
    const kinds = new Set<string>(remarks.map(({ kind }) => kind));
    expect(Object.keys(words.remarks).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('is whole sentences in one language, without shouting', () => {
    for (const remark of remarks) {
      const { what, instead } = describeRemark(words.remarks, remark);
      for (const sentence of [what, instead]) {
        expect(sentence, remark.kind).toMatch(/[.。]$/);
        expect(sentence, remark.kind).not.toMatch(/[!！]|undefined|null|NaN|\[object| {2}/);
        if (language === 'en') expect(sentence).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
      }
    }
  });

  it('names the lines and settings that it is about', () => {
    const sentenceOf = (kind: WslconfigRemark['kind']) => {
      const remark = remarks.find((one) => one.kind === kind);
      if (remark === undefined) throw new Error(kind);
      const { what, instead } = describeRemark(words.remarks, remark);
      return what + instead;
    };
    expect(sentenceOf('duplicate')).toMatch(/5.*networkingMode/);
    expect(sentenceOf('key-dotted')).toMatch(/wsl2\.networkingMode.*\[wsl2\]/);
    expect(sentenceOf('key-too-new')).toContain('2.8.12');
    expect(sentenceOf('section-other')).toMatch(/\[wsl2\].*\[wls2\]/);
    expect(sentenceOf('unread')).toContain('2');
    expect(sentenceOf('section-of-wsl-conf')).toContain('/etc/wsl.conf');
  });

  it('cuts what a file can hold of any length', () => {
    const remark = checkWslconfig(utf8(`[wsl2]\nmemory=${'9'.repeat(100_000)}x\n`))[0];
    if (remark === undefined) throw new Error('no remark');
    expect(describeRemark(words.remarks, remark).what.length).toBeLessThan(300);
  });

  it('is the same language around it', () => {
    const others = [
      words.mode('Nat'),
      words.noFile,
      words.notOpened,
      words.setting(1, 'wsl2.ipv6', 'x', false),
      words.warnings(2),
      words.policyDecides('Nat'),
      words.sound,
      words.found(2),
      words.setAlready(3),
      words.more(3),
      words.lookalikes(['x (U+FF1D)']),
      words.written('f', 'nat'),
      words.wouldWrite('f', 'nat'),
      words.unchanged('f', 'nat'),
      words.backedUp('f'),
      words.takesEffect,
      settings[language].written('a', 'b', 'f'),
      settings[language].badValue('f', 'a', 'b', 'c'),
      settings[language].unknownKey('f', 'a'),
    ];
    for (const sentence of others) {
      expect(sentence).not.toMatch(/[!！]|undefined|null/);
      expect(/[\u3000-\u9fff\uff00-\uffef]/.test(sentence)).toBe(language === 'zhCN');
    }
  });
});
