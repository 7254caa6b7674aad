import { Box } from 'ink';
import type { ChoiceText } from '../../text/screens.js';
import { emptyRow, paragraph, row, span, type Row } from '../rows.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { useShown } from '../use-shown.js';
import { Rows } from './rows.js';
import { Scroll } from './scroll.js';

export interface Choice {
  readonly id: string;
  readonly text: ChoiceText;
  readonly choose: () => void;
}

export interface ChoicesProps {
  /** What is said before the question; scrolls when it does not fit. */
  readonly rows: readonly Row[];
  /** The first one is preselected. */
  readonly choices: readonly Choice[];
  /** What Esc means, where it means anything. */
  readonly back?: () => void;
  readonly width: number;
  readonly height: number;
}

/** A question with a few answers, each explained. Mount it with a key, so that each question starts at its first answer. */
export function Choices({ rows, choices, back, width, height }: ChoicesProps) {
  const place = useShown(0);
  const cursor = place.value;
  const drawn = useDrawn();
  const move = (by: number) => () => place.set((place.latest() + by + choices.length) % choices.length);
  useCommands({
    up: move(-1),
    down: move(1),
    accept: () => {
      if (drawn() && place.isSeen()) choices[cursor]?.choose();
    },
    ...(back === undefined ? {} : { back }),
  });
  const all = choices.flatMap((choice, index) => answerRows(choice, index === cursor, width, true));
  const answers =
    rows.length + 1 + all.length <= height
      ? all
      : choices.flatMap((choice, index) => answerRows(choice, index === cursor, width, index === cursor));
  const room = Math.max(3, height - answers.length - 1);
  return (
    <Box flexDirection="column">
      <Scroll rows={rows} width={width} height={room} />
      <Rows rows={[...(rows.length <= room ? [emptyRow] : []), ...answers]} width={width} />
    </Box>
  );
}

/** Where not every explanation fits, that of the answer under the cursor is shown. */
function answerRows(
  { text }: Choice,
  isChosen: boolean,
  width: number,
  isExplained: boolean,
): readonly Row[] {
  const label = row(
    span(isChosen ? ' ❯ ' : '   ', 'chosen'),
    span(text.label, isChosen ? 'chosen' : 'plain'),
  );
  return [label, ...(isExplained ? paragraph(text.explanation, width, 'quiet', 5) : [])];
}
