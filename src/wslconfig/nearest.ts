import { findKey, splitKey, wslconfigKeys, wslconfigSections, type WslconfigKey } from './keys.js';

/** The word with the fewest changed letters, where they are few for its length; letter case does not count. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(word.length < 10 ? 2 : 3, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

/** The key meant by a name without section: the same name first, the section it stands in preferred, then the nearest. */
export function nearestKey(name: string, section: string): WslconfigKey | undefined {
  const exact = findKey(`${section}.${name}`) ?? keyNamed(name) ?? remembered.get(name.toLowerCase());
  if (exact !== undefined) return exact;
  const nearest = nearestWord(
    name,
    wslconfigKeys.map((key) => splitKey(key).key),
  );
  return nearest === undefined ? undefined : keyNamed(nearest);
}

export function nearestSection(name: string): string | undefined {
  const meant = { wsl: 'wsl2', wsl1: 'wsl2' }[name.toLowerCase()];
  return meant ?? nearestWord(name, wslconfigSections);
}

/** Names that are remembered instead of WSL's own, too far from them for their letters. */
const remembered: ReadonlyMap<string, WslconfigKey> = new Map([
  ['netmode', 'wsl2.networkingMode'],
  ['mode', 'wsl2.networkingMode'],
  ['network', 'wsl2.networkingMode'],
  ['networking', 'wsl2.networkingMode'],
  ['networktype', 'wsl2.networkingMode'],
  ['ram', 'wsl2.memory'],
  ['memorylimit', 'wsl2.memory'],
  ['maxmemory', 'wsl2.memory'],
  ['cpu', 'wsl2.processors'],
  ['cpus', 'wsl2.processors'],
  ['cores', 'wsl2.processors'],
  ['processorcount', 'wsl2.processors'],
  ['swapsize', 'wsl2.swap'],
  ['swappath', 'wsl2.swapFile'],
  ['kernelpath', 'wsl2.kernel'],
  ['guiapps', 'wsl2.guiApplications'],
  ['dnstunnel', 'wsl2.dnsTunneling'],
  ['hyperfirewall', 'wsl2.firewall'],
  ['mac', 'wsl2.macAddress'],
]);

/** The key of that name, in any letter case and whichever section. */
export function keyNamed(name: string): WslconfigKey | undefined {
  return wslconfigKeys.find((key) => splitKey(key).key.toLowerCase() === name.toLowerCase());
}

/** Insertions, deletions, changes and swaps of neighbours, one each. */
function editDistance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 3) return 4;
  let [before, above]: [number[], number[]] = [
    [],
    Array.from({ length: right.length + 1 }, (_, index) => index),
  ];
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, above] = [above, current];
  }
  return above[right.length] ?? 0;
}
