import { Choices, type Choice } from '../components/choices.js';
import { stepTitle } from '../components/steps.js';
import { useStage, type Stage } from '../context.js';
import { resultRows } from '../result-rows.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from '../rows.js';

/** Everything was taken back. */
export function RolledBack() {
  const stage = useStage();
  const { text, width, height } = stage;
  const say = text.screens.rolledBack;
  const rows = [
    ...paragraph(say.title, width, 'good', 1),
    ...paragraph(say.meaning, width, 'plain', 1),
    emptyRow,
    ...resultRows(stage, width),
  ];
  return <Choices rows={rows} choices={goOnOrLeave(stage)} width={width} height={height} />;
}

/** The exact remainder, with the commands that do it by hand. */
export function NotFullyRolledBack() {
  const stage = useStage();
  const { text, width, height } = stage;
  const say = text.screens.notFullyRolledBack;
  const rows = [
    ...paragraph(say.title, width, 'bad', 1),
    ...paragraph(say.meaning, width, 'plain', 1),
    emptyRow,
    ...remainderRows(stage, width),
    emptyRow,
    ...resultRows(stage, width),
  ];
  return <Choices rows={rows} choices={goOnOrLeave(stage)} width={width} height={height} />;
}

/** Stopped between two steps, on the person's word. */
export function Stopped() {
  const stage = useStage();
  const { text, width, height, send, leave } = stage;
  const say = text.screens.stopped;
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...paragraph(say.meaning, width, 'plain', 1),
    emptyRow,
    ...resultRows(stage, width),
  ];
  const choices: readonly Choice[] = [
    { id: 'again', text: say.again, choose: () => send({ type: 'FINISH' }) },
    { id: 'leave', text: text.screens.afterwards.leave, choose: leave },
  ];
  return <Choices rows={rows} choices={choices} width={width} height={height} />;
}

function remainderRows(stage: Stage, width: number): readonly Row[] {
  const left = stage.view.steps.filter(({ remainder }) => remainder.length > 0);
  if (left.length === 0)
    return paragraph(stage.text.screens.notFullyRolledBack.nothingKnown, width, 'warning', 1);
  return left.flatMap(({ stepId, remainder }) => [
    row(' ', span('✖ ', 'bad'), span(stepTitle(stage, stepId), 'strong')),
    ...remainder.flatMap((line) => wrapRow(row('     ', span(line, 'accent')), width, 7)),
  ]);
}

function goOnOrLeave({ text, send, leave }: Stage): readonly Choice[] {
  const say = text.screens.afterwards;
  return [
    { id: 'other-way', text: say.otherWay, choose: () => send({ type: 'CONTINUE' }) },
    { id: 'leave', text: say.leave, choose: leave },
  ];
}
