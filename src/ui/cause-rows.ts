/** What speaks for and against a cause, with the words of the machine that it rests on. */
import type { RankedCause } from '../domain/diagnosis.js';
import type { Finding, FindingId } from '../domain/findings.js';
import type { Stage } from './context.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from './rows.js';
import { causeMeaning, causeName, findingWords, probeName, remedyName } from './words.js';

type CauseStage = Pick<Stage, 'view' | 'text' | 'layout'>;

/** In short: one line a finding. */
export function causeEvidence(stage: CauseStage, cause: RankedCause, width: number): readonly Row[] {
  const { text } = stage;
  const rows = [
    ...findingRows(stage, cause.for, '✖', width),
    ...findingRows(stage, cause.against, '–', width),
  ];
  return rows.length === 0 ? paragraph(text.screens.reviewing.noFinding, width, 'quiet', 1) : rows;
}

/** In full: what the cause is, every finding with its excerpt, and the ways out. */
export function causeDetails(stage: CauseStage, cause: RankedCause, width: number): readonly Row[] {
  const { text, view } = stage;
  const say = text.screens.reviewing;
  const meaning = causeMeaning(text, cause.id);
  const offers = (view.diagnosis?.offers ?? []).filter(({ recommended }) => recommended);
  return [
    row(' ', span(causeName(text, cause.id), 'strong')),
    ...meaning.flatMap((sentence) => paragraph(sentence, width, 'plain', 1)),
    emptyRow,
    row(' ', span(say.forIt, 'strong')),
    ...orElse(findingRows(stage, cause.for, '✖', width), say.noFinding, width),
    emptyRow,
    row(' ', span(say.againstIt, 'strong')),
    ...orElse(findingRows(stage, cause.against, '–', width), say.nothingAgainst, width),
    ...(offers.length === 0 ? [] : [emptyRow, row(' ', span(say.waysOut, 'strong'))]),
    ...offers.map((offer) => row('   ', remedyName(text, offer.id))),
  ];
}

function orElse(rows: readonly Row[], sentence: string, width: number): readonly Row[] {
  return rows.length > 0 ? rows : paragraph(sentence, width, 'quiet', 1);
}

function findingRows(
  { view, text, layout }: CauseStage,
  ids: readonly FindingId[],
  icon: string,
  width: number,
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
