import { destructiveSteps, type Plan, type Step } from '../../domain/plan.js';
import { labelledRows } from '../components/labelled.js';
import { Scroll } from '../components/scroll.js';
import { useStage, type Stage } from '../context.js';
import { emptyRow, paragraph, row, span, spread, type Row, type Tone } from '../rows.js';
import { backupWords, commandRows, undoWords } from '../step-details.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { remedyName, stepWords } from '../words.js';

/** Everything that would run, before anything does. */
export function PlanScreen() {
  const stage = useStage();
  const { view, width, height, send } = stage;
  const plan = view.plan;
  const drawn = useDrawn();
  useCommands({
    accept: () => {
      if (plan !== null && drawn()) send({ type: 'ACCEPT_PLAN', planHash: plan.hash });
    },
    back: () => send({ type: 'BACK' }),
  });
  const rows = plan === null ? [] : planRows(stage, plan, width);
  return <Scroll rows={rows} width={width} height={height} arrows />;
}

function planRows(stage: Stage, plan: Plan, width: number): readonly Row[] {
  const { text, flow } = stage;
  const say = text.screens.plan;
  const remedy = remedyName(text, plan.remedy);
  const title = plan.half === 'after-restart' ? say.secondHalf(remedy) : say.title(remedy);
  const count = destructiveSteps(plan).length;
  const closing = [
    count === 0 ? say.nothingToConfirm : say.toConfirm(count),
    ...(flow.context.plan?.needsElevation === true && view(stage).elevated === false ? [say.elevation] : []),
    ...(plan.restart ? [say.restart] : []),
  ];
  return [
    row(' ', span(title, 'strong')),
    ...closing.flatMap((sentence) => paragraph(sentence, width, 'quiet', 1)),
    ...plan.steps.flatMap((step, index) => [emptyRow, ...stepDetailRows(stage, step, index, width)]),
  ];
}

function view({ view: { facts } }: Stage): { readonly elevated: boolean | null } {
  return { elevated: facts.elevation?.elevated ?? null };
}

function stepDetailRows({ text }: Stage, step: Step, index: number, width: number): readonly Row[] {
  const say = text.screens.plan;
  const words = stepWords(text, step.text);
  const effect = span(say.effects[step.effect], effectTones[step.effect]);
  return [
    spread(row(' ', span(`${index + 1} `, 'quiet'), span(words.title, 'strong')), row(effect), width),
    ...commandRows(step, text, width, 5),
    ...labelledRows(
      [
        { label: say.changes, value: words.changes },
        { label: say.lost, value: step.effect === 'safe' ? '' : words.lost },
        { label: say.backup, value: step.effect === 'safe' ? '' : backupWords(step, text) },
        { label: say.undo, value: step.effect === 'safe' ? '' : undoWords(step, text) },
      ],
      width,
      3,
    ),
  ];
}

const effectTones: Readonly<Record<Step['effect'], Tone>> = {
  safe: 'good',
  disruptive: 'warning',
  destructive: 'danger',
};
