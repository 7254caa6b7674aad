import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankCauses } from '../../src/causes/rank.js';
import { causes } from '../../src/causes/registry.js';
import type { Facts } from '../../src/domain/facts.js';
import { causeIds } from '../../src/domain/ids.js';
import type { Finding } from '../../src/domain/findings.js';

const code = (hresult: string): Finding => ({
  id: 'wsl-start-network-code',
  probe: 'wsl-start',
  data: { hresult },
  evidence: hresult,
});
const missing = (service: string): Finding => ({
  id: 'service-missing',
  probe: 'services',
  data: { service },
  evidence: service,
});
const dllGone: Finding = {
  id: 'vmware-bridge-dll-missing',
  probe: 'vmware-bridge',
  data: { dll: 'D:\\x.dll', vmwareInstalled: false },
  evidence: 'D:\\x.dll',
};
const event: Finding = {
  id: 'vmms-switch-not-found',
  probe: 'vmms-events',
  data: { count: 1, eventId: 16000, hresult: '0x80041002' },
  evidence: '16000',
};
const noVmware: Facts = { vmwareBridge: { dll: null, dllExists: null, vmwareInstalled: false } };
const first = (findings: readonly Finding[], facts: Facts = noVmware) => rankCauses(findings, facts)[0]?.id;

describe('ranking causes', () => {
  test('nothing found, nothing blamed', () => {
    expect(rankCauses([], {})).toEqual([]);
  });

  test.each([
    ['0x80041002', 'unknown-vswitch-failure'],
    ['0x80070422', 'ics-disabled'],
    ['0x80070424', 'virtual-machine-platform-off'],
    ['0x80070005', 'hns-access-denied'],
    ['0x800706d9', 'hns-not-running'],
    ['0x803b0001', 'hns-state-stale'],
  ])('%s alone points to %s', (hresult, cause) => {
    expect(first([code(hresult)])).toBe(cause);
  });

  test('the code blames VMware only where nobody could look, and never before "unknown"', () => {
    const ids = (facts: Facts) => rankCauses([code('0x80041002')], facts).map(({ id }) => id);
    expect(ids(noVmware)).not.toContain('vmware-bridge-leftover');
    expect(ids({}).slice(0, 2)).toEqual(['unknown-vswitch-failure', 'vmware-bridge-leftover']);
  });

  test('a dead notify object explains the failure, and speaks against not knowing', () => {
    const facts: Facts = { vmwareBridge: { dll: 'D:\\x.dll', dllExists: false, vmwareInstalled: false } };
    const [vmware, unknown] = rankCauses([dllGone, code('0x80041002'), event], facts);
    expect(vmware).toMatchObject({
      id: 'vmware-bridge-leftover',
      for: ['vmware-bridge-dll-missing', 'wsl-start-network-code'],
    });
    expect(unknown).toMatchObject({ id: 'unknown-vswitch-failure', against: ['vmware-bridge-dll-missing'] });
  });

  test('two missing services are one piece of evidence', () => {
    const one = rankCauses([missing('hns')], noVmware);
    expect(rankCauses([missing('hns'), missing('vmcompute')], noVmware)).toEqual(one);
  });

  test('an event speaks for itself where WSL printed no code', () => {
    const [leading] = rankCauses([event], noVmware);
    expect(leading).toMatchObject({ id: 'unknown-vswitch-failure', likelihood: 0.48 });
  });

  test('a failure outside the network is not blamed on the switch', () => {
    const finding: Finding = {
      id: 'wsl-start-failed',
      probe: 'wsl-start',
      data: { hresult: '0x80370102', codePath: 'Wsl/Service/CreateInstance/CreateVm/HCS/0x80370102' },
      evidence: '',
    };
    expect(rankCauses([finding], noVmware).map(({ id }) => id)).toEqual([
      'hypervisor-off',
      'virtual-machine-platform-off',
      // WSL#41635: its devices were disabled.
      'hyperv-components-damaged',
    ]);
  });

  test('the order in which findings come changes nothing', () => {
    const findings = [code('0x80041002'), event, dllGone, missing('vfpext'), missing('hns')];
    const expected = rankCauses(findings, noVmware);
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: findings.length }), (shuffled) => {
        expect(rankCauses(shuffled, noVmware).map(({ id, likelihood }) => [id, likelihood])).toEqual(
          expected.map(({ id, likelihood }) => [id, likelihood]),
        );
      }),
    );
  });

  test('every cause is weighed, once, and every weight has a source', () => {
    expect(causes.map(({ id }) => id).sort()).toEqual([...causeIds].sort());
    for (const cause of causes) {
      expect(cause.evidence.length).toBeGreaterThan(0);
      for (const { source } of cause.evidence) expect(source).not.toBe('');
      for (const { source } of cause.failed) expect(source).toMatch(/^https:/);
    }
  });

  test('reports are counted, each with where it can be read', () => {
    for (const { id, reports } of causes) {
      for (const { cured, of, sources } of reports) {
        expect([id, sources.length, cured <= of]).toEqual([id, of, true]);
      }
    }
  });

  test('a cure that is known comes before ways around, and no cause offers a remedy twice', () => {
    for (const { id, remedies } of causes) {
      const offered = remedies.map((remedy) => remedy.id);
      expect([id, new Set(offered).size]).toEqual([id, offered.length]);
      const relations: readonly string[] = remedies.map(({ relation }) => relation);
      const firstWayAround = relations.indexOf('works-around');
      if (firstWayAround >= 0)
        expect([id, relations.lastIndexOf('repairs') < firstWayAround]).toEqual([id, true]);
    }
  });

  test('a code that newer WSL does not print is taken from the events', () => {
    const silent: Facts = { ...noVmware };
    const denied: Finding = {
      id: 'hns-switch-creation-failed',
      probe: 'hns-events',
      data: { count: 1, eventId: 1013, hresult: '0x80070424' },
      evidence: '',
    };
    expect(first([denied], silent)).toBe('virtual-machine-platform-off');
  });
});
