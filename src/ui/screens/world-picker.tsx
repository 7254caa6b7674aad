import { useState } from 'react';
import { Box, render, useApp, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import type { Text } from '../../text/text.js';
import { footerRow } from '../components/footer.js';
import { KeyTable } from '../components/help.js';
import { Rows } from '../components/rows.js';
import type { KeyScope } from '../key-scope.js';
import { layoutFor, scrollTo, smallest } from '../layout.js';
import { renderOptions, takeTerminal, type TerminalStreams } from '../run-app.js';
import { emptyRow, paragraph, row, span, type Row } from '../rows.js';
import { ThemeContext, themeFor } from '../theme.js';
import { KeyScopeContext, useCommands, useDrawn } from '../use-commands.js';

/** A practice world as the list shows it. */
export interface WorldChoice {
  readonly id: string;
  readonly story: string;
  /** Its cure is made up, not reported: said in the list. */
  readonly inventedCure: boolean;
}

export interface PickWorldProps {
  readonly worlds: readonly WorldChoice[];
  readonly text: Text;
  readonly colour: boolean;
  readonly terminal: TerminalStreams;
  readonly screenReader: boolean;
}

/** Asks for a practice world before there is a machine; null when the person left. */
export async function pickWorld({
  terminal,
  screenReader,
  ...props
}: PickWorldProps): Promise<string | null> {
  let picked: string | null = null;
  const pick = (id: string) => {
    picked = id;
  };
  takeTerminal(terminal);
  const instance = render(<WorldPicker {...props} pick={pick} />, renderOptions(terminal, screenReader));
  try {
    await instance.waitUntilExit();
  } finally {
    instance.cleanup();
  }
  return picked;
}

export interface WorldPickerProps extends Pick<PickWorldProps, 'worlds' | 'text' | 'colour'> {
  readonly pick: (id: string) => void;
}

const listScope: KeyScope = {
  place: 'world-picker',
  view: 'flow',
  paneShown: false,
  paneReachable: false,
  canLookDeeper: false,
  hasCauses: false,
  opened: 'nothing',
  follows: true,
  hasScripts: false,
  typing: false,
  canLeave: true,
};

export function WorldPicker(props: WorldPickerProps) {
  const [helps, setHelps] = useState(false);
  const scope: KeyScope = helps ? { ...listScope, view: 'help' } : listScope;
  return (
    <ThemeContext value={themeFor(props.colour)}>
      <KeyScopeContext value={scope}>
        <Picker {...props} scope={scope} setHelps={setHelps} />
      </KeyScopeContext>
    </ThemeContext>
  );
}

interface PickerProps extends WorldPickerProps {
  readonly scope: KeyScope;
  readonly setHelps: (helps: boolean) => void;
}

function Picker({ worlds, text, pick, scope, setHelps }: PickerProps) {
  const { columns, rows } = useWindowSize();
  const layout = layoutFor({ columns, rows }, useIsScreenReaderEnabled());
  const [cursor, setCursor] = useState(0);
  const drawn = useDrawn();
  const { exit } = useApp();
  const move = (by: number) => () => setCursor((cursor + by + worlds.length) % worlds.length);
  const helps = scope.view === 'help';
  useCommands({
    // Under the help, the keys that move belong to it.
    ...(helps
      ? { back: () => setHelps(false) }
      : { up: move(-1), down: move(1), first: () => setCursor(0), last: () => setCursor(worlds.length - 1) }),
    help: () => setHelps(true),
    accept: () => {
      const world = worlds[cursor];
      if (world === undefined || !drawn() || layout.kind === 'too-small') return;
      pick(world.id);
      exit();
    },
    leave: () => exit(),
  });
  if (layout.kind === 'too-small') {
    return (
      <Rows
        rows={paragraph(text.screens.tooSmall(smallest.columns, smallest.rows), columns)}
        width={columns}
      />
    );
  }
  const head = headRows(text, columns);
  const list = worlds.map((world, index) => worldRows(world, index === cursor, text, columns));
  const room = layout.height - head.length - 1;
  const before = list.slice(0, cursor).flat().length;
  const end = before + (list[cursor]?.length ?? 1) - 1;
  const all = list.flat();
  const from =
    layout.kind === 'linear' ? 0 : scrollTo(before, all.length, room, scrollTo(end, all.length, room));
  const shown = all.slice(from, from + room);
  const isLinear = layout.kind === 'linear';
  return (
    <Box flexDirection="column" {...(isLinear ? {} : { height: layout.height, overflow: 'hidden' as const })}>
      <Rows rows={head} width={columns} />
      <Box flexGrow={1} flexDirection="column" overflow="hidden">
        {helps ? (
          <KeyTable text={text} width={columns} height={room} />
        ) : (
          <Rows rows={shown} width={columns} />
        )}
      </Box>
      <Rows rows={[footerRow(scope, text, columns)]} width={columns} />
    </Box>
  );
}

function headRows(text: Text, width: number): readonly Row[] {
  const say = text.screens.picker;
  return [
    row(span(' wsl-netfix  ', 'strong'), span(text.screens.header.simulated(''), 'simulated')),
    emptyRow,
    ...paragraph(say.title, width, 'strong', 1),
    ...paragraph(say.intro, width, 'quiet', 1),
    emptyRow,
  ];
}

function worldRows(world: WorldChoice, isChosen: boolean, text: Text, width: number): readonly Row[] {
  const title = row(span(isChosen ? ' ❯ ' : '   ', 'chosen'), span(world.id, isChosen ? 'chosen' : 'plain'));
  const story = world.inventedCure ? `${world.story} ${text.screens.picker.invented}` : world.story;
  return [title, ...paragraph(story, width, 'quiet', 5)];
}
