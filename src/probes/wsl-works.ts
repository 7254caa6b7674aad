import type { Facts } from '../domain/facts.js';

/**
 * Whether WSL has just come up with the network that it was asked for. Then what else is found around it stands in
 * nobody's way: an unusual but harmless machine is no finding. False where nothing could be started.
 */
export function wslWorks({ wslStart: start }: Facts): boolean {
  if (start?.failedMode !== null || start.attempt === 'failed') return false;
  if (start.runningMode === null) return start.attempt === 'started' && start.hresult === null;
  return regularModes.has(start.runningMode);
}

const regularModes = new Set(['nat', 'mirrored', 'bridged']);

/** The code with which WSL's start failed, `0x` and eight digits, whatever the part that failed; null where there is none. */
export const startCode = (known: Facts): string | null => known.wslStart?.hresult ?? null;
