import { nextToConfirm } from '../../../machines/troubleshooter-setup.js';
import { destructiveSteps, type Plan, type Step } from '../../domain/plan.js';
import { Confirmation } from '../components/confirmation.js';
import { labelledRows } from '../components/labelled.js';
import { useStage, type Stage } from '../context.js';
import { emptyRow, row, span, spread, wrapRow, type Row } from '../rows.js';
import { backupWords, commandRows, undoWords } from '../step-details.js';
import { typedWord } from '../typed-word.js';
import { stepWords } from '../words.js';

/** One destructive step, on a screen of its own. Not made of a menu: nothing here is chosen by moving over it. */
export function Confirming() {
  const stage = useStage();
  const { flow, view, text, width, send } = stage;
  const due = nextToConfirm(flow.context);
  const plan = view.plan;
  const step = plan?.steps.find(({ id }) => id === due?.id);
  if (plan === null || due === undefined || step === undefined || plan.hash !== flow.context.plan?.hash)
    return null;
  const say = text.screens.confirming;
  const index = plan.steps.indexOf(step) + 1;
  const progress = say.progress(flow.context.confirmed.length, destructiveSteps(plan).length);
  const isNew = flow.context.request?.kind !== 'remainder' && plan.half !== 'after-restart';
  return (
    <Confirmation
      key={`${plan.hash} ${step.id}`}
      rows={stepRows(stage, plan, step, width)}
      question={say.question}
      yes={say.yes(index)}
      word={due.confirmation === 'typed-word' ? typedWord(step) : null}
      progress={`${isNew ? say.nothingRan : say.nothingNewRan}${text.screens.gap}${progress}`}
      onConfirm={() => send({ type: 'CONFIRM', stepId: step.id, planHash: plan.hash })}
      onRefuse={() => send({ type: 'REFUSE' })}
    />
  );
}

function stepRows({ text }: Stage, plan: Plan, step: Step, width: number): readonly Row[] {
  const say = text.screens.confirming;
  const words = stepWords(text, step.text);
  const index = plan.steps.indexOf(step) + 1;
  const title = row(' ', span(say.title(index, plan.steps.length, words.title), 'strong'));
  const effect = span(
    `${text.screens.plan.effects[step.effect]} · ${text.screens.choosing.undo[step.undo.kind]}`,
    'danger',
  );
  return [
    ...wrapRow(spread(title, row(effect), width), width, 1),
    emptyRow,
    ...commandRows(step, text, width),
    emptyRow,
    ...labelledRows(
      [
        { label: text.screens.plan.changes, value: words.changes },
        { label: say.stops, value: words.stops },
        { label: say.lost, value: words.lost === '' ? say.nothingLost : words.lost },
        { label: say.backup, value: backupWords(step, text) },
        { label: say.undo, value: undoWords(step, text) },
      ],
      width,
    ),
  ];
}
