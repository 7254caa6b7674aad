/**
 * The one table of keys: what is pressed, what it does, where it works. Input, the footer, the help screen and the
 * README's table are all read from it.
 */
import type { KeyText } from '../text/keys.js';
import type { Place } from './place.js';

export type KeyCommand =
  | 'help'
  | 'leave'
  | 'interrupt'
  | 'back'
  | 'accept'
  | 'open'
  | 'close-cause'
  | 'other-answer'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'next-pane'
  | 'previous-pane'
  | 'follow'
  | 'zoom'
  | 'output'
  | 'look-again';

/** Where the person is, as far as keys go. */
export interface KeyScope {
  readonly place: Place | 'world-picker';
  /** What covers the flow: nothing, the commands' output, or the help. */
  readonly view: 'flow' | 'output' | 'help';
  /** Output is on the screen, be it beside the flow or instead of it. */
  readonly paneShown: boolean;
  /** Commands run, so that a pane may be reached by Tab even where it is not shown. */
  readonly paneReachable: boolean;
  /** There are causes to move through and to open. */
  readonly hasCauses: boolean;
  /** One cause is open. */
  readonly causeOpen: boolean;
  /** A word is typed: letters are letters. */
  readonly typing: boolean;
  /** Leaving is possible here. */
  readonly canLeave: boolean;
}

export type KeyName =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'shift-tab'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'ctrl-c'
  | '?'
  | 'q'
  | 'f'
  | 'z'
  | 'e'
  | 'd';

export interface KeyBinding {
  readonly command: KeyCommand;
  readonly keys: readonly KeyName[];
  /** How the keys are written. */
  readonly shown: keyof KeyText['names'] | 'letter';
  readonly label: keyof KeyText['labels'];
  readonly where: keyof KeyText['where'];
  readonly when: (scope: KeyScope) => boolean;
  /** Works, and is in the help, but not in the footer: its partner is. */
  readonly quiet?: true;
}

const lists: ReadonlySet<KeyScope['place']> = new Set([
  'world-picker',
  'recovering',
  'choosing',
  'interrupted',
  'stopped',
  'rolled-back',
  'not-fully-rolled-back',
  'awaiting-restart',
  'resolved',
  'deciding',
]);
const goesBack: ReadonlySet<KeyScope['place']> = new Set([
  'choosing',
  'plan',
  'confirming',
  'confirming-restart',
  'interrupted',
]);

const always = () => true;
const inFlow = (scope: KeyScope) => scope.view === 'flow';
const isAt =
  (...at: readonly KeyScope['place'][]) =>
  (scope: KeyScope) =>
    inFlow(scope) && at.includes(scope.place);
const isConfirming = isAt('confirming', 'confirming-restart');
const inList = (scope: KeyScope) => inFlow(scope) && lists.has(scope.place);
const inCauses = (scope: KeyScope) => isAt('reviewing')(scope) && scope.hasCauses && !scope.causeOpen;
const inOutput = (scope: KeyScope) => scope.view === 'output';
/** The arrows belong to the flow where it has a list or a text, else to the output beside it. */
const paneHasArrows = (scope: KeyScope) =>
  inOutput(scope) || (inFlow(scope) && scope.paneShown && !lists.has(scope.place));
const isLong = (scope: KeyScope) =>
  scope.view === 'help' || isConfirming(scope) || isAt('plan')(scope) || (inFlow(scope) && scope.causeOpen);

/** In the order of the footer. */
export const keyBindings: readonly KeyBinding[] = [
  {
    command: 'accept',
    keys: ['enter'],
    shown: 'enter',
    label: 'waysOut',
    where: 'reviewing',
    when: isAt('reviewing'),
  },
  {
    command: 'open',
    keys: ['right'],
    shown: 'right',
    label: 'open',
    where: 'reviewing',
    when: inCauses,
  },
  {
    command: 'close-cause',
    keys: ['left', 'escape'],
    shown: 'left',
    label: 'closeCause',
    where: 'reviewing',
    when: (scope) => isAt('reviewing')(scope) && scope.causeOpen,
  },
  { command: 'accept', keys: ['enter'], shown: 'enter', label: 'choose', where: 'lists', when: inList },
  {
    command: 'accept',
    keys: ['enter'],
    shown: 'enter',
    label: 'acceptPlan',
    where: 'plan',
    when: isAt('plan'),
  },
  {
    command: 'accept',
    keys: ['enter'],
    shown: 'enter',
    label: 'answer',
    where: 'confirming',
    when: isConfirming,
  },
  {
    command: 'other-answer',
    keys: ['left', 'right', 'tab', 'shift-tab'],
    shown: 'sideArrows',
    label: 'otherAnswer',
    where: 'confirming',
    when: (scope) => isConfirming(scope) && !scope.typing,
  },
  ...arrows('move', 'lists', (scope) => inList(scope) || inCauses(scope)),
  ...arrows('scroll', 'longScreens', isLong),
  {
    command: 'next-pane',
    keys: ['tab'],
    shown: 'tab',
    label: 'panes',
    where: 'output',
    when: (scope) => inOutput(scope) || (inFlow(scope) && scope.paneReachable),
  },
  {
    command: 'previous-pane',
    keys: ['shift-tab'],
    shown: 'shiftTab',
    label: 'previousPane',
    where: 'output',
    when: (scope) => inOutput(scope) || (inFlow(scope) && scope.paneReachable),
    quiet: true,
  },
  ...arrows('scroll', 'output', paneHasArrows),
  quiet('page-up', 'page-up', 'pages', 'page'),
  quiet('page-down', 'page-down', 'pages', 'page'),
  quiet('first', 'home', 'ends', 'ends'),
  quiet('last', 'end', 'ends', 'ends'),
  {
    command: 'follow',
    keys: ['f'],
    shown: 'letter',
    label: 'follow',
    where: 'output',
    when: (scope) => scope.view !== 'help' && scope.paneShown && !scope.typing,
  },
  {
    command: 'zoom',
    keys: ['z'],
    shown: 'letter',
    label: 'zoom',
    where: 'output',
    when: (scope) => scope.view !== 'help' && scope.paneShown && scope.paneReachable && !scope.typing,
  },
  {
    command: 'output',
    keys: ['e'],
    shown: 'letter',
    label: 'rawOutput',
    where: 'everywhere',
    when: (scope) => inFlow(scope) && !scope.paneShown && !scope.typing && scope.place !== 'world-picker',
  },
  {
    command: 'look-again',
    keys: ['d'],
    shown: 'letter',
    label: 'lookAgain',
    where: 'reviewing',
    when: isAt('reviewing', 'choosing', 'resolved'),
  },
  {
    command: 'back',
    keys: ['escape'],
    shown: 'escape',
    label: 'close',
    where: 'output',
    when: (scope) => scope.view !== 'flow',
  },
  {
    command: 'back',
    keys: ['escape'],
    shown: 'escape',
    label: 'back',
    where: 'lists',
    when: (scope) => inFlow(scope) && goesBack.has(scope.place),
  },
  {
    command: 'help',
    keys: ['?'],
    shown: 'letter',
    label: 'help',
    where: 'everywhere',
    when: (scope) => !scope.typing && scope.view !== 'help',
  },
  {
    command: 'interrupt',
    keys: ['ctrl-c'],
    shown: 'interrupt',
    label: 'stopSafely',
    where: 'applying',
    when: (scope) => scope.place === 'applying',
  },
  {
    command: 'leave',
    keys: ['q'],
    shown: 'letter',
    label: 'leave',
    where: 'everywhere',
    when: (scope) => scope.canLeave && !scope.typing,
  },
  {
    command: 'leave',
    keys: ['ctrl-c'],
    shown: 'interrupt',
    label: 'leave',
    where: 'everywhere',
    when: (scope) => scope.canLeave && scope.place !== 'applying',
    quiet: true,
  },
  {
    command: 'leave',
    keys: ['escape'],
    shown: 'escape',
    label: 'leave',
    where: 'everywhere',
    when: (scope) => inFlow(scope) && scope.canLeave && !goesBack.has(scope.place) && !scope.causeOpen,
    quiet: true,
  },
];

function arrows(
  label: KeyBinding['label'],
  where: KeyBinding['where'],
  when: KeyBinding['when'],
): readonly KeyBinding[] {
  const both = { shown: 'arrows', label, where, when } as const;
  return [
    { command: 'up', keys: ['up'], ...both },
    { command: 'down', keys: ['down'], ...both, quiet: true },
  ];
}

function quiet(
  command: KeyCommand,
  key: KeyName,
  shown: KeyBinding['shown'],
  label: KeyBinding['label'],
): KeyBinding {
  return { command, keys: [key], shown, label, where: 'longScreens', when: always, quiet: true };
}
