/**
 * A real PowerShell for tests: PowerShell 7 where `pwsh` is on PATH (`dotnet tool install --global PowerShell`). The product
 * uses Windows PowerShell 5.1, which runs on Windows only; what is proved here is proved for the common part of both.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, vi } from 'vitest';

/** Absolute path, as PATH names it: `(Get-Process -Id $PID).Path` would be the runtime underneath. */
export const realPowershell = findOnPath('pwsh');

/** Modules of Windows, made up for tests; see the README beside them. */
export const stubFolder = fileURLToPath(new URL('./stubs', import.meta.url));

const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };

/** Runs where there is a PowerShell; elsewhere it is skipped, and its name says why. Processes get `env`. */
export function describeReal(
  name: string,
  env: Readonly<Record<string, string>>,
  body: (powershell: string) => void,
): void {
  const why = realPowershell === undefined ? ' (skipped: there is no pwsh on PATH)' : '';
  // A process takes a second to start, and many seconds where the machine is busy.
  describe.skipIf(realPowershell === undefined)(`${name}${why}`, { timeout: 90_000 }, () => {
    beforeAll(() => {
      for (const [key, value] of Object.entries({ ...quiet, ...env })) vi.stubEnv(key, value);
    });
    afterAll(() => {
      vi.unstubAllEnvs();
    });
    body(realPowershell ?? '');
  });
}

function findOnPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
