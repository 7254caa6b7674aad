/** Policies that forbid installing devices (case wsl-8337; causes.md section 3, rank 3), as the registry holds them. */
import { subtree, valueOf } from './registry.js';
import type { RegistryValue, World } from './world.js';

export const restrictions =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions';

/** The setup class of network adapters, which a new virtual switch brings one of. */
export const networkClass = '{4d36e972-e325-11ce-bfc1-08002be10318}';

/** Whether a network adapter may not be installed: its class is denied, or only others are allowed. */
export function deviceInstallBlocked(world: World): boolean {
  if (isOn(world, 'DenyDeviceClasses') && listHas(world, 'DenyDeviceClasses')) return true;
  if (isOn(world, 'AllowDeviceClasses') && listHas(world, 'AllowDeviceClasses')) return false;
  return isOn(world, 'DenyUnspecified');
}

const isOn = (world: World, name: string): boolean => {
  const value = valueOf(ownValues(world, restrictions), name);
  return value?.type === 'REG_DWORD' && value.data === 1;
};

const listHas = (world: World, list: string): boolean =>
  Object.values(ownValues(world, `${restrictions}\\${list}`)).some(
    (value) => value.type === 'REG_SZ' && value.data.toLowerCase() === networkClass,
  );

const ownValues = (world: World, key: string): Record<string, RegistryValue> =>
  Object.values(subtree(world, key))[0] ?? {};
