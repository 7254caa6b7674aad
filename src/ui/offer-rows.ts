/** One remedy as one row: what it does, whether it can be taken back, how long, whether Windows restarts, what is lost. */
import type { RemedyOffer } from '../domain/diagnosis.js';
import type { Text } from '../text/text.js';
import type { Stage } from './context.js';
import type { MenuEntry } from './menu-entries.js';
import { fitRow, padRow, row, span, textWidth, type Row } from './rows.js';
import { usualText } from './times.js';
import { missingWords, refusalWords, remedyName } from './words.js';

type OfferStage = Pick<Stage, 'text'>;

export function offerRow(
  { text }: OfferStage,
  entries: readonly MenuEntry[],
  entry: OfferEntry,
  width: number,
  isChosen: boolean,
): Row {
  const names = entries.flatMap((each) => (each.kind === 'offer' ? [entryName(each, text)] : []));
  const widest = Math.max(...names.map(textWidth));
  const nameWidth = Math.min(widest, Math.max(16, Math.floor(width * 0.45))) + 2;
  const { offer } = entry;
  const nameTone = isChosen ? 'chosen' : offer.available ? 'plain' : 'quiet';
  const name = padRow(fitRow(row(span(entryName(entry, text), nameTone)), nameWidth - 2), nameWidth);
  const facts = offer.available
    ? offerFacts({ text }, offer)
    : text.screens.choosing.notOffered(refusalOf(offer, text));
  return [...padRow([...name, span(facts, 'quiet')], width)];
}

type OfferEntry = Extract<MenuEntry, { readonly kind: 'offer' }>;

/** With the distro or service that it is for, where there is one. */
function entryName({ offer, target }: OfferEntry, text: Text): string {
  const name = remedyName(text, offer.id);
  return target === null || !offer.available ? name : `${name}${text.screens.colon}${target}`;
}

/** In the same order on every row. */
export function offerFacts({ text }: OfferStage, offer: RemedyOffer): string {
  const say = text.screens.choosing;
  const facts = [
    say.relations[offer.relation],
    say.undo[offer.undo],
    usualText(offer.seconds, text),
    offer.needs.includes('restart') ? say.restart : say.noRestart,
    say.effects[offer.effect],
    ...(offer.needs.includes('elevation') ? [say.elevation] : []),
  ];
  return facts.join(' · ');
}

export function refusalOf({ reason }: RemedyOffer, text: Text): string {
  return reason === null ? '' : refusalWords(text, reason);
}

/** One sentence of advice, no more. */
export function adviceFor(
  offers: readonly RemedyOffer[],
  { text, view }: Pick<Stage, 'text' | 'view'>,
): string {
  const say = text.screens.choosing;
  const health = view.diagnosis?.health;
  if (health === 'healthy') return say.nothingWrong;
  if (missingWords(view.diagnosis, text) !== null) return say.adviceInstall;
  // No way around leads past a Windows that is offline itself.
  if (health === 'unknown' && view.diagnosis?.causes[0]?.id === 'host-offline') return say.adviceConnect;
  const works = health === 'working-by-fallback';
  const open = offers.filter(({ available }) => available);
  const cure = open.find(
    ({ relation, recommended }) => recommended && (relation === 'repairs' || relation === 'may-repair'),
  );
  const bypass = open.find(({ relation }) => relation === 'works-around');
  if (cure?.relation === 'repairs') {
    const name = remedyName(text, cure.id);
    return bypass === undefined || works
      ? say.adviceCure(name)
      : say.adviceBoth(name, remedyName(text, bypass.id), usualText(bypass.seconds, text));
  }
  if (works) return say.adviceWorks;
  if (bypass !== undefined)
    return say.adviceBypass(remedyName(text, bypass.id), usualText(bypass.seconds, text));
  return say.adviceNone;
}

/** What would be tried next: a recommended remedy that is not the one just carried out, else a way around. */
export function nextOffer({ view, flow }: Pick<Stage, 'view' | 'flow'>): RemedyOffer | undefined {
  const tried = view.plan?.remedy ?? flow.context.plan?.remedy;
  const open = (view.diagnosis?.offers ?? []).filter(({ available, id }) => available && id !== tried);
  return (
    open.find(({ recommended }) => recommended) ?? open.find(({ relation }) => relation === 'works-around')
  );
}
