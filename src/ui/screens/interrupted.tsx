import { Choices } from '../components/choices.js';
import { stepRows } from '../components/steps.js';
import { useStage } from '../context.js';
import { emptyRow, paragraph } from '../rows.js';
import { useNow } from '../use-now.js';

/** Ctrl+C while a plan runs: the running step ends in any case; what then is the person's choice. */
export function Interrupted() {
  const stage = useStage();
  const { text, width, height, send, treatment } = stage;
  const now = useNow(stage.clock, true);
  const say = text.screens.interrupted;
  // Before the first step begins nothing runs, either.
  const hasEnded = treatment?.matches('held') === true || treatment?.matches('opening') === true;
  const goOn = () => send({ type: 'RESUME' });
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...paragraph(hasEnded ? say.stepEnded : say.stepGoesOn, width, 'plain', 1),
    emptyRow,
    ...stepRows(stage, width, now),
  ];
  const choices = [
    { id: 'go-on', text: say.goOn, choose: goOn },
    { id: 'stop', text: say.stop, choose: () => send({ type: 'STOP_AFTER_STEP' }) },
    { id: 'roll-back', text: say.rollBack, choose: () => send({ type: 'ROLL_BACK' }) },
  ];
  return <Choices rows={rows} choices={choices} back={goOn} width={width} height={height} />;
}
