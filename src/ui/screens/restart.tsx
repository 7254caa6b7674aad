import { restartStepId } from '../../domain/plan.js';
import { Choices } from '../components/choices.js';
import { Confirmation } from '../components/confirmation.js';
import { labelledRows } from '../components/labelled.js';
import { useStage } from '../context.js';
import { emptyRow, paragraph, row, span, spread, wrapRow } from '../rows.js';

/** Windows has to restart; the person chooses when. */
export function AwaitingRestart() {
  const { text, width, height, send, leave, view } = useStage();
  const command = view.place?.resumeCommand ?? null;
  const say = text.screens.awaitingRestart;
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...paragraph(say.why, width, 'plain', 1),
    ...(command === null
      ? []
      : [
          emptyRow,
          ...paragraph(say.comeBack, width, 'plain', 1),
          ...wrapRow(row('   ', span(command, 'accent')), width, 3),
          // A quoted path is a text there, not a program.
          ...(command.startsWith('"') ? paragraph(say.inPowerShell, width, 'quiet', 1) : []),
        ]),
  ];
  const choices = [
    { id: 'later', text: say.later, choose: leave },
    { id: 'now', text: say.now, choose: () => send({ type: 'RESTART' }) },
    { id: 'undo', text: say.undo, choose: () => send({ type: 'UNDO' }) },
  ];
  return <Choices rows={rows} choices={choices} width={width} height={height} />;
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
