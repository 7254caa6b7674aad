/** Where keys are pressed: what the table of keys asks about the moment. */
import type { Place } from './place.js';

/** Where the person is, as far as keys go. */
export interface KeyScope {
  readonly place: Place | 'world-picker';
  /** What covers the flow: nothing, the commands' output, the help, or an error text that is pasted. */
  readonly view: 'flow' | 'output' | 'help' | 'paste';
  /** Output is on the screen, be it beside the flow or instead of it. */
  readonly paneShown: boolean;
  /** Commands run, so that a pane may be reached by Tab even where it is not shown. */
  readonly paneReachable: boolean;
  /** This machine can look deeper than it did: a recording cannot. */
  readonly canLookDeeper: boolean;
  /** There are causes to move through and to open. */
  readonly hasCauses: boolean;
  /** What the person opened while reviewing. */
  readonly opened: 'nothing' | 'cause' | 'checks';
  /** The output that is shown grows and can be followed: not that of some checks alone. */
  readonly follows: boolean;
  /** The plan holds scripts that are folded. */
  readonly hasScripts: boolean;
  /** Words are typed: letters are letters. */
  readonly typing: boolean;
  /** Leaving is possible here. */
  readonly canLeave: boolean;
}

export const lists: ReadonlySet<KeyScope['place']> = new Set([
  'world-picker',
  'recovering',
  'looking-deeper',
  'choosing',
  'history',
  'asking-undo',
  'interrupted',
  'stopped',
  'rolled-back',
  'not-fully-rolled-back',
  'awaiting-restart',
  'handed-over',
  'resolved',
  'deciding',
]);
export const goesBack: ReadonlySet<KeyScope['place']> = new Set([
  'looking-deeper',
  'choosing',
  'history',
  'asking-undo',
  'plan',
  'confirming',
  'confirming-restart',
  'interrupted',
  'handed-over',
]);

export const always = () => true;
export const inFlow = (scope: KeyScope) => scope.view === 'flow';
export const isAt =
  (...at: readonly KeyScope['place'][]) =>
  (scope: KeyScope) =>
    inFlow(scope) && at.includes(scope.place);
export const isConfirming = isAt('confirming', 'confirming-restart');
export const inList = (scope: KeyScope) => inFlow(scope) && lists.has(scope.place);
export const inCauses = (scope: KeyScope) =>
  isAt('reviewing')(scope) && scope.hasCauses && scope.opened === 'nothing';
/** The list of checks is on the screen: it was opened, or there is no cause to show instead. */
export const inChecks = (scope: KeyScope) =>
  isAt('reviewing')(scope) && (scope.opened === 'checks' || !scope.hasCauses);
export const isOpened = (scope: KeyScope) => isAt('reviewing')(scope) && scope.opened !== 'nothing';
export const inOutput = (scope: KeyScope) => scope.view === 'output';
/** The arrows belong to the flow where it has a list or a text, else to the output beside it. */
export const paneHasArrows = (scope: KeyScope) =>
  inOutput(scope) || (inFlow(scope) && scope.paneShown && !lists.has(scope.place));
export const isLong = (scope: KeyScope) =>
  scope.view === 'help' ||
  scope.view === 'paste' ||
  isConfirming(scope) ||
  isAt('plan')(scope) ||
  (isOpened(scope) && scope.opened === 'cause');
