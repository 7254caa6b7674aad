import { createHash } from 'node:crypto';
import { makeCommand } from '../commands.js';
import type { CodePages } from '../code-pages.js';
import type { MachinePaths } from '../host.js';
import type { CommandRunner } from '../run-command.js';

/** What the host needs to know of its machine before anything else runs. */
export interface MachineFacts {
  readonly codePages: CodePages;
  /** Windows display language as a BCP 47 tag. */
  readonly language: string;
  readonly machineId: string;
}

/** What is assumed where the registry does not tell: ASCII is the same in all of them. */
export const assumedCodePages: CodePages = { oem: 437, ansi: 1252 };

/** Reads the registry through reg.exe, whose values here are ASCII in every language. Never rejects. */
export async function readMachineFacts(
  run: CommandRunner,
  paths: Pick<MachinePaths, 'system32'>,
  fallback: { readonly name: string; readonly language: string },
): Promise<MachineFacts> {
  const query = async (key: string) => {
    const { stdout } = await run(makeCommand(paths, 'reg', ['query', key], { timeoutMs: 10_000 }));
    return (name: string) => valueIn(stdout, name);
  };
  const [codePage, desktop, cached, cryptography] = await Promise.all([
    query('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage'),
    query('HKCU\\Control Panel\\Desktop'),
    query('HKCU\\Control Panel\\Desktop\\MuiCached'),
    query('HKLM\\SOFTWARE\\Microsoft\\Cryptography'),
  ]);
  return {
    codePages: {
      oem: pageOf(codePage('OEMCP')) ?? assumedCodePages.oem,
      ansi: pageOf(codePage('ACP')) ?? assumedCodePages.ansi,
    },
    // The person's own choice, absent where there is only one language; then what Windows speaks.
    language:
      languageOf(desktop('PreferredUILanguages')) ??
      languageOf(cached('MachinePreferredUILanguages')) ??
      fallback.language,
    // Hashed, as it goes into journals that people send around.
    machineId: hashOf(cryptography('MachineGuid') ?? `name:${fallback.name}`),
  };
}

/** A value as reg.exe prints it: `    OEMCP    REG_SZ    936`. */
function valueIn(output: string, name: string): string | undefined {
  for (const line of output.split('\n')) {
    const [, found, value] = /^\s+(\S+)\s+REG_[A-Z_]+\s+(.*\S)\s*$/.exec(line) ?? [];
    if (found?.toLowerCase() === name.toLowerCase()) return value;
  }
  return undefined;
}

function pageOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}

/** The first of a REG_MULTI_SZ, whose ends reg.exe prints as `\0`. */
function languageOf(value: string | undefined): string | undefined {
  const first = value?.split('\\0')[0];
  if (first === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(first)[0];
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(`wsl-netfix-tui:${text}`).digest('hex').slice(0, 16);
}
