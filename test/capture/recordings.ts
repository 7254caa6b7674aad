import type { Exchange, Recording } from '../../src/host/replay/recording.js';
import type { CodePages } from '../../src/host/code-pages.js';
import type { OutputEncoding } from '../../src/host/host.js';

/** A recording made by hand. */
export function recordingOf(exchanges: readonly Exchange[], rest: Partial<Recording> = {}): Recording {
  return {
    recordedAt: '2026-03-01T10:00:00.000Z',
    host: { name: 'sample', language: 'en-US' },
    machine: {
      codePages: { oem: 437, ansi: 1252 },
      paths: {
        windows: 'C:\\Windows',
        system32: 'C:\\Windows\\System32',
        profile: 'C:\\Users\\quillon',
        programData: 'C:\\ProgramData',
      },
      bootTime: 1_772_000_000_000,
    },
    exchanges,
    files: {},
    missingFiles: [],
    presentFiles: [],
    fileErrors: {},
    sizes: {},
    ...rest,
  };
}

export function commandOf(
  args: readonly string[],
  stdout: Uint8Array | string,
  rest: { probe?: string; encoding?: OutputEncoding; exitCode?: number; durationMs?: number } = {},
): Exchange {
  return {
    probe: rest.probe ?? null,
    argv: ['C:\\Windows\\System32\\sc.exe', ...args],
    exitCode: rest.exitCode ?? 0,
    durationMs: rest.durationMs ?? 12,
    stdoutBase64: Buffer.from(stdout).toString('base64'),
    stderrBase64: '',
    ended: 'exited',
    encoding: rest.encoding ?? 'oem',
    startError: null,
  };
}

export function withPages(codePages: CodePages, profile: string): Partial<Recording> {
  const { machine } = recordingOf([]);
  return { machine: { ...machine, codePages, paths: { ...machine.paths, profile } } };
}
