/**
 * The value by which Windows opens this program once after the next sign-in. Windows deletes a RunOnce value before it runs it
 * and skips it in Safe Mode, and takes command lines of 260 characters at most
 * (https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys). HKCU needs no elevation and runs without.
 */
import type { Effect, MachinePaths } from './host.js';

export const runOnceKey = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
export const runOnceName = 'wsl-netfix-tui';
export const longestRunOnceLine = 260;

/** The file in our folder that the value names: one for each machine, so that practice never takes a real one's place. */
export function returnFileName(machineId: string): string {
  return `resume-${machineId.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 60)}.cmd`;
}

/**
 * The command line of the value. `start` opens a window of its own and lets go: of old, Explorer waits until a RunOnce program
 * has ended (KB314866), and the desktop must not wait for somebody who reads. `file` is quoted whatever it holds.
 */
export function runOnceLine({ system32 }: Pick<MachinePaths, 'system32'>, file: string): string {
  return `${system32}\\cmd.exe /d /s /c "start "" "${file}""`;
}

export function registerArguments(paths: Pick<MachinePaths, 'system32'>, file: string): readonly string[] {
  return ['add', runOnceKey, '/v', runOnceName, '/t', 'REG_SZ', '/d', runOnceLine(paths, file), '/f'];
}
export const unregisterArguments: readonly string[] = ['delete', runOnceKey, '/v', runOnceName, '/f'];
export const queryArguments: readonly string[] = ['query', runOnceKey, '/v', runOnceName];

const keyShape = 'hkcu\\\\software\\\\microsoft\\\\windows\\\\currentversion\\\\runonce \\/v wsl-netfix-tui';

/** No write below HKLM, nothing lost, and it ends by itself: Windows takes the value away at the next sign-in. */
export const runOnceShapes: readonly (readonly [RegExp, Effect])[] = [
  [
    new RegExp(
      `^add ${keyShape} /t reg_sz /d [a-z]:(\\\\[^\\\\/:"]+)+\\\\cmd\\.exe /d /s /c "start "" "[^"]+[\\\\/]resume-[a-z0-9-]+\\.cmd"" /f$`,
    ),
    'disruptive',
  ],
  [new RegExp(`^delete ${keyShape} /f$`), 'disruptive'],
];

/** Whether these are arguments of reg.exe that write this value. Only the program itself does that: no plan holds it. */
export function touchesRunOnce(args: readonly string[]): boolean {
  const line = args.join(' ').toLowerCase();
  return runOnceShapes.some(([shape]) => shape.test(line));
}
