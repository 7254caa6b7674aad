import type { BootConfigurationFact } from '../domain/system-facts.js';
import { runToExit } from './machine.js';
import type { Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Whether the boot entry lets the hypervisor start. bcdedit.exe shows it to administrators only; its keys are English. */
export const bootConfigurationProbe: Probe<'bootConfiguration'> = {
  id: 'boot-configuration',
  fact: 'bootConfiguration',
  after: ['elevation'],
  elevation: 'admin',
  usualMs: 500,
  timeoutMs: 15_000,
  async read(context) {
    const { exitCode, stdout } = await runToExit(context, 'bcdedit', ['/enum', '{current}']);
    if (exitCode !== 0) throw new Error(`bcdedit ended with ${exitCode}.`);
    return { hypervisorLaunchType: parseLaunchType(stdout) };
  },
  findings: (fact, known) =>
    fact.hypervisorLaunchType === 'off' && !wslWorks(known)
      ? [
          {
            id: 'hypervisor-launch-off',
            probe: 'boot-configuration',
            data: {},
            evidence: 'hypervisorlaunchtype    Off',
          },
        ]
      : [],
};

export function parseLaunchType(stdout: string): BootConfigurationFact['hypervisorLaunchType'] {
  const value = /^hypervisorlaunchtype\s+(\S+)/im.exec(stdout)?.[1]?.toLowerCase();
  if (value === undefined) return 'absent';
  return value === 'off' ? 'off' : 'auto';
}
