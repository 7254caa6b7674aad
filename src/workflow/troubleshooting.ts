/** Joins the pure flow with the machine it is about: the state machines with every effect provided. */
import { fromPromise } from 'xstate';
import { diagnosisMachine } from '../../machines/diagnosis.js';
import { treatmentMachine } from '../../machines/treatment.js';
import { troubleshooterMachine } from '../../machines/troubleshooter.js';
import type { PlanRequest } from '../../machines/troubleshooter-setup.js';
import { verificationMachine } from '../../machines/verification.js';
import type { Depth } from '../domain/diagnosis.js';
import { outlineOf, restartStepId, type Confirmation, type Plan } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Host } from '../host/host.js';
import { createCaseFile, type CaseFile } from './case-file.js';
import { createDiagnosis, PlanRefused } from './diagnosis.js';
import { createElevationWork } from './elevation.js';
import { readHistory } from './history.js';
import { createPlanRegistry } from './plan-registry.js';
import { createTreatment, type Treatment, type TreatmentOptions } from './treatment.js';
import { createVerification } from './verification.js';

export type TroubleshootingOptions = Pick<
  TreatmentOptions,
  'host' | 'program' | 'copyProgram' | 'text' | 'titleOf' | 'returnArgs' | 'readOnly'
>;

export interface Troubleshooting {
  readonly host: Host;
  readonly caseFile: CaseFile;
  readonly treatment: Treatment;
  /** The flow, ready for `createActor`. */
  readonly machine: typeof troubleshooterMachine;
  /** Puts the session's log on the disk and ends child processes. */
  close(): Promise<void>;
}

export function createTroubleshooting(options: TroubleshootingOptions): Troubleshooting {
  const { host } = options;
  const caseFile = createCaseFile();
  const plans = createPlanRegistry();
  const diagnosis = createDiagnosis({ host, caseFile });
  const verification = createVerification({ host, caseFile });
  const elevation = createElevationWork(host, caseFile);
  const treatment = createTreatment({ ...options, caseFile, plans, elevation });
  /** Whether Windows restarted since the unfinished session's last command. */
  let restarted = false;

  const makePlan = async (request: PlanRequest, signal: AbortSignal): Promise<Plan> => {
    if (request.kind === 'remedy') return diagnosis.makePlanFor(request);
    const remaining = treatment.remaining();
    const summary = caseFile.view().unfinished;
    if (remaining === undefined || summary === null) throw new Error('There is no session to go on with.');
    return diagnosis.planRemainderFor({ summary, last: remaining.lastPlan, restarted }, signal);
  };

  const machine = troubleshooterMachine.provide({
    actors: {
      findUnfinished: fromPromise(async () => {
        const found = await treatment.findUnfinished();
        restarted = found.unfinished === 'restarted';
        return found;
      }),
      forget: fromPromise<unknown>(() => treatment.forget()),
      diagnosis: diagnosisMachine.provide({
        actors: {
          runProbes: fromPromise<unknown, { readonly depth: Depth }>(async ({ input, signal }) => {
            await diagnosis.runProbes({ signal, ...input });
            // What was granted for looking ends with the look; a plan asks for itself.
            await elevation.release();
          }),
          judge: fromPromise(() => diagnosis.judge()),
        },
      }),
      elevateToLook: fromPromise<unknown>(({ signal }) => elevation.forLook(signal)),
      makePlan: fromPromise(async ({ input, signal }) => {
        const plan = await makePlan(input, signal).catch((error: unknown) => {
          caseFile.update({ planRefusal: error instanceof PlanRefused ? error.reason : null });
          throw error;
        });
        plans.add(plan);
        caseFile.update({ plan, steps: [], planRefusal: null });
        return outlineOf(plan);
      }),
      elevate: fromPromise<unknown>(({ signal }) => {
        const { plan } = caseFile.view();
        if (plan === null) throw new Error('There is no plan to elevate for.');
        return elevation.forPlan(plan, signal);
      }),
      recheck: fromPromise(({ input, signal }) => {
        const plan = plans.get(input.planHash);
        if (plan === undefined) throw new Error('This plan was never made.');
        return diagnosis.recheckFacts(plan, signal);
      }),
      treatment: treatmentMachine.provide({
        actors: {
          openJournal: fromPromise(({ input }) => treatment.openJournal(input)),
          runStep: fromPromise(({ input }) => treatment.runStep(input)),
          settleServices: fromPromise<unknown, { readonly planHash: string }>(() =>
            treatment.settleServices(),
          ),
        },
      }),
      readHistory: fromPromise<unknown>(async () => {
        caseFile.update({ history: await readHistory(host) });
      }),
      rollBack: fromPromise(async ({ input: { session } }) => {
        // Whoever undoes a session of the past was shown all of it, re-created things included.
        const result = await (session === null ? treatment.rollBack() : treatment.undo(session, 'run'));
        return { complete: result.complete };
      }),
      verification: verificationMachine.provide({
        actors: {
          runChecks: fromPromise(({ signal }) => verification.runChecks(signal)),
          checkHost: fromPromise(({ signal }) => verification.checkHost(signal)),
          recordVerdict: fromPromise(({ input }) => treatment.recordVerdict(input)),
        },
      }),
      recordHandOver: fromPromise<unknown>(() => treatment.recordHandOver()),
      restartWindows: fromPromise(({ input }) => restartWindows(host, input.confirmation)),
    },
  });

  return {
    host,
    caseFile,
    treatment,
    machine,
    async close() {
      await treatment.close();
      await host.close();
    },
  };
}

async function restartWindows(
  host: Host,
  confirmation: Confirmation,
): Promise<{ readonly restarted: boolean }> {
  if (confirmation.stepId !== restartStepId) throw new Error('The restart of Windows was not confirmed.');
  const result = await host.run(makeCommand(host.paths, 'shutdown', ['/r', '/t', '0']));
  if (result.exitCode !== 0)
    throw new Error(`Windows refused to restart: exit code ${String(result.exitCode)}.`);
  // A practice machine restarts under us and we go on; a real one takes us with it.
  return { restarted: host.kind === 'simulated' };
}
