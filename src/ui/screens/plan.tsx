import { useState } from 'react';
import { destructiveSteps, type Plan, type Step } from '../../domain/plan.js';
import { labelledRows, type Entry } from '../components/labelled.js';
import { Scroll } from '../components/scroll.js';
import { useStage, type Stage } from '../context.js';
import { emptyRow, paragraph, row, span, spread, wrapRow, type Row, type Tone } from '../rows.js';
import { backupWords, commandRows, undoWords } from '../step-details.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { remedyName, stepWords } from '../words.js';

/** Everything that would run, before anything does. */
export function PlanScreen() {
  const stage = useStage();
  const { view, width, height, send } = stage;
  const plan = view.plan;
  const drawn = useDrawn();
  const [folded, setFolded] = useState(true);
  useCommands({
    accept: () => {
      if (plan !== null && drawn()) send({ type: 'ACCEPT_PLAN', planHash: plan.hash });
    },
    scripts: () => setFolded(!folded),
    back: () => send({ type: 'BACK' }),
  });
  const rows = plan === null ? [] : planRows(stage, plan, width, folded);
  return <Scroll rows={rows} width={width} height={height} arrows />;
}

function planRows(stage: Stage, plan: Plan, width: number, folded: boolean): readonly Row[] {
  const { text, flow, view } = stage;
  const say = text.screens.plan;
  const remedy = remedyName(text, plan.remedy);
  const title = plan.half === 'after-restart' ? say.secondHalf(remedy) : say.title(remedy);
  const count = destructiveSteps(plan).length;
  const asksElevation =
    flow.context.plan?.needsElevation === true && view.facts.elevation?.elevated === false;
  const closing = [
    count === 0 ? say.nothingToConfirm : say.toConfirm(count),
    ...(asksElevation ? [say.elevation] : []),
    ...(plan.restart ? [say.restart] : []),
  ];
  return [
    row(' ', span(title, 'strong')),
    ...closing.flatMap((sentence) => paragraph(sentence, width, 'quiet', 1)),
    ...overviewRows(stage, plan, width),
    ...plan.steps.flatMap((step, index) => [emptyRow, ...stepDetailRows(stage, step, index, width, folded)]),
    ...(plan.restart ? [emptyRow, ...returnRows(stage, width)] : []),
  ];
}

/** It runs too, so that it is shown; no step, as the plan is no worse off where it fails. */
function returnRows({ text, returnCommand }: Stage, width: number): readonly Row[] {
  const say = text.screens.plan;
  if (returnCommand === null) return paragraph(say.comeBackByHand, width, 'quiet', 3);
  return [
    ...paragraph(say.comesBack, width, 'quiet', 3),
    ...wrapRow(row('       ', span(returnCommand, 'accent')), width, 9),
  ];
}

/** Which steps are what, at a glance: `destructive: 3, 4   safe: 1, 2`. */
function overviewRows({ text }: Stage, plan: Plan, width: number): readonly Row[] {
  const { plan: say, comma, colon } = text.screens;
  const kinds = (['destructive', 'disruptive', 'safe'] as const).flatMap((effect) => {
    const numbers = plan.steps.flatMap((step, index) => (step.effect === effect ? [index + 1] : []));
    if (numbers.length === 0) return [];
    return [span(`${say.effects[effect]}${colon}`, effectTones[effect]), span(`${numbers.join(comma)}   `)];
  });
  return wrapRow(row(' ', ...kinds), width, 1);
}

/** A destructive step says all that its confirm screen will say again; of the others, what they change is enough. */
function stepDetailRows(
  { text }: Stage,
  step: Step,
  index: number,
  width: number,
  folded: boolean,
): readonly Row[] {
  const say = text.screens.plan;
  const words = stepWords(text, step.text);
  const isDestructive = step.effect === 'destructive';
  const undo = ` · ${text.screens.choosing.undo[step.undo.kind]}`;
  const effect = row(span(say.effects[step.effect], effectTones[step.effect]), isDestructive ? undo : '');
  const mark = isDestructive ? span(' ! ', 'danger') : span('   ');
  const entries: readonly Entry[] = [
    { label: say.changes, value: words.changes },
    { label: say.lost, value: isDestructive ? words.lost : '' },
    { label: say.backup, value: step.effect === 'safe' ? '' : savedWords(step, text) },
    { label: say.undo, value: isDestructive || step.undo.actions.length > 0 ? undoWords(step, text) : '' },
  ];
  return [
    spread(row(mark, span(`${index + 1} `, 'quiet'), span(words.title, 'strong')), effect, width),
    ...commandRows(step, text, width, { indent: 7, folded }),
    ...labelledRows(entries, width, 5),
  ];
}

/** Nothing is said where nothing is kept. */
function savedWords(step: Step, text: Stage['text']): string {
  const words = backupWords(step, text);
  return words === text.screens.plan.noBackup ? '' : words;
}

const effectTones: Readonly<Record<Step['effect'], Tone>> = {
  safe: 'good',
  disruptive: 'warning',
  destructive: 'danger',
};
