/** What speaks for and against a cause, with the words of the machine that it rests on. */
import type { Cause } from '../causes/cause.js';
import { causes } from '../causes/registry.js';
import type { RankedCause } from '../domain/diagnosis.js';
import type { Finding, FindingId } from '../domain/findings.js';
import type { CauseId, ProbeId } from '../domain/ids.js';
import type { Stage } from './context.js';
import { refusalOf } from './offer-rows.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from './rows.js';
import { causeMeaning, causeName, findingWords, probeName, remedyName } from './words.js';

type CauseStage = Pick<Stage, 'view' | 'text' | 'layout'>;

/** In short: one line a finding, and how often it was cured. */
export function causeEvidence(stage: CauseStage, cause: RankedCause, width: number): readonly Row[] {
  const { text } = stage;
  const rows = [
    ...findingRows(stage, cause.for, '✖', width),
    ...findingRows(stage, cause.against, '–', width),
  ];
  const reports = reportRows(cause, text, width);
  return [
    ...(rows.length === 0 ? paragraph(text.screens.reviewing.noFinding, width, 'quiet', 1) : rows),
    ...(reports.length === 0 ? [] : [emptyRow, ...reports]),
  ];
}

/** In full: what the cause is, every finding with its excerpt and its source, the reports, and the ways out. */
export function causeDetails(stage: CauseStage, cause: RankedCause, width: number): readonly Row[] {
  const { text } = stage;
  const say = text.screens.reviewing;
  const known = knowledgeOf(cause.id);
  const sources = (id: FindingId) => sourcesOf(known, id);
  const against = findingRows(stage, cause.against, '–', width, sources);
  return [
    row(' ', span(causeName(text, cause.id), 'strong')),
    ...causeMeaning(text, cause.id).flatMap((sentence) => paragraph(sentence, width, 'plain', 1)),
    ...titled(say.forIt, orElse(findingRows(stage, cause.for, '✖', width, sources), say.noFinding, width)),
    ...titled(say.againstIt, orElse(against, say.nothingAgainst, width)),
    ...titled(say.reports, reportRows(cause, text, width)),
    ...titled(say.waysOut, remedyRows(stage, known, width)),
  ];
}

/** The probes whose output holds what speaks for and against a cause. */
export function probesOf({ view }: Pick<Stage, 'view'>, cause: RankedCause): readonly ProbeId[] {
  const ids = [...cause.for, ...cause.against];
  const findings = (view.diagnosis?.findings ?? []).filter(({ id }) => ids.includes(id));
  return [...new Set(findings.map(({ probe }) => probe))];
}

function titled(title: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [emptyRow, row(' ', span(title, 'strong')), ...rows];
}

function knowledgeOf(id: CauseId): Cause | undefined {
  return causes.find((cause) => cause.id === id);
}

/** Where a weight comes from, as far as one can look there: what only names a document of ours is left out. */
function sourcesOf(cause: Cause | undefined, finding: FindingId): readonly string[] {
  const sources = (cause?.evidence ?? []).filter((each) => each.finding === finding);
  return [...new Set(sources.map(({ source }) => source))].filter((source) => source.startsWith('https://'));
}

/** Reports counted for the cure, with their numbers. */
function reportRows({ id }: RankedCause, text: CauseStage['text'], width: number): readonly Row[] {
  const say = text.screens;
  return (knowledgeOf(id)?.reports ?? []).flatMap(({ cured, of, sources }) =>
    wrapRow(
      row(' ', say.reviewing.cured(cured, of), span(` · ${sources.join(say.comma)}`, 'quiet')),
      width,
      3,
    ),
  );
}

/** What was reported to help with this very cause, and whether it can be done here. */
function remedyRows({ view, text }: CauseStage, cause: Cause | undefined, width: number): readonly Row[] {
  const offers = view.diagnosis?.offers ?? [];
  const say = text.screens.choosing;
  return (cause?.remedies ?? []).flatMap(({ id, relation }) => {
    const offer = offers.find((each) => each.id === id);
    if (offer === undefined) return [];
    const words = offer.available ? say.relations[relation] : say.notOffered(refusalOf(offer, text));
    return wrapRow(row('   ', remedyName(text, id), span(` · ${words}`, 'quiet')), width, 5);
  });
}

function orElse(rows: readonly Row[], sentence: string, width: number): readonly Row[] {
  return rows.length > 0 ? rows : paragraph(sentence, width, 'quiet', 1);
}

function findingRows(
  { view, text, layout }: CauseStage,
  ids: readonly FindingId[],
  icon: string,
  width: number,
  sources: (id: FindingId) => readonly string[] = () => [],
): readonly Row[] {
  const findings = (view.diagnosis?.findings ?? []).filter(({ id }) => ids.includes(id));
  return findings.flatMap((finding) => [
    ...wrapRow(
      row(
        ' ',
        span(`${layout.kind === 'linear' ? '-' : icon} `, icon === '✖' ? 'bad' : 'quiet'),
        findingWords(text, finding),
      ),
      width,
      3,
    ),
    ...excerptRows(text, finding, width),
    ...sources(finding.id).flatMap((source) => wrapRow(row('   ', span(source, 'quiet')), width, 5)),
  ]);
}

function excerptRows(text: CauseStage['text'], { probe, evidence }: Finding, width: number): readonly Row[] {
  if (evidence === '') return [];
  const source = `${probeName(text, probe)}${text.screens.colon}`;
  return evidence
    .split('\n')
    .flatMap((line, index) =>
      wrapRow(row('   ', span(index === 0 ? source : '', 'quiet'), span(line, 'accent')), width, 5),
    );
}
