/**
 * How the simulated WSL reads `networkingMode` from .wslconfig when it creates its VM (wsl.md 1.2, 1.3). A small reader
 * of its own on purpose: a world that used the program's reader would agree with its mistakes.
 */

export type ConfiguredMode = 'None' | 'Nat' | 'Bridged' | 'Mirrored' | 'VirtioProxy' | 'Consomme';

/** The first setting in `[wsl2]` or `[experimental]` counts, valid or not. */
export function readNetworkingMode(bytes: Uint8Array | undefined, consommeKnown: boolean): ConfiguredMode {
  if (bytes === undefined) return 'Nat';
  let section = '';
  for (const line of decode(bytes).split('\n')) {
    const header = /^[ \t\r]*\[([A-Za-z][A-Za-z0-9]*)\][ \t]*(#.*)?\r?$/.exec(line);
    if (header?.[1] !== undefined) section = header[1].toLowerCase();
    if (section !== 'wsl2' && section !== 'experimental') continue;
    const value = /^[ \t\r]*networkingmode[ \t]*=([^#\r]*)/i.exec(line)?.[1];
    if (value !== undefined) return modeNamed(value.replaceAll('"', '').trim(), consommeKnown) ?? 'Nat';
  }
  return 'Nat';
}

const modes: readonly ConfiguredMode[] = ['None', 'Nat', 'Bridged', 'Mirrored', 'VirtioProxy', 'Consomme'];

function modeNamed(text: string, consommeKnown: boolean): ConfiguredMode | undefined {
  const mode = modes.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  return mode === 'Consomme' && !consommeKnown ? undefined : mode;
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
