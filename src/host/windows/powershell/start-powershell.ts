import { existsSync } from 'node:fs';
import { execa } from 'execa';
import bootstrap from './bootstrap.ps1';
import type { WorkerPipe } from './worker.js';

/** Arguments that make PowerShell run a script without a file and without quoting (about_PowerShell_exe). */
export function powershellArguments(script: string): readonly string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded];
}

/** Starts a worker process with the given PowerShell, by absolute path. */
export function startPowershell(file: string): WorkerPipe {
  // On Windows execa would hand a missing program to cmd.exe.
  if (!existsSync(file)) return missingProgram(file);
  const subprocess = execa(file, [...powershellArguments(bootstrap)], {
    stdin: 'pipe',
    stdout: 'pipe',
    // Warnings and progress come here as CLIXML; answers carry their own errors.
    stderr: 'ignore',
    buffer: false,
    encoding: 'buffer',
    reject: false,
    windowsHide: true,
    killDescendants: true,
  });
  // Writing to a worker that just ended is no error of ours: its end is reported by itself.
  subprocess.stdin.on('error', () => undefined);
  return {
    onOutput: (listener) => subprocess.stdout.on('data', listener),
    onEnd: (listener) => {
      subprocess.nodeChildProcess.once('close', () => listener(undefined));
      subprocess.nodeChildProcess.once('error', (error) => listener(error.message));
    },
    send: (text) => subprocess.stdin.write(text),
    kill: () => {
      subprocess.kill('SIGKILL');
    },
  };
}

function missingProgram(file: string): WorkerPipe {
  return {
    onOutput: () => undefined,
    onEnd: (listener) => {
      listener(`There is no ${file}`);
    },
    send: () => undefined,
    kill: () => undefined,
  };
}
