import { createContext, use, useState } from 'react';
import { Box, Text } from 'ink';
import SelectInput, { type IndicatorProps, type ItemProps } from 'ink-select-input';
import type { RemedyOffer } from '../../domain/diagnosis.js';
import { Rows } from '../components/rows.js';
import { Scroll } from '../components/scroll.js';
import { useStage, type Stage } from '../context.js';
import { menuEntries, type MenuEntry } from '../menu-entries.js';
import { adviceFor, offerFacts, offerRow, refusalOf } from '../offer-rows.js';
import { emptyRow, fitRow, paragraph, row, span, type Row } from '../rows.js';
import { useTheme } from '../theme.js';
import { useCommands, useDrawn } from '../use-commands.js';
import { useShown } from '../use-shown.js';
import { remedyExperience, remedyMeaning, remedyName } from '../words.js';

/**
 * The ways out. The list is taken when the screen opens and stays as it is, so that nothing moves under the cursor.
 * ink-select-input owns the cursor alone: it would choose on a digit, so choosing is not left to it. Enter comes from the
 * table of keys, and its own `onSelect` leads nowhere.
 */
export function Choosing() {
  const stage = useStage();
  const { width, height, send, text, scope } = stage;
  const [offers] = useState(() => stage.view.diagnosis?.offers ?? []);
  const [all, setAll] = useState(false);
  const entries = menuEntries(offers, all);
  const cursor = useShown(entries[0]?.key);
  const highlighted = cursor.value;
  const [refused, setRefused] = useState(false);
  const drawn = useDrawn();
  const entry = entries.find(({ key }) => key === highlighted);
  const showAll = () => {
    setAll(true);
    // The cursor stays where it was: on the first row that came.
    cursor.set(menuEntries(offers, true)[entries.length - 1]?.key);
  };
  useCommands({
    accept: () => {
      if (entry === undefined || !drawn() || !cursor.isSeen()) return;
      if (entry.kind === 'more') showAll();
      else if (entry.offer.available) send({ type: 'CHOOSE', remedy: entry.offer.id, target: entry.target });
      else setRefused(true);
    },
    back: () => send({ type: 'BACK' }),
    'look-again': () => send({ type: 'DIAGNOSE' }),
  });
  const advice = [emptyRow, ...paragraph(adviceFor(offers, stage), width, 'plain', 1)];
  const room = height - 2 - advice.length;
  const wanted = Math.max(0, ...offers.map((each) => detailRows(stage, each, true, width).length));
  // As much as the longest needs, so that the list keeps its place; it gives way to the list, and then scrolls.
  const detailHeight = Math.min(wanted, Math.max(5, room - entries.length - 1));
  const details = entry?.kind === 'offer' ? detailRows(stage, entry.offer, refused, width) : [];
  const limit = Math.max(3, room - detailHeight - 1);
  const title = [row(' ', span(text.screens.choosing.title, 'strong')), emptyRow];
  return (
    <Box flexDirection="column">
      <Rows rows={title} width={width} />
      <EntriesContext value={rowsByKey(stage, entries, width)}>
        <SelectInput
          key={String(all)}
          items={entries.map(({ key }) => ({ key, label: key, value: key }))}
          initialIndex={Math.max(
            0,
            entries.findIndex(({ key }) => key === highlighted),
          )}
          limit={limit}
          indicatorComponent={Indicator}
          itemComponent={OfferItem}
          onHighlight={({ value }) => {
            cursor.set(value);
            setRefused(false);
          }}
          isFocused={scope.view === 'flow'}
          onSelect={chooseNothing}
        />
      </EntriesContext>
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

/** The drawn rows, by key: ink-select-input hands its items a label and nothing else. */
const EntriesContext = createContext<ReadonlyMap<string, { readonly normal: Row; readonly chosen: Row }>>(
  new Map(),
);

function rowsByKey(stage: Stage, entries: readonly MenuEntry[], width: number) {
  const room = width - 3;
  return new Map(
    entries.map((entry) => [
      entry.key,
      {
        normal: entryRow(stage, entries, entry, room, false),
        chosen: entryRow(stage, entries, entry, room, true),
      },
    ]),
  );
}

function entryRow(
  stage: Stage,
  entries: readonly MenuEntry[],
  entry: MenuEntry,
  width: number,
  isChosen: boolean,
): Row {
  if (entry.kind === 'offer') return offerRow(stage, entries, entry, width, isChosen);
  const label = stage.text.screens.choosing.more(entry.count);
  return fitRow(row(span(label, isChosen ? 'chosen' : 'quiet')), width);
}

function OfferItem({ label, isSelected = false }: ItemProps) {
  const rows = use(EntriesContext).get(label);
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
  const experience = remedyExperience(text, offer);
  const reason = refusalOf(offer, text);
  const facts = offer.available ? offerFacts(stage, offer) : say.notOffered(reason);
  const refusal = refused ? say.cannotChoose(remedyName(text, offer.id), reason) : facts;
  return [
    ...paragraph(refusal, width, refused ? 'warning' : 'quiet', 3),
    ...meaning.flatMap((sentence) => paragraph(sentence, width, 'plain', 3)),
    ...(experience === '' ? [] : paragraph(experience, width, 'accent', 3)),
  ].map((parts) => fitRow(parts, width));
}
