import { createContext, use, useState } from 'react';
import { Box, Text } from 'ink';
import SelectInput, { type IndicatorProps, type ItemProps } from 'ink-select-input';
import type { RemedyOffer } from '../../domain/diagnosis.js';
import type { RemedyId } from '../../domain/ids.js';
import { Rows } from '../components/rows.js';
import { Scroll } from '../components/scroll.js';
import { useStage, type Stage } from '../context.js';
import { adviceFor, offerFacts, offerRow, refusalOf } from '../offer-rows.js';
import { emptyRow, fitRow, paragraph, row, span, type Row } from '../rows.js';
import { useTheme } from '../theme.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { remedyMeaning, remedyName } from '../words.js';

/**
 * The ways out. The list is taken when the screen opens and stays as it is, so that nothing moves under the cursor.
 * ink-select-input owns the cursor alone: it would choose on a digit, so choosing is not left to it. Enter comes from the
 * table of keys, and its own `onSelect` leads nowhere.
 */
export function Choosing() {
  const stage = useStage();
  const { width, height, send, text, scope } = stage;
  const [offers] = useState(() => stage.view.diagnosis?.offers ?? []);
  const [highlighted, setHighlighted] = useState<RemedyId | undefined>(offers[0]?.id);
  const [refused, setRefused] = useState(false);
  const drawn = useDrawn();
  const offer = offers.find(({ id }) => id === highlighted);
  useCommands({
    accept: () => {
      if (offer === undefined || !drawn()) return;
      if (offer.available) send({ type: 'CHOOSE', remedy: offer.id, target: null });
      else setRefused(true);
    },
    back: () => send({ type: 'BACK' }),
    'look-again': () => send({ type: 'DIAGNOSE' }),
  });
  const advice = [emptyRow, ...paragraph(adviceFor(offers, stage), width, 'plain', 1)];
  const room = height - 2 - advice.length;
  const wanted = Math.max(0, ...offers.map((each) => detailRows(stage, each, true, width).length));
  // As much as the longest needs, so that the list keeps its place; it gives way to the list, and then scrolls.
  const detailHeight = Math.min(wanted, Math.max(5, room - offers.length - 1));
  const details = offer === undefined ? [] : detailRows(stage, offer, refused, width);
  const limit = Math.max(3, room - detailHeight - 1);
  const title = [row(' ', span(text.screens.choosing.title, 'strong')), emptyRow];
  return (
    <Box flexDirection="column">
      <Rows rows={title} width={width} />
      <OffersContext value={rowsById(stage, offers, width)}>
        <SelectInput
          items={offers.map(({ id }) => ({ key: id, label: id, value: id }))}
          limit={limit}
          indicatorComponent={Indicator}
          itemComponent={OfferItem}
          onHighlight={({ value }) => {
            setHighlighted(value);
            setRefused(false);
          }}
          isFocused={scope.view === 'flow'}
          onSelect={chooseNothing}
        />
      </OffersContext>
      <Rows rows={[emptyRow]} width={width} />
      <Scroll
        key={`${highlighted ?? ''} ${String(refused)}`}
        rows={details}
        width={width}
        height={detailHeight}
      />
      <Rows rows={advice} width={width} />
    </Box>
  );
}

function chooseNothing(): void {
  // Digits end here; see above.
}

/** The drawn rows, by remedy: ink-select-input hands its items a label and nothing else. */
const OffersContext = createContext<ReadonlyMap<string, { readonly normal: Row; readonly chosen: Row }>>(
  new Map(),
);

function rowsById(stage: Stage, offers: readonly RemedyOffer[], width: number) {
  return new Map(
    offers.map((offer) => [
      offer.id,
      {
        normal: offerRow(stage, offers, offer, width - 3, false),
        chosen: offerRow(stage, offers, offer, width - 3, true),
      },
    ]),
  );
}

function OfferItem({ label, isSelected = false }: ItemProps) {
  const rows = use(OffersContext).get(label);
  const theme = useTheme();
  const parts = isSelected ? rows?.chosen : rows?.normal;
  return (
    <Text wrap="truncate-end">
      {(parts ?? []).map((part, index) => (
        <Text key={index} {...theme[part.tone]}>
          {part.text}
        </Text>
      ))}
    </Text>
  );
}

function Indicator({ isSelected = false }: IndicatorProps) {
  const theme = useTheme();
  return (
    <Box width={3} flexShrink={0}>
      <Text {...theme.chosen}>{isSelected ? ' ❯ ' : '   '}</Text>
    </Box>
  );
}

/** The offer under the cursor in full: a narrow row may have been cut. */
function detailRows(stage: Stage, offer: RemedyOffer, refused: boolean, width: number): readonly Row[] {
  const { text } = stage;
  const say = text.screens.choosing;
  const meaning = remedyMeaning(text, offer.id);
  const reason = refusalOf(offer, text);
  const facts = offer.available ? offerFacts(stage, offer) : say.notOffered(reason);
  const refusal = refused ? say.cannotChoose(remedyName(text, offer.id), reason) : facts;
  return [
    ...paragraph(refusal, width, refused ? 'warning' : 'quiet', 3),
    ...meaning.flatMap((sentence) => paragraph(sentence, width, 'plain', 3)),
  ].map((parts) => fitRow(parts, width));
}
