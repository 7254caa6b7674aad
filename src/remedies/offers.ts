/** The menu: every remedy for this diagnosis, in the order in which to try them. */
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

/**
 * First what has to do with what was found, then what goes around it, and what was found to be worth little; what cannot be
 * carried out comes after what can, with its reason; what this machine does not need comes last.
 */
export function offerRemedies(
  options: OfferOptions,
  remedies: readonly Remedy[] = everyRemedy,
): readonly RemedyOffer[] {
  const offers = remedies.map((remedy) => offer(remedy, options));
  const order = relationOrder(options.causes);
  const rank = (each: RemedyOffer) => {
    const relation = order.indexOf(each.relation);
    const isNeeded = each.relation !== 'not-for-this';
    return relation + (each.available ? 0 : isNeeded ? order.length : 2 * order.length);
  };
  const sorted = rescueFirst(
    offers.sort((left, right) => rank(left) - rank(right)),
    remedies,
  );
  // What fits every machine is offered on every machine; recommended is what some cause of this one calls for.
  const known = new Set(options.causes.flatMap(({ id }) => options.remediesOf(id)).map(({ id }) => id));
  const recommended = sorted.find(
    (each) => each.available && worthTrying.has(each.relation) && known.has(each.id),
  );
  return sorted.map((each) => (each === recommended ? { ...each, recommended: true } : each));
}

function offer(remedy: Remedy, options: OfferOptions): RemedyOffer {
  const { facts, paths, health } = options;
  const reason = remedy.refusal(facts, paths);
  // Without WSL there is nothing whose network could be repaired.
  const isAnythingWrong = health !== 'healthy' && facts.wsl?.flavour !== 'none';
  return {
    id: remedy.id,
    available: reason === null,
    reason,
    relation: isAnythingWrong ? relationOf(remedy, options) : 'not-for-this',
    recommended: false,
    effect: remedy.effect,
    undo: remedy.undo,
    needs: remedy.needs,
    seconds: remedy.seconds,
    experience: experienceOf(remedy, facts),
    ...(remedy.targets === undefined ? {} : { targets: remedy.targets(facts) }),
  };
}

/** What people reported who had the very code of this machine. Other codes are other faults. */
function experienceOf({ reports = [] }: Remedy, facts: Facts): NonNullable<RemedyOffer['experience']> | null {
  const code = facts.wslStart?.hresult ?? newestEventCode(facts);
  return reports.find((report) => report.code === code) ?? null;
}

/** Newer WSL falls back without a code; Windows logs it all the same (wsl.md 2.5). */
function newestEventCode({ hnsEvents, vmmsEvents }: Facts): string | null {
  const events = [...(hnsEvents?.events ?? []), ...(vmmsEvents?.events ?? [])];
  const newest = events
    .filter(({ codes }) => codes.length > 0)
    .reduce<(typeof events)[number] | null>(
      (last, each) => (last !== null && last.at > each.at ? last : each),
      null,
    );
  return newest?.codes[0] ?? null;
}

/** The likeliest cause that knows the remedy has the word. */
function relationOf(remedy: Remedy, { causes, remediesOf }: OfferOptions): Relation {
  for (const { id } of causes) {
    const known = remediesOf(id).find((each) => each.id === remedy.id);
    if (known !== undefined) return known.relation;
  }
  return remedy.otherwise;
}

/** Rescuing files comes before the first remedy that could cost some, whatever that is worth otherwise. */
function rescueFirst(offers: readonly RemedyOffer[], remedies: readonly Remedy[]): readonly RemedyOffer[] {
  const costly = new Set(remedies.filter(({ costsData }) => costsData === true).map(({ id }) => id));
  const rescue = offers.find(({ id, available }) => id === 'distro-rescue' && available);
  const first = offers.find(({ id, available }) => available && costly.has(id));
  if (rescue === undefined || first === undefined) return offers;
  if (offers.indexOf(rescue) < offers.indexOf(first)) return offers;
  const others = offers.filter((each) => each !== rescue);
  return others.toSpliced(others.indexOf(first), 0, rescue);
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
