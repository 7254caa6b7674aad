import { Choices, type Choice } from '../components/choices.js';
import { useStage } from '../context.js';
import { emptyRow, paragraph } from '../rows.js';
import { useCommands } from '../use-commands.js';
import { remedyMeaning } from '../words.js';

/** A window of Windows is open, and what happens in it is the person's. Enter looks at the machine again. */
export function HandedOver() {
  const { text, width, height, send, leave, view } = useStage();
  const say = text.screens.handedOver;
  const lookAgain = () => send({ type: 'DIAGNOSE' });
  const back = () => send({ type: 'BACK' });
  useCommands({ 'look-again': lookAgain });
  const remedy = view.plan?.remedy;
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...(remedy === undefined ? [] : remedyMeaning(text, remedy)).flatMap((sentence) =>
      paragraph(sentence, width, 'plain', 1),
    ),
    emptyRow,
    ...paragraph(say.meaning, width, 'quiet', 1),
  ];
  const choices: readonly Choice[] = [
    { id: 'look-again', text: say.lookAgain, choose: lookAgain },
    { id: 'other-way', text: text.screens.afterwards.otherWay, choose: back },
    { id: 'leave', text: text.screens.afterwards.leave, choose: leave },
  ];
  return <Choices rows={rows} choices={choices} back={back} width={width} height={height} />;
}
