/**
 * How the simulated WSL reads `networkingMode` from .wslconfig when it creates its VM (wsl.md 1.2, 1.3). A small reader
 * of its own on purpose: a world that used the program's reader would agree with its mistakes.
 */
import type { Complaint } from './complaint.js';

export type ConfiguredMode = 'None' | 'Nat' | 'Bridged' | 'Mirrored' | 'VirtioProxy' | 'Consomme';

export interface WslConfiguration {
  readonly mode: ConfiguredMode;
  /** A valid mode was written. */
  readonly modeIsSet: boolean;
  readonly vmSwitch?: string;
  readonly warnings: readonly Complaint[];
}

/** The mode alone. */
export const readNetworkingMode = (bytes: Uint8Array | undefined, consommeKnown: boolean): ConfiguredMode =>
  readConfiguration(bytes, '.wslconfig', consommeKnown).mode;

/** The first setting in `[wsl2]` or `[experimental]` counts, valid or not. */
export function readConfiguration(
  bytes: Uint8Array | undefined,
  path: string,
  consommeKnown: boolean,
): WslConfiguration {
  const settings = bytes === undefined ? [] : readSettings(decode(bytes));
  const known = settings.filter((setting) => isKnown(setting));
  const written = known.find(({ key }) => key === 'networkingmode');
  const mode = written === undefined ? undefined : modeNamed(written.value, consommeKnown);
  const vmSwitch = known.find(({ key }) => key === 'vmswitch')?.value;
  const unknown = settings
    .filter((setting) => !isKnown(setting))
    .map(({ section, name, line }): Complaint => {
      const full = section === '' ? name : `${section}.${name}`;
      return { sentence: (text) => text.wsl.unknownKey(full, `${path}:${line}`), codePath: null };
    });
  const invalid: readonly Complaint[] =
    written !== undefined && mode === undefined
      ? [
          {
            sentence: (text) => text.wsl.invalidMode(written.value, `${path}:${written.line}`),
            codePath: null,
          },
        ]
      : [];
  return {
    mode: mode ?? 'Nat',
    modeIsSet: mode !== undefined,
    ...(vmSwitch === undefined ? {} : { vmSwitch }),
    warnings: [...unknown, ...invalid],
  };
}

interface Setting {
  readonly section: string;
  readonly name: string;
  /** In lower case. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

function readSettings(text: string): readonly Setting[] {
  let section = '';
  return text.split('\n').flatMap((line, at) => {
    const header = /^[ \t\r]*\[([A-Za-z][A-Za-z0-9]*)\][ \t]*(#.*)?\r?$/.exec(line);
    if (header?.[1] !== undefined) section = header[1].toLowerCase();
    const [, name, value = ''] = /^[ \t\r]*([A-Za-z][A-Za-z0-9]*)[ \t]*=([^#\r]*)/.exec(line) ?? [];
    if (name === undefined) return [];
    return [
      { section, name, key: name.toLowerCase(), value: value.replaceAll('"', '').trim(), line: at + 1 },
    ];
  });
}

/** The keys that worlds use: enough to tell a misspelt one, or one without its section (cases wsl-11359, wsl-11540). */
const keys = [
  'networkingmode',
  'dnstunneling',
  'firewall',
  'autoproxy',
  'vmswitch',
  'memory',
  'processors',
  'swap',
  'localhostforwarding',
  'nestedvirtualization',
  'guiapplications',
  'ipv6',
  'automemoryreclaim',
  'sparsevhd',
  'hostaddressloopback',
];

const isKnown = ({ section, key }: Setting): boolean =>
  section === 'general' || ((section === 'wsl2' || section === 'experimental') && keys.includes(key));

const modes: readonly ConfiguredMode[] = ['None', 'Nat', 'Bridged', 'Mirrored', 'VirtioProxy', 'Consomme'];

function modeNamed(text: string, consommeKnown: boolean): ConfiguredMode | undefined {
  const mode = modes.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  return mode === 'Consomme' && !consommeKnown ? undefined : mode;
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
