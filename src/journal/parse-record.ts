import { hashPlan } from '../domain/hash.js';
import type { AdapterMark, MachineMark } from '../domain/machine-mark.js';
import type { Confirmation } from '../domain/plan.js';
import { planShape } from './plan-shape.js';
import type { JournalRecord } from './record.js';
import {
  array,
  byKind,
  fits,
  index,
  matching,
  nullable,
  number,
  object,
  oneOf,
  optional,
  sha256,
  string,
  type Shape,
} from '../host/shape.js';

/** `2026-11-22T09-44-10`, with `-2` and so on where that was taken: a name, never a path. */
export const sessionPattern = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d{1,3})?$/;

export type ParsedRecord =
  | { readonly ok: true; readonly record: JournalRecord }
  /** `fault` is where the record is wrong, for instance `.plan.hash`. */
  | { readonly ok: false; readonly fault: string };

/** Reads one record strictly; a plan in it must have the hash that it carries. */
export function parseRecord(value: unknown): ParsedRecord {
  if (!fits(recordShape, value)) {
    return { ok: false, fault: recordShape.fault(value, '') ?? '.' };
  }
  if ('plan' in value && hashPlan(value.plan) !== value.plan.hash) return { ok: false, fault: '.plan.hash' };
  return { ok: true, record: value };
}

const at = number;
const phase = oneOf('apply', 'undo');
const bootTime = nullable(number);
const machine = object<MachineMark>({
  build: nullable(index),
  distros: nullable(array(string)),
  adapters: nullable(array(object<AdapterMark>({ guid: string, name: string }))),
});
const verdict = oneOf('repaired', 'working-by-fallback', 'not-repaired', 'cannot-judge');
const outcome = oneOf('done', 'skipped', 'failed', 'undone', 'not-undone');

const recordShape: Shape<JournalRecord> = byKind<JournalRecord>({
  opened: object({
    kind: oneOf('opened'),
    schema: oneOf(1),
    session: matching(sessionPattern),
    at,
    program: string,
    host: object({ kind: oneOf('windows', 'simulated', 'replay'), name: string, machineId: string }),
    bootTime,
    machine: optional(machine),
    plan: planShape,
  }),
  continued: object({ kind: oneOf('continued'), at, bootTime, machine: optional(machine), plan: planShape }),
  confirmed: object({
    kind: oneOf('confirmed'),
    at,
    confirmation: object<Confirmation>({ stepId: string, planHash: sha256 }),
  }),
  intent: object({ kind: oneOf('intent'), at, planHash: sha256, step: string, action: index, phase }),
  outcome: object({
    kind: oneOf('outcome'),
    at,
    planHash: sha256,
    step: string,
    action: index,
    phase,
    result: object({ ended: string, exitCode: nullable(number) }),
  }),
  backup: object({
    kind: oneOf('backup'),
    at,
    step: string,
    name: string,
    file: nullable(matching(/^backups\/[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/)),
    sha256: nullable(sha256),
  }),
  step: object({ kind: oneOf('step'), at, planHash: sha256, step: string, outcome }),
  'awaiting-restart': object({ kind: oneOf('awaiting-restart'), at, bootTime }),
  verdict: object({ kind: oneOf('verdict'), at, verdict }),
  closed: object({
    kind: oneOf('closed'),
    at,
    state: oneOf('done', 'rolled-back', 'not-fully-rolled-back', 'forgotten'),
  }),
});
