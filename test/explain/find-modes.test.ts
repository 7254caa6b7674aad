import { describe, expect, it } from 'vitest';
import { findModes } from '../../src/explain/find-modes.js';

describe('findModes', () => {
  it.each([
    // The older sentence: the start was aborted, and the advice at its end names None.
    [
      'Could not configure (networkingMode Nat). Set `wsl2.networkingMode=None` in C:\\Users\\x\\.wslconfig',
      'Nat',
      null,
    ],
    ['… (networkingMode Nat) … établissez «wsl2.networkingMode=None » …', 'Nat', null],
    ['Netzwerk (networkingmode NAT)', 'Nat', null],
    // The newer one, in the word orders and spellings of its languages.
    ['wsl: … (networkingMode Nat), … networkingMode VirtioProxy.', 'Nat', 'VirtioProxy'],
    ['wsl: … (networkingMode Nat), … networkingMode Consomme.', 'Nat', 'VirtioProxy'],
    ['wsl: 網路 networkingMode Mirrored 的，回到 networkingMode None。', 'Mirrored', 'None'],
    ['wsl: 配置 networkingMode Mirrored) (网络，回退到 networkingMode None。', 'Mirrored', 'None'],
    ['wsl: … (networkingMode Bridged), … None.', 'Bridged', 'None'],
    // 2.3.24: a warning with one mode; the start went on without network.
    ['wsl: … (networkingMode Nat) … no networking.', 'Nat', 'None'],
    // A fallback that failed too.
    [
      'wsl: (networkingMode Nat), networkingMode VirtioProxy.\nwsl: (networkingMode VirtioProxy), networkingMode None.',
      'Nat',
      'None',
    ],
    // Docker quotes it with its line ends escaped, twice.
    ['(networkingMode Nat)\\r\\nError\\r\\n(networkingMode Nat)\\r\\n', 'Nat', null],
    // A window cut it anywhere, mail between words; what comes after the sentence is not part of it.
    ['wsl: … (networkingMode Nat), falli\nng back to networkingMode Virt\nioProxy.', 'Nat', 'VirtioProxy'],
    ['wsl: … (networkingMode Nat),\n… networkingMode\nVirtioProxy.', 'Nat', 'VirtioProxy'],
    ['… (networkingMode\nNat) …', 'Nat', null],
    ['(networkingMode Nat). Set it in C:\\x\\.wslconfig\nI tried None and Mirrored', 'Nat', null],
    ['wsl: (networkingMode Nat), networkingMode None.\nMirrored was no better', 'Nat', 'None'],
    ['[wsl2]\nnetworkingMode=Mirrored\nnetworkingMode = "Nat"', null, null],
    ['Nothing about it: NAT, None, Mirrored', null, null],
    ['', null, null],
  ])('%s', (text, failed, fallback) => {
    expect(findModes(text)).toEqual({ failed, fallback });
  });
});
