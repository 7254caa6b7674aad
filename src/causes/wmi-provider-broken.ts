import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** Hyper-V's classes in WMI are gone or do not answer. 0x80041002 belongs to WMI's codes, yet no report of it was cured this way. */
export const wmiProviderBroken = {
  id: 'wmi-provider-broken',
  prior: 0,
  evidence: [
    {
      finding: 'wmi-switch-service-broken',
      weight: 0.6,
      source: 'https://github.com/kubernetes/minikube/issues/12645',
    },
    {
      finding: 'service-disabled',
      when: isAbout('winmgmt'),
      weight: 0.7,
      source: 'causes.md section 3, rank 8',
    },
    { finding: 'wmi-repository-inconsistent', weight: 0.1, source: 'causes.md section 3, rank 8' },
    ...codeEvidence('wmi-provider-broken', (_, facts) => {
      const answer = facts.wmiSwitchService?.answer;
      return answer !== 'present';
    }),
  ],
  remedies: [
    { id: 'hyperv-mof-recompile', relation: 'may-repair' },
    ...bypasses,
    { id: 'hyperv-reinstall', relation: 'seldom-helps' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [],
  failed: [],
  avoid: ['wmi-repository-reset'],
} as const satisfies Cause;
