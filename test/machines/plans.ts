/** Plans for the machine tests: three destructive steps among four others, and a second plan with the same step ids. */
import { restartStepId, type PlanOutline, type StepOutline } from '../../src/domain/plan.js';

export const steps: readonly StepOutline[] = [
  { id: 'save-network-settings', effect: 'safe', confirmation: 'none' },
  { id: 'stop-hns', effect: 'destructive', confirmation: 'answer' },
  { id: 'look-again', effect: 'safe', confirmation: 'none' },
  { id: 'reset-tcpip', effect: 'destructive', confirmation: 'typed-word' },
  { id: 'reset-winsock', effect: 'destructive', confirmation: 'typed-word' },
  { id: 'start-hns', effect: 'disruptive', confirmation: 'none' },
];

export const destructiveIds = steps.filter((step) => step.effect === 'destructive').map((step) => step.id);

export const resetPlan: PlanOutline = {
  hash: 'hash-of-reset',
  remedy: 'reset-network-stack',
  target: null,
  half: 'before-restart',
  steps,
  needsElevation: true,
  restart: true,
  handsOver: false,
};

/** Made from other facts: the same steps under another hash. */
export const replannedPlan: PlanOutline = {
  ...resetPlan,
  hash: 'hash-of-replan',
  half: 'after-restart',
  needsElevation: false,
  restart: false,
};

/** Opens a window, and leaves the rest to the person. */
export const handOverPlan: PlanOutline = {
  ...replannedPlan,
  hash: 'hash-of-hand-over',
  remedy: 'windows-update-guide',
  half: 'whole',
  steps: [{ id: 'open-window', effect: 'safe', confirmation: 'none' }],
  handsOver: true,
};

/** Every copy was made before the program ended; only its end is still to be written down. */
export const copiedPlan: PlanOutline = {
  ...handOverPlan,
  hash: 'hash-of-copies',
  remedy: 'distro-rescue',
  steps: [],
};

/** Nothing is left to do but to verify. */
export const emptyPlan: PlanOutline = { ...replannedPlan, hash: 'hash-of-nothing', steps: [] };

export const hashes = [resetPlan.hash, replannedPlan.hash, handOverPlan.hash, 'hash-of-a-stranger'];
export const stepIds = [...steps.map((step) => step.id), restartStepId, 'no-such-step'];
