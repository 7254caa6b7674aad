/** Installed programs as "Apps and features" knows them: one key of the registry a program. */
import { type RegistryKeys, subtree } from './registry.js';
import type { World } from './world.js';

const uninstall = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

export interface Software {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
}

export function installSoftware(world: World, key: string, { name, version, publisher }: Software): void {
  world.registry[`${uninstall}\\${key}`] = {
    DisplayName: { type: 'REG_SZ', data: name },
    DisplayVersion: { type: 'REG_SZ', data: version },
    Publisher: { type: 'REG_SZ', data: publisher },
  };
}

export const uninstallKeys = (world: World): RegistryKeys => subtree(world, uninstall);
