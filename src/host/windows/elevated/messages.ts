/**
 * What the two sides say to each other once they have proved the secret. The helper is sent verbs, run numbers and service
 * states, nothing else; every message is judged to its last key.
 */
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
  string,
  type Shape,
} from '../../shape.js';
import type { ElevationRequest } from '../../elevation.js';
import { parseVerb, type Verb } from './verbs.js';

export type ServicePromise = ElevationRequest['services'][number];

/** From the TUI to the helper. */
export type Order =
  /** What must be so when the helper ends without `end`: it brings services back to it. */
  | { readonly kind: 'begin'; readonly services: readonly ServicePromise[] }
  /** The helper answers with the argv that it derives, and waits. */
  | { readonly kind: 'propose'; readonly run: number; readonly verb: Verb }
  | { readonly kind: 'go'; readonly run: number }
  | { readonly kind: 'withdraw'; readonly run: number }
  | { readonly kind: 'cancel'; readonly run: number }
  /** All is well, and nothing more is wanted. */
  | { readonly kind: 'end' };

/** From the helper to the TUI. */
export type Report =
  /** Whose token the helper has; null where that could not be read. */
  | { readonly kind: 'ready'; readonly sid: string | null }
  | { readonly kind: 'echo'; readonly run: number; readonly file: string; readonly args: readonly string[] }
  | {
      readonly kind: 'output';
      readonly run: number;
      readonly stream: 'stdout' | 'stderr';
      readonly base64: string;
    }
  | {
      readonly kind: 'ended';
      readonly run: number;
      readonly ended: 'exited' | 'not-started' | 'cancelled';
      readonly exitCode: number | null;
      readonly startError: string | null;
    }
  /** The helper does not do it, and ends. */
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** Why a side ends the conversation. */
export const refusals = [
  'wrong-secret',
  'second-client',
  'bad-message',
  'altered-or-replayed',
  'unknown-verb',
  'out-of-order',
  'echo-differs',
] as const;
export type Refusal = (typeof refusals)[number];

export type ParsedOrder =
  { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly reason: Refusal };

export function parseOrder(value: unknown): ParsedOrder {
  return fits(orderShape, value)
    ? { ok: true, order: value }
    : { ok: false, reason: isProposal(value) ? 'unknown-verb' : 'bad-message' };
}

/** Undefined where the helper said something that it never says. */
export function parseReport(value: unknown): Report | undefined {
  return fits(reportShape, value) ? value : undefined;
}

const verb: Shape<Verb> = {
  optional: false,
  fault: (value, path) => (parseVerb(value) === null ? path : null),
};
const serviceName = matching(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/);
const restingState = oneOf('running', 'stopped', 'paused');
const base64 = matching(/^[A-Za-z0-9+/]*={0,2}$/);

const orderShape: Shape<Order> = byKind<Order>({
  begin: object({
    kind: oneOf('begin'),
    services: array(
      object<ServicePromise>({ service: serviceName, before: restingState, goals: array(restingState) }),
    ),
  }),
  propose: object({ kind: oneOf('propose'), run: index, verb }),
  go: object({ kind: oneOf('go'), run: index }),
  withdraw: object({ kind: oneOf('withdraw'), run: index }),
  cancel: object({ kind: oneOf('cancel'), run: index }),
  end: object({ kind: oneOf('end') }),
});

const reportShape: Shape<Report> = byKind<Report>({
  ready: object({ kind: oneOf('ready'), sid: nullable(matching(/^S-1-\d+(-\d+)+$/)) }),
  echo: object({ kind: oneOf('echo'), run: index, file: string, args: array(string) }),
  output: object({ kind: oneOf('output'), run: index, stream: oneOf('stdout', 'stderr'), base64 }),
  ended: object({
    kind: oneOf('ended'),
    run: index,
    ended: oneOf('exited', 'not-started', 'cancelled'),
    exitCode: nullable(number),
    startError: nullable(string),
  }),
  refused: object({ kind: oneOf('refused'), reason: oneOf(...refusals) }),
});

function isProposal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'propose';
}
