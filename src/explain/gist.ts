import type { Gist } from '../domain/reasons.js';
import type { Explanation } from './explanation.js';

/** What the explanation comes to, for a person who reads one sentence. */
export function gistOf(explanation: Explanation): Gist {
  return { is: kindOf(explanation), ...explanation.networkingMode, next: nextFor(explanation) };
}

function kindOf({ codes, networkingMode, causes }: Explanation): Gist['is'] {
  const { failed, fallback } = networkingMode;
  if (failed !== null && fallback !== null) return fallback === 'None' ? 'without-network' : 'fallback';
  if (failed !== null) return 'network';
  const [code] = codes;
  if (code !== undefined) return code.stage;
  return causes[0]?.id === 'unknown' ? 'nothing' : 'names-only';
}

function nextFor({ codes, networkingMode, causes }: Explanation): Gist['next'] {
  if (causes[0]?.id === 'wslconfig-invalid') return 'settings-file';
  if (codes.length > 0) return 'machine';
  if (networkingMode.failed !== null) return 'event-log';
  return causes[0]?.id === 'unknown' ? 'whole-text' : 'machine';
}
