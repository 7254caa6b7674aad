/** The plan while it runs: which steps are done, which one runs and for how long. */
import type { Stage } from '../context.js';
import type { StepProgress } from '../../workflow/case-file.js';
import { row, span, spread, type Row, type Span, type Tone } from '../rows.js';
import { durationText } from '../times.js';
import { stepWords } from '../words.js';

type StepsStage = Pick<Stage, 'view' | 'text' | 'layout'>;

export function stepRows(stage: StepsStage, width: number, now: number): readonly Row[] {
  return stepsOf(stage).map((progress, index) => stepRow(stage, progress, index, width, now));
}

/** As the case file tells it; before the first step, the plan's steps as they lie ahead. */
function stepsOf({ view }: StepsStage): readonly StepProgress[] {
  if (view.steps.length > 0) return view.steps;
  const ahead = { status: 'planned', since: null, durationMs: null, remainder: [] } as const;
  return (view.plan?.steps ?? []).map(({ id }) => ({ stepId: id, ...ahead }));
}

/** The step that a short list has to keep in view. */
export function runningStep({ view }: StepsStage): number {
  const running = view.steps.findIndex(({ status }) => status === 'running' || status === 'undoing');
  if (running !== -1) return running;
  return Math.max(
    0,
    view.steps.findLastIndex(({ status }) => status !== 'planned'),
  );
}

export function stepTitle({ view, text }: Pick<Stage, 'view' | 'text'>, stepId: string): string {
  const known = [...(view.plan?.steps ?? []), ...(view.earlier?.steps ?? [])];
  const step = known.find(({ id }) => id === stepId);
  return step === undefined ? stepId : stepWords(text, step.text).title;
}

function stepRow(stage: StepsStage, progress: StepProgress, index: number, width: number, now: number): Row {
  const { text, layout } = stage;
  const isLinear = layout.kind === 'linear';
  const outcome = text.screens.applying.outcomes[progress.status];
  const [icon, tone] = stepIcons[progress.status];
  const start = row(
    ' ',
    isLinear ? '' : span(`${icon} `, tone),
    span(
      `${index + 1} ${stepTitle(stage, progress.stepId)}`,
      progress.status === 'planned' ? 'quiet' : 'plain',
    ),
  );
  return spread(start, row(...endOf(progress, outcome, tone, text, now, isLinear)), width);
}

/** What is at the end of the row: the time, and the outcome where it is not the usual one. */
function endOf(
  progress: StepProgress,
  outcome: string,
  tone: Tone,
  text: Stage['text'],
  now: number,
  isLinear: boolean,
): readonly Span[] {
  const { status, since, durationMs } = progress;
  const ms = durationMs ?? (isRunning(progress) && since !== null ? Math.max(0, now - since) : null);
  const time = ms === null ? [] : [span(durationText(ms, text), 'quiet')];
  if (isLinear) return [span(outcome), span(' '), ...time];
  if (status === 'done' || status === 'planned' || status === 'running') return time;
  return [span(outcome, tone), ...(time.length === 0 ? [] : [span('  '), ...time])];
}

function isRunning({ status }: StepProgress): boolean {
  return status === 'running' || status === 'undoing';
}

export const stepIcons: Readonly<Record<StepProgress['status'], readonly [string, Tone]>> = {
  planned: ['○', 'quiet'],
  running: ['●', 'accent'],
  undoing: ['●', 'accent'],
  done: ['✔', 'good'],
  skipped: ['–', 'quiet'],
  failed: ['✖', 'bad'],
  undone: ['↶', 'good'],
  'not-undone': ['✖', 'bad'],
};
