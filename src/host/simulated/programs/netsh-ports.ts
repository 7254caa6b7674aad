/** `netsh interface ipv4|ipv6 show excludedportrange|dynamicport` and `set dynamicport`: digits, and a `*` for managed ones. */
import { type ProgramCall, lines } from '../program.js';

type Run = (call: ProgramCall) => number;

/** What does the line, or undefined where it is about something else. */
export function portSettings(line: string): Run | undefined {
  const excluded = /^(?:int|interface) ipv4 show excludedportrange (?:protocol=)?(tcp|udp)$/.exec(line)?.[1];
  if (excluded !== undefined) return (call) => showExcluded(call, excluded);
  const [, family = '', protocol] =
    /^(?:int|interface) (ipv[46]) show dynamicport (?:protocol=)?(tcp|udp)$/.exec(line) ?? [];
  if (protocol !== undefined) return (call) => showDynamic(call, family, protocol);
  const set =
    /^(?:int|interface) (ipv[46]) set dynamicport (?:protocol=)?(tcp|udp) start=(\d+) num=(\d+)(?: store=persistent)?$/.exec(
      line,
    );
  if (set === null) return undefined;
  const [, setFamily = '', setProtocol = '', start, count] = set;
  return (call) => setDynamic(call, `${setFamily} ${setProtocol}`, Number(start), Number(count));
}

function showExcluded(call: ProgramCall, protocol: string): number {
  const { excludedTitle, excludedColumns, excludedNote } = call.text.netsh;
  const [start, end] = excludedColumns;
  const ranges = protocol === 'tcp' ? call.look().ports.excluded : [];
  call.say(
    'stdout',
    lines(
      '',
      excludedTitle(protocol),
      '',
      `${start}    ${end}      `,
      '----------    --------      ',
      ...ranges.map(
        (range) => `${pad(range.start, 10)}${pad(range.end, 12)}${range.administered ? '     *' : ''}`,
      ),
      '',
      excludedNote,
      '',
    ),
  );
  return 0;
}

function showDynamic(call: ProgramCall, family: string, protocol: string): number {
  const { dynamicTitle, dynamicLabels } = call.text.netsh;
  const range = call.look().ports.dynamic[`${family} ${protocol}`] ?? { start: 0, count: 0 };
  call.say(
    'stdout',
    lines(
      '',
      dynamicTitle(protocol),
      '---------------------------------',
      `${dynamicLabels.start}      : ${range.start}`,
      `${dynamicLabels.count} : ${range.count}`,
      '',
    ),
  );
  return 0;
}

/** Counts from the next start of Windows on (world.ts). */
function setDynamic(call: ProgramCall, key: string, start: number, count: number): number {
  if (!call.look().elevated) {
    call.say('stdout', lines(call.text.netsh.needsElevation, ''));
    return 1;
  }
  // Windows takes no fewer than 255 ports, and none below 1024.
  if (start < 1024 || count < 255 || start + count > 65536) {
    call.say('stdout', lines(call.text.error(87), ''));
    return 1;
  }
  call.change((world) => {
    world.ports.dynamic[key] = { start, count };
  });
  call.midway();
  call.say('stdout', lines('OK.', ''));
  return 0;
}

const pad = (port: number, width: number): string => `${port}`.padStart(width);
