/** The disks of the simulated machine: one file a WSL 2 distro, and what is free beside them. */
import type { World, WorldDistro } from './world.js';

const gibibyte = 2 ** 30;

export interface VirtualDisk {
  readonly distro: string;
  readonly folder: string;
  readonly path: string;
  readonly bytes: number;
}

/** `BasePath` in the registry. */
export const distroFolder = ({ user }: World, { guid }: WorldDistro): string =>
  `${user.profile}\\AppData\\Local\\wsl\\{${guid}}`;

export function virtualDisks(world: World): readonly VirtualDisk[] {
  return world.wsl.distros
    .filter(({ version }) => version === 2)
    .map((distro) => {
      const folder = distroFolder(world, distro);
      const bytes = distro.diskBytes ?? 12 * gibibyte;
      return { distro: distro.name, folder, path: `${folder}\\ext4.vhdx`, bytes };
    });
}

export const freeBytes = ({ freeBytes: free }: World): number => free ?? 180 * gibibyte;
