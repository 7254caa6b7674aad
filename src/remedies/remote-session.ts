import type { Action, Step } from '../domain/plan.js';

/**
 * A step that touches the network may cut the very connection over which it is confirmed. In a remote session (RDP, SSH) each
 * counts as destructive and asks for the typed word (design.md section 3).
 */
export function guardedRemotely(step: Step): Step {
  return step.actions.some(touchesNetwork)
    ? { ...step, effect: 'destructive', confirmation: 'typed-word' }
    : step;
}

/** Everything of ours that needs an administrator is about the network. That a service is started cuts nothing. */
function touchesNetwork(action: Action): boolean {
  if (action.kind !== 'run') return false;
  const { command } = action;
  const starts = command.file.toLowerCase().endsWith('\\net.exe') && command.args[0] === 'start';
  return command.elevation === 'admin' && command.effect !== 'safe' && !starts;
}
