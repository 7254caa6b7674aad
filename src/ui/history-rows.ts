/** A session of the past in rows: what each step came to, and how it would be taken back. */
import type { StepCourse } from '../journal/session-course.js';
import { canBeUndone, type HistoryEntry } from '../workflow/history.js';
import { stepIcons } from './components/steps.js';
import type { Stage } from './context.js';
import { emptyRow, row, span, spread, wrapRow, type Row, type Tone } from './rows.js';
import { actionLines } from './step-details.js';
import { stepWords } from './words.js';

type Words = Pick<Stage, 'text'>;

export function sessionStepRow(
  { text }: Words,
  { step, standing }: StepCourse,
  index: number,
  width: number,
): Row {
  const outcomes = text.screens.applying.outcomes;
  const [icon, tone]: readonly [string, Tone] = standing === 'begun' ? ['●', 'warning'] : stepIcons[standing];
  const words = standing === 'begun' ? text.screens.recovering.begun : outcomes[standing];
  const start = row(' ', span(`${icon} `, tone), `${index + 1} ${stepWords(text, step.text).title}`);
  return spread(start, row(span(words, tone)), Math.min(width, 90));
}

/** In the order in which it runs: the last step first. What only read or saved has nothing to undo. */
export function undoRows({ text }: Words, { steps, backups }: HistoryEntry, width: number): readonly Row[] {
  const say = text.screens;
  return steps
    .map((course, index) => ({ course, number: index + 1 }))
    .filter(({ course }) => canBeUndone(course) || isLost(course))
    .toReversed()
    .flatMap(({ course, number }) => {
      const { step } = course;
      const title = row(' ', span(`${number} `, 'quiet'), span(stepWords(text, step.text).title, 'strong'));
      const kind = row(span(say.history.kinds[step.undo.kind], undoTones[step.undo.kind]));
      const lines = step.undo.actions.flatMap((action) => {
        const backup = action.kind === 'run' ? (action.backup ?? '') : '';
        const path = backups[backup] ?? backup;
        return actionLines(action, text, true).map((line) => line.replaceAll('{backup}', () => path));
      });
      return [
        emptyRow,
        spread(title, kind, Math.min(width, 90)),
        ...lines.flatMap((line) => wrapRow(row('     ', span(line, 'accent')), width, 7)),
      ];
    });
}

const isLost = ({ step, touched }: StepCourse): boolean =>
  touched && step.undo.kind === 'none' && step.effect === 'destructive';

const undoTones = { exact: 'good', equivalent: 'warning', none: 'danger' } as const;
