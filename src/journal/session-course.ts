/** A journal read into what happened: the one reading that summaries, recovery and every way back work from. */
import type { MachineMark } from '../domain/machine-mark.js';
import type { PlanMemory, Plan, ServicePromise, Step, StepOutcome } from '../domain/plan.js';
import type { Verdict } from '../domain/ids.js';
import type { OpenedRecord } from './journal.js';
import type { JournalRecord } from './record.js';

export type BackupRecord = Extract<JournalRecord, { readonly kind: 'backup' }>;

/** `begun`: an intent was written, and how it ended was not. The effect may or may not have happened. */
export type StepStanding = 'planned' | 'begun' | StepOutcome;

export interface StepCourse {
  readonly step: Step;
  readonly planHash: string;
  readonly standing: StepStanding;
  /** Something of it was about to run, ever. What was only skipped did not begin. */
  readonly touched: boolean;
}

export interface PlanCourse {
  readonly plan: Plan;
  /** Of Windows when the plan began. */
  readonly bootTime: number | null;
  /** What the machine was known by then. */
  readonly machine: MachineMark | null;
  readonly steps: readonly StepCourse[];
}

export interface SessionCourse {
  readonly opened: OpenedRecord;
  /** In the order in which they were carried out; one at least. */
  readonly plans: readonly PlanCourse[];
  readonly lastPlan: PlanCourse;
  readonly backups: readonly BackupRecord[];
  readonly awaitingRestart: { readonly bootTime: number | null } | null;
  readonly verdict: Verdict | null;
  /** How it was closed; null where something happened after that, or where it never was. */
  readonly closed: Extract<JournalRecord, { readonly kind: 'closed' }>['state'] | null;
}

/** The step id under which services are brought to their promised states; it is no step of any plan. */
export const settleStepId = 'settle-services';
/** The step id under which the return after a restart is registered and taken back; no step of any plan, either. */
export const returnStepId = 'return-after-logon';

/** Reads whole journals only: undefined where there is no `opened` record. */
export function readCourse(records: readonly JournalRecord[]): SessionCourse | undefined {
  const [opened, ...rest] = records;
  if (opened?.kind !== 'opened') return undefined;
  let lastPlan = beginPlan(opened);
  let course: SessionCourse = {
    opened,
    plans: [lastPlan],
    lastPlan,
    backups: [],
    awaitingRestart: null,
    verdict: null,
    closed: null,
  };
  for (const record of rest) {
    course = follow(course, record);
    lastPlan = course.plans.at(-1) ?? lastPlan;
    course = { ...course, lastPlan };
  }
  return course;
}

/** What services were before anything ran, and every state that one of the plans wants for them. */
export interface MergedPromise {
  readonly service: string;
  readonly before: ServicePromise['before'];
  readonly goals: readonly ServicePromise['goal'][];
}

export function promisesOf(course: SessionCourse): readonly MergedPromise[] {
  const merged = new Map<string, MergedPromise>();
  for (const { service, before, goal } of course.plans.flatMap(({ plan }) => plan.services)) {
    const key = service.toLowerCase();
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? { service, before, goals: [goal] } : { ...known, goals: [...known.goals, goal] },
    );
  }
  return [...merged.values()];
}

/** What all plans together wanted remembered. The first plan saw an adapter before anything was changed: it counts. */
export function memoryOf(course: SessionCourse): PlanMemory {
  const memories = course.plans.map(({ plan }) => plan.memory);
  const adapters = new Map(
    memories
      .toReversed()
      .flatMap((memory) => memory.adapters)
      .map((adapter) => [adapter.interfaceGuid.toUpperCase(), adapter]),
  );
  return {
    adapters: [...adapters.values()],
    staysChanged: [...new Set(memories.flatMap((memory) => memory.staysChanged))],
    ...featuresOf(memories),
  };
}

function featuresOf(memories: readonly PlanMemory[]): Pick<PlanMemory, 'features'> {
  const features = memories.find((memory) => memory.features !== undefined)?.features;
  return features === undefined ? {} : { features };
}

function follow(course: SessionCourse, record: JournalRecord): SessionCourse {
  switch (record.kind) {
    case 'continued':
      return {
        ...course,
        plans: [...course.plans, beginPlan(record)],
        awaitingRestart: null,
        verdict: null,
        closed: null,
      };
    case 'intent':
      return changeStep({ ...course, closed: null }, record, (step) => ({
        ...step,
        standing: record.phase === 'apply' ? 'begun' : step.standing,
        touched: true,
      }));
    case 'step':
      return changeStep(course, record, (step) => ({ ...step, standing: record.outcome }));
    case 'backup':
      return { ...course, backups: [...course.backups, record] };
    case 'awaiting-restart':
      return { ...course, awaitingRestart: { bootTime: record.bootTime } };
    case 'verdict':
      return { ...course, verdict: record.verdict };
    case 'closed':
      return { ...course, closed: record.state };
    case 'opened':
    case 'confirmed':
    case 'outcome':
      return course;
  }
}

function beginPlan({
  plan,
  bootTime,
  machine,
}: Pick<OpenedRecord, 'plan' | 'bootTime' | 'machine'>): PlanCourse {
  const steps = plan.steps.map((step): StepCourse => ({
    step,
    planHash: plan.hash,
    standing: 'planned',
    touched: false,
  }));
  return { plan, bootTime, machine: machine ?? null, steps };
}

/** Records name their plan by hash; of two equal plans they belong to the later one. */
function changeStep(
  course: SessionCourse,
  record: { readonly planHash: string; readonly step: string },
  change: (step: StepCourse) => StepCourse,
): SessionCourse {
  const at = course.plans.findLastIndex(({ plan }) => plan.hash === record.planHash);
  return {
    ...course,
    plans: course.plans.map((plan, place) =>
      place === at
        ? { ...plan, steps: plan.steps.map((step) => (step.step.id === record.step ? change(step) : step)) }
        : plan,
    ),
  };
}
