import { useState } from 'react';
import { Box } from 'ink';
import type { RankedCause } from '../../domain/diagnosis.js';
import { Rows } from '../components/rows.js';
import { Scroll } from '../components/scroll.js';
import { useStage, type Stage } from '../context.js';
import { emptyRow, paragraph, row, rowWidth, span, spread, wrapRow, type Row, type Tone } from '../rows.js';
import { deeperLook } from '../deeper-look.js';
import { keyFor } from '../read-keys.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { causeDetails, causeEvidence, probesOf } from '../cause-rows.js';
import { causeName, missingWords } from '../words.js';
import { Checks } from './checks.js';

/** The verdict of the diagnosis, the ranked causes, and what speaks for the one under the cursor. */
export function Reviewing() {
  const stage = useStage();
  const { view, width, height, scope, send, setOpened, showOutput } = stage;
  const causes = view.diagnosis?.causes ?? [];
  const [cursor, setCursor] = useState(0);
  const drawn = useDrawn();
  const move = (by: number) => () =>
    setCursor(Math.min(Math.max(cursor + by, 0), Math.max(0, causes.length - 1)));
  const chosen = causes[cursor];
  const showsChecks = chosen === undefined || scope.opened === 'checks';
  useCommands({
    accept: () => {
      if (drawn()) send({ type: 'CONTINUE' });
    },
    open: () => setOpened('cause'),
    checks: () => setOpened('checks'),
    'close-opened': () => setOpened('nothing'),
    'look-again': () => send({ type: 'DIAGNOSE' }),
    'look-deeper': () => send({ type: 'LOOK_DEEPER' }),
    ...(showsChecks ? {} : { evidence: () => showOutput(probesOf(stage, chosen)) }),
    ...(showsChecks || scope.opened === 'cause' ? {} : { up: move(-1), down: move(1) }),
  });
  if (scope.opened === 'cause' && chosen !== undefined) {
    return (
      <Scroll
        key={chosen.id}
        rows={causeDetails(stage, chosen, width)}
        width={width}
        height={height}
        arrows
      />
    );
  }
  const headline = [...headlineRows(stage, width), emptyRow];
  if (showsChecks) return <Checks headline={headline} />;
  return <CausesWithEvidence headline={headline} causes={causes} chosen={chosen} />;
}

interface CausesWithEvidenceProps {
  readonly headline: readonly Row[];
  readonly causes: readonly RankedCause[];
  readonly chosen: RankedCause;
}

/** Side by side where there is room, else the evidence under the list. */
function CausesWithEvidence({ headline, causes, chosen }: CausesWithEvidenceProps) {
  const stage = useStage();
  const { layout, width, height } = stage;
  const isWide = layout.kind === 'columns';
  const listWidth = isWide ? layout.flowWidth : width;
  const list = causeList(stage, causes, chosen, listWidth);
  const evidenceWidth = isWide ? layout.paneWidth : width;
  const title = row(' ', span(stage.text.screens.reviewing.speaks, 'strong'));
  const evidence = [title, ...causeEvidence(stage, chosen, evidenceWidth)];
  const room = height - headline.length;
  if (!isWide) {
    const rows = [...headline, ...list, emptyRow, ...evidence];
    return <Scroll rows={rows} width={width} height={height} />;
  }
  return (
    <Box flexDirection="column">
      <Rows rows={headline} width={width} />
      <Box>
        <Rows rows={list.slice(0, room)} width={listWidth} />
        <Box width={3} />
        <Scroll key={chosen.id} rows={evidence} width={evidenceWidth} height={room} />
      </Box>
    </Box>
  );
}

function headlineRows({ view, text, scope }: Stage, width: number): readonly Row[] {
  const say = text.screens.reviewing;
  const looks: Readonly<Record<NonNullable<typeof view.diagnosis>['health'], readonly [string, Tone]>> = {
    healthy: [say.healthy, 'good'],
    'working-by-fallback': [say.fallback, 'warning'],
    broken: [say.broken, 'bad'],
    unknown: [say.unknown, 'warning'],
  };
  const [usual, tone] = looks[view.diagnosis?.health ?? 'unknown'];
  const sentence = missingWords(view.diagnosis, text) ?? usual;
  const unseen = view.diagnosis === null ? 0 : deeperLook(view.diagnosis).forAdministrators.length;
  return [
    ...paragraph(sentence, width, tone, 1),
    ...(unseen === 0
      ? []
      : paragraph(say.unseen(unseen, keyFor('look-deeper', scope, text.keys)), width, 'quiet', 1)),
  ];
}

function causeList(
  { text }: Stage,
  causes: readonly RankedCause[],
  chosen: RankedCause,
  width: number,
): readonly Row[] {
  const title = row(' ', span(text.screens.reviewing.why, 'strong'));
  const entries = causes.map((cause, index) => {
    const isChosen = cause === chosen;
    const name = row(
      span(isChosen ? ' ❯ ' : '   ', 'chosen'),
      span(`${index + 1} `, 'quiet'),
      span(causeName(text, cause.id), isChosen ? 'chosen' : 'plain'),
    );
    const strength = row(strengthOf(cause, text));
    const [first = emptyRow, ...others] = wrapRow(name, width - rowWidth(strength) - 2, 5);
    return [spread(first, strength, width), ...others];
  });
  return [title, ...entries.flat()];
}

/** Strength in words: the score is a rank, not a probability. */
function strengthOf({ likelihood, for: findings }: RankedCause, text: Stage['text']) {
  const say = text.screens.reviewing;
  if (findings.length === 0) return span(say.none);
  if (likelihood >= 0.7) return span(say.strong, 'bad');
  return likelihood >= 0.35 ? span(say.fair, 'warning') : span(say.weak, 'quiet');
}
