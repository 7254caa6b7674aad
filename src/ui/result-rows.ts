/** How a treatment ended, in rows: what was done, what is kept where, how to undo it. */
import { endsWithoutVerdict, type CaseView, type VerificationCheck } from '../workflow/case-file.js';
import { labelledRows, type Entry } from './components/labelled.js';
import type { Stage } from './context.js';
import { padRow, row, span, textWidth, fitRow, type Row, type Tone } from './rows.js';

type ResultStage = Pick<Stage, 'view' | 'text'>;
type CheckStage = Pick<Stage, 'view' | 'text' | 'layout'>;

/** Done, kept, undo, log, what stays changed, and what prevents it next time: only what there is. */
export function resultEntries({ view, text }: ResultStage, verdict = view.verdict): readonly Entry[] {
  const say = text.screens.result;
  const done = stepsDone(view);
  const { givenBack, lost, staysChanged } = view.aftermath;
  const comma = text.screens.comma;
  const doneWords = [
    ...(done === 0 ? [] : [say.steps(done)]),
    ...(givenBack.length === 0 ? [] : [say.givenBack(givenBack.join(comma))]),
    ...(lost.length === 0 ? [] : [say.lostAddresses(lost.join(comma))]),
  ];
  const changed = staysChanged.map((key) => text.remedies.staysChanged[key]);
  return [
    { label: say.done, value: doneWords.join('\n') },
    { label: say.staysChanged, value: changed.join('\n'), tone: 'warning' },
    { label: say.kept, value: view.place?.folder ?? '' },
    { label: say.toUndo, value: undoWords({ view, text }) },
    { label: say.log, value: view.place?.log ?? '' },
    { label: say.rights, value: view.elevatedBy === 'other-account' ? say.otherAccount : '' },
    { label: say.next, value: verdict === 'repaired' ? preventionWords({ view, text }) : '' },
  ];
}

function preventionWords({ view, text }: ResultStage): string {
  const backup = view.place?.backups.find(({ name }) => name === 'wslconfig')?.path ?? null;
  return text.screens.result.prevention(backup).join('\n');
}

/** Nothing is said of undoing where everything is undone, or nothing was done but to open a window or to make a copy. */
function undoWords({ view, text }: ResultStage): string {
  const { place, steps } = view;
  const isUndone =
    steps.some(({ status }) => status === 'undone') && !steps.some(({ status }) => status === 'not-undone');
  return place === null || isUndone || endsWithoutVerdict(view)
    ? ''
    : `${place.undoCommand} ${text.screens.result.worksOffline}`;
}

/** Of the whole session, also where a restart lay in between. */
function stepsDone({ steps, earlier }: CaseView): number {
  const done = steps.filter(({ status }) => status === 'done').length;
  const wasUndone = steps.some(({ status }) => status === 'undone' || status === 'not-undone');
  return wasUndone ? done : done + (earlier?.done ?? 0);
}

export function resultRows(stage: ResultStage, width: number): readonly Row[] {
  return labelledRows(resultEntries(stage), width);
}

/** The proofs of the verification, one a row. */
export function checkRows({ view, text, layout }: CheckStage, width: number): readonly Row[] {
  const names = view.checks.map(({ id }) => text.screens.verifying.checks[id]);
  const nameWidth = Math.min(Math.max(0, ...names.map(textWidth)), Math.floor(width * 0.5)) + 2;
  return view.checks.map((check) => {
    const [icon, tone] = checkIcons[check.status];
    const name = padRow(row(text.screens.verifying.checks[check.id]), nameWidth);
    const evidence = span(check.evidence.replace(/\s+/g, ' '), check.status === 'failed' ? 'bad' : 'quiet');
    const mark = layout.kind === 'linear' ? `${checkWord(check, text)}${text.screens.colon}` : `${icon} `;
    return fitRow(row(' ', span(mark, tone), ...name, evidence), width);
  });
}

/** The icon as a word, where icons cannot be seen. */
function checkWord({ status }: VerificationCheck, text: ResultStage['text']): string {
  const say = text.screens.status;
  const words = {
    waiting: say.waiting,
    running: say.running,
    passed: say.ok,
    failed: say.crashed,
    skipped: say.skipped,
  };
  return words[status];
}

const checkIcons: Readonly<Record<VerificationCheck['status'], readonly [string, Tone]>> = {
  waiting: ['○', 'quiet'],
  running: ['◌', 'accent'],
  passed: ['✔', 'good'],
  failed: ['✖', 'bad'],
  skipped: ['–', 'quiet'],
};

export function proofWords({ view, text }: ResultStage): string {
  const made = view.checks.filter(({ status }) => status === 'passed' || status === 'failed');
  if (made.length === 0) return '';
  return text.screens.proof(made.filter(({ status }) => status === 'passed').length, made.length);
}
