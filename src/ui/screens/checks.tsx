import { useState } from 'react';
import { Box } from 'ink';
import { checkDetail, checklistRows, isNoteworthy } from '../components/checklist.js';
import { Rows } from '../components/rows.js';
import { useStage, type Stage } from '../context.js';
import { scrollTo } from '../layout.js';
import { paragraph, row, span, type Row } from '../rows.js';
import { useCommands } from '../use-commands.js';
import { withheldWords } from '../words.js';

export interface ChecksProps {
  /** What is said above the list. */
  readonly headline: readonly Row[];
}

/** Every check with its result; the one under the cursor in full, and its raw output one key away. */
export function Checks({ headline }: ChecksProps) {
  const stage = useStage();
  const { view, text, width, height, layout, showOutput } = stage;
  const { probes } = view;
  const [cursor, setCursor] = useState(() =>
    Math.max(
      0,
      probes.findIndex(({ progress }) => isNoteworthy(progress)),
    ),
  );
  const last = Math.max(0, probes.length - 1);
  const to = (index: number) => () => setCursor(Math.min(Math.max(index, 0), last));
  const chosen = probes[cursor];
  const detail = chosen === undefined ? [] : checkDetail(stage, chosen, width);
  const withheld = withheldRows(stage, height - headline.length);
  const room = Math.max(3, height - headline.length - withheld.length - detailHeight - 1);
  useCommands({
    up: to(cursor - 1),
    down: to(cursor + 1),
    'page-up': to(cursor - room),
    'page-down': to(cursor + room),
    first: to(0),
    last: to(last),
    evidence: () => {
      if (chosen !== undefined) showOutput([chosen.id]);
    },
  });
  const list = checklistRows(stage, width - 2, 0).map((parts, index) => [
    span(index === cursor ? ' ❯' : '  ', 'chosen'),
    ...parts,
  ]);
  // In the row that parts the list from the details.
  const outOfView = (from: number) =>
    row(' ', span(text.screens.more(from, Math.max(0, list.length - from - room)), 'quiet'));
  const from = layout.kind === 'linear' ? 0 : scrollTo(cursor, list.length, room, centred(cursor, room));
  return (
    <Box flexDirection="column">
      <Rows rows={headline} width={width} />
      <Rows rows={list.slice(from, from + room)} width={width} />
      <Rows rows={withheld} width={width} />
      <Rows rows={[outOfView(from), ...detail.slice(0, detailHeight)]} width={width} />
    </Box>
  );
}

/** What administrator rights would add, where there is room to say it. */
function withheldRows({ view, text, width }: Stage, height: number): readonly Row[] {
  const sentence = withheldWords(text, view.probes);
  if (sentence === '' || height < 14) return [];
  return paragraph(sentence, width, 'quiet', 1).slice(0, 3);
}

/** So that one sees what comes before and after. */
function centred(cursor: number, room: number): number {
  return Math.max(0, cursor - Math.floor(room / 2));
}

const detailHeight = 3;
