import { useRef, useState } from 'react';
import { Box, useInput } from 'ink';
import { useStage } from '../context.js';
import { emptyRow, paragraph, row, rowWidth, span, type Row } from '../rows.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { useShown } from '../use-shown.js';
import { Rows } from './rows.js';
import { Scroll } from './scroll.js';

export interface ConfirmationProps {
  /** What is confirmed: scrolls, so that nothing of it is ever left out. */
  readonly rows: readonly Row[];
  readonly question: string;
  readonly yes: string;
  /** Typed to confirm, where an answer is not enough. */
  readonly word: string | null;
  /** What has and has not happened. */
  readonly progress: string;
  readonly onConfirm: () => void;
  readonly onRefuse: () => void;
}

/**
 * One question, No preselected, the answer always in view. Keys count only once this very question was on the screen; it
 * answers once. Mount it with a key that names the question.
 */
export function Confirmation({ rows, word, progress, ...props }: ConfirmationProps) {
  const { width, height } = useStage();
  const ask = word === null ? { ...props } : { ...props, word };
  const progressRows = paragraph(progress, width, 'quiet', 1);
  const answerHeight = 'word' in ask ? 3 : 2;
  const room = Math.max(2, height - answerHeight - progressRows.length - 1);
  return (
    <Box flexDirection="column">
      <Scroll rows={rows} width={width} height={room} arrows />
      <Rows rows={[emptyRow]} width={width} />
      {'word' in ask ? <TypedAnswer {...ask} /> : <YesOrNo {...ask} />}
      <Rows rows={progressRows} width={width} />
    </Box>
  );
}

type AnswerProps = Pick<ConfirmationProps, 'question' | 'yes' | 'onConfirm' | 'onRefuse'>;

/** Answers at most once, and not before the question was drawn. */
function useSingleAnswer(): (answer: () => void) => void {
  const drawn = useDrawn();
  const answered = useRef(false);
  return (answer) => {
    if (!drawn() || answered.current) return;
    answered.current = true;
    answer();
  };
}

function YesOrNo({ question, yes, onConfirm, onRefuse }: AnswerProps) {
  const { width, text } = useStage();
  const drawn = useDrawn();
  const answerOnce = useSingleAnswer();
  const answer = useShown(false);
  const isYes = answer.value;
  useCommands({
    'other-answer': () => {
      if (drawn()) answer.set(!answer.latest());
    },
    accept: () => {
      if (!answer.latest()) answerOnce(onRefuse);
      else if (answer.isSeen()) answerOnce(onConfirm);
    },
    back: () => answerOnce(onRefuse),
  });
  const answers = row(
    span(isYes ? '  ' : '❯ ', 'chosen'),
    span(text.screens.confirming.no, isYes ? 'plain' : 'chosen'),
    '    ',
    span(isYes ? '❯ ' : '  ', 'danger'),
    span(yes, isYes ? 'danger' : 'plain'),
  );
  const asked = row(' ', span(question, 'strong'));
  const isOneLine = rowWidth(asked) + rowWidth(answers) + 3 <= width;
  const rows = isOneLine
    ? [[...asked, span('   '), ...answers], emptyRow]
    : [asked, [span('   '), ...answers]];
  return <Rows rows={rows} width={width} />;
}

/**
 * The word is typed; Enter without a word is the preselected No. The word is the answer whether or not it has been drawn
 * yet: where the machine is slow, its letters and Enter come in one piece, and none of them may get lost.
 */
function TypedAnswer({ word, question, onConfirm, onRefuse }: AnswerProps & { readonly word: string }) {
  const { width, text } = useStage();
  const say = text.screens.confirming;
  const drawn = useDrawn();
  const answerOnce = useSingleAnswer();
  const answer = useShown('');
  const typed = answer.value;
  const [isWrong, setIsWrong] = useState(false);
  useInput((input, key) => {
    if (!drawn() || key.ctrl || key.meta) return;
    const before = answer.latest();
    if (key.backspace || key.delete) answer.set(before.slice(0, -1));
    else answer.set((before + input.replace(/[^\x21-\x7e]/g, '')).slice(0, longestWord));
    if (input.length > 1 && input.endsWith('\r')) enter();
  });
  useCommands({ accept: enter, back: () => answerOnce(onRefuse) });

  function enter(): void {
    if (answer.latest() === '') answerOnce(onRefuse);
    else if (!drawn()) return;
    else if (answer.latest().toLowerCase() === word) answerOnce(onConfirm);
    else {
      setIsWrong(true);
      answer.set('');
    }
  }
  const hint =
    isWrong && typed === '' ? span(say.wrongWord(word), 'warning') : span(say.emptyGoesBack, 'quiet');
  const rows: readonly Row[] = [
    row(' ', span(question, 'strong')),
    row(' ', say.typeWord(word), ' ', span(typed, 'chosen'), span('▌', 'accent')),
    row(' ', hint),
  ];
  return <Rows rows={rows} width={width} />;
}
const longestWord = 24;
