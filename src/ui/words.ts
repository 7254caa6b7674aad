/** What things are called: the one place where screens meet the tables of probes, causes, remedies and steps. */
import type { Diagnosis, RefusalReason, RemedyOffer } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Finding, ProbeResult, SkipReason } from '../domain/findings.js';
import { probeIds, type CauseId, type ProbeId, type RemedyId } from '../domain/ids.js';
import type { StepText } from '../domain/plan.js';
import { leftOut } from './deeper-look.js';
import { describeFinding } from '../text/findings.js';
import { describeStep, type StepWords } from '../text/steps.js';
import type { Text } from '../text/text.js';

export function probeName(text: Text, id: ProbeId): string {
  return text.probes.probes[id].label;
}

/** What a probe read; empty where it read nothing. */
export function probeReading(text: Text, id: ProbeId, facts: Facts): string {
  return text.probes.probes[id].reading(facts);
}

export function skipWords(text: Text, reason: SkipReason): string {
  return text.probes.skipped(reason);
}

/** How a check failed: as its own error, or as a question that PowerShell took with it. */
export function crashWords(
  text: Text,
  { message, lost }: ProbeResult & { readonly status: 'crashed' },
  otherwise: (message: string) => string,
): string {
  return lost === undefined ? otherwise(message) : text.probes.lost(lost.question, lost.why);
}

/** What was left out for want of administrator rights, as a sentence; empty where nothing was. */
export function withheldWords(text: Text, probes: Parameters<typeof leftOut>[0]): string {
  return text.probes.withheld(leftOut(probes, 'needs-elevation').map((id) => probeName(text, id)));
}

export function findingWords(text: Text, finding: Finding): string {
  return describeFinding(text.findings, finding);
}

export function causeName(text: Text, id: CauseId): string {
  return text.causes[id].name;
}

/** What the cause is, then what reports say of cures. */
export function causeMeaning(text: Text, id: CauseId): readonly string[] {
  return [text.causes[id].meaning, text.causes[id].experience];
}

export function remedyName(text: Text, id: RemedyId): string {
  return text.remedies.remedies[id].name;
}

/** What the remedy does, then what to know before choosing it. */
export function remedyMeaning(text: Text, id: RemedyId): readonly string[] {
  const { meaning, advice } = text.remedies.remedies[id];
  return [meaning, advice];
}

/** What people reported of it who had the code of this machine; empty where no report is known. */
export function remedyExperience(text: Text, { experience }: Pick<RemedyOffer, 'experience'>): string {
  if (experience === null || experience === undefined) return '';
  const { code, cured, failed, sources } = experience;
  return text.remedies.experience(code, cured, failed, sources);
}

/** What is not there to be judged, as a sentence: no network was at fault. Null where WSL could be started. */
export function missingWords(diagnosis: Diagnosis | null, text: Text): string | null {
  const say = text.screens.reviewing;
  if (diagnosis === null) return null;
  if (diagnosis.findings.some(({ id }) => id === 'wsl-not-installed')) return say.noWsl;
  return diagnosis.health === 'unknown' && diagnosis.facts.distros?.distros.length === 0
    ? say.noDistro
    : null;
}

/** Why a remedy is not offered, as a sentence. */
export function refusalWords(text: Text, reason: RefusalReason): string {
  return text.remedies.refused(reason, (probe) => {
    const known = probeIds.find((id) => id === probe);
    return known === undefined ? probe : probeName(text, known);
  });
}

export function stepWords(text: Text, step: StepText): StepWords {
  return describeStep(text.steps, step);
}
