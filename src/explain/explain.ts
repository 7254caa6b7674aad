import type { Reason } from '../domain/reasons.js';
import { explainTexts } from '../text/explain.js';
import type { Explanation } from './explanation.js';
import { findCodes, hasExitCode } from './find-codes.js';
import { findEvidence } from './find-evidence.js';
import { findFolklore } from './find-folklore.js';
import { findModes } from './find-modes.js';
import { findWslVersion } from './find-wsl-version.js';
import { readableText } from './readable-text.js';
import { suggestRemedies } from './suggest-remedies.js';
import { weighCauses } from './weigh-causes.js';

/**
 * What a pasted text says about a WSL failure: a console error in any language, an event line, a whole bug report.
 * Pure; never throws; linear in the length of the text. No entry in `codes` means that no error code was found.
 * @param renderWhy makes the sentences of `why`, by default in English.
 */
export function explain(
  text: string,
  renderWhy: (reason: Reason) => string = explainTexts.en.why,
): Explanation {
  const readable = readableText(text);
  const codes = findCodes(readable);
  const modes = findModes(readable);
  const wslVersion = findWslVersion(readable);
  const causes = weighCauses({
    codes,
    modes,
    evidence: findEvidence(readable),
    exitCodeOnly: codes.length === 0 && hasExitCode(readable),
  });
  const remedies = suggestRemedies({ causes, modes, stage: codes[0]?.stage ?? 'other', wslVersion });
  return {
    schema: 'wsl-netfix/explanation/1',
    codes,
    networkingMode: modes,
    causes: causes.map(({ id, likelihood, reason }) => ({ id, likelihood, why: renderWhy(reason) })),
    remedies: remedies.map((reason) => ({ id: reason.remedy, why: renderWhy(reason) })),
    warnings: findFolklore(readable).map((id) => ({
      id,
      why: renderWhy({ kind: 'folklore', folklore: id }),
    })),
  };
}
