import { Box } from 'ink';
import { useStage } from '../context.js';
import { commandsRun, type Place } from '../place.js';
import type { KeyScope } from '../keys.js';
import type { Panes } from '../panes/use-panes.js';
import { paneRows } from '../panes/pane-rows.js';
import { paragraph, row, span, type Row } from '../rows.js';
import { Screen } from '../screens/screen.js';
import { useCommands, type CommandHandlers } from '../use-commands.js';
import { footerRow } from './footer.js';
import { headerRows } from './header.js';
import { Help } from './help.js';
import { Rows } from './rows.js';

export interface FrameProps {
  readonly panes: Panes;
  readonly place: Place;
  readonly setCover: (view: KeyScope['view']) => void;
}

/** Header, body, footer: the same on every screen. One row less than the terminal has, so that it never scrolls. */
export function Frame({ panes, place, setCover }: FrameProps) {
  const stage = useStage();
  const { layout, text, scope, flow } = stage;
  useFrameCommands({ panes, place, setCover });
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
        <Body panes={panes} place={place} />
      </Box>
      <Rows rows={[footerRow(scope, text, layout.width)]} width={layout.width} />
    </Box>
  );
}

type BodyProps = Pick<FrameProps, 'panes' | 'place'>;

function Body({ panes, place }: BodyProps) {
  const { scope, layout } = useStage();
  if (scope.view === 'help') return <Help />;
  if (scope.view === 'output')
    return <PaneArea panes={panes} width={layout.width} height={layout.bodyHeight} />;
  if (!scope.paneShown) return <Screen place={place} />;
  if (layout.kind === 'columns') {
    return (
      <Box>
        <Box width={layout.flowWidth} flexShrink={0}>
          <Screen place={place} />
        </Box>
        <Rows rows={divider(layout.bodyHeight)} width={3} />
        <PaneArea panes={panes} width={layout.paneWidth} height={layout.paneHeight} />
      </Box>
    );
  }
  return (
    <Box flexDirection="column">
      <Box height={layout.flowHeight} flexDirection="column" overflow="hidden" flexShrink={0}>
        <Screen place={place} />
      </Box>
      <PaneArea panes={panes} width={layout.paneWidth} height={layout.paneHeight} />
    </Box>
  );
}

interface PaneAreaProps {
  readonly panes: Panes;
  readonly width: number;
  readonly height: number;
}

/** Only the rows that are to be seen are made; the model keeps the others. */
function PaneArea({ panes, width, height }: PaneAreaProps) {
  const { text, timeZone, layout } = useStage();
  const rows = paneRows(panes.view(layout.kind === 'linear' ? linearRows : height - 1), {
    text,
    width,
    timeZone,
  });
  return <Rows rows={rows} width={width} />;
}
/** A screen reader is given the end of the output, not all of it. */
const linearRows = 40;

function divider(height: number): readonly Row[] {
  return Array.from({ length: height }, () => row(span(' │ ', 'quiet')));
}

/** Keys that mean the same wherever they work: help, leaving, panes. */
function useFrameCommands({ panes, place, setCover }: FrameProps): void {
  const { scope, layout, leave, send } = useStage();
  const height =
    (scope.view === 'output' || layout.kind !== 'strip' ? layout.bodyHeight : layout.paneHeight) - 1;
  useCommands({
    help: () => setCover('help'),
    leave,
    interrupt: () => send({ type: 'INTERRUPT' }),
    output: () => setCover('output'),
    zoom: () => setCover(scope.view === 'output' ? 'flow' : 'output'),
    ...(scope.view === 'flow' ? {} : { back: () => setCover('flow') }),
    'next-pane': () => moveTab(1),
    'previous-pane': () => moveTab(-1),
    ...(scope.paneShown ? { follow: () => panes.toggleFollow(height) } : {}),
    ...(paneHasKeys(scope) ? scrollKeys(panes, height) : {}),
  });

  /** Where output is behind Tab, the flow is one stop of the round. */
  function moveTab(by: 1 | -1): void {
    if (!scope.paneShown) {
      setCover('output');
      return;
    }
    const wentRound = panes.moveTab(by);
    if (wentRound && layout.kind === 'single' && commandsRun(place)) setCover('flow');
  }
}

function paneHasKeys(scope: KeyScope): boolean {
  return (
    scope.view === 'output' || (scope.view === 'flow' && scope.paneShown && scope.place !== 'interrupted')
  );
}

function scrollKeys(panes: Panes, height: number): CommandHandlers {
  return {
    up: () => panes.scroll(-1, height),
    down: () => panes.scroll(1, height),
    'page-up': () => panes.scroll(-height, height),
    'page-down': () => panes.scroll(height, height),
    first: () => panes.scroll('first', height),
    last: () => panes.scroll('last', height),
  };
}
