import type { WindowsFact, WslFact } from '../../domain/facts.js';
import type { Text } from '../../text/text.js';
import type { HostInfo, Stage } from '../context.js';
import { emptyRow, fitRow, row, rowWidth, span, spread, type Row, type Span } from '../rows.js';
import { promiseOf, stationsOf, type Station } from '../stations.js';

type HeaderStage = Pick<Stage, 'flow' | 'view' | 'text' | 'host' | 'scope' | 'layout'>;

/** Three rows: the machine, the four stations with what holds there, and air. */
export function headerRows(stage: HeaderStage, width: number): readonly Row[] {
  const [stations, below] = stationRows(stage, width - 1);
  return [fitRow(machineRow(stage, width), width), row(' ', ...stations), below];
}

/**
 * Who and what the machine is; SIMULATED stands first, so that no width can cut it off. Where not all of it fits, Windows
 * goes by its build alone: whether the program is elevated decides what can be done.
 */
export function machineRow(stage: HeaderStage, width = Infinity): Row {
  const { windows } = stage.view.facts;
  if (windows === undefined) return machineParts(stage, []);
  const build = String(windows.build);
  const rows = [windowsName(windows, stage.text), `Windows ${build}`, build].map((name) =>
    machineParts(stage, [name]),
  );
  return rows.find((parts) => rowWidth(parts) <= width) ?? rows.at(-1) ?? emptyRow;
}

function machineParts({ view, text, host }: HeaderStage, windows: readonly string[]): Row {
  const { wsl, elevation } = view.facts;
  const say = text.screens.header;
  const facts = [
    ...windows,
    ...(wsl === undefined ? [] : [wslName(wsl, text)]),
    ...(elevation === undefined ? [] : [elevation.elevated ? say.elevated : say.notElevated]),
    ...(elevation?.remoteSession === true ? [say.remote] : []),
  ];
  const parts = [hostSpan(host, text), ...facts.map((fact) => span(fact))];
  return [
    span(' wsl-netfix  ', 'strong'),
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [dot, part])),
  ];
}
const dot: Span = span(' · ', 'quiet');

function wslName({ flavour, version }: WslFact, text: Text): string {
  const say = text.screens.header;
  if (flavour === 'none') return say.noWsl;
  return version === null ? say.inboxWsl : say.wsl(version);
}

function hostSpan(host: HostInfo, text: Text): Span {
  if (host.kind === 'simulated') return span(text.screens.header.simulated(host.name), 'simulated');
  if (host.kind === 'replay') return span(text.screens.header.replay(host.name), 'simulated');
  return span(host.name);
}

/** Windows 11 calls itself 10 in its version; from build 22000 on it is 11. */
export function windowsName(windows: WindowsFact, text: Text): string {
  const isServer = windows.installationType.toLowerCase().startsWith('server');
  const name = isServer ? 'Windows Server' : windows.build >= 22_000 ? 'Windows 11' : 'Windows 10';
  const edition = editions[windows.edition] ?? (isServer ? '' : windows.edition);
  const full = edition === '' ? name : `${name} ${edition}`;
  return text.screens.header.build(full, windows.build, windows.revision);
}
const editions: Readonly<Record<string, string>> = {
  Professional: 'Pro',
  Core: 'Home',
  CoreCountrySpecific: 'Home',
  CoreSingleLanguage: 'Home',
};

/** The stations with the widest connectors that fit, and the promise in the corner or in a row of its own. */
function stationRows(stage: HeaderStage, width: number): readonly [Row, Row] {
  const stations = stationsOf(stage);
  const promise = row(span(promiseOf(stage), 'quiet'), ' ');
  if (stage.layout.kind === 'linear') {
    const here = stations.find(({ state }) => state === 'here') ?? stations.at(-1);
    return [row(span(here?.name ?? '', 'strong'), dot, ...promise), emptyRow];
  }
  for (const connector of [' ───── ', ' ─── ', ' ─ ']) {
    const stationRow = joinStations(stations, connector);
    if (rowWidth(stationRow) + rowWidth(promise) + 3 <= width) {
      return [spread(stationRow, promise, width), emptyRow];
    }
  }
  const fitting = [' ─── ', ' ─ ', ' '].map((connector) => joinStations(stations, connector));
  const widest = fitting.find((candidate) => rowWidth(candidate) <= width) ?? joinStations(stations, ' ');
  return [fitRow(widest, width), row(' ', ...promise)];
}

function joinStations(stations: readonly Station[], connector: string): Row {
  return stations.flatMap(({ state, name }, index) => [
    ...(index === 0 ? [] : [span(connector, 'quiet')]),
    span(`${stationIcons[state]} ${name}`, stationTones[state]),
  ]);
}
const stationIcons = { passed: '✔', here: '●', ahead: '○' } as const;
const stationTones = { passed: 'good', here: 'strong', ahead: 'quiet' } as const;
