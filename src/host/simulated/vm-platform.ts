/** Rules of what lies below the network: WSL's service and files, the hypervisor, the Virtual Machine Platform. */
import { fileExists, isDisabled } from './network-components.js';
import { findService, startNow } from './services.js';
import { isAtLeast } from './wsl-version.js';
import type { Complaint } from './complaint.js';
import type { World } from './world.js';

/** Why the VM cannot start, or null where it does. `context` is the first part of the error path. */
export function platformFailure(world: World, context: string): Complaint | null {
  return (
    serviceFailure(world) ??
    socketFailure(world) ??
    (hasPlatform(world) ? null : platformMissing(world, context)) ??
    hypervisorFailure(world, context) ??
    fileFailure(world, context) ??
    silence(world, context)
  );
}

/** WSLService, or LxssManager of the in-box one: switched off by security software (cases wsl-11501, wsl-7277). */
function serviceFailure(world: World): Complaint | null {
  const inbox = world.wsl.flavour === 'inbox';
  const name = inbox ? 'LxssManager' : 'WSLService';
  if (isDisabled(world, name) || !startNow(world, name))
    return { sentence: (text) => text.error(1058), codePath: 'Wsl/0x80070422' };
  return null;
}

/** A layered Winsock provider hands wsl.exe sockets that it cannot use (cases wsl-4177, wsl-5351). */
function socketFailure(world: World): Complaint | null {
  const layered = world.winsock.providers.some(
    (provider) => provider.layered && provider.ownHandles === true,
  );
  return layered && !isAtLeast(world, '2.1.0')
    ? { sentence: (text) => text.error(10045), codePath: 'Wsl/Service/0x8007273d' }
    : null;
}

/** Hyper-V alone brings the services too; then the network fails later (case wsl-10755). */
const hasPlatform = (world: World): boolean =>
  (world.features.VirtualMachinePlatform === 'enabled' ||
    world.features['Microsoft-Hyper-V'] === 'enabled') &&
  findService(world, 'hns') !== undefined &&
  findService(world, 'vmcompute') !== undefined &&
  startNow(world, 'vmcompute');

const platformMissing = (world: World, context: string): Complaint => ({
  sentence: (text) => text.wsl.platformMissing,
  codePath: `${context}/CreateVm/HCS/${world.wsl.flavour === 'inbox' ? '0x80370114' : 'HCS_E_SERVICE_NOT_AVAILABLE'}`,
});

/** Switched off in the firmware or in the boot entry (case wsl-4120). */
const hypervisorFailure = (world: World, context: string): Complaint | null =>
  world.hypervisor.running
    ? null
    : {
        sentence: (text) => text.wsl.hypervisorMissing,
        codePath: `${context}/CreateVm/HCS/${world.wsl.flavour === 'inbox' ? '0x80370102' : 'HCS_E_HYPERV_NOT_INSTALLED'}`,
      };

/** Where the installer puts what the VM is started with. */
export const wslFiles: readonly string[] = ['system.vhd', 'tools\\kernel', 'tools\\modules.vhd'].map(
  (file) => `C:\\Program Files\\WSL\\${file}`,
);

/** An installation that was cut short left files out (cases wsl-40488, wsl-40968). */
const fileFailure = (world: World, context: string): Complaint | null =>
  world.wsl.flavour === 'store' && !wslFiles.every((file) => fileExists(world, file))
    ? { sentence: (text) => text.error(2), codePath: `${context}/CreateVm/HCS/ERROR_FILE_NOT_FOUND` }
    : null;

const silence = (world: World, context: string): Complaint | null =>
  world.faults.vmAnswers
    ? null
    : {
        sentence: (text) => text.wsl.noAnswerFromVm,
        codePath: `${context}/CreateVm/HCS_E_CONNECTION_TIMEOUT`,
      };
