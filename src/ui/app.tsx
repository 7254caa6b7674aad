import { useState, useSyncExternalStore } from 'react';
import { Box, useApp, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { useSelector } from '@xstate/react';
import { Frame } from './components/frame.js';
import { noCover, type Cover } from './cover.js';
import { StageContext, type AppProps, type FlowActor, type Stage } from './context.js';
import type { KeyScope } from './key-scope.js';
import { layoutFor, smallest, type FullLayout } from './layout.js';
import { Rows } from './components/rows.js';
import { usePanes } from './panes/use-panes.js';
import { commandsRun, mustNotLeave, placeOf, treatmentOf, type Place } from './place.js';
import { paragraph } from './rows.js';
import { holdsScripts } from './step-details.js';
import { ThemeContext, themeFor } from './theme.js';
import { KeyScopeContext, useCommands } from './use-commands.js';

/** Renders the machine's snapshot and the case file, and sends events. Nothing below this runs a command. */
export function App(props: AppProps) {
  const { columns, rows } = useWindowSize();
  const layout = layoutFor({ columns, rows }, useIsScreenReaderEnabled());
  return (
    <ThemeContext value={themeFor(props.colour)}>
      {layout.kind === 'too-small' ? (
        <TooSmall {...props} columns={columns} rows={rows} />
      ) : (
        <Flow {...props} layout={layout} />
      )}
    </ThemeContext>
  );
}

type FlowProps = AppProps & { readonly layout: FullLayout };

function Flow({ layout, ...props }: FlowProps) {
  const { actor, caseFile, log } = props;
  const { flow, treatment, place } = useFlow(actor);
  const view = useSyncExternalStore(
    (listener) => caseFile.subscribe(listener),
    () => caseFile.view(),
  );
  const [cover, setCover] = useCover(place);
  const [opened, setOpened] = useState<KeyScope['opened']>('nothing');
  const [pasted, setPasted] = useState('');
  const panes = usePanes(log, cover.probes, props.pane);
  const { exit } = useApp();

  const paneShown = cover.view === 'output' || (commandsRun(place) && paneFits(layout));
  const scope: KeyScope = {
    place,
    view: cover.view,
    paneShown,
    paneReachable: commandsRun(place) && layout.kind !== 'linear',
    canLookDeeper: props.host.kind !== 'replay',
    hasCauses: (view.diagnosis?.causes.length ?? 0) > 0,
    opened: place === 'reviewing' ? opened : 'nothing',
    follows: cover.probes === null,
    hasScripts: place === 'plan' && view.plan !== null && holdsScripts(view.plan),
    typing: cover.view === 'paste' || (cover.view === 'flow' && place === 'confirming' && isTyped(flow)),
    canLeave: !mustNotLeave(place),
  };
  const leave = () => {
    if (flow.can({ type: 'LEAVE' })) actor.send({ type: 'LEAVE' });
    else exit();
  };
  const stage: Stage = {
    ...props,
    flow,
    treatment,
    view,
    layout,
    scope,
    send: actor.send,
    width: paneShown && cover.view === 'flow' && layout.kind === 'columns' ? layout.flowWidth : layout.width,
    height:
      paneShown && cover.view === 'flow' && layout.kind === 'strip' ? layout.flowHeight : layout.bodyHeight,
    leave,
    pasted,
    setPasted,
    setOpened,
    showOutput(probes) {
      setCover({ view: 'output', probes: log.count(probes) > 0 ? probes : null });
    },
  };
  return (
    <StageContext value={stage}>
      <KeyScopeContext value={scope}>
        <Frame panes={panes} place={place} cover={cover} setCover={setCover} />
      </KeyScopeContext>
    </StageContext>
  );
}

/** The machine's snapshot, that of the running plan, and the place that both come to. */
function useFlow(actor: FlowActor) {
  const flow = useSelector(actor, (snapshot) => snapshot);
  const treatment = useSelector(treatmentOf(flow), (snapshot) => snapshot);
  return { flow, treatment, place: placeOf(flow, treatment) };
}

/** The help or the full-size output lies over the flow, until a question comes up that must be seen. */
function useCover(place: Place): readonly [Cover, (cover: Cover) => void] {
  const [{ cover, from }, setState] = useState<{ readonly cover: Cover; readonly from: Place }>({
    cover: noCover,
    from: place,
  });
  const bothRun = commandsRun(from) && commandsRun(place) && place !== 'interrupted';
  // The end of the diagnosis asks nothing, and does not take away what is being pasted.
  const isPasting = cover.view === 'paste' && ['starting', 'diagnosing', 'reviewing'].includes(place);
  const stays = from === place || bothRun || isPasting;
  return [stays ? cover : noCover, (next) => setState({ cover: next, from: place })];
}

function paneFits({ kind }: FullLayout): boolean {
  return kind === 'columns' || kind === 'strip';
}

function isTyped({ context }: Stage['flow']): boolean {
  const due = context.plan?.steps.find(
    ({ id, effect }) => effect === 'destructive' && !context.confirmed.includes(id),
  );
  return due?.confirmation === 'typed-word';
}

interface TooSmallProps extends AppProps {
  readonly columns: number;
  readonly rows: number;
}

/** A window in which nothing could be shown whole: nothing can be answered there, but one can leave. */
function TooSmall({ actor, text, columns, rows }: TooSmallProps) {
  const { place } = useFlow(actor);
  const scope: KeyScope = {
    place,
    view: 'flow',
    paneShown: false,
    paneReachable: false,
    canLookDeeper: false,
    hasCauses: false,
    opened: 'nothing',
    follows: true,
    hasScripts: false,
    typing: false,
    canLeave: !mustNotLeave(place),
  };
  const sentence = text.screens.tooSmall(smallest.columns, smallest.rows);
  return (
    <KeyScopeContext value={scope}>
      <Box height={Math.max(1, rows - 1)} overflow="hidden">
        <Rows rows={paragraph(sentence, columns)} width={columns} />
        <LeaveKey actor={actor} />
      </Box>
    </KeyScopeContext>
  );
}

function LeaveKey({ actor }: Pick<AppProps, 'actor'>) {
  const { exit } = useApp();
  useCommands({
    leave: () => {
      if (actor.getSnapshot().can({ type: 'LEAVE' })) actor.send({ type: 'LEAVE' });
      else exit();
    },
  });
  return null;
}
