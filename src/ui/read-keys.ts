/** The table of keys, read: by input, by the footer, by the help screen and by the README. */
import type { Key } from 'ink';
import type { KeyText } from '../text/keys.js';
import type { KeyBinding, KeyCommand, KeyName } from './key-binding.js';
import { keyBindings } from './keys.js';
import type { KeyScope } from './key-scope.js';

/** What a key means here and now; undefined where it means nothing. */
export function commandFor(name: KeyName | undefined, scope: KeyScope): KeyCommand | undefined {
  if (name === undefined) return undefined;
  return keyBindings.find((binding) => binding.keys.includes(name) && binding.when(scope))?.command;
}

/**
 * The keys in one piece of input. A key that is held down may arrive several times in one; any other text of several
 * characters was pasted and is no command.
 */
export function keyNames(input: string, key: Key): readonly (KeyName | undefined)[] {
  const [first = ''] = input;
  const isRepeated = input.length > 1 && input === first.repeat(input.length);
  if (!isRepeated) return [keyName(input, key)];
  return Array.from(input, () => (first === '\t' ? 'tab' : keyName(first, key)));
}

/** The key that was pressed, by the name that the table knows; undefined for all others, digits among them. */
function keyName(input: string, key: Key): KeyName | undefined {
  if (key.eventType === 'release' || key.meta) return key.escape ? 'escape' : undefined;
  if (key.ctrl) return input === 'c' ? 'ctrl-c' : undefined;
  if (key.tab) return key.shift ? 'shift-tab' : 'tab';
  const special = specialKeys.find(([flag]) => key[flag]);
  return special?.[1] ?? letters.find((letter) => letter === input.toLowerCase());
}

const specialKeys = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
] as const satisfies readonly (readonly [keyof Key, KeyName])[];
const letters = ['?', 'q', 'f', 'z', 'e', 'd', 'c', 'p', 's', 'l', 'h'] as const satisfies readonly KeyName[];

/** How a binding's key is written. */
export function shownKey(binding: KeyBinding, text: KeyText): string {
  return binding.shown === 'letter' ? (binding.keys[0] ?? '') : text.names[binding.shown];
}

/** The key of a command here and now; null where there is none. */
export function keyFor(command: KeyCommand, scope: KeyScope, text: KeyText): string | null {
  const binding = keyBindings.find((each) => each.command === command && each.when(scope));
  return binding === undefined ? null : shownKey(binding, text);
}

export interface FooterKey {
  readonly command: KeyCommand;
  readonly key: string;
  readonly label: string;
}

/** The keys that work here and now, as the footer says them. */
export function footerKeys(scope: KeyScope, text: KeyText): readonly FooterKey[] {
  return keyBindings
    .filter((binding) => binding.quiet !== true && binding.when(scope))
    .map((binding) => ({
      command: binding.command,
      key: shownKey(binding, text),
      label: text.labels[binding.label],
    }));
}

/** Every key once, for the help screen and the README. */
export function allKeys(
  text: KeyText,
): readonly { readonly key: string; readonly label: string; readonly where: string }[] {
  const entries = keyBindings.map((binding) => ({
    key: shownKey(binding, text),
    label: text.labels[binding.label],
    where: text.where[binding.where],
  }));
  const isFirst = (entry: (typeof entries)[number], index: number) =>
    entries.findIndex((other) => other.key === entry.key && other.label === entry.label) === index;
  return entries.filter(isFirst);
}

/** The README's table of keys, in Markdown. */
export function keysAsMarkdown(text: KeyText): string {
  const { key, does, where } = text.columns;
  const rows = allKeys(text).map((entry) => `| \`${entry.key}\` | ${entry.label} | ${entry.where} |`);
  return [`| ${key} | ${does} | ${where} |`, '|---|---|---|', ...rows].join('\n');
}
