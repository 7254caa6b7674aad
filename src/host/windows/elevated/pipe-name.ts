import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A name that nobody can guess, and nobody else uses. Elsewhere than on Windows (in tests) a socket's path. */
export function randomPipeName(platform: NodeJS.Platform): string {
  const name = `wsl-netfix-tui-${randomBytes(16).toString('hex')}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

/** Whether a name is one of ours, so that the helper connects to nothing else. */
export function isPipeName(name: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32'
    ? /^\\\\\.\\pipe\\wsl-netfix-tui-[0-9a-f]{32}$/.test(name)
    : /^\/.*\/wsl-netfix-tui-[0-9a-f]{32}$/.test(name);
}
