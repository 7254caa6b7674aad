/** What an entry of the table of keys is made of. */
import type { KeyText } from '../text/keys.js';
import type { KeyScope } from './key-scope.js';

export type KeyCommand =
  | 'help'
  | 'leave'
  | 'interrupt'
  | 'back'
  | 'accept'
  | 'open'
  | 'close-opened'
  | 'checks'
  | 'evidence'
  | 'scripts'
  | 'paste'
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
  | 'look-again'
  | 'look-deeper'
  | 'history';

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
  | 'd'
  | 'c'
  | 'l'
  | 'p'
  | 's'
  | 'h';

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
