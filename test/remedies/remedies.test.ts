import { describe, expect, test } from 'vitest';
import type { RankedCause } from '../../src/domain/diagnosis.js';
import type { Facts } from '../../src/domain/facts.js';
import { remedyIds } from '../../src/domain/ids.js';
import { hashFacts } from '../../src/remedies/facts-hash.js';
import { maskOf } from '../../src/remedies/give-address-back.js';
import { makePlan, planRemainder } from '../../src/remedies/make-plan.js';
import { offerRemedies, type OfferOptions } from '../../src/remedies/offers.js';
import { remedies } from '../../src/remedies/registry.js';
import { wsl1Default } from '../../src/remedies/wsl1-default.js';
import { wslconfigNone } from '../../src/remedies/wslconfig-none.js';
import { wslconfigVirtioproxy } from '../../src/remedies/wslconfig-virtioproxy.js';
import { contextOf, ethernet, machine, paths, wifi } from './facts.js';

const withWslconfig = (change: Partial<NonNullable<Facts['wslconfig']>>): Facts => {
  const { wslconfig } = machine;
  if (wslconfig === undefined) throw new Error('There is no .wslconfig.');
  return { ...machine, wslconfig: { ...wslconfig, ...change } };
};
const withWsl = (wsl: NonNullable<Facts['wsl']>): Facts => ({ ...machine, wsl });

describe('who may use which remedy', () => {
  test.each([
    ['in-box WSL', withWsl({ flavour: 'inbox', version: null, kernel: null }), { code: 'needs-store-wsl' }],
    [
      'WSL before 2.0.7',
      withWsl({ flavour: 'store', version: '2.0.5.0', kernel: null }),
      { code: 'needs-newer-wsl', version: '2.0.7' },
    ],
    [
      'a policy',
      withWslconfig({ policy: { defaultMode: null, userModeAllowed: false } }),
      { code: 'forbidden-by-policy' },
    ],
    [
      'the mode set already',
      withWslconfig({ line: 2, networkingMode: 'VirtioProxy' }),
      { code: 'already-so' },
    ],
  ])('VirtioProxy is refused with %s', (_, facts, reason) => {
    expect(wslconfigVirtioproxy.refusal(facts, paths)).toEqual(reason);
  });

  test('a start without network is allowed under every policy', () => {
    const facts = withWslconfig({ policy: { defaultMode: 'Nat', userModeAllowed: false } });
    expect(wslconfigNone.refusal(facts, paths)).toBeNull();
  });

  test('WSL 1 as default is refused where it is so already', () => {
    const facts: Facts = { ...machine, distros: { distros: [], defaultVersion: 1 } };
    expect(wsl1Default.refusal(facts)).toEqual({ code: 'already-so' });
  });
});

describe('plans', () => {
  test('WSL 1 as default is undone by the version from before', () => {
    const { steps } = makePlan(wsl1Default, contextOf());
    expect(steps).toMatchObject([
      {
        actions: [{ command: { args: ['--set-default-version', '1'] } }],
        undo: { kind: 'exact', actions: [{ command: { args: ['--set-default-version', '2'] } }] },
        checks: [{ kind: 'wsl-default-version', version: 1 }],
      },
    ]);
  });

  test('a new .wslconfig is undone by removing it', () => {
    const [edit] = makePlan(wslconfigNone, contextOf()).steps;
    expect(edit?.actions[1]).toMatchObject({ kind: 'write-file', expected: null });
    expect(edit?.undo.actions).toMatchObject([{ kind: 'restore-file', sha256: null }]);
  });

  test('an interrupted edit that reached the disk is not made twice', () => {
    const last = makePlan(wslconfigVirtioproxy, contextOf());
    const rest = planRemainder({
      remedy: wslconfigVirtioproxy,
      context: contextOf(machine, '[wsl2]\nnetworkingMode=virtioproxy\n'),
      last,
      steps: [{ step: 'edit-wslconfig', outcome: 'begun' }],
      restarted: false,
    });
    expect(rest.steps.map(({ id }) => id)).toEqual(['shut-wsl-down']);
    expect(rest.half).toBe('whole');
  });

  test('every step of every remedy says what it is, and only destructive ones are confirmed', () => {
    for (const remedy of remedies) {
      const plan = makePlan(remedy, contextOf());
      expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
      for (const step of plan.steps)
        expect(step.confirmation === 'none', step.id).toBe(step.effect !== 'destructive');
    }
  });

  test.each([
    [0, '0.0.0.0'],
    [8, '255.0.0.0'],
    [20, '255.255.240.0'],
    [24, '255.255.255.0'],
    [32, '255.255.255.255'],
  ])('a prefix of %i is the mask %s', (prefix, mask) => {
    expect(maskOf(prefix)).toBe(mask);
  });
});

describe('what a plan rests on', () => {
  const reads = ['services', 'networkConfiguration', 'distros'] as const;
  const hash = (change: Facts) => hashFacts({ ...machine, ...change }, reads);
  const same = hash({});

  test('leases, names, indexes and the states of hns and vmcompute may drift', () => {
    const services = (machine.services?.services ?? []).map((each) => ({
      ...each,
      state: 'stopped' as const,
    }));
    expect(hash({ services: { services } })).toBe(same);
    const renamed = { ...ethernet, name: 'LAN', interfaceIndex: 8 };
    expect(
      hash({ networkConfiguration: { adapters: [wifi, { ...wifi, interfaceGuid: 'NEW' }, renamed] } }),
    ).toBe(same);
  });

  test.each([
    ['a static address', { networkConfiguration: { adapters: [{ ...ethernet, gateways: [] }, wifi] } }],
    [
      'an adapter that became static',
      { networkConfiguration: { adapters: [ethernet, { ...wifi, dhcp: false }] } },
    ],
    [
      'a distro that runs',
      {
        distros: {
          distros: [{ name: 'Ubuntu', version: 2, state: 'running', isDefault: true }],
          defaultVersion: 2,
        },
      },
    ],
    ['what runs on the services', { services: { services: [] } }],
    ['a fact that could not be read', { services: undefined } as unknown as Facts],
  ] satisfies readonly (readonly [string, Facts])[])('%s counts', (_, change) => {
    expect(hash(change)).not.toBe(same);
  });
});

describe('the menu', () => {
  const cause = (id: RankedCause['id'], likelihood: number): RankedCause => ({
    id,
    likelihood,
    for: [],
    against: [],
  });
  const relations: Partial<Record<RankedCause['id'], ReturnType<OfferOptions['remediesOf']>>> = {
    'unknown-vswitch-failure': [
      { id: 'wslconfig-virtioproxy', relation: 'works-around' },
      { id: 'reset-network-stack', relation: 'seldom-helps' },
    ],
    'hns-state-stale': [{ id: 'reset-network-stack', relation: 'repairs' }],
  };
  const menu = (
    causes: readonly RankedCause[],
    facts: Facts = machine,
    health: OfferOptions['health'] = 'broken',
  ) => offerRemedies({ health, facts, paths, causes, remediesOf: (id) => relations[id] ?? [] });

  test('where nobody can know the cause, what works around it comes first and is recommended', () => {
    const offers = menu([cause('unknown-vswitch-failure', 0.7), cause('hns-state-stale', 0.2)]);
    const needed = offers.filter(({ available, relation }) => available && relation !== 'not-for-this');
    expect(needed.map(({ id, relation }) => `${id} ${relation}`)).toEqual([
      'wslconfig-virtioproxy works-around',
      'wsl1-default works-around',
      // Out of its turn: the next one could cost data.
      'distro-rescue rescues-files',
      'wsl1-convert works-around',
      'restart-hns seldom-helps',
      'restart-windows seldom-helps',
      'hns-state-reset seldom-helps',
      'reset-network-stack seldom-helps',
      'windows-update-guide seldom-helps',
      'component-store-repair seldom-helps',
      'network-reset-guide seldom-helps',
      'system-restore-guide seldom-helps',
      'reset-pc-guide seldom-helps',
      'other-machine-guide seldom-helps',
      'wslconfig-none rescues-files',
    ]);
    expect(offers.slice(0, needed.length)).toEqual(needed);
    expect(offers.filter(({ recommended }) => recommended).map(({ id }) => id)).toEqual([
      'wslconfig-virtioproxy',
    ]);
  });

  test('every remedy of the design is on it once', () => {
    expect(
      menu([])
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...remedyIds].sort());
  });

  test('a known cause puts its repair first', () => {
    expect(menu([cause('hns-state-stale', 0.8), cause('unknown-vswitch-failure', 0.3)])[0]).toMatchObject({
      id: 'reset-network-stack',
      relation: 'repairs',
      recommended: true,
    });
  });

  test('what cannot be done stays on the list, last, with its reason, and is never recommended', () => {
    const facts: Facts = { ...machine, services: { services: [] } };
    const offers = menu([cause('hns-state-stale', 0.8)], facts);
    const refused = offers.find(({ available }) => !available);
    expect(
      offers.slice(offers.findIndex(({ available }) => !available)).some(({ available }) => available),
    ).toBe(false);
    expect(refused).toMatchObject({
      id: 'reset-network-stack',
      available: false,
      reason: { code: 'service-missing', service: 'hns' },
      recommended: false,
    });
  });

  test('a healthy machine is offered nothing in particular', () => {
    const offers = menu([], machine, 'healthy');
    expect(new Set(offers.map(({ relation }) => relation))).toEqual(new Set(['not-for-this']));
    expect(offers.some(({ recommended }) => recommended)).toBe(false);
  });
});
