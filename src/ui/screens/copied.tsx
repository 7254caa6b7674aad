import { Choices, type Choice } from '../components/choices.js';
import { useStage } from '../context.js';
import { emptyRow, paragraph } from '../rows.js';
import { useCommands } from '../use-commands.js';
import type { CaseView } from '../../workflow/case-file.js';

export interface CopiedProps {
  readonly copied: NonNullable<CaseView['copied']>;
}

/** What was to be safe is safe: where it lies first, then that the fault is still there. */
export function Copied({ copied: { what, paths } }: CopiedProps) {
  const { text, width, height, send, leave } = useStage();
  const { title, meaning } = text.screens.copied[what];
  const lookAgain = () => send({ type: 'DIAGNOSE' });
  const back = () => send({ type: 'BACK' });
  useCommands({ 'look-again': lookAgain });
  const rows = [
    ...paragraph(title, width, 'good', 1),
    ...paths.flatMap((path) => paragraph(path, width, 'strong', 3)),
    emptyRow,
    ...paragraph(meaning, width, 'plain', 1),
  ];
  const choices: readonly Choice[] = [
    { id: 'other-way', text: text.screens.afterwards.otherWay, choose: back },
    { id: 'look-again', text: text.screens.afterwards.lookAgain, choose: lookAgain },
    { id: 'leave', text: text.screens.afterwards.leave, choose: leave },
  ];
  return <Choices rows={rows} choices={choices} back={back} width={width} height={height} />;
}
