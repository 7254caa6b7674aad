/** The stations of the flow, and the sentence that holds at each. */
import type { Stage } from './context.js';
import type { Place } from './place.js';

export interface Station {
  readonly state: 'passed' | 'here' | 'ahead';
  readonly name: string;
}

type StationId = 'diagnose' | 'choose' | 'confirm' | 'apply' | 'verify';

/** Where each place lies. */
const stationOf: Readonly<Record<Place, StationId>> = {
  starting: 'diagnose',
  recovering: 'diagnose',
  forgetting: 'diagnose',
  diagnosing: 'diagnose',
  reviewing: 'diagnose',
  'looking-deeper': 'diagnose',
  'elevating-to-look': 'diagnose',
  choosing: 'choose',
  history: 'diagnose',
  'asking-undo': 'diagnose',
  planning: 'choose',
  plan: 'choose',
  confirming: 'confirm',
  elevating: 'confirm',
  rechecking: 'confirm',
  applying: 'apply',
  interrupted: 'apply',
  stopped: 'apply',
  'rolling-back': 'apply',
  'rolled-back': 'apply',
  'not-fully-rolled-back': 'apply',
  'awaiting-restart': 'apply',
  'confirming-restart': 'apply',
  restarting: 'apply',
  'handing-over': 'apply',
  'handed-over': 'apply',
  verifying: 'verify',
  resolved: 'verify',
  deciding: 'verify',
  done: 'verify',
};

export function stationsOf({
  view,
  text,
  scope,
}: Pick<Stage, 'view' | 'text' | 'scope'>): readonly Station[] {
  const say = text.screens.stations;
  const place = scope.place === 'world-picker' ? 'starting' : scope.place;
  const ended = view.steps.filter(({ status }) => status === 'done' || status === 'skipped').length;
  const applyName = restarts.has(place)
    ? say.restart
    : undoes.has(place)
      ? say.undo
      : say.apply(ended, view.steps.length === 0 ? (view.plan?.steps.length ?? 0) : view.steps.length);
  const names: readonly (readonly [StationId, string])[] = [
    ['diagnose', say.diagnose],
    ['choose', say.choose],
    ['confirm', say.confirm],
    ...(stationOf[place] === 'apply' ? ([['apply', applyName]] as const) : []),
    ['verify', say.verify],
  ];
  const here = names.findIndex(([id]) => id === stationOf[place]);
  const isOver = place === 'resolved';
  return names.map(([, name], index) => ({
    name,
    state: index < here || (index === here && isOver) ? 'passed' : index === here ? 'here' : 'ahead',
  }));
}
const restarts: ReadonlySet<Place> = new Set(['awaiting-restart', 'confirming-restart', 'restarting']);
const undoes: ReadonlySet<Place> = new Set(['rolling-back', 'rolled-back', 'not-fully-rolled-back']);

export function promiseOf({ flow, text, scope }: Pick<Stage, 'flow' | 'text' | 'scope'>): string {
  const say = text.screens.promises;
  switch (scope.place) {
    case 'diagnosing':
      return flow.context.depth === 'test-switch' ? say.testSwitch : say.lookingOnly;
    case 'world-picker':
    case 'starting':
    case 'reviewing':
    case 'looking-deeper':
    case 'elevating-to-look':
      return say.lookingOnly;
    case 'choosing':
    case 'planning':
    case 'plan':
    case 'confirming':
    case 'elevating':
    case 'rechecking':
      return hasHistory(flow.context) ? say.nothingNewYet : say.nothingYet;
    case 'applying':
    case 'interrupted':
      return say.applying;
    case 'rolling-back':
      return say.undoing;
    case 'verifying':
      return say.checking;
    case 'resolved':
    case 'deciding':
    case 'done':
      return say.finished;
    default:
      return say.waiting;
  }
}

/** Something of this session ran before this plan. */
function hasHistory(context: Stage['flow']['context']): boolean {
  return context.request?.kind === 'remainder' || context.verdict !== null;
}
