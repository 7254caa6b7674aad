import type { NetworkingMode } from '../domain/facts.js';
import type { FoundModes } from './explanation.js';

/**
 * Which networking mode failed and which one WSL fell back to: on a line with `networkingMode` the mode words stand in
 * that order in all of WSL's languages (wsl.md 2.6). A word after `=` is not one of them: the older sentence ends with
 * the advice to set `wsl2.networkingMode=None`. `Consomme` is the name of VirtioProxy since 2.9.0.
 */
export function findModes(text: string): FoundModes {
  // Docker quotes the whole output of wsl.exe with its line ends escaped.
  const lines = text.split(/[\r\n]+|\\r|\\n/).flatMap((line) => modesOfLine(line) ?? []);
  const first = lines[0];
  if (first === undefined) return { failed: null, fallback: null };
  // A fallback that fails too is a second line: Nat → VirtioProxy, then VirtioProxy → None.
  return { failed: first.failed, fallback: lines.at(-1)?.fallback ?? first.fallback };
}

function modesOfLine(line: string): { failed: NetworkingMode; fallback: NetworkingMode | null } | null {
  if (!/networkingmode/i.test(line)) return null;
  const words = [
    ...line.matchAll(
      /(=\s{0,8}["'`]?)?(?<![A-Za-z])(None|Nat|NAT|Bridged|Mirrored|VirtioProxy|Consomme)(?![A-Za-z])/g,
    ),
  ];
  const [failed, fallback] = words
    .filter((word) => word[1] === undefined)
    .flatMap((word) => canonical[word[2] ?? ''] ?? []);
  if (failed === undefined) return null;
  if (fallback !== undefined && fallback !== failed) return { failed, fallback };
  // 2.3.24 names one mode and starts without network. It is a warning (`wsl: …`), which an aborted start never prints.
  const startWentOn = /^\s{0,8}wsl: /.test(line) && words.length === 1;
  return { failed, fallback: startWentOn ? 'None' : null };
}

const canonical: Readonly<Record<string, NetworkingMode>> = {
  None: 'None',
  Nat: 'Nat',
  NAT: 'Nat',
  Bridged: 'Bridged',
  Mirrored: 'Mirrored',
  VirtioProxy: 'VirtioProxy',
  Consomme: 'VirtioProxy',
};
