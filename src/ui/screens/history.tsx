import { useState } from 'react';
import { Box } from 'ink';
import type { HistoryEntry } from '../../workflow/history.js';
import { Choices } from '../components/choices.js';
import { Rows } from '../components/rows.js';
import { useStage, type Stage } from '../context.js';
import { scrollTo } from '../layout.js';
import { sessionStepRow, undoRows } from '../history-rows.js';
import { emptyRow, fitRow, padRow, paragraph, row, span, wrapRow, type Row } from '../rows.js';
import { dayAndTime } from '../times.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { useShown } from '../use-shown.js';
import { remedyName } from '../words.js';

/** What was done on this machine: a line for each session, and the steps of the one under the cursor. */
export function History() {
  const stage = useStage();
  const { text, view, width, height, layout, send } = stage;
  const entries = view.history;
  const cursor = useShown(0);
  const [refused, setRefused] = useState(false);
  const drawn = useDrawn();
  const chosen = entries[cursor.value];
  const to = (index: number) => () => {
    cursor.set(Math.min(Math.max(index, 0), Math.max(0, entries.length - 1)));
    setRefused(false);
  };
  useCommands({
    up: () => to(cursor.latest() - 1)(),
    down: () => to(cursor.latest() + 1)(),
    first: to(0),
    last: to(entries.length - 1),
    back: () => send({ type: 'BACK' }),
    accept: () => {
      if (chosen === undefined || !drawn() || !cursor.isSeen()) return;
      if (chosen.obstacle === null) send({ type: 'OPEN_SESSION', session: chosen.summary.session });
      else setRefused(true);
    },
  });
  const say = text.screens.history;
  const title = row(' ', span(say.title, 'strong'));
  if (entries.length === 0) {
    return <Rows rows={[title, emptyRow, ...paragraph(say.nothing, width, 'plain', 1)]} width={width} />;
  }
  const room = Math.min(entries.length, Math.max(3, Math.floor((height - 3) / 2)));
  const from = layout.kind === 'linear' ? 0 : scrollTo(cursor.value, entries.length, room, 0);
  const list = entries.map((entry, index) => entryRow(stage, entry, index === cursor.value, width));
  const details = chosen === undefined ? [] : detailRows(stage, chosen, refused, width);
  return (
    <Box flexDirection="column">
      <Rows rows={[title, emptyRow]} width={width} />
      <Rows rows={list.slice(from, from + room)} width={width} />
      <Rows rows={[emptyRow, ...details].slice(0, Math.max(1, height - room - 2))} width={width} />
    </Box>
  );
}

function entryRow(stage: Stage, { summary }: HistoryEntry, isChosen: boolean, width: number): Row {
  const { text, timeZone } = stage;
  const say = text.screens;
  const verdict = summary.verdict === null ? [] : [say.verdicts[summary.verdict]];
  const state =
    summary.verdict === null || summary.state !== 'done' ? [say.history.states[summary.state]] : [];
  const head = padRow(
    row(
      span(isChosen ? ' ❯ ' : '   ', 'chosen'),
      span(`${dayAndTime(summary.startedAt, timeZone)}  `, 'quiet'),
      span(remedyName(text, summary.remedy), isChosen ? 'chosen' : 'plain'),
    ),
    Math.min(56, Math.floor(width * 0.62)),
  );
  return fitRow(row(...head, ' ', span([...state, ...verdict].join('  '), 'quiet')), width);
}

/** Why not comes first where the person just asked; then what was done. */
function detailRows(stage: Stage, entry: HistoryEntry, refused: boolean, width: number): readonly Row[] {
  const say = stage.text.screens.history;
  const { obstacle, summary, steps } = entry;
  const can = obstacle === null ? say.canBeUndone : say.obstacles[obstacle];
  return [
    ...paragraph(can, width, refused ? 'warning' : 'plain', 1),
    row(' ', span(summary.session, 'quiet')),
    ...steps.map((step, index) => sessionStepRow(stage, step, index, width)),
  ];
}

/** Every command of the way back stands here before anything runs; the preselected answer is No. */
export function AskingUndo() {
  const stage = useStage();
  const { text, view, width, height, send, flow, timeZone } = stage;
  const say = text.screens.history;
  const entry = view.history.find(({ summary }) => summary.session === flow.context.session);
  if (entry === undefined) return null;
  const name = remedyName(text, entry.summary.remedy);
  const started = dayAndTime(entry.summary.startedAt, timeZone);
  const rows = [
    ...wrapRow(row(' ', span(say.question(name, started), 'strong')), width, 1),
    ...paragraph(say.rule, width, 'plain', 1),
    ...undoRows(stage, entry, width),
  ];
  const choices = [
    { id: 'no', text: say.no, choose: () => send({ type: 'BACK' }) },
    { id: 'undo', text: say.yes, choose: () => send({ type: 'UNDO' }) },
  ];
  const back = () => send({ type: 'BACK' });
  return <Choices rows={rows} choices={choices} back={back} width={width} height={height} />;
}
