import { runToExit } from './machine.js';
import type { Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** WMI's own word on its repository, by exit code: in words "consistent" is part of "inconsistent". Takes up to a minute. */
export const wmiRepositoryProbe: Probe<'wmiRepository'> = {
  id: 'wmi-repository',
  fact: 'wmiRepository',
  after: ['elevation'],
  elevation: 'admin',
  depth: 'deeper',
  usualMs: 60_000,
  timeoutMs: 150_000,
  async read(context) {
    const verify = () => runToExit(context, 'winmgmt', ['/verifyrepository']);
    const first = await verify();
    // A busy provider counts as a mismatch too, so it is asked twice (commands.md section 1).
    return { consistent: first.exitCode === 0 || (await verify()).exitCode === 0 };
  },
  findings: ({ consistent }, known) =>
    consistent || wslWorks(known)
      ? []
      : [
          {
            id: 'wmi-repository-inconsistent',
            probe: 'wmi-repository',
            data: {},
            evidence: 'winmgmt.exe /verifyrepository',
          },
        ],
};
