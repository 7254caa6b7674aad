import { restartStepId } from '../../domain/plan.js';
import { Choices } from '../components/choices.js';
import { Confirmation } from '../components/confirmation.js';
import { labelledRows } from '../components/labelled.js';
import { useStage, type Stage } from '../context.js';
import { emptyRow, paragraph, row, span, spread, wrapRow, type Row } from '../rows.js';

/** Windows has to restart; the person chooses when. */
export function AwaitingRestart() {
  const stage = useStage();
  const { text, width, height, send, leave, flow } = stage;
  const say = text.screens.awaitingRestart;
  const cameBackTooSoon = flow.context.unfinished === 'awaiting-restart';
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...(cameBackTooSoon ? paragraph(say.notYet, width, 'warning', 1) : []),
    ...paragraph(say.why, width, 'plain', 1),
    ...paragraph(say.fastStartup, width, 'plain', 1),
    emptyRow,
    ...comeBackRows(stage, width),
  ];
  const choices = [
    { id: 'later', text: say.later, choose: leave },
    { id: 'now', text: say.now, choose: () => send({ type: 'RESTART' }) },
    { id: 'undo', text: say.undo, choose: () => send({ type: 'UNDO' }) },
  ];
  return <Choices rows={rows} choices={choices} width={width} height={height} />;
}

/** By itself, by hand, or both: what opens at a sign-in may be forbidden by policy, and is skipped in Safe Mode. */
function comeBackRows({ text, view }: Stage, width: number): readonly Row[] {
  const say = text.screens.awaitingRestart;
  const command = view.place?.resumeCommand ?? null;
  const opensByItself = view.comesBack === 'by-itself';
  const byItself = opensByItself ? paragraph(say.byItself, width, 'plain', 1) : [];
  if (command === null) return byItself;
  return [
    ...byItself,
    ...paragraph(opensByItself ? say.otherwise : say.comeBack, width, 'plain', 1),
    ...wrapRow(row('   ', span(command, 'accent')), width, 3),
    // A quoted path is a text there, not a program.
    ...(command.startsWith('"') ? paragraph(say.inPowerShell, width, 'quiet', 1) : []),
  ];
}

/** The restart itself is confirmed like any destructive step. */
export function ConfirmingRestart() {
  const { flow, text, width, send, view, restartCommand } = useStage();
  const say = text.screens.restart;
  const rows = [
    spread(row(' ', span(say.title, 'strong')), row(span(say.effect, 'danger')), width),
    emptyRow,
    ...wrapRow(row('     ', span(restartCommand, 'danger')), width, 7),
    emptyRow,
    ...labelledRows(
      [
        { label: text.screens.confirming.stops, value: say.stops },
        { label: text.screens.confirming.lost, value: say.lost },
        { label: text.screens.confirming.backup, value: say.backup },
        { label: text.screens.confirming.undo, value: say.undo },
      ],
      width,
    ),
  ];
  const planHash = flow.context.plan?.hash ?? view.plan?.hash ?? '';
  return (
    <Confirmation
      key={restartStepId}
      rows={rows}
      question={say.question}
      yes={say.yes}
      word={null}
      progress=""
      onConfirm={() => send({ type: 'CONFIRM', stepId: restartStepId, planHash })}
      onRefuse={() => send({ type: 'REFUSE' })}
    />
  );
}
