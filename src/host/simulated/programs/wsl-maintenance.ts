/** The longer verbs of wsl.exe: conversion, update, export. */
import { type ProgramCall, lines, unknownArgv } from '../program.js';
import { services } from '../base-services.js';
import { findService, stopWsl } from '../services.js';
import { isInStateFolder, written } from '../state-file.js';
import { wslFiles } from '../vm-platform.js';
import type { World } from '../world.js';
import { complain, noSuchDistro, prepareDistro, releaseDistro } from './wsl-distro.js';

/** `--set-version <distro> <1|2>`: boots the VM, so that on a machine that cannot it fails the same way (commands.md R4). */
export async function convert(call: ProgramCall, rest: readonly string[]): Promise<number> {
  const [name = '', number] = rest;
  if ((number !== '1' && number !== '2') || rest.length !== 2) throw unknownArgv('wsl.exe', call.args);
  const { wsl, features } = call.look();
  const distro = wsl.distros.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (distro === undefined) return noSuchDistro(call);
  const wanted = number === '1' ? 1 : 2;
  if (distro.version === wanted) {
    complain(call, (text) => text.wsl.alreadyThatVersion, 'Wsl/Service/WSL_E_VM_MODE_INVALID_STATE');
    return -1;
  }
  if (wanted === 1 && features['Microsoft-Windows-Subsystem-Linux'] !== 'enabled') {
    complain(call, (text) => text.error(87), 'Wsl/Service/WSL_E_WSL1_NOT_SUPPORTED');
    return -1;
  }
  call.say('stdout', lines(call.text.wsl.converting));
  if (wanted === 1 && !(await prepareDistro(call, distro.name, 'Wsl/Service'))) return -1;
  call.midway();
  await call.wait(60_000);
  releaseDistro(call, distro.name);
  call.change((world) => {
    for (const each of world.wsl.distros)
      if (each.name === distro.name) Object.assign(each, { version: wanted, running: false });
  });
  call.say('stdout', lines(call.text.wsl.done));
  return 0;
}

/** Stops every distro. The in-box one of Windows 10 has nothing newer to get; that of Windows 11 becomes the Store's (commands.md R1). */
export async function update(call: ProgramCall, rest: readonly string[]): Promise<number> {
  if (!rest.every((option) => option === '--web-download' || option === '--pre-release'))
    throw unknownArgv('wsl.exe', call.args);
  const { wsl, windows, online } = call.look();
  call.say('stdout', lines(call.text.wsl.checkingForUpdates));
  await call.wait(2000);
  if (!online) {
    complain(call, (text) => text.wsl.updateFailed, 'Wsl/UpdatePackage/0x80072ee7');
    return -1;
  }
  const upgrades = wsl.flavour === 'inbox' && windows.build >= 22000;
  if ((wsl.flavour === 'inbox' && !upgrades) || wsl.version === wsl.latestVersion) {
    call.say('stdout', lines(call.text.wsl.upToDate));
    return 0;
  }
  call.say('stdout', lines(call.text.wsl.updating(wsl.latestVersion)));
  call.change(stopWsl);
  call.midway();
  await call.wait(20_000);
  call.change(installLatest);
  return 0;
}

function installLatest(world: World): void {
  const { wsl } = world;
  Object.assign(wsl, { flavour: 'store', version: wsl.latestVersion, kernel: wsl.latestKernel });
  for (const file of wslFiles) world.files[file] ??= '';
  if (findService(world, 'WSLService') !== undefined) return;
  world.services.push(...services().filter(({ name }) => name === 'WSLService'));
}

/** `--export <distro> <file>`: into our own folder on the real disk, else onto the simulated machine. Boots the VM too. */
export async function exportDistro(call: ProgramCall, rest: readonly string[]): Promise<number> {
  const [name = '', file = ''] = rest;
  if (rest.length !== 2) throw unknownArgv('wsl.exe', call.args);
  const distro = call.look().wsl.distros.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (distro === undefined) return noSuchDistro(call);
  call.say('stdout', lines(call.text.wsl.exporting));
  if (!(await prepareDistro(call, distro.name, 'Wsl/Service/CreateInstance'))) return -1;
  if (!saveTo(call, file, 'a part of a root file system')) return cannotWrite(call);
  call.midway();
  await call.wait(30_000);
  if (!saveTo(call, file, `the root file system of ${distro.name}`)) return cannotWrite(call);
  releaseDistro(call, distro.name);
  call.say('stdout', lines(call.text.wsl.done));
  return 0;
}

function saveTo(call: ProgramCall, file: string, content: string): boolean {
  const bytes = Buffer.from(content);
  if (isInStateFolder(call, file)) return written(file, bytes);
  call.change((world) => {
    world.files[file] = bytes.toString('base64');
  });
  return true;
}

function cannotWrite(call: ProgramCall): number {
  complain(call, (text) => text.error(5), 'Wsl/Service/E_ACCESSDENIED');
  return -1;
}
