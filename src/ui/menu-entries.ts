/** What the menu lists: the ways out that fit the findings, and behind one row all the others with their reasons. */
import type { RemedyOffer } from '../domain/diagnosis.js';

export type MenuEntry =
  | {
      readonly kind: 'offer';
      readonly key: string;
      readonly offer: RemedyOffer;
      readonly target: string | null;
    }
  /** Opens the rest of the list. */
  | { readonly kind: 'more'; readonly key: 'more'; readonly count: number };

/** A worried person reads ten ways out, not thirty; what fits and cannot be had is said besides. */
const shortList = 10;

/** The order of the offers is kept; `all` lists what does not fit the findings below the rest. */
export function menuEntries(offers: readonly RemedyOffer[], all: boolean): readonly MenuEntry[] {
  const fitting = offers.filter(({ relation }) => fits.has(relation));
  const filled = offers
    .filter(({ relation, available }) => relation === 'seldom-helps' && available)
    .slice(0, Math.max(0, shortList - fitting.filter(({ available }) => available).length));
  const listed = new Set(offers.length <= shortList ? offers : [...fitting, ...filled]);
  const first = offers.filter((offer) => listed.has(offer));
  const rest = offers.filter((offer) => !listed.has(offer));
  if (rest.length === 0) return first.flatMap(entriesOf);
  if (!all) return [...first.flatMap(entriesOf), { kind: 'more', key: 'more', count: rest.length }];
  return [...first, ...rest].flatMap(entriesOf);
}

const fits: ReadonlySet<RemedyOffer['relation']> = new Set([
  'repairs',
  'may-repair',
  'works-around',
  'rescues-files',
]);

/** A remedy for one of several things (a distro, a service) has a row for each. */
function entriesOf(offer: RemedyOffer): readonly MenuEntry[] {
  const targets = offer.targets ?? [];
  if (!offer.available || targets.length < 2) {
    return [{ kind: 'offer', key: offer.id, offer, target: targets[0] ?? null }];
  }
  return targets.map((target) => ({ kind: 'offer', key: `${offer.id}:${target}`, offer, target }));
}
