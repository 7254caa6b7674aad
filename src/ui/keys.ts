/**
 * The one table of keys: what is pressed, what it does, where it works. Input, the footer, the help screen and the
 * README's table are all read from it.
 */
import type { KeyBinding, KeyCommand, KeyName } from './key-binding.js';
import {
  goesBack,
  always,
  inFlow,
  isAt,
  isConfirming,
  inList,
  inCauses,
  inChecks,
  isOpened,
  inOutput,
  paneHasArrows,
  isLong,
} from './key-scope.js';

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
    command: 'close-opened',
    keys: ['left', 'escape'],
    shown: 'left',
    label: 'closeCause',
    where: 'reviewing',
    when: isOpened,
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
  ...arrows('move', 'lists', (scope) => inList(scope) || inCauses(scope) || inChecks(scope)),
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
    when: (scope) => scope.view !== 'help' && scope.paneShown && scope.follows && !scope.typing,
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
    command: 'evidence',
    keys: ['e'],
    shown: 'letter',
    label: 'rawOutput',
    where: 'everywhere',
    when: isAt('reviewing'),
  },
  {
    command: 'checks',
    keys: ['c'],
    shown: 'letter',
    label: 'checks',
    where: 'reviewing',
    when: inCauses,
  },
  {
    command: 'scripts',
    keys: ['s'],
    shown: 'letter',
    label: 'scripts',
    where: 'plan',
    when: (scope) => isAt('plan')(scope) && scope.hasScripts,
  },
  {
    command: 'output',
    keys: ['e'],
    shown: 'letter',
    label: 'rawOutput',
    where: 'everywhere',
    when: (scope) =>
      inFlow(scope) &&
      !scope.paneShown &&
      !scope.typing &&
      scope.place !== 'world-picker' &&
      scope.place !== 'reviewing',
  },
  {
    command: 'look-deeper',
    keys: ['l'],
    shown: 'letter',
    label: 'lookDeeper',
    where: 'reviewing',
    when: (scope) => isAt('reviewing')(scope) && scope.canLookDeeper,
  },
  {
    command: 'paste',
    keys: ['p'],
    shown: 'letter',
    label: 'paste',
    where: 'reviewing',
    when: isAt('starting', 'diagnosing', 'reviewing'),
  },
  {
    command: 'look-again',
    keys: ['d'],
    shown: 'letter',
    label: 'lookAgain',
    where: 'reviewing',
    when: isAt('reviewing', 'choosing', 'handed-over', 'resolved'),
  },
  {
    command: 'history',
    keys: ['h'],
    shown: 'letter',
    label: 'history',
    where: 'reviewing',
    when: isAt('reviewing'),
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
    when: (scope) => inFlow(scope) && scope.canLeave && !goesBack.has(scope.place) && !isOpened(scope),
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
