/** Which tests run which script on a real PowerShell, and what of them could never run without Windows. The README sums it up. */
import { commandCases } from './command-cases.js';
import { questionCases } from './question-cases.js';

/** Scripts of src by their path below it, scripts in TypeScript by the name of their export; with the test that runs them. */
export const ranBy: ReadonlyMap<string, string> = new Map([
  ...questionCases.map(({ script }) => [script, 'host/windows/powershell/real-questions.test.ts'] as const),
  ...commandCases.map(({ name }) => [name, 'host/windows/powershell/real-commands.test.ts'] as const),
  ['adminQuestionScript', 'host/windows/powershell/real-commands.test.ts'],
  ['singleQuestionScript', 'host/windows/powershell/real-commands.test.ts'],
  ['host/windows/powershell/bootstrap.ps1', 'host/windows/powershell/real-worker.test.ts'],
  ['host/windows/elevated/launch.ps1', 'host/windows/elevated/real-scripts.test.ts'],
  ['host/windows/elevated/prepare.ps1', 'host/windows/elevated/real-scripts.test.ts'],
]);

/** What was put aside for these tests, and why. All the others ran as they are, against stub cmdlets. */
export const neverRan: Readonly<Record<string, string>> = {
  'host/windows/elevated/launch.ps1':
    'the verb "runas", which is UAC, and the hidden window: no other system has them',
  'host/windows/elevated/prepare.ps1':
    'the functions that protect and check folders: .NET has access control lists on Windows only. %ProgramData%, and Node as an .exe',
  'probes/network-configuration.ps1': 'HKLM: the drive and Get-ItemProperty are stubs, too',
  'host/admin-questions/restore-points.ps1': 'HKLM: the drive and Get-ItemProperty are stubs, too',
};
