/** Rules of restore points (commands.md R14): none without protection, and one a day where nothing else is set. */
import { subtree, valueOf } from './registry.js';
import type { World } from './world.js';

const settings = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore';
const usualFrequency = 1440;

/** Minutes between two, as the registry says; null where it says nothing. */
export function restorePointFrequency(world: World): number | null {
  const value = valueOf(
    Object.values(subtree(world, settings))[0] ?? {},
    'SystemRestorePointCreationFrequency',
  );
  return value?.type === 'REG_DWORD' ? value.data : null;
}

/** `too-soon` is no error to Windows: it warns, ends with 0 and creates nothing. */
export function createRestorePoint(
  world: World,
  description: string,
  now: number,
): 'created' | 'too-soon' | 'unprotected' {
  const { restore, windows } = world;
  if (!restore.protection || windows.installationType !== 'Client') return 'unprotected';
  const last = restore.points.at(-1);
  const pause = (restorePointFrequency(world) ?? usualFrequency) * 60_000;
  if (last !== undefined && now - last.timeMs < pause) return 'too-soon';
  restore.points.push({ sequence: (last?.sequence ?? 0) + 1, description, timeMs: now });
  return 'created';
}
