/** The question `events`: newest first, as Get-WinEvent gives them; its two kinds of "nothing" are errors. */
import type { Answer, Question } from '../host.js';
import type { WorldText } from './texts/text.js';
import type { World, WorldEvent } from './world.js';

/** Args `log`, `days`, `max` and, where wanted, `provider` and (a comma list) `ids`. Gives `[{id, level, timeMs, properties, xml, message}]`. */
export function eventsAnswer(
  world: World,
  question: Pick<Question, 'args'>,
  text: WorldText,
  now: number,
): Answer {
  const { log, days, max, ids, provider } = question.args;
  const events = Object.entries(world.eventLogs).find(
    ([name]) => name.toLowerCase() === `${log ?? ''}`.toLowerCase(),
  );
  if (events === undefined) return nothing('NoMatchingLogsFound');
  const since = now - Number(days ?? 7) * 86_400_000;
  const wanted = `${ids ?? ''}`.split(',').filter((id) => id !== '');
  const found = events[1]
    .filter(
      (event) =>
        event.timeMs >= since &&
        (wanted.length === 0 || wanted.includes(`${event.id}`)) &&
        (provider === undefined || event.provider === provider),
    )
    .toSorted((first, second) => second.timeMs - first.timeMs)
    .slice(0, Number(max ?? 200));
  if (found.length === 0) return nothing('NoMatchingEventsFound');
  return { ok: true, value: found.map((event) => eventValue(world, event, events[0], text)) };
}

/** Puts one more event into a log of the machine, which is created where there is none. */
export function addEvent(world: World, log: string, event: WorldEvent): void {
  (world.eventLogs[log] ??= []).push(event);
}

const nothing = (id: string): Answer => ({
  ok: false,
  reason: 'error',
  errorId: `${id},Microsoft.PowerShell.Commands.GetWinEventCommand`,
  hresult: '0x80131500',
});

function eventValue(world: World, event: WorldEvent, log: string, text: WorldText): unknown {
  const { id, level, timeMs, properties } = event;
  return {
    id,
    level,
    timeMs,
    properties,
    xml: eventXml(world, event, log),
    message: eventMessage(event, text),
  };
}

/** null for an event whose provider's texts are not there. */
function eventMessage(event: WorldEvent, text: WorldText): string | null {
  if (event.message !== undefined) return event.message;
  const [first = '', second = '', third = '', fourth = ''] = event.properties;
  if (event.id === 16000) return text.events.vmmsError(second);
  if (event.id === 1000) return text.events.hnsSwitchFailed(first, second);
  if (event.id === 1013) return text.events.hnsNetworkCreate(second, third, fourth);
  return null;
}

function eventXml(world: World, event: WorldEvent, log: string): string {
  const data = event.properties.map((property) => `<Data>${escaped(property)}</Data>`).join('');
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${escaped(event.provider)}'/>` +
    `<EventID>${event.id}</EventID><Level>${event.level}</Level>` +
    `<TimeCreated SystemTime='${new Date(event.timeMs).toISOString()}'/><Channel>${escaped(log)}</Channel>` +
    `<Computer>${escaped(world.windows.computerName)}</Computer></System><EventData>${data}</EventData></Event>`
  );
}

const escaped = (text: string): string =>
  text.replace(/[<>&'"\u0000-\u001f]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`);
