import type { Diagnosis, RankedCause } from '../domain/diagnosis.js';
import type { Health } from '../domain/ids.js';
import type { Host } from '../host/host.js';
import type { CliText } from '../text/cli.js';
import type { Text } from '../text/text.js';
import {
  crashWords,
  withheldWords,
  causeMeaning,
  causeName,
  findingWords,
  probeName,
  probeReading,
  refusalWords,
  remedyExperience,
  remedyName,
  skipWords,
} from '../ui/words.js';
import type { Output } from './output.js';

export interface DiagnosisReport {
  readonly host: Host;
  readonly diagnosis: Diagnosis;
  readonly unfinished: string | null;
  readonly text: Text;
  readonly output: Output;
}

/** The plain report, for terminals without a screen and for pipes. */
export function writeDiagnosis(report: DiagnosisReport): void {
  const { host, diagnosis, unfinished, text, output } = report;
  const words = text.cli.report;
  if (host.kind === 'simulated') output.line(`${words.simulated} ${host.name}`);
  output.line(healthWords(words, diagnosis.health));
  if (unfinished !== null) output.line(words.unfinished(unfinished));
  output.line();
  output.line(words.checks);
  for (const { id, result } of diagnosis.probes) {
    output.line(`  ${marks[result.status]} ${probeName(text, id)}: ${resultWords(report, id, result)}`);
    if (!('findings' in result)) continue;
    for (const finding of result.findings) {
      output.line(`      ${findingWords(text, finding)}`);
      for (const line of finding.evidence.split('\n')) output.line(`        ${line}`);
    }
  }
  const withheld = withheldWords(
    text,
    diagnosis.probes.map(({ id, result }) => ({ id, progress: result })),
  );
  if (withheld !== '') output.line(`  ${withheld}`);
  if (diagnosis.causes.length > 0 && diagnosis.health !== 'healthy') writeCauses(report);
  output.line();
  output.line(words.nothingChanged);
  if (diagnosis.health !== 'healthy') output.line(words.howToStart);
}

function writeCauses({ diagnosis, text, output }: DiagnosisReport): void {
  const words = text.cli.report;
  output.line();
  output.line(words.causes);
  diagnosis.causes.forEach((cause, index) => {
    output.line(`  ${String(index + 1)} ${causeName(text, cause.id)}`);
    for (const line of causeMeaning(text, cause.id)) output.line(`      ${line}`);
    writeEvidence(cause, diagnosis, text, output);
  });
  output.line();
  output.line(words.waysOut);
  for (const offer of diagnosis.offers) {
    const name = `${offer.id}: ${remedyName(text, offer.id)}`;
    const refusal =
      offer.reason === null ? '' : ` (${words.notOffered}: ${refusalWords(text, offer.reason)})`;
    output.line(`  ${offer.recommended ? '❯' : ' '} ${name}${refusal}`);
    const experience = remedyExperience(text, offer);
    if (offer.available && experience !== '') output.line(`      ${experience}`);
  }
}

function writeEvidence(cause: RankedCause, diagnosis: Diagnosis, text: Text, output: Output): void {
  const words = text.cli.report;
  const sides = [
    [words.speaksFor, cause.for],
    [words.speaksAgainst, cause.against],
  ] as const;
  for (const [side, ids] of sides) {
    for (const finding of diagnosis.findings.filter(({ id }) => ids.includes(id))) {
      output.line(`      ${side}: ${findingWords(text, finding)}`);
    }
  }
}

const marks = { ok: '✔', finding: '✖', skipped: '–', 'timed-out': '!', crashed: '!' } as const;

function resultWords(
  { text, diagnosis }: DiagnosisReport,
  id: Diagnosis['probes'][number]['id'],
  result: Diagnosis['probes'][number]['result'],
): string {
  switch (result.status) {
    case 'ok':
    case 'finding':
      return probeReading(text, id, diagnosis.facts);
    case 'skipped':
      return skipWords(text, result.reason);
    case 'timed-out':
      return text.cli.report.timedOut(Math.round(result.afterMs / 1000));
    case 'crashed':
      return crashWords(text, result, (message) => text.cli.report.probeCrashed(message));
  }
}

function healthWords(words: CliText['report'], health: Health): string {
  return {
    healthy: words.healthy,
    broken: words.broken,
    'working-by-fallback': words.fallback,
    unknown: words.unknown,
  }[health];
}
