import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.js';
import type { RemedyId } from '../../src/domain/ids.js';
import { outlineOf, type Plan, type Step } from '../../src/domain/plan.js';
import type { FeatureName, FeatureState } from '../../src/domain/system-facts.js';
import { commandLine } from '../../src/host/host.js';
import { makePlan, planRemainder } from '../../src/remedies/make-plan.js';
import { findRemedy, remedies } from '../../src/remedies/registry.js';
import type { Remedy } from '../../src/remedies/remedy.js';
import { isOwnAction } from '../../src/workflow/own-action.js';
import { contextOf, ethernet, machine, paths } from './facts.js';

const remedy = (id: RemedyId): Remedy => {
  const found = findRemedy(id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

const features = (
  change: Partial<Record<FeatureName, FeatureState>> = {},
): NonNullable<Facts['optionalFeatures']> => ({
  features: {
    VirtualMachinePlatform: 'enabled',
    'Microsoft-Windows-Subsystem-Linux': 'enabled',
    'Microsoft-Hyper-V-All': 'enabled',
    'Microsoft-Hyper-V': 'enabled',
    HypervisorPlatform: 'disabled',
    Containers: 'disabled',
    ...change,
  },
});

/** A machine with something for every remedy to do. */
const everything: Facts = {
  ...machine,
  services: {
    services: [
      ...(machine.services?.services ?? []),
      { name: 'SharedAccess', installed: true, state: 'stopped', startType: 'disabled', dependents: [] },
      { name: 'mpssvc', installed: true, state: 'stopped', startType: 'disabled', dependents: [] },
      { name: 'vmms', installed: true, state: 'running', startType: 'automatic', dependents: [] },
    ],
  },
  optionalFeatures: features(),
  bootConfiguration: { hypervisorLaunchType: 'off' },
  vmwareBridge: { dll: 'D:\\VMware\\vmnetbridge.dll', dllExists: false, vmwareInstalled: false },
  hnsNetworks: {
    networks: [
      { id: 'B95D0C5E-57D4-412B-B571-18A81A16E005', name: 'WSL', type: 'ICS', switchName: 'WSL' },
      { id: 'C08CB7B8-9B3C-408E-8E30-5E16A3AEB444', name: 'WSL', type: 'ICS', switchName: 'Default Switch' },
    ],
  },
  netNat: { networks: [{ name: 'Old NAT', prefix: '192.168.50.0/24' }] },
  wmiSwitchService: { answer: 'class-missing', started: null, hresult: '0x80041010' },
  portRanges: {
    dynamic: [{ family: 'ipv4', protocol: 'tcp', start: 1024, count: 2000 }],
    excluded: [],
    largestFree: 2000,
  },
  port53: { owners: [{ address: '0.0.0.0', pid: 900, process: 'acrylic', service: 'AcrylicDNS' }] },
  restorePoints: { possible: true, newest: 41, frequencyMinutes: null },
};

const planOf = (id: RemedyId, facts: Facts = everything): Plan => makePlan(remedy(id), contextOf(facts));
const stepsOf = (plan: Plan): readonly string[] => plan.steps.map(({ id }) => id);
const allPlans = (facts: Facts): readonly Plan[] =>
  remedies
    .filter((each) => each.refusal(facts, paths) === null)
    .map((each) => makePlan(each, contextOf(facts)));
const commandsOf = (steps: readonly Step[]) =>
  steps
    .flatMap(({ actions, undo }) => [...actions, ...undo.actions])
    .flatMap((action) => ('command' in action ? [action.command] : []));

describe('every plan', () => {
  test('holds nothing but actions of our own', () => {
    const plans = allPlans(everything);
    expect(plans.length).toBeGreaterThan(25);
    for (const { remedy: id, steps } of plans)
      for (const { actions, undo } of steps) {
        for (const action of actions) expect(isOwnAction(paths, action, 'apply'), id).toBe(true);
        for (const action of undo.actions) expect(isOwnAction(paths, action, 'undo'), id).toBe(true);
      }
  });

  test('shows of a script the very text that runs', () => {
    const scripts = allPlans(everything)
      .flatMap(({ steps }) => commandsOf(steps))
      .filter(({ file }) => file.endsWith('powershell.exe'));
    expect(scripts.length).toBeGreaterThan(3);
    for (const command of scripts) {
      const encoded = Buffer.from(command.args.at(-1) ?? '', 'base64').toString('utf16le');
      expect(encoded).toBe(command.script);
      expect(commandLine(command)).toContain(encoded);
    }
  });

  test('asks for the typed word at every network step of a remote session', () => {
    const remote: Facts = { ...everything, elevation: { elevated: true, remoteSession: true } };
    let asked = 0;
    for (const plan of allPlans(remote))
      for (const step of plan.steps) {
        const changes = step.actions
          .flatMap((action) => (action.kind === 'run' ? [action.command] : []))
          .filter(
            ({ elevation, effect, args }) =>
              elevation === 'admin' && effect !== 'safe' && args[0] !== 'start',
          );
        if (changes.length === 0) continue;
        asked++;
        expect([plan.remedy, step.id, step.effect, step.confirmation]).toEqual([
          plan.remedy,
          step.id,
          'destructive',
          'typed-word',
        ]);
        expect(outlineOf(plan).steps.find(({ id }) => id === step.id)?.effect).toBe('destructive');
      }
    expect(asked).toBeGreaterThan(12);
  });

  test('says by its steps what its remedy said on the menu', () => {
    for (const plan of allPlans(everything)) {
      const { effect } = remedy(plan.remedy);
      const gravest = plan.steps.some((step) => step.effect === 'destructive');
      if (gravest) expect([plan.remedy, effect]).toEqual([plan.remedy, 'destructive']);
    }
  });

  test('of a guide opens a window and does nothing else', () => {
    const guides = remedies.filter(({ id }) => id.endsWith('-guide'));
    expect(guides).toHaveLength(8);
    for (const guide of guides) {
      const { steps } = makePlan(guide, contextOf(everything));
      expect(steps).toHaveLength(1);
      expect(commandsOf(steps)).toMatchObject([{ file: 'C:\\Windows\\explorer.exe', effect: 'safe' }]);
    }
  });
});

describe('for whom', () => {
  const refusals: readonly (readonly [string, RemedyId, Facts, string | null, object])[] = [
    [
      "Docker's distro is never converted",
      'wsl1-convert',
      { ...everything },
      'docker-desktop',
      { code: 'docker-distro', distro: 'docker-desktop' },
    ],
    [
      'a distro that is not there',
      'distro-rescue',
      everything,
      'Debian',
      { code: 'unknown-target', target: 'Debian', known: ['Ubuntu'] },
    ],
    [
      'another account’s distros',
      'wslconfig-none',
      { ...everything, profileOwner: { sid: 'S-1-5-21-1', owners: ['S-1-5-21-2'], distrosOf: 'other' } },
      null,
      { code: 'other-account' },
    ],
    [
      'VMware that is installed',
      'vmware-bridge-cleanup',
      {
        ...everything,
        vmwareBridge: { dll: 'C:\\x.dll', dllExists: false, vmwareInstalled: true },
      },
      null,
      { code: 'software-installed', software: 'VMware' },
    ],
    [
      'a bridge whose file is there',
      'vmware-bridge-cleanup',
      { ...everything, vmwareBridge: { dll: 'C:\\x.dll', dllExists: true, vmwareInstalled: false } },
      null,
      { code: 'nothing-to-do' },
    ],
    [
      'port 53 in the hands of svchost',
      'free-port-53',
      { ...everything, port53: { owners: [{ address: '0.0.0.0', pid: 4, process: 'svchost' }] } },
      null,
      { code: 'port-owner-is-windows', process: 'svchost' },
    ],
    [
      'port 53 in the hands of a program',
      'free-port-53',
      { ...everything, port53: { owners: [{ address: '0.0.0.0', pid: 77, process: 'dnsmasq' }] } },
      null,
      { code: 'port-owner', process: 'dnsmasq', pid: 77 },
    ],
    [
      'features while Windows waits for a restart',
      'hyperv-reinstall',
      { ...everything, pendingRestart: { componentServicing: true, windowsUpdate: false } },
      null,
      { code: 'restart-pending' },
    ],
    [
      'a NAT network whose name could hold code',
      'netnat-remove',
      { ...everything, netNat: { networks: [{ name: "x'; Remove-Item", prefix: '10.0.0.0/24' }] } },
      null,
      { code: 'unusable-name', name: "x'; Remove-Item" },
    ],
    [
      'Hyper-V’s classes on Home',
      'hyperv-mof-recompile',
      { ...everything, optionalFeatures: features({ 'Microsoft-Hyper-V': 'absent' }) },
      null,
      { code: 'not-on-this-edition' },
    ],
    [
      'mirroring on Windows 10',
      'wslconfig-mirrored',
      {
        ...everything,
        windows: {
          build: 19045,
          revision: 1,
          edition: 'Professional',
          displayVersion: '22H2',
          installationType: 'Client',
          architecture: 'AMD64',
          bootTime: null,
        },
      },
      null,
      { code: 'needs-newer-windows', build: 22621 },
    ],
  ];

  test.each(refusals)('%s', (_, id, facts, target, reason) => {
    expect(remedy(id).refusal(facts, paths, target)).toEqual(reason);
  });

  test('only WSL’s own networks leave HNS, whatever others are called', () => {
    const lines = commandsOf(planOf('hns-network-remove').steps).map(commandLine);
    expect(lines.filter((line) => line.includes('Remove-HnsNetwork'))).toHaveLength(1);
    expect(lines.join()).not.toContain('C08CB7B8');
  });

  test('services that refuse sc are set in the registry, with a restart', () => {
    const plan = makePlan(remedy('enable-service'), { ...contextOf(everything), target: 'mpssvc' });
    expect(plan.restart).toBe(true);
    expect(commandsOf(plan.steps).map(({ args }) => args.join(' '))).toEqual([
      'add HKLM\\SYSTEM\\CurrentControlSet\\Services\\mpssvc /v Start /t REG_DWORD /d 2 /f',
      'add HKLM\\SYSTEM\\CurrentControlSet\\Services\\mpssvc /v Start /t REG_DWORD /d 4 /f',
    ]);
    const other = makePlan(remedy('enable-service'), { ...contextOf(everything), target: 'sharedaccess' });
    expect(other.restart).toBe(false);
  });
});

describe('rescuing distros', () => {
  const failing: Facts = {
    ...everything,
    wslStart: {
      attempt: 'failed',
      distro: 'Ubuntu',
      exitCode: -1,
      codePath: null,
      hresult: '0x80041002',
      failedMode: 'Nat',
      fallbackMode: null,
      runningMode: null,
      printed: [],
    },
  };

  test('starts WSL without a network for it where it does not start, and leaves .wslconfig as it was', () => {
    const plan = makePlan(remedy('distro-rescue'), contextOf(failing, '[wsl2]\nmemory=4GB\n'));
    expect(stepsOf(plan)).toEqual([
      'edit-wslconfig',
      'shut-wsl-down',
      'export-Ubuntu',
      'restore-wslconfig',
      'shut-wsl-down-again',
    ]);
    const [edit, , , restore] = plan.steps;
    expect(restore?.actions).toEqual(edit?.undo.actions);
  });

  test('touches no file where WSL starts', () => {
    expect(stepsOf(planOf('distro-rescue'))).toEqual(['shut-wsl-down', 'export-Ubuntu']);
  });

  test('comes before the conversion, whose first step is an export', () => {
    const plan = makePlan(remedy('wsl1-convert'), contextOf(failing));
    expect(plan.target).toBe('Ubuntu');
    expect(stepsOf(plan).slice(2, 4)).toEqual(['export-Ubuntu', 'convert-distro']);
    expect(plan.steps[3]).toMatchObject({ effect: 'destructive', confirmation: 'typed-word' });
  });
});

describe('the virtualization features, off and on again', () => {
  const first = planOf('hyperv-reinstall');
  const doneOf = (plan: Plan) => plan.steps.map(({ id }) => ({ step: id, outcome: 'done' as const }));
  const after = (last: Plan, change: Partial<Record<FeatureName, FeatureState>>, restarted = true) =>
    planRemainder({
      remedy: remedy('hyperv-reinstall'),
      context: contextOf({ ...everything, optionalFeatures: features(change) }),
      last,
      steps: doneOf(last),
      restarted,
    });
  const off = {
    VirtualMachinePlatform: 'disabled',
    'Microsoft-Hyper-V-All': 'disabled',
    'Microsoft-Hyper-V': 'disabled',
  } as const;
  const second = after(first, off);
  const third = after(second, {});

  test('go through two restarts, and are looked at after both', () => {
    expect([first, second, third].map(({ half, restart }) => `${half} ${String(restart)}`)).toEqual([
      'before-restart true',
      'after-restart true',
      'after-restart false',
    ]);
    expect(stepsOf(second)).toEqual([
      'check-features-disabled',
      'turn-on-virtualmachineplatform',
      'turn-on-microsoft-hyper-v-all',
    ]);
    expect(stepsOf(third)).toEqual(['check-features-enabled']);
  });

  test('are exactly those that were on', () => {
    expect(first.memory.features).toEqual(['VirtualMachinePlatform', 'Microsoft-Hyper-V-All']);
    expect(third.memory.features).toEqual(first.memory.features);
  });

  test('are turned on, what is left of them, where the second half was interrupted', () => {
    const rest = planRemainder({
      remedy: remedy('hyperv-reinstall'),
      context: contextOf({ ...everything, optionalFeatures: features(off) }),
      last: second,
      steps: [
        { step: 'check-features-disabled', outcome: 'skipped' },
        { step: 'turn-on-virtualmachineplatform', outcome: 'done' },
        { step: 'turn-on-microsoft-hyper-v-all', outcome: 'begun' },
      ],
      restarted: false,
    });
    expect(stepsOf(rest)).toEqual(['turn-on-microsoft-hyper-v-all']);
    expect(rest.restart).toBe(true);
  });
});

test('a route that was set by hand is given back with its adapter', () => {
  const routes = [{ prefix: '10.8.0.0/16', nextHop: '192.168.1.254', metric: 5 }];
  const wanted = { ...ethernet, routes };
  const before = planOf('reset-network-stack', {
    ...everything,
    networkConfiguration: { adapters: [wanted] },
  });
  const { steps } = planRemainder({
    remedy: remedy('reset-network-stack'),
    context: contextOf({
      ...everything,
      networkConfiguration: { adapters: [{ ...ethernet, interfaceIndex: 9, routes: [] }] },
    }),
    last: before,
    steps: before.steps.map(({ id }) => ({ step: id, outcome: 'done' })),
    restarted: true,
  });
  expect(commandsOf(steps).map(({ args }) => args.join(' '))).toEqual([
    'interface ipv4 add route prefix=10.8.0.0/16 interface=9 nexthop=192.168.1.254 metric=5 store=persistent',
  ]);
});
