import type { Depth } from '../../domain/diagnosis.js';
import { Choices, type Choice } from '../components/choices.js';
import { useStage, type Stage } from '../context.js';
import { deeperLook } from '../deeper-look.js';
import { emptyRow, paragraph, type Row } from '../rows.js';
import { probeName } from '../words.js';

/** What more there is to see, what it takes, and the one check that changes something for a moment. */
export function LookingDeeper() {
  const stage = useStage();
  const { text, width, height, send, view } = stage;
  const say = text.screens.lookingDeeper;
  const look = (depth: Depth) => () => send({ type: 'LOOK', depth });
  const back = () => send({ type: 'BACK' });
  const noSwitch = view.diagnosis === null ? null : deeperLook(view.diagnosis).noSwitch;
  const withSwitch: Choice = { id: 'test-switch', text: say.withSwitch, choose: look('test-switch') };
  const choices: readonly Choice[] = [
    { id: 'deeper', text: say.readOnly, choose: look('deeper') },
    ...(noSwitch === null ? [withSwitch] : []),
    { id: 'back', text: say.notNow, choose: back },
  ];
  return <Choices rows={rowsOf(stage)} choices={choices} back={back} width={width} height={height} />;
}

function rowsOf({ text, view, width }: Stage): readonly Row[] {
  const say = text.screens.lookingDeeper;
  const isElevated = view.facts.elevation?.elevated === true;
  const title = paragraph(say.title, width, 'strong', 1);
  if (view.diagnosis === null) return title;
  const { forAdministrators, long, noSwitch } = deeperLook(view.diagnosis);
  const names = [...forAdministrators, ...long].map((id) => probeName(text, id)).join(text.screens.comma);
  return [
    ...title,
    ...paragraph(isElevated ? say.alreadyElevated : say.asksOnce, width, 'plain', 1),
    ...(names === '' ? [] : [emptyRow, ...paragraph(say.adds(names), width, 'plain', 1)]),
    ...(noSwitch === null ? [] : [emptyRow, ...paragraph(say.noSwitch[noSwitch], width, 'quiet', 1)]),
  ];
}
