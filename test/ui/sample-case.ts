/** A machine with the classic fault as screens see it: facts, findings, causes, offers and a plan, written by hand. */
import type { Diagnosis, RemedyOffer } from '../../src/domain/diagnosis.js';
import type { Facts } from '../../src/domain/facts.js';
import type { Finding, ProbeProgress } from '../../src/domain/findings.js';
import type { ProbeId } from '../../src/domain/ids.js';
import type { Action, Plan, Step } from '../../src/domain/plan.js';
import { makeCommand, type ProgramName } from '../../src/host/commands.js';
import type { CaseView, StepProgress } from '../../src/workflow/case-file.js';

export const startedAt = Date.UTC(2026, 10, 22, 9, 41, 2);
const paths = { system32: 'C:\\Windows\\System32' };
const windowsPaths = { ...paths, windows: 'C:\\Windows' };

export const facts: Facts = {
  windows: {
    build: 22631,
    revision: 4169,
    edition: 'Professional',
    displayVersion: '23H2',
    installationType: 'Client',
    architecture: 'AMD64',
    bootTime: startedAt - 3_600_000,
  },
  elevation: { elevated: true, remoteSession: false },
  wsl: { flavour: 'store', version: '2.2.4', kernel: '5.15.153.1' },
};

export const eventFinding: Finding = {
  id: 'vmms-switch-not-found',
  probe: 'vmms-events',
  data: { count: 3, eventId: 16000, hresult: '0x80041002' },
  evidence: 'VMMS 16000: Not found (0x80041002)',
};
const startFinding: Finding = {
  id: 'wsl-start-failed',
  probe: 'wsl-start',
  data: {
    hresult: '0x80041002',
    codePath: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002',
  },
  evidence: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002',
};

const passed: ProbeProgress = { status: 'ok', findings: [], durationMs: 120 };
export const probes: CaseView['probes'] = probeList({
  windows: passed,
  elevation: passed,
  wsl: passed,
  distros: passed,
  services: passed,
  'vmms-events': { status: 'finding', findings: [eventFinding], durationMs: 900 },
  'hns-networks': { status: 'timed-out', afterMs: 15_000, durationMs: 15_000 },
  'vmware-bridge': { status: 'crashed', message: 'unexpected end of output', durationMs: 10 },
  'network-configuration': { status: 'skipped', reason: { code: 'needs-elevation' }, durationMs: 0 },
  'wsl-start': { status: 'running', since: startedAt },
  'pending-restart': { status: 'waiting' },
});

function probeList(progress: Partial<Record<ProbeId, ProbeProgress>>): CaseView['probes'] {
  // The keys were written as probe ids just above.
  return Object.entries(progress).map(([id, value]) => ({ id: id as ProbeId, progress: value }));
}

const offer = (change: Partial<RemedyOffer> & Pick<RemedyOffer, 'id'>): RemedyOffer => ({
  available: true,
  reason: null,
  relation: 'works-around',
  recommended: false,
  effect: 'disruptive',
  undo: 'exact',
  needs: [],
  seconds: 10,
  ...change,
});

export const offers: readonly RemedyOffer[] = [
  offer({ id: 'wslconfig-virtioproxy', recommended: true }),
  offer({
    id: 'reset-network-stack',
    relation: 'seldom-helps',
    effect: 'destructive',
    undo: 'none',
    needs: ['elevation', 'restart'],
    seconds: 150,
  }),
  offer({ id: 'wslconfig-none', available: false, reason: { code: 'forbidden-by-policy' } }),
  offer({ id: 'wsl1-default', effect: 'safe' }),
];

export const diagnosis: Diagnosis = {
  health: 'broken',
  at: startedAt,
  facts,
  probes: [],
  findings: [eventFinding, startFinding],
  causes: [
    {
      id: 'unknown-vswitch-failure',
      likelihood: 0.7,
      for: ['vmms-switch-not-found', 'wsl-start-failed'],
      against: [],
    },
    { id: 'hns-state-stale', likelihood: 0.2, for: ['vmms-switch-not-found'], against: ['wsl-start-failed'] },
    { id: 'unknown', likelihood: 0.05, for: [], against: [] },
  ],
  offers,
};

export const healthyDiagnosis: Diagnosis = {
  ...diagnosis,
  health: 'healthy',
  findings: [],
  causes: [],
  offers: [],
};

/** The same machine, seen by a person without administrator rights. */
export const unelevatedFacts: Facts = { ...facts, elevation: { elevated: false, remoteSession: false } };
const notRead = { status: 'skipped', reason: { code: 'needs-elevation' }, durationMs: 0 } as const;
export const unelevatedDiagnosis: Diagnosis = {
  ...diagnosis,
  facts: unelevatedFacts,
  probes: [
    { id: 'hns-networks', result: notRead },
    { id: 'boot-configuration', result: notRead },
    { id: 'wmi-repository', result: { ...notRead, reason: { code: 'asked-for-only' } } },
    { id: 'test-switch', result: { ...notRead, reason: { code: 'asked-for-only' } } },
  ],
};

function run(program: ProgramName, line: string): Action {
  return { kind: 'run', command: makeCommand(paths, program, line.split(' '), { distroRuns: true }) };
}
const step = (change: Partial<Step> & Pick<Step, 'id' | 'text'>): Step => ({
  effect: 'destructive',
  actions: [],
  checks: [],
  undo: { kind: 'exact', actions: [] },
  confirmation: 'answer',
  ...change,
});

export const resetPlan: Plan = {
  remedy: 'reset-network-stack',
  target: null,
  steps: [
    step({
      id: 'save-network-settings',
      text: { key: 'save-network-settings', data: { adapters: 2, staticAdapters: 1 } },
      effect: 'safe',
      confirmation: 'none',
      actions: [
        {
          kind: 'save-output',
          command: makeCommand(paths, 'netsh', ['interface', 'dump']),
          name: 'interface-dump.txt',
        },
      ],
    }),
    step({
      id: 'stop-hns',
      text: { key: 'stop-service', data: { service: 'hns', dependents: ['nvagent'] } },
      actions: [run('net', 'stop hns /y')],
      undo: { kind: 'exact', actions: [run('net', 'start hns'), run('net', 'start nvagent')] },
    }),
    step({
      id: 'reset-winsock',
      text: { key: 'reset-winsock', data: {} },
      actions: [run('netsh', 'winsock reset')],
      undo: { kind: 'none', actions: [] },
      confirmation: 'typed-word',
    }),
    step({
      id: 'start-hns',
      text: { key: 'start-service', data: { service: 'hns' } },
      effect: 'disruptive',
      confirmation: 'none',
      actions: [run('net', 'start hns')],
    }),
  ],
  services: [],
  reads: [],
  factsHash: 'facts',
  memory: { adapters: [], staysChanged: ['winsock'] },
  restart: true,
  half: 'before-restart',
  hash: 'hash-of-the-sample-plan',
};

export const editPlan: Plan = {
  ...resetPlan,
  remedy: 'wslconfig-virtioproxy',
  restart: false,
  half: 'whole',
  hash: 'hash-of-the-edit-plan',
  steps: [
    step({
      id: 'edit-wslconfig',
      text: {
        key: 'edit-wslconfig',
        data: { path: 'C:\\Users\\林小明\\.wslconfig', mode: 'VirtioProxy' },
      },
      effect: 'disruptive',
      confirmation: 'none',
      actions: [
        { kind: 'back-up-file', path: 'C:\\Users\\林小明\\.wslconfig', name: 'wslconfig' },
        {
          kind: 'write-file',
          path: 'C:\\Users\\林小明\\.wslconfig',
          expected: null,
          contentBase64: '',
          sha256: '0',
          diff: [
            { sign: ' ', line: 1, text: '[wsl2]' },
            { sign: '-', line: 2, text: 'networkingMode=none' },
            { sign: '+', line: 2, text: 'networkingMode=virtioproxy' },
          ],
        },
      ],
    }),
  ],
};

export const handOverPlan: Plan = {
  ...editPlan,
  remedy: 'network-reset-guide',
  hash: 'hash-of-the-hand-over',
  steps: [
    step({
      id: 'open-window',
      text: { key: 'open-window', data: { window: 'network-reset' } },
      effect: 'safe',
      confirmation: 'none',
      actions: [
        { kind: 'run', command: makeCommand(windowsPaths, 'explorer', ['ms-settings:network-status']) },
      ],
    }),
  ],
};

/** Progress of the sample plan with this step running. */
export function progressAt(running: number, plan: Plan = resetPlan): readonly StepProgress[] {
  return plan.steps.map(({ id }, index) => ({
    stepId: id,
    status: index < running ? 'done' : index === running ? 'running' : 'planned',
    since: startedAt,
    durationMs: index < running ? 2_400 : null,
    remainder: [],
  }));
}

export const place: NonNullable<CaseView['place']> = {
  session: '2026-11-22T09-44',
  folder: 'C:\\Users\\林小明\\AppData\\Local\\wsl-netfix-tui\\2026-11-22T09-44',
  undoCommand: 'C:\\Users\\林小明\\AppData\\Local\\wsl-netfix-tui\\2026-11-22T09-44\\undo.cmd',
  resumeCommand:
    '"C:\\Program Files\\nodejs\\node.exe" C:\\Users\\林小明\\AppData\\Local\\wsl-netfix-tui\\runtime\\0123456789ab\\wsl-netfix-tui.mjs resume',
  log: 'C:\\Users\\林小明\\AppData\\Local\\wsl-netfix-tui\\2026-11-22T09-44\\log.txt',
  backups: [],
};

export const checks: CaseView['checks'] = [
  { id: 'start', status: 'passed', evidence: 'Ubuntu started' },
  { id: 'mode', status: 'passed', evidence: 'nat' },
  { id: 'route', status: 'passed', evidence: 'default via 172.29.0.1' },
  { id: 'dns', status: 'failed', evidence: 'no answer' },
  { id: 'http', status: 'skipped', evidence: '' },
];
