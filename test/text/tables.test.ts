import { describe, expect, test } from 'vitest';
import type { StepText } from '../../src/domain/plan.js';
import type { Finding } from '../../src/domain/findings.js';
import type { RefusalReason } from '../../src/domain/diagnosis.js';
import * as causes from '../../src/text/causes.js';
import * as findings from '../../src/text/findings.js';
import * as probes from '../../src/text/probes.js';
import * as remedies from '../../src/text/remedies.js';
import * as steps from '../../src/text/steps.js';

const stepTexts: readonly StepText[] = [
  { key: 'shut-wsl-down', data: { running: ['Ubuntu', 'Debian'] } },
  { key: 'shut-wsl-down', data: { running: [] } },
  { key: 'save-network-settings', data: { adapters: 2, staticAdapters: 1 } },
  { key: 'stop-service', data: { service: 'hns', dependents: ['nvagent'] } },
  { key: 'stop-service', data: { service: 'other', dependents: [] } },
  { key: 'start-service', data: { service: 'vmcompute' } },
  { key: 'reset-tcpip', data: { staticAdapters: ['Ethernet'] } },
  { key: 'reset-tcpip', data: { staticAdapters: [] } },
  { key: 'reset-winsock', data: {} },
  { key: 'edit-wslconfig', data: { path: 'C:\\Users\\me\\.wslconfig', mode: 'VirtioProxy' } },
  { key: 'set-default-version', data: { version: 1, before: null } },
  { key: 'keep-address', data: { adapter: 'Ethernet', addresses: ['192.168.1.20/24'] } },
  { key: 'give-address-back', data: { adapter: 'Ethernet', addresses: ['192.168.1.20/24'] } },
];
const someFindings: readonly Finding[] = [
  { id: 'wsl-start-failed', probe: 'wsl-start', data: { hresult: null, codePath: null }, evidence: '' },
  { id: 'wsl-start-fell-back', probe: 'wsl-start', data: { failed: 'Nat', fallback: 'None' }, evidence: '' },
  {
    id: 'vmms-switch-not-found',
    probe: 'vmms-events',
    data: { count: 1, eventId: 16000, hresult: '0x80041002' },
    evidence: '',
  },
  {
    id: 'vmware-bridge-dll-missing',
    probe: 'vmware-bridge',
    data: { dll: 'D:\\x.dll', vmwareInstalled: true },
    evidence: '',
  },
  { id: 'service-disabled', probe: 'services', data: { service: 'SharedAccess' }, evidence: '' },
  { id: 'wslconfig-warnings', probe: 'wslconfig', data: { lines: [2, 5] }, evidence: '' },
  { id: 'restart-pending', probe: 'pending-restart', data: { by: 'windows-update' }, evidence: '' },
  {
    id: 'wsl-warned-fallback',
    probe: 'wsl-events',
    data: { count: 2, failed: 'Nat', fallback: 'None' },
    evidence: '',
  },
  { id: 'hypervisor-not-running', probe: 'hypervisor', data: { firmwareEnabled: null }, evidence: '' },
  {
    id: 'security-software',
    probe: 'security-software',
    data: { product: 'Comodo', version: null, kind: 'security' },
    evidence: '',
  },
  { id: 'wmi-switch-service-broken', probe: 'wmi-switch-service', data: { hresult: null }, evidence: '' },
  { id: 'test-switch-failed', probe: 'test-switch', data: { hresult: null }, evidence: '' },
  {
    id: 'port-53-taken',
    probe: 'port-53',
    data: { process: 'unbound', pid: 4, address: '0.0.0.0' },
    evidence: '',
  },
];
const reasons: readonly RefusalReason[] = [
  { code: 'needs-elevation' },
  { code: 'needs-newer-wsl', version: '2.0.7' },
  { code: 'service-missing', service: 'hns' },
  { code: 'fact-missing', probe: 'wslconfig' },
  { code: 'already-so' },
];

describe.each(['en', 'zhCN'] as const)('the sentences in %s', (language) => {
  const words = [
    ...Object.values(causes[language]).flatMap(({ name, phrase, meaning, experience }) => [
      name,
      phrase,
      meaning,
      experience,
    ]),
    ...Object.values(remedies[language].remedies).flatMap(({ name, meaning, advice }) => [
      name,
      meaning,
      advice,
    ]),
    ...Object.values(remedies[language].staysChanged),
    ...reasons.map((reason) => remedies[language].refused(reason, (id) => `<${id}>`)),
    ...someFindings.map((finding) => findings.describeFinding(findings[language], finding)),
    ...stepTexts.map((step) => Object.entries(steps.describeStep(steps[language], step)).join(' · ')),
    ...Object.values(probes[language].probes).flatMap(({ label, about }) => [label, about]),
  ].map(String);

  test('are none of them in the other language, and none shouts', () => {
    expect(words.length).toBeGreaterThan(100);
    for (const sentence of words) {
      expect(sentence).not.toMatch(/[!！]|undefined|null|NaN|\[object/);
      if (language === 'en') expect(sentence).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    }
  });

  test('name what they are about', () => {
    expect(remedies[language].refused({ code: 'service-missing', service: 'hns' }, String)).toContain('hns');
    expect(
      remedies[language].refused({ code: 'fact-missing', probe: 'wslconfig' }, (id) => `<${id}>`),
    ).toContain('<wslconfig>');
    const stop = steps.describeStep(steps[language], stepTexts[3] ?? stepTexts[0] ?? never());
    expect(stop.stops).toContain('nvagent');
    expect(stop.undo).toMatch(/hns.*nvagent/);
  });

  test('say nothing where a probe read nothing', () => {
    for (const words of Object.values(probes[language].probes)) expect(words.reading({})).toBe('');
  });
});

function never(): never {
  throw new Error('There is no such text.');
}
