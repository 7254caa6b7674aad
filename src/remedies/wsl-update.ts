import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { firstRefusal, needsFact, needsWsl, type Refusal } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { programsToQuit } from './shut-wsl-down.js';

/** An update that a restart cut short lost files of WSL (microsoft/WSL#40488). */
const notBeforeRestart: Refusal = ({ pendingRestart }) =>
  pendingRestart?.componentServicing === true || pendingRestart?.windowsUpdate === true
    ? { code: 'restart-pending' }
    : null;

/** The WSL that came with Windows 10 gets nothing but a kernel this way (commands.md R1). */
const reachesStoreWsl: Refusal = ({ wsl, windows }) =>
  wsl?.flavour === 'inbox' && (windows?.build ?? 0) < 22000
    ? { code: 'needs-newer-windows', build: 22000 }
    : null;

/** From 2.4.11 on WSL falls back to VirtioProxy where its switch cannot be created: it works again, and the fault stays. */
export const wslUpdate = {
  id: 'wsl-update',
  effect: 'destructive',
  undo: 'none',
  needs: [],
  seconds: 300,
  reads: ['wsl', 'windows', 'distros', 'pendingRestart'],
  otherwise: 'not-for-this',
  reports: [{ code: '0x80041002', cured: 1, failed: 0, sources: ['microsoft/WSL#11744'] }],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('wsl', 'wsl'),
      needsWsl,
      reachesStoreWsl,
      notBeforeRestart,
      ({ hostOnline }) => (hostOnline?.online === false ? { code: 'host-offline' } : null),
    ),
  plan: (context) => ({ steps: [updateStep(context)], memory: { staysChanged: ['wsl-version'] } }),
} as const satisfies Remedy;

/** What it prints is not believed: the Store ends wsl.exe with exit code 0 half-way (commands.md R1). The version is asked afterwards. */
function updateStep({ facts, paths }: PlanContext): Step {
  const command = makeCommand(paths, 'wsl', ['--update'], { timeoutMs: 15 * 60_000 });
  const running = (facts.distros?.distros ?? []).filter(({ state }) => state !== 'stopped');
  const version = facts.wsl?.version ?? null;
  const quitFirst = programsToQuit(facts);
  return {
    id: 'update-wsl',
    text: {
      key: 'update-wsl',
      data: {
        version,
        running: running.map(({ name }) => name),
        ...(quitFirst.length === 0 ? {} : { quitFirst }),
      },
    },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'wsl-version', atLeast: version }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'answer',
  };
}
