/** What a capture file holds (design.md section 5). */
import type { Facts } from '../domain/facts.js';
import type { Host, HostKind } from '../host/host.js';
import type { Recording } from '../host/replay/recording.js';

export const captureSchema = 'wsl-netfix/capture/1';

/** Fields are only ever added. */
export interface Capture extends Recording {
  readonly schema: typeof captureSchema;
  readonly host: CapturedHost;
}

/** The machine in a few words, as `diagnose --json` says them. */
export interface CapturedHost {
  readonly kind: HostKind;
  readonly name: string;
  /** Null where it could not be read. */
  readonly windows: { readonly build: string; readonly edition: string } | null;
  readonly wsl: { readonly version: string | null; readonly flavour: 'store' | 'inbox' | 'none' } | null;
  readonly elevated: boolean | null;
  readonly language: string;
}

export function describeHost(host: Pick<Host, 'kind' | 'name' | 'language'>, facts: Facts): CapturedHost {
  const { windows, wsl, elevation } = facts;
  return {
    kind: host.kind,
    name: host.name,
    windows: windows ? { build: `${windows.build}.${windows.revision}`, edition: windows.edition } : null,
    wsl: wsl ? { version: wsl.version, flavour: wsl.flavour } : null,
    elevated: elevation?.elevated ?? null,
    language: host.language,
  };
}
