/** The menu: every remedy of this version for this diagnosis, in the order in which to try them. */
import type { RankedCause, Relation, RemedyOffer } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { CauseId, Health, RemedyId } from '../domain/ids.js';
import type { MachinePaths } from '../host/host.js';
import { remedies as everyRemedy } from './registry.js';
import type { Remedy } from './remedy.js';

export interface OfferOptions {
  readonly health: Health;
  readonly facts: Facts;
  readonly paths: MachinePaths;
  /** Likeliest first. */
  readonly causes: readonly RankedCause[];
  /** What a cause says of the remedies. */
  readonly remediesOf: (cause: CauseId) => readonly { readonly id: RemedyId; readonly relation: Relation }[];
}

export function offerRemedies(
  options: OfferOptions,
  remedies: readonly Remedy[] = everyRemedy,
): readonly RemedyOffer[] {
  const offers = remedies.map((remedy) => offer(remedy, options));
  const order = relationOrder(options.causes);
  const rank = (each: RemedyOffer) => order.indexOf(each.relation) + (each.available ? 0 : order.length);
  const sorted = offers.sort((left, right) => rank(left) - rank(right));
  const recommended = sorted.find((each) => each.available && worthTrying.has(each.relation));
  return sorted.map((each) => (each === recommended ? { ...each, recommended: true } : each));
}

function offer(remedy: Remedy, options: OfferOptions): RemedyOffer {
  const { facts, paths, health } = options;
  const reason = remedy.refusal(facts, paths);
  return {
    id: remedy.id,
    available: reason === null,
    reason,
    relation: health === 'healthy' ? 'not-for-this' : relationOf(remedy, options),
    recommended: false,
    effect: remedy.effect,
    undo: remedy.undo,
    needs: remedy.needs,
    seconds: remedy.seconds,
  };
}

/** The likeliest cause that knows the remedy has the word. */
function relationOf(remedy: Remedy, { causes, remediesOf }: OfferOptions): Relation {
  for (const { id } of causes) {
    const known = remediesOf(id).find((each) => each.id === remedy.id);
    if (known !== undefined) return known.relation;
  }
  return remedy.otherwise;
}

const worthTrying: ReadonlySet<Relation> = new Set(['repairs', 'works-around']);

/** Where nobody can know the cause, what works around it comes before what may repair it (issue 3 item 2). */
function relationOrder(causes: readonly RankedCause[]): readonly Relation[] {
  const leading = causes[0]?.id;
  const isUnknown = leading === undefined || leading === 'unknown-vswitch-failure' || leading === 'unknown';
  const rest: readonly Relation[] = ['seldom-helps', 'rescues-files', 'prevents', 'not-for-this'];
  return isUnknown
    ? ['works-around', 'repairs', 'may-repair', ...rest]
    : ['repairs', 'works-around', 'may-repair', ...rest];
}
