/** What WSL does when its network cannot be made, by version (wsl.md 2.5). */
import type { World } from './world.js';

export type NetworkFailure =
  /** Up to 2.3.11, and in-box: the start ends with the error. */
  | 'aborts'
  /** 2.3.24 on: starts without network and prints the code. */
  | 'starts-without-network'
  /** 2.4.11 on: a NAT failure becomes this mode, and no code is printed. */
  | 'falls-back-to-virtioproxy'
  /** 2.9.0 on: the same under its new name. */
  | 'falls-back-to-consomme';

export function networkFailure(world: World): NetworkFailure {
  if (!isAtLeast(world, '2.3.24')) return 'aborts';
  if (!isAtLeast(world, '2.4.11')) return 'starts-without-network';
  return isAtLeast(world, '2.9.0') ? 'falls-back-to-consomme' : 'falls-back-to-virtioproxy';
}

/** False for an in-box WSL, which has no version. */
export function isAtLeast(world: World, version: string): boolean {
  if (world.wsl.flavour !== 'store') return false;
  const own = numbers(world.wsl.version ?? '0');
  for (const [at, wanted] of numbers(version).entries()) {
    const difference = (own[at] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

const numbers = (version: string): readonly number[] => version.split('.').map(Number);
