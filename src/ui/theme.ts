/** Colours by meaning. Without colour (`NO_COLOR`, `--no-color`) weight and inversion are left, and no word rests on them alone. */
import { createContext, use } from 'react';
import type { TextProps } from 'ink';
import type { Tone } from './rows.js';

export type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;
export type Theme = Readonly<Record<Tone, Look>>;

const colourful: Theme = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  good: { color: 'green' },
  bad: { color: 'red' },
  warning: { color: 'yellow' },
  accent: { color: 'cyan' },
  danger: { color: 'red', bold: true },
  simulated: { color: 'magenta', bold: true },
  chosen: { color: 'cyan', bold: true },
};

const plain: Theme = {
  plain: {},
  strong: { bold: true },
  quiet: {},
  good: {},
  bad: { bold: true },
  warning: { bold: true },
  accent: {},
  danger: { bold: true },
  simulated: { bold: true },
  chosen: { bold: true },
};

export function themeFor(colour: boolean): Theme {
  return colour ? colourful : plain;
}

export const ThemeContext = createContext<Theme>(colourful);

export function useTheme(): Theme {
  return use(ThemeContext);
}
