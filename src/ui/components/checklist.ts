/** The diagnosis, check by check: what was read, what was found, why something was not looked at. */
import type { ProbeProgress } from '../../domain/findings.js';
import type { ProbeId } from '../../domain/ids.js';
import type { Stage } from '../context.js';
import {
  fitRow,
  padRow,
  paragraph,
  row,
  span,
  spread,
  textWidth,
  wrapRow,
  type Row,
  type Span,
  type Tone,
} from '../rows.js';
import { durationText } from '../times.js';
import { crashWords, findingWords, probeName, probeReading, skipWords } from '../words.js';

type CheckStage = Pick<Stage, 'view' | 'text' | 'layout' | 'usualMs'>;

/** `now` in milliseconds since 1970. */
export function checklistRows(stage: CheckStage, width: number, now: number): readonly Row[] {
  const { probes } = stage.view;
  const names = probes.map(({ id }) => textWidth(probeName(stage.text, id)));
  const nameWidth = Math.min(Math.max(8, ...names), Math.floor(width * 0.4)) + 2;
  return probes.map(({ id, progress }) => checkRow(stage, id, progress, { nameWidth, width, now }));
}

/** `Checks … 9/14` */
export function checklistTitle({ view, text }: CheckStage, width: number): Row {
  const ended = view.probes.filter(({ progress }) => isEnded(progress)).length;
  const count = row(span(`${ended}/${view.probes.length}`, 'strong'));
  return spread(row(' ', span(text.screens.diagnosing.title, 'strong')), count, width);
}

/**
 * The rows for a short list, in their order: what was found and what went wrong before what runs, that before the rest.
 * The last row says how many are left out.
 */
export function shortChecklist(stage: CheckStage, rows: readonly Row[], room: number): readonly Row[] {
  if (rows.length <= room) return rows;
  const { probes } = stage.view;
  const kept = [...probes.keys()]
    .sort((a, b) => urgency(probes[a]?.progress) - urgency(probes[b]?.progress) || a - b)
    .slice(0, Math.max(0, room - 1));
  const others = row(' ', span(stage.text.screens.diagnosing.others(rows.length - kept.length), 'quiet'));
  return [...rows.filter((_, index) => kept.includes(index)), others];
}

function urgency(progress: ProbeProgress | undefined): number {
  if (progress === undefined) return 4;
  if (isNoteworthy(progress)) return 0;
  if (progress.status === 'running') return 1;
  return progress.status === 'waiting' ? 3 : 2;
}

/** Something was found, or the check did not come to its end. */
export function isNoteworthy({ status }: ProbeProgress): boolean {
  return status === 'finding' || status === 'timed-out' || status === 'crashed';
}

/** One check in full, where its row may have been cut. */
export function checkDetail(
  stage: CheckStage,
  { id, progress }: CheckStage['view']['probes'][number],
  width: number,
): readonly Row[] {
  if (progress.status !== 'finding') {
    const words = checkWords(stage, id, progress);
    return wrapRow(row('   ', words), width, 3);
  }
  return progress.findings.flatMap((finding) => [
    ...paragraph(findingWords(stage.text, finding), width, 'plain', 3),
    ...(finding.evidence === '' ? [] : paragraph(finding.evidence, width, 'accent', 3)),
  ]);
}

function isEnded(progress: ProbeProgress): boolean {
  return progress.status !== 'waiting' && progress.status !== 'running';
}

interface CheckLook {
  readonly nameWidth: number;
  readonly width: number;
  readonly now: number;
}

function checkRow(stage: CheckStage, id: ProbeId, progress: ProbeProgress, look: CheckLook): Row {
  const icon = statusSpan(progress.status, stage);
  const name = padRow(fitRow(row(probeName(stage.text, id)), look.nameWidth - 2), look.nameWidth);
  const words = row(icon, ' ', ...name, checkWords(stage, id, progress));
  if (progress.status !== 'running') return [span(' '), ...words];
  const elapsed = span(durationText(Math.max(0, look.now - progress.since), stage.text), 'quiet');
  return spread([span(' '), ...words], row(elapsed), look.width);
}

function checkWords(stage: CheckStage, id: ProbeId, progress: ProbeProgress): Span {
  const { text, view, usualMs } = stage;
  const say = text.screens.diagnosing;
  switch (progress.status) {
    case 'waiting':
      return span('');
    case 'running': {
      const usual = usualMs?.[id] ?? 0;
      return span(usual >= slowMs ? say.usually(Math.round(usual / 1000)) : '', 'quiet');
    }
    case 'ok':
      return span(probeReading(text, id, view.facts));
    case 'finding': {
      const [first] = progress.findings;
      if (first === undefined) return span(probeReading(text, id, view.facts));
      return span(first.evidence === '' ? findingWords(text, first) : first.evidence, 'bad');
    }
    case 'skipped':
      return span(say.skipped(skipWords(text, progress.reason)), 'quiet');
    case 'timed-out':
      return span(say.timedOut(Math.round(progress.afterMs / 1000)), 'warning');
    case 'crashed':
      return span(crashWords(text, progress, say.crashed), 'warning');
  }
}
/** Below this a check ends before anyone wonders. */
const slowMs = 3_000;

/** The icon of a status; a word where icons cannot be seen. */
export function statusSpan(
  status: ProbeProgress['status'],
  { text, layout }: Pick<CheckStage, 'text' | 'layout'>,
): Span {
  const say = text.screens.status;
  const look: Readonly<Record<ProbeProgress['status'], readonly [string, string, Tone]>> = {
    waiting: ['○', say.waiting, 'quiet'],
    running: ['◌', say.running, 'accent'],
    ok: ['✔', say.ok, 'good'],
    finding: ['✖', say.finding, 'bad'],
    skipped: ['–', say.skipped, 'quiet'],
    'timed-out': ['!', say.timedOut, 'warning'],
    crashed: ['!', say.crashed, 'warning'],
  };
  const [icon, word, tone] = look[status];
  return layout.kind === 'linear' ? span(`${word}${text.screens.colon}`, tone) : span(icon, tone);
}
