import type { StorageFact } from '../domain/system-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { lxss } from './distros.js';
import { dwordOf, readRegistryTree, textOf, type RegistryTree } from './machine.js';
import type { Probe } from './probe.js';

/** Where the virtual disks of distros lie, and what is free for copies: looked at before anything is exported or converted. */
export const storageProbe: Probe<'storage'> = {
  id: 'storage',
  fact: 'storage',
  after: [],
  elevation: 'none',
  usualMs: 400,
  timeoutMs: 20_000,
  async read(context) {
    const { files, paths } = context.host;
    const [tree, freeBytes] = await Promise.all([
      readRegistryTree(context, lxss),
      files.freeSpace(paths.profile),
    ]);
    const disks = await Promise.all(
      virtualDisks(tree).map(async (disk) => ({
        ...disk,
        bytes: await files.size(`${disk.folder}\\${disk.file}`),
      })),
    );
    return { disks, freeBytes };
  },
  findings: () => [],
};

/** `VhdFileName` is set by newer WSL only; bit 8 of the flags is the virtual machine (commands.md section 1). */
export function virtualDisks(tree: RegistryTree): readonly Omit<StorageFact['disks'][number], 'bytes'>[] {
  return [...tree].flatMap(([, { values }]) => {
    const entry = { values, subkeys: [] };
    const name = textOf(entry, 'DistributionName');
    const folder = textOf(entry, 'BasePath');
    if (name === undefined || folder === undefined || ((dwordOf(entry, 'Flags') ?? 0) & 8) === 0) return [];
    return [
      {
        distro: sanitizeLine(name),
        folder: folder.replace(/^\\\\\?\\/, '').replace(/\\+$/, ''),
        file: textOf(entry, 'VhdFileName') ?? 'ext4.vhdx',
      },
    ];
  });
}
