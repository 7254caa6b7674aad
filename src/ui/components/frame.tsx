import { Box } from 'ink';
import { useStage, type Stage } from '../context.js';
import { noCover, type Cover } from '../cover.js';
import { commandsRun, type Place } from '../place.js';
import type { KeyScope } from '../key-scope.js';
import type { PaneRoom, Panes } from '../panes/use-panes.js';
import { linesOf, paneRows, type PaneLook } from '../panes/pane-rows.js';
import { paragraph, row, span, type Row } from '../rows.js';
import { Screen } from '../screens/screen.js';
import { KeyScopeContext, useCommands, type CommandHandlers } from '../use-commands.js';
import { probeName } from '../words.js';
import { footerRow } from './footer.js';
import { headerRows } from './header.js';
import { Help } from './help.js';
import { Paste } from './paste.js';
import { Rows } from './rows.js';

export interface FrameProps {
  readonly panes: Panes;
  readonly place: Place;
  readonly cover: Cover;
  readonly setCover: (cover: Cover) => void;
}

/** Header, body, footer: the same on every screen. One row less than the terminal has, so that it never scrolls. */
export function Frame({ panes, place, cover, setCover }: FrameProps) {
  const stage = useStage();
  const { layout, text, scope, flow } = stage;
  useFrameCommands({ panes, place, cover, setCover });
  const { notice } = flow.context;
  const noticeRows =
    notice === null ? [] : paragraph(text.screens.notices[notice], layout.width, 'warning', 1);
  const isLinear = layout.kind === 'linear';
  return (
    <Box flexDirection="column" {...(isLinear ? {} : { height: layout.height, overflow: 'hidden' as const })}>
      <Rows rows={headerRows(stage, layout.width)} width={layout.width} />
      <Rows rows={noticeRows} width={layout.width} />
      <Box
        flexDirection="column"
        {...(isLinear ? {} : { height: layout.bodyHeight - noticeRows.length, overflow: 'hidden' as const })}
      >
        <Body panes={panes} place={place} cover={cover} />
      </Box>
      <Rows rows={[footerRow(scope, text, layout.width)]} width={layout.width} />
    </Box>
  );
}

type BodyProps = Pick<FrameProps, 'panes' | 'place' | 'cover'>;

/** What covers a screen hides it and leaves it as it is: the cursor of a list is where it was when one comes back. */
function Body({ panes, place, cover }: BodyProps) {
  const { scope } = useStage();
  const isCovered = scope.view !== 'flow';
  return (
    <>
      {isCovered ? <CoverBody panes={panes} cover={cover} /> : null}
      <Box display={isCovered ? 'none' : 'flex'} flexDirection="column">
        <KeyScopeContext value={isCovered ? null : scope}>
          {/* A question is asked anew: an answer that was half given under a cover does not count. */}
          {isCovered && asks(place) ? null : <FlowBody panes={panes} place={place} />}
        </KeyScopeContext>
      </Box>
    </>
  );
}

function asks(place: Place): boolean {
  return place === 'confirming' || place === 'confirming-restart';
}

function CoverBody({ panes, cover }: Pick<FrameProps, 'panes' | 'cover'>) {
  const { scope, layout } = useStage();
  if (scope.view === 'help') return <Help />;
  if (scope.view === 'paste') return <Paste />;
  return <PaneArea panes={panes} probes={cover.probes} width={layout.width} height={layout.bodyHeight} />;
}

function FlowBody({ panes, place }: Pick<FrameProps, 'panes' | 'place'>) {
  const { scope, layout } = useStage();
  if (!scope.paneShown || scope.view !== 'flow') return <Screen place={place} />;
  if (layout.kind === 'columns') {
    return (
      <Box>
        <Box width={layout.flowWidth} flexShrink={0}>
          <Screen place={place} />
        </Box>
        <Rows rows={divider(layout.bodyHeight)} width={3} />
        <PaneArea panes={panes} probes={null} width={layout.paneWidth} height={layout.paneHeight} />
      </Box>
    );
  }
  return (
    <Box flexDirection="column">
      <Box height={layout.flowHeight} flexDirection="column" overflow="hidden" flexShrink={0}>
        <Screen place={place} />
      </Box>
      <PaneArea panes={panes} probes={null} width={layout.paneWidth} height={layout.paneHeight} />
    </Box>
  );
}

interface PaneAreaProps {
  readonly panes: Panes;
  readonly probes: Cover['probes'];
  readonly width: number;
  readonly height: number;
}

/** Only the rows that are to be seen are made; the model keeps the others. */
function PaneArea({ panes, probes, width, height }: PaneAreaProps) {
  const stage = useStage();
  const room = stage.layout.kind === 'linear' ? linearRows : height;
  const look = paneLook(stage, probes, width);
  const view = panes.view({ height: room - 1, linesOf: (entry) => linesOf(entry, look) });
  return <Rows rows={paneRows(view, look, room)} width={width} />;
}
/** A screen reader is given the end of the output, not all of it. */
const linearRows = 40;

/** Beside the flow lines are cut, so that a glance is enough; where the output is all there is, they are whole. */
function paneLook({ text, timeZone, scope }: Stage, probes: Cover['probes'], width: number): PaneLook {
  const names = probes?.map((id) => probeName(text, id)).join(text.screens.comma);
  const title = names === undefined ? undefined : text.screens.panes.outputOf(names);
  return { text, width, timeZone, wraps: scope.view === 'output', title };
}

function divider(height: number): readonly Row[] {
  return Array.from({ length: height }, () => row(span(' │ ', 'quiet')));
}

/** Keys that mean the same wherever they work: help, leaving, panes. */
function useFrameCommands({ panes, place, cover, setCover }: FrameProps): void {
  const stage = useStage();
  const { scope, layout, leave, send } = stage;
  const room = paneRoom(stage, cover);
  const allOutput: Cover = { view: 'output', probes: null };
  useCommands({
    help: () => setCover({ view: 'help', probes: null }),
    paste: () => setCover({ view: 'paste', probes: null }),
    leave,
    interrupt: () => send({ type: 'INTERRUPT' }),
    history: () => send({ type: 'HISTORY' }),
    output: () => setCover(allOutput),
    zoom: () => setCover(scope.view === 'output' ? noCover : allOutput),
    ...(scope.view === 'flow' ? {} : { back: () => setCover(noCover) }),
    'next-pane': () => moveTab(1),
    'previous-pane': () => moveTab(-1),
    ...(scope.paneShown ? { follow: () => panes.toggleFollow(room) } : {}),
    ...(paneHasKeys(scope) ? scrollKeys(panes, room) : {}),
  });

  /** Where output is behind Tab, the flow is one stop of the round. */
  function moveTab(by: 1 | -1): void {
    if (!scope.paneShown || cover.probes !== null) {
      setCover(allOutput);
      return;
    }
    const wentRound = panes.moveTab(by);
    if (wentRound && layout.kind === 'single' && commandsRun(place)) setCover(noCover);
  }
}

function paneHasKeys(scope: KeyScope): boolean {
  return (
    scope.view === 'output' || (scope.view === 'flow' && scope.paneShown && scope.place !== 'interrupted')
  );
}

function paneRoom(stage: Stage, cover: Cover): PaneRoom {
  const { layout, scope } = stage;
  const isBeside = scope.view !== 'output';
  const height = isBeside && layout.kind === 'strip' ? layout.paneHeight : layout.bodyHeight;
  const width = isBeside && layout.kind === 'columns' ? layout.paneWidth : layout.width;
  const look = paneLook(stage, cover.probes, width);
  return { height: height - 1, linesOf: (entry) => linesOf(entry, look) };
}

function scrollKeys(panes: Panes, room: PaneRoom): CommandHandlers {
  return {
    up: () => panes.scroll(-1, room),
    down: () => panes.scroll(1, room),
    'page-up': () => panes.scroll('page-up', room),
    'page-down': () => panes.scroll('page-down', room),
    first: () => panes.scroll('first', room),
    last: () => panes.scroll('last', room),
  };
}
