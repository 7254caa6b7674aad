/** Times as people read them. */
import type { Text } from '../text/text.js';

/** `0.1 s`, `14 s`, `3 min`. */
export function durationText(ms: number, text: Text): string {
  const { seconds, minutes } = text.screens.duration;
  if (ms < 10_000) return seconds((ms / 1000).toFixed(1));
  if (ms < 120_000) return seconds(String(Math.round(ms / 1000)));
  return minutes(Math.round(ms / 60_000));
}

/** A usual duration: whole seconds, or minutes. */
export function usualText(seconds: number, text: Text): string {
  return seconds < 120
    ? text.screens.duration.seconds(String(seconds))
    : text.screens.duration.minutes(Math.round(seconds / 60));
}

/** `09:41:02` */
export function timeOfDay(at: number, timeZone?: string): string {
  return formatter('time', timeZone).format(at);
}

/** `2026-11-22 09:41` */
export function dayAndTime(at: number, timeZone?: string): string {
  return formatter('day', timeZone).format(at).replace(',', '');
}

/** Making a formatter is slow, and a pane needs one for every row. */
function formatter(kind: 'time' | 'day', timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${kind} ${timeZone ?? ''}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const zone = timeZone === undefined ? {} : { timeZone };
  // Swedish writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat(
    'sv-SE',
    kind === 'time' ? { ...time, second: '2-digit', ...zone } : { ...day, ...time, ...zone },
  );
  formatters.set(key, made);
  return made;
}
const formatters = new Map<string, Intl.DateTimeFormat>();
