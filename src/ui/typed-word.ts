import type { Step } from '../domain/plan.js';

/** The word that confirms a step: short, in ASCII for every keyboard, and naming what is at stake. */
export function typedWord(step: Pick<Step, 'id' | 'text'>): string {
  switch (step.text.key) {
    case 'stop-service':
    case 'start-service':
      return step.text.data.service.toLowerCase();
    case 'reset-tcpip':
      return 'tcpip';
    case 'reset-winsock':
      return 'winsock';
    case 'shut-wsl-down':
      return 'shutdown';
    default:
      return step.id.split('-')[0] ?? 'yes';
  }
}
