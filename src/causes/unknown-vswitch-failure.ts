import type { Facts } from '../domain/facts.js';
import type { Finding, FindingId } from '../domain/findings.js';
import { isInTheWay } from '../domain/network-facts.js';
import { bypasses } from './bypasses.js';
import type { Cause, Evidence } from './cause.js';
import { codeEvidence, isAbout, withoutStartCode, withStartCode } from './code-evidence.js';

const case12019 = 'https://github.com/microsoft/WSL/issues/12019';
const case12055 = 'https://github.com/microsoft/WSL/issues/12055';

/** What explains the failure speaks against not knowing. */
const explanations: readonly Evidence[] = [
  explains('vmware-bridge-dll-missing', 'https://github.com/microsoft/WSL/issues/9016'),
  explains('notify-object-dll-missing', 'https://jishuzhan.net/article/2071158265567866882'),
  explains('device-install-forbidden', 'https://github.com/microsoft/WSL/issues/6724'),
  explains('service-missing', 'https://github.com/microsoft/WSL/issues/10755'),
  explains(
    'service-disabled',
    'https://github.com/microsoft/WSL/issues/12074',
    (finding) => !isAbout('iphlpsvc', 'nsi', 'EventLog', 'hvhost', 'nvagent', 'winnat')(finding),
  ),
  // In-box WSL was exchanged with success in one report, so not everything has been tried.
  {
    finding: 'wsl-start-failed',
    when: (_, facts) => facts.wsl?.flavour === 'inbox',
    weight: -0.2,
    source: 'https://github.com/microsoft/WSL/issues/11744',
  },
  explains('feature-off', 'https://github.com/microsoft/WSL/issues/10755'),
  explains('ics-forbidden-by-policy', 'https://github.com/microsoft/WSL/issues/12074'),
  explains('network-bridge-present', 'https://github.com/microsoft/WSL/issues/11389'),
  explains('adapters-missing', 'https://github.com/microsoft/WSL/issues/6089'),
  explains('nat-interface-gone', 'src/causes/nat-interface-constraint.ts'),
  explains('hypervisor-not-running', 'https://github.com/microsoft/WSL/issues/4120'),
  explains('wmi-switch-service-broken', 'https://github.com/kubernetes/minikube/issues/12645'),
  explains(
    'port-53-taken',
    'https://github.com/microsoft/WSL/issues/10889',
    (_, facts) => facts.port53?.owners.some(isInTheWay) === true,
  ),
  explains(
    'netnat-present',
    'https://github.com/microsoft/WSL/issues/7998',
    (_, facts) => facts.wslStart?.hresult === '0x800700b7',
  ),
  explains(
    'security-software',
    'https://github.com/microsoft/WSL/issues/5329',
    (finding) => finding.id === 'security-software' && finding.data.product === 'Comodo',
  ),
];

/**
 * Windows cannot create the virtual switch, and nobody can tell why: how most recent reports of 0x80041002 ended
 * (causes.md section 3). It leads wherever the evidence cannot tell.
 */
export const unknownVswitchFailure = {
  id: 'unknown-vswitch-failure',
  prior: 0,
  evidence: [
    ...codeEvidence('unknown-vswitch-failure'),
    { finding: 'vmms-switch-not-found', when: withStartCode, weight: 0.08, source: case12019 },
    { finding: 'hns-switch-creation-failed', when: withStartCode, weight: 0.05, source: case12055 },
    // Newer WSL names no code when it falls back (wsl.md 2.5).
    {
      finding: 'wsl-start-fell-back',
      when: withoutStartCode,
      weight: 0.15,
      source: 'https://github.com/microsoft/WSL/issues/12645',
    },
    {
      finding: 'wsl-warned-fallback',
      when: withoutStartCode,
      weight: 0.1,
      source: 'https://github.com/microsoft/WSL/issues/13793',
    },
    {
      finding: 'test-switch-failed',
      weight: 0.2,
      source: 'https://github.com/pluralsight/PS-AutoLab-Env/issues/132',
    },
    {
      finding: 'test-switch-created',
      weight: -0.3,
      source: 'https://github.com/pluralsight/PS-AutoLab-Env/issues/132',
    },
    ...explanations,
  ],
  remedies: [
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
    { id: 'hyperv-reinstall', relation: 'seldom-helps' },
  ],
  reports: [
    {
      cured: 0,
      of: 4,
      sources: ['microsoft/WSL#12019', 'microsoft/WSL#12022', 'microsoft/WSL#11984', 'docker/for-win#14121'],
    },
  ],
  failed: [
    { tried: 'hyperv-reinstall', source: 'https://github.com/microsoft/WSL/issues/9016' },
    { tried: 'wsl-reinstall', source: 'https://github.com/microsoft/WSL/issues/9845' },
    { tried: 'netsh-reset', source: 'https://github.com/microsoft/WSL/issues/12019' },
  ],
  avoid: [
    'netcfg-delete',
    'hnsdiag-reset',
    'switch-by-hand',
    'wmi-repository-reset',
    'hyperv-toggle',
    'distro-unregister',
  ],
} as const satisfies Cause;

function explains(
  finding: FindingId,
  source: string,
  when?: (finding: Finding, facts: Facts) => boolean,
): Evidence {
  return { finding, ...(when === undefined ? {} : { when }), weight: -0.4, source };
}
