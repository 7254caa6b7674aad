import { homedir, userInfo } from 'node:os';
import { win32 } from 'node:path';
import type { MachinePaths } from '../host.js';

/** Where things are on this Windows, from the environment of the process, without anything being started. */
export function readMachinePaths(env: NodeJS.ProcessEnv, profile = tokenProfile()): MachinePaths {
  const windows = folderIn(env, 'SystemRoot') ?? folderIn(env, 'windir') ?? 'C:\\Windows';
  // A 32-bit process that opens System32 is given SysWOW64, where there is no wsl.exe.
  const isRedirected = variable(env, 'PROCESSOR_ARCHITEW6432') !== undefined;
  return {
    windows,
    system32: `${windows}\\${isRedirected ? 'Sysnative' : 'System32'}`,
    profile,
    programData: folderIn(env, 'ProgramData') ?? `${win32.parse(windows).root}ProgramData`,
  };
}

/**
 * Profile of the process's token: WSL looks there for `.wslconfig` (GetUserProfileDirectoryW, microsoft/WSL helpers.cpp).
 * Node's `userInfo` asks Windows in the same way (libuv, uv_os_get_passwd); `homedir` would believe %USERPROFILE%.
 */
function tokenProfile(): string {
  try {
    return userInfo().homedir;
  } catch {
    return homedir();
  }
}

/** A folder of the environment, absolute on a drive, without a trailing backslash; variables can be set to anything. */
function folderIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = variable(env, name)?.replace(/[\\/]+$/, '');
  return value !== undefined && /^[a-z]:\\/i.test(value) ? win32.normalize(value) : undefined;
}

/** Windows does not distinguish case in the names of variables; a copy of `process.env` does. */
function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] ?? Object.entries(env).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
