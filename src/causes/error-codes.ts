/** One spelling for every error code: as symbol, hexadecimal in any case and length, signed or unsigned decimal. */
import type { Stage } from '../domain/reasons.js';
import { hresultBySymbol } from './error-symbols.js';

/** `0x` and eight lower-case digits. */
export type Hresult = `0x${string}`;

export interface ErrorCode {
  /** Null for a symbol that the table does not know: WSL's own table grows with each release. */
  readonly hresult: Hresult | null;
  readonly symbol: string | null;
}

/** The exit code of wsl.exe for any failure, and (under `HNS/` only) an HRESULT of its own. */
export const anyFailure: Hresult = '0xffffffff';

/**
 * The code a token spells, or null where it spells none: `E_ACCESSDENIED`, `0x80041002`, `0X80041002`, `-2147217406`,
 * `2147943643`, `0x2741`, and 64-bit sign-extended `0xffffffff80041002`. Says nothing of whether it is an error here.
 */
export function normaliseCode(token: string): ErrorCode | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(token)) return codeOfValue(Number.parseInt(token.slice(2), 16));
  if (/^0xffffffff[89a-f][0-9a-f]{7}$/i.test(token)) return codeOfValue(Number.parseInt(token.slice(10), 16));
  if (/^-?\d{1,10}$/.test(token)) {
    const value = Number(token);
    return value >= -(2 ** 31) && value < 2 ** 32 ? codeOfValue(value) : null;
  }
  const value = values.get(token.toUpperCase());
  return value === undefined ? null : { hresult: toHresult(value), symbol: token.toUpperCase() };
}

/** The name of an HRESULT, or null where the table has none. */
export function symbolOf(hresult: Hresult): string | null {
  const value = Number(hresult);
  // An NTSTATUS travels bare (0xc0000022) or wrapped into an HRESULT (0xd0000022); its name is the same.
  const wrapped = value >= 0xc0000000 && value < 0xd0000000 ? value + 0x10000000 : value;
  return symbols.get(value) ?? symbols.get(wrapped) ?? null;
}

/**
 * Where a code came from: by WSL's contexts in its path, and without a path by what the code can only mean.
 * Contexts: WSL ExecutionContext.h; old WSL prints no `HNS/`, and no path at all in the in-box version.
 */
export function stageOf(path: readonly string[], hresult: Hresult | null): Stage {
  const family = hresult?.slice(0, 6);
  if (path.includes('ConfigureNetworking') || path.includes('HNS')) return 'network';
  // Even a WMI code is no network failure here: WSL#10917, ConfigureGpu/HCS/0x80041001.
  if (path.includes('HCS')) return 'vm';
  if (family === '0x803b' || (hresult !== null && onlyNetwork.has(hresult))) return 'network';
  if (path.includes('CreateVm') || family === '0x8037' || family === '0xc03a') return 'vm';
  if (path.some((context) => installing.has(context))) return 'install';
  const byCode = hresult === null ? 'other' : stageByCode(hresult);
  // `Wsl/` alone names no place: a failed download (WSL#12403, Wsl/WININET_E_NAME_NOT_RESOLVED) is told by its code.
  if (path.length === 1 && byCode !== 'other') return byCode;
  if (path[0] === 'Wsl' || path[0] === 'Bash' || path.includes('Service')) return 'service';
  return byCode;
}

/** Whether a code answers what was asked for (no such distribution, wrong usage) rather than saying what failed. */
export function answersRequest(hresult: Hresult | null): boolean {
  return hresult !== null && /^0x8004030[129]$/.test(hresult);
}

/** Every context that WSL prints in a path; a new one may come, so this only helps to tell a path from prose. */
export const knownContexts: ReadonlySet<string> = new Set(
  (
    'Wsl Wslg Bash WslConfig InstallDistro EnumerateDistros Service RegisterDistro CreateInstance AttachDisk DetachDisk ' +
    'CreateVm ParseConfig ConfigureNetworking ConfigureGpu LaunchProcess ConfigureDistro CreateLxProcess UnregisterDistro ' +
    'ExportDistro GetDistroConfiguration GetDistroId SetDefaultDistro SetVersion TerminateDistro RegisterLxBus MountDisk ' +
    'Plugin MoveDistro GetDefaultDistro DebugShell HCS HNS CallMsi Install ReadDistroConfig UpdatePackage ' +
    'QueryLatestGitHubRelease VerifyChecksum WslC'
  ).split(' '),
);

const installing = new Set([
  'InstallDistro',
  'Install',
  'CallMsi',
  'UpdatePackage',
  'QueryLatestGitHubRelease',
  'VerifyChecksum',
  'RegisterDistro',
]);

/** WMI and network-component codes: WSL itself never makes them, the virtual switch does (wsl.md 2.4). */
const onlyNetwork = new Set<Hresult>([
  '0x80041001',
  '0x80041002',
  '0x8004100e',
  '0x80041010',
  '0x800106d9',
  '0x800706d9',
  '0x8007054f',
  '0x80071779',
  '0xe000020b',
  '0xc0010022',
  '0x80040324',
  '0x80040325',
]);

function stageByCode(hresult: Hresult): Stage {
  if (/^0x8007(?:0422|0426|042d|06ba|06be|06bf)$/.test(hresult)) return 'service';
  // Downloads, Windows Installer, signatures, Windows servicing, missing features.
  if (
    /^0x(?:8019|80072e|80072f|800b0|80096|800f0|8007064|8007065|80040154|8004032[189d]|8007019e|800701bc)/.test(
      hresult,
    )
  ) {
    return 'install';
  }
  return 'other';
}

function codeOfValue(value: number): ErrorCode {
  const hresult = toHresult(value);
  return { hresult, symbol: symbolOf(hresult) };
}

function toHresult(value: number): Hresult {
  return `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
}

const values = hresultBySymbol();
const symbols = new Map([...values].reverse().map(([symbol, value]) => [value, symbol]));
