/**
 * The questions that only an administrator gets an answer to. Their scripts stand here and not beside their probes, because
 * the elevated helper runs these and no other: it is sent the name of a question, never a script (design.md section 4).
 */
import bitlocker from './admin-questions/bitlocker.ps1';
import hnsNetworks from './admin-questions/hns-networks.ps1';
import restorePoints from './admin-questions/restore-points.ps1';
import virtualMachines from './admin-questions/virtual-machines.ps1';
import wmiSwitchService from './admin-questions/wmi-switch-service.ps1';
import type { Question } from './host.js';
import { literalPattern } from './literal-pattern.js';
import { singleQuestionScript } from './windows/powershell/single-question.js';

const scripts = {
  'hns-networks': hnsNetworks,
  'wmi-switch-service': wmiSwitchService,
  bitlocker,
  'restore-points': restorePoints,
  'virtual-machines': virtualMachines,
} as const;

export type AdminQuestionId = keyof typeof scripts;

// The names are the keys of the table just above.
export const adminQuestionIds = Object.keys(scripts) as readonly AdminQuestionId[];

/** Each can hang with the service that it asks (moby#40699), so it has a process of its own and this long, in milliseconds. */
export const adminQuestionTimeoutMs = 14_000;

export function adminQuestion(id: AdminQuestionId): Question {
  return {
    id,
    args: {},
    script: scripts[id],
    worker: 'own',
    elevation: 'admin',
    timeoutMs: adminQuestionTimeoutMs,
  };
}

/** What the helper runs for it: a process that answers this one question and ends. */
export const adminQuestionScript = (id: AdminQuestionId): string => singleQuestionScript(adminQuestion(id));

/** Shapes of the scripts, in lower case, and what each does. */
export const adminQuestionShapes = adminQuestionIds.map(
  (id) => [new RegExp(`^${literalPattern(adminQuestionScript(id))}$`), 'safe'] as const,
);

/** Which of them this is, to the letter; nothing else is asked of the helper. */
export function adminQuestionIn({
  id,
  script,
}: Pick<Question, 'id' | 'script'>): AdminQuestionId | undefined {
  return adminQuestionIds.find((known) => known === id && scripts[known] === script);
}
