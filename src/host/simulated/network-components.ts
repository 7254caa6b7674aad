/**
 * Rules of installing a network component, which every new virtual switch is: what blocks it, and with which HRESULT
 * the switch then fails (causes.md section 3).
 */
import { deviceInstallBlocked } from './device-policy.js';
import { uninstallKeys } from './installed-software.js';
import { subtree, valueOf } from './registry.js';
import { findService } from './find-service.js';
import type { World } from './world.js';

/** WBEM_E_NOT_FOUND, as switch creation returns it. */
export const switchNotFound = '0x80041002';
const fileNotFound = '0x80070002';
const unhandledException = '0x8007023e';

/** The HRESULT with which an installation fails, or null where it would succeed. */
export function installationError(world: World): string | null {
  // microsoft/WSL#9888: a script had switched the installation of network drivers off.
  if (isDisabled(world, 'DeviceInstall')) return unhandledException;
  if (bridgeExists(world)) return unhandledException;
  if (world.faults.loadedNotifyObjects.some((dll) => !fileExists(world, dll)))
    // WSL#11816: half-way through an upgrade of VMware; without VMware both codes were seen (WSL#9016, #12055).
    return vmwareInstalled(world) ? fileNotFound : switchNotFound;
  const blocked =
    isDisabled(world, 'NetSetupSvc') || deviceInstallBlocked(world) || oldFilterInstalled(world);
  return blocked ? switchNotFound : null;
}

export const vmwareKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\VMware, Inc.\\VMware Workstation';

const vmwareInstalled = (world: World): boolean => Object.keys(subtree(world, vmwareKey)).length > 0;

/** Windows paths are compared without regard to case. */
export function fileExists(world: World, path: string): boolean {
  const wanted = path.toLowerCase();
  return Object.keys(world.files).some((known) => known.toLowerCase() === wanted);
}

export const isDisabled = (world: World, name: string): boolean =>
  findService(world, name)?.startType === 'disabled';

/** The bridge that Windows makes of several adapters (case wsl-11389). */
export const bridgeComponent = 'compositebus\\ms_implat_mp';

const bridgeExists = (world: World): boolean =>
  world.devices.some(
    ({ componentId, status }) => componentId === bridgeComponent && status !== 'Not Present',
  );

/** Comodo's filter up to 12.2.2.8012; switching it off was not enough, whoever removed or updated it was cured. */
function oldFilterInstalled(world: World): boolean {
  if (findService(world, 'inspect') === undefined) return false;
  const versions = Object.entries(uninstallKeys(world)).flatMap(([, values]) => {
    const name = valueOf(values, 'DisplayName');
    const version = valueOf(values, 'DisplayVersion');
    return name?.type === 'REG_SZ' && name.data.startsWith('COMODO') && version?.type === 'REG_SZ'
      ? [version.data]
      : [];
  });
  return !versions.some((version) => isFixed(version));
}

function isFixed(version: string): boolean {
  const [major = 0, minor = 0, patch = 0, build = 0] = version.split('.').map(Number);
  return (
    (major * 100 + minor) * 100 + patch > 120202 ||
    (major === 12 && minor === 2 && patch === 2 && build >= 8012)
  );
}
