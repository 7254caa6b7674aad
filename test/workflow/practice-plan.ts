/** A plan with the shape of `reset-network-stack` and a file edited beside it, and a machine on which it works. */
import { hashPlan, sha256Of } from '../../src/domain/hash.js';
import type { Action, Plan, Step } from '../../src/domain/plan.js';
import { makeCommand, type ProgramName } from '../../src/host/commands.js';
import { journalText } from '../../src/text/journal.js';
import { createCaseFile } from '../../src/workflow/case-file.js';
import { createPlanRegistry, type PlanRegistry } from '../../src/workflow/plan-registry.js';
import { createTreatment, type Treatment } from '../../src/workflow/treatment.js';
import { createFakeHost, fakePaths, type FakeHost, type FakeHostOptions } from '../host/fake-host.js';
import { answerForServices, type FakeServices, type Midway } from '../host/fake-services.js';

export const configPath = `${fakePaths.profile}\\.wslconfig`;
export const oldConfig = '[wsl2]\nmemory=4GB\n';
export const newConfig = '[wsl2]\nnetworkingMode=virtioproxy\nmemory=4GB\n';

export function command(program: ProgramName, line: string) {
  return makeCommand(fakePaths, program, line.split(' '), { distroRuns: true });
}
export function run(program: ProgramName, line: string): Extract<Action, { kind: 'run' }> {
  return { kind: 'run', command: command(program, line) };
}
export function start(service: string): Action {
  const unless = { kind: 'service-state' as const, service, state: 'running' as const };
  return { ...run('net', `start ${service}`), unless };
}
export function stop(service: string): Action {
  const unless = { kind: 'service-state' as const, service, state: 'stopped' as const };
  return { ...run('net', `stop ${service} /y`), unless };
}

export function makeStep(step: Partial<Step> & Pick<Step, 'id'>): Step {
  return {
    text: { key: 'reset-winsock', data: {} },
    effect: 'destructive',
    actions: [],
    checks: [],
    undo: { kind: 'none', actions: [] },
    confirmation: step.effect === undefined || step.effect === 'destructive' ? 'answer' : 'none',
    ...step,
  };
}

export function makePlan(change: Partial<Omit<Plan, 'hash'>> = {}): Plan {
  const content: Omit<Plan, 'hash'> = {
    remedy: 'reset-network-stack',
    target: null,
    steps: practiceSteps,
    services: [
      { service: 'hns', before: 'running', goal: 'running' },
      { service: 'agent', before: 'running', goal: 'running' },
      { service: 'vmcompute', before: 'running', goal: 'running' },
    ],
    reads: ['services'],
    factsHash: 'facts',
    memory: { adapters: [], staysChanged: ['winsock'] },
    restart: false,
    half: 'whole',
    ...change,
  };
  return { ...content, hash: hashPlan(content) };
}

const isRunning = (service: string) => ({
  kind: 'service-state' as const,
  service,
  state: 'running' as const,
});
const isStopped = (service: string) => ({
  kind: 'service-state' as const,
  service,
  state: 'stopped' as const,
});

export const editStep = makeStep({
  id: 'edit-wslconfig',
  effect: 'disruptive',
  actions: [
    { kind: 'back-up-file', path: configPath, name: 'wslconfig.bak' },
    {
      kind: 'write-file',
      path: configPath,
      expected: sha256Of(oldConfig),
      contentBase64: Buffer.from(newConfig).toString('base64'),
      sha256: sha256Of(newConfig),
      diff: [{ sign: '+', line: 2, text: 'networkingMode=virtioproxy' }],
    },
  ],
  checks: [{ kind: 'file-hash', path: configPath, sha256: sha256Of(newConfig) }],
  undo: {
    kind: 'exact',
    actions: [
      {
        kind: 'restore-file',
        path: configPath,
        expected: sha256Of(newConfig),
        sha256: sha256Of(oldConfig),
        name: 'wslconfig.bak',
      },
    ],
  },
});

const practiceSteps: readonly Step[] = [
  makeStep({
    id: 'save-network-settings',
    effect: 'safe',
    actions: [{ kind: 'save-output', command: command('netsh', 'interface dump'), name: 'netsh-dump.txt' }],
  }),
  makeStep({
    id: 'shut-wsl-down',
    actions: [run('wsl', '--shutdown')],
    checks: [{ kind: 'wsl-stopped' }],
  }),
  editStep,
  makeStep({
    id: 'stop-hns',
    actions: [stop('hns')],
    checks: [isStopped('hns')],
    undo: { kind: 'exact', actions: [start('hns'), start('agent')] },
  }),
  makeStep({
    id: 'stop-vmcompute',
    actions: [stop('vmcompute')],
    checks: [isStopped('vmcompute')],
    undo: { kind: 'exact', actions: [start('vmcompute')] },
  }),
  makeStep({
    id: 'reset-winsock',
    actions: [run('netsh', 'winsock reset')],
    checks: [{ kind: 'exit-code', allowed: [0] }],
  }),
  makeStep({
    id: 'start-vmcompute',
    effect: 'disruptive',
    actions: [start('vmcompute')],
    checks: [isRunning('vmcompute')],
    undo: { kind: 'exact', actions: [] },
  }),
  makeStep({
    id: 'start-hns',
    effect: 'disruptive',
    actions: [start('hns'), start('agent')],
    checks: [isRunning('hns'), isRunning('agent')],
    undo: { kind: 'exact', actions: [] },
  }),
];

export interface Practice {
  readonly host: FakeHost;
  readonly services: FakeServices;
  readonly wsl: { runs: boolean };
  /** What is registered to open at the next sign-in; null: nothing. */
  readonly runOnce: { line: string | null };
}

export function createPractice(options: FakeHostOptions & { readonly midway?: Midway } = {}): Practice {
  const services: FakeServices = {
    hns: { state: 'running', dependents: ['agent'] },
    agent: { state: 'running' },
    vmcompute: { state: 'running' },
  };
  const wsl = { runs: true };
  const runOnce: Practice['runOnce'] = { line: null };
  const answerServices = answerForServices(services, options.midway);
  const host = createFakeHost({
    files: { [configPath]: oldConfig },
    ...options,
    answer: async (line, given) => {
      const special = await options.answer?.(line, given);
      if (special !== undefined) return special;
      if (line === 'wsl.exe -l --running -q') return { stdout: wsl.runs ? 'Ubuntu\n' : '' };
      if (line === 'wsl.exe --shutdown') {
        wsl.runs = false;
        return {};
      }
      const registry = answerRunOnce(runOnce, line, given.args);
      if (registry !== undefined) return registry;
      if (line === 'netsh.exe interface dump') return { stdout: 'reset\n' };
      if (line === 'netsh.exe winsock reset') return {};
      return answerServices(line, given);
    },
  });
  return { host, services, wsl, runOnce };
}

/** reg.exe, as far as the return after a restart needs it. */
function answerRunOnce(
  runOnce: Practice['runOnce'],
  line: string,
  args: readonly string[],
): { readonly exitCode: number } | undefined {
  if (!/^reg\.exe (query|add|delete) HKCU\S+RunOnce \/v wsl-netfix-tui/.test(line)) return undefined;
  const before = runOnce.line;
  if (args[0] === 'add') runOnce.line = args[args.indexOf('/d') + 1] ?? null;
  if (args[0] === 'delete') runOnce.line = null;
  return { exitCode: args[0] === 'add' || before !== null ? 0 : 1 };
}

export interface Program {
  readonly treatment: Treatment;
  readonly plans: PlanRegistry;
  readonly caseFile: ReturnType<typeof createCaseFile>;
}

/** A program started on that machine. */
export function startProgram(host: FakeHost): Program {
  const plans = createPlanRegistry();
  const caseFile = createCaseFile();
  const treatment = createTreatment({
    host,
    caseFile,
    plans,
    program: 'wsl-netfix-tui 0.1.0',
    copyProgram: () => Promise.resolve({ bundle: '/state/runtime/app.mjs', node: '/usr/bin/node' }),
    text: journalText.en,
  });
  return { treatment, plans, caseFile };
}

/** Confirms everything and runs all steps, as the machine would; ends after a failed one. */
export async function carryOut({ treatment, plans }: Program, plan: Plan): Promise<string> {
  plans.add(plan);
  const confirmed = plan.steps.filter(({ effect }) => effect === 'destructive').map(({ id }) => id);
  await treatment.openJournal({ planHash: plan.hash, confirmed });
  for (const { id } of plan.steps) {
    const confirmation = { stepId: id, planHash: plan.hash };
    const { outcome } = await treatment.runStep({ stepId: id, planHash: plan.hash, confirmation });
    if (outcome === 'failed') return `failed at ${id}`;
  }
  return 'completed';
}

export function statesOf(services: FakeServices): Record<string, string> {
  return Object.fromEntries(Object.entries(services).map(([name, { state }]) => [name, state]));
}

export const allRunning = { hns: 'running', agent: 'running', vmcompute: 'running' };
