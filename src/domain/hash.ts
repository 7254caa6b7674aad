import { createHash } from 'node:crypto';
import type { Plan } from './plan.js';

/** SHA-256 as lower-case hex digits. Text is hashed as UTF-8. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Hash of a plain JSON value; the order of its keys and a way through a file do not change it. */
export function hashOf(value: unknown): string {
  return sha256Of(canonicalJson(value));
}

/** The hash that a plan carries: of everything in it but the hash itself. */
export function hashPlan(plan: Omit<Plan, 'hash'>): string {
  return hashOf({ ...plan, hash: undefined });
}

/** JSON without spaces and with sorted keys; undefined properties are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}
