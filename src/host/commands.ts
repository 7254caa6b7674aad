/**
 * The programs of Windows that we start: their place, output encoding, pane and limits (../shared/domain/commands.md
 * section 0 in short: net, sc and reg write the OEM code page, wsl.exe UTF-8 with `WSL_UTF8=1`), and what each argv
 * shape does to the machine. Probes and remedies make commands here and nowhere else.
 */
import { isDeepStrictEqual } from 'node:util';
import { adminQuestionShapes } from './admin-questions.js';
import type { Command, Effect, MachinePaths, OutputEncoding, Pane } from './host.js';
import { literalPattern } from './literal-pattern.js';
import { encodeScript, scriptShapes } from './powershell-scripts.js';
import { runOnceShapes } from './run-once.js';
import { testSwitchShapes } from './test-switch-scripts.js';
import { windowArgument, windowNames } from './windows-to-open.js';

interface Program {
  /** Below System32, or below the folder of Windows itself. */
  readonly file: string;
  readonly folder?: 'windows';
  readonly pane: Pane;
  readonly encoding: OutputEncoding;
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
}

const programs = {
  net: { file: 'net.exe', pane: 'services', encoding: 'oem', timeoutMs: 120_000 },
  sc: { file: 'sc.exe', pane: 'services', encoding: 'oem', timeoutMs: 15_000 },
  netsh: { file: 'netsh.exe', pane: 'netsh', encoding: 'oem', timeoutMs: 60_000 },
  reg: { file: 'reg.exe', pane: 'system', encoding: 'oem', timeoutMs: 30_000 },
  whoami: { file: 'whoami.exe', pane: 'system', encoding: 'oem', timeoutMs: 10_000 },
  bcdedit: { file: 'bcdedit.exe', pane: 'system', encoding: 'oem', timeoutMs: 30_000 },
  winmgmt: { file: 'wbem\\winmgmt.exe', pane: 'system', encoding: 'oem', timeoutMs: 60_000 },
  mofcomp: { file: 'wbem\\mofcomp.exe', pane: 'system', encoding: 'oem', timeoutMs: 120_000 },
  dism: { file: 'dism.exe', pane: 'system', encoding: 'oem', timeoutMs: 45 * 60_000 },
  // It writes 4 KB blocks that stop mid-word; its exit code says nothing (commands.md R13).
  sfc: { file: 'sfc.exe', pane: 'system', encoding: 'utf-16le', timeoutMs: 45 * 60_000 },
  powershell: {
    file: 'WindowsPowerShell\\v1.0\\powershell.exe',
    pane: 'powershell',
    encoding: 'oem',
    timeoutMs: 180_000,
  },
  explorer: { file: 'explorer.exe', folder: 'windows', pane: 'system', encoding: 'oem', timeoutMs: 20_000 },
  robocopy: { file: 'robocopy.exe', pane: 'system', encoding: 'oem', timeoutMs: 12 * 60 * 60_000 },
  curl: { file: 'curl.exe', pane: 'system', encoding: 'utf-8', timeoutMs: 20_000 },
  shutdown: { file: 'shutdown.exe', pane: 'system', encoding: 'oem', timeoutMs: 30_000 },
  wsl: { file: 'wsl.exe', pane: 'wsl', encoding: 'utf-8', timeoutMs: 120_000, env: { WSL_UTF8: '1' } },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

export interface CommandOptions {
  readonly timeoutMs?: number;
  /** A distro runs now, so that stopping WSL loses something. */
  readonly distroRuns?: boolean;
}

/**
 * One command on this machine; its effect and elevation follow from its argv. `powershell` takes one argument, the text
 * of its script, and derives the argv from it.
 */
export function makeCommand(
  paths: Pick<MachinePaths, 'system32'>,
  name: ProgramName,
  args: readonly string[],
  options: CommandOptions = {},
): Command {
  const program: Program = programs[name];
  const script = name === 'powershell' ? args.join(' ') : undefined;
  return {
    file: fileOf(paths, program),
    args: script === undefined ? args : [...powershellArgs, encodeScript(script)],
    ...(script === undefined ? {} : { script }),
    ...(program.env === undefined ? {} : { env: program.env }),
    pane: program.pane,
    encoding: program.encoding,
    effect: effectOf(name, args, options),
    elevation: elevationOf(name, args),
    timeoutMs: options.timeoutMs ?? program.timeoutMs,
  };
}

const powershellArgs = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand'];

function fileOf({ system32 }: Pick<MachinePaths, 'system32'>, { file, folder }: Program): string {
  // System32 of a 32-bit process has another name, and the same parent.
  return `${folder === undefined ? system32 : system32.replace(/\\[^\\]+$/, '')}\\${file}`;
}

/** What an argv does (design.md section 1). Unknown shapes count as destructive. */
export function effectOf(name: ProgramName, args: readonly string[], options: CommandOptions = {}): Effect {
  const line = args.join(' ').toLowerCase();
  const known = effects[name].find(([shape]) => shape.test(line));
  const effect = known?.[1] ?? 'destructive';
  return effect === 'stops-wsl' ? (options.distroRuns === true ? 'destructive' : 'disruptive') : effect;
}

/** Exactly the arguments of the table of windows; where System32 is matters to nobody here. */
const windowShape = new RegExp(
  `^(${windowNames
    .map((name) => literalPattern(windowArgument('\0', name)).replace('\0', '[a-z]:(\\\\[^\\\\/:]+)+'))
    .join('|')})$`,
);

const effects: Readonly<Record<ProgramName, readonly (readonly [RegExp, Effect | 'stops-wsl'])[]>> = {
  net: [
    [/^start \S+$/, 'disruptive'],
    [/^stop \S+( \/y)?$/, 'destructive'],
  ],
  sc: [
    [/^(query|queryex|qc|enumdepend) /, 'safe'],
    [/^config [\w.-]+ start= (boot|system|auto|delayed-auto|demand|disabled)$/, 'destructive'],
  ],
  netsh: [
    [/^interface dump$/, 'safe'],
    [/^(int|interface) ip(v4)? reset/, 'destructive'],
    [/^winsock reset/, 'destructive'],
    [/^winsock show catalog$/, 'safe'],
    [/^interface ipv[46] show /, 'safe'],
    [/^interface ipv4 (set|add) (address|dnsservers|route|interface) /, 'disruptive'],
    // It writes below HKLM, and counts from the next start of Windows on.
    [/^interface ipv[46] set dynamicport (tcp|udp) start=\d{1,5} num=\d{1,5}$/, 'destructive'],
  ],
  reg: [
    [/^(query|export) /, 'safe'],
    [
      /^add hklm\\system\\currentcontrolset\\services\\[\w.-]+ \/v start \/t reg_dword \/d [0-4] \/f$/,
      'destructive',
    ],
    [
      /^add hklm\\software\\microsoft\\windows nt\\currentversion\\systemrestore \/v systemrestorepointcreationfrequency \/t reg_dword \/d \d{1,6} \/f$/,
      'destructive',
    ],
    [
      /^delete hklm\\software\\microsoft\\windows nt\\currentversion\\systemrestore \/v systemrestorepointcreationfrequency \/f$/,
      'destructive',
    ],
    [/^delete hklm\\software\\classes\\clsid\\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b\} \/f$/, 'destructive'],
    [/^delete hklm\\system\\currentcontrolset\\services\\hns\\state \/f$/, 'destructive'],
    ...runOnceShapes,
    // A backup of the session, whose hash is compared before.
    [/^import \{backup\}$/, 'destructive'],
  ],
  whoami: [[/^/, 'safe']],
  bcdedit: [
    [/^\/enum \{current\}$/, 'safe'],
    [/^\/set \{current\} hypervisorlaunchtype (auto|off)$/, 'destructive'],
  ],
  winmgmt: [[/^\/verifyrepository$/, 'safe']],
  mofcomp: [[/^[a-z]:\\windows\\[a-z0-9]+\\windowsvirtualization\.v2\.mof$/, 'destructive']],
  dism: [
    [/^\/english \/online \/disable-feature \/featurename:[a-z-]+ \/norestart$/, 'destructive'],
    [/^\/english \/online \/enable-feature \/featurename:[a-z-]+( \/all)? \/norestart$/, 'destructive'],
    [/^\/english \/online \/cleanup-image \/restorehealth$/, 'destructive'],
  ],
  sfc: [[/^\/scannow$/, 'destructive']],
  powershell: [...scriptShapes, ...testSwitchShapes, ...adminQuestionShapes],
  // Opens a window and lets go of it.
  explorer: [[windowShape, 'safe']],
  // One virtual disk into our own folder; the original is read, never moved.
  robocopy: [[/^[a-z]:\\.+ \{backup\} [^\\/:*?"<>|]+\.vhdx \/j \/r:0 \/w:0 \/np$/, 'safe']],
  // Reads one page of Microsoft's connection test and throws it away.
  curl: [[/ http:\/\/www\.msftconnecttest\.com\/connecttest\.txt$/, 'safe']],
  shutdown: [[/^\/r /, 'destructive']],
  wsl: [
    [/^--shutdown$/, 'stops-wsl'],
    [/^(--version|--status|-l |--list)/, 'safe'],
    [/^--set-default-version [12]$/, 'disruptive'],
    [/^--set-version .+ [12]$/, 'destructive'],
    [/^--update$/, 'destructive'],
    // Writes into our own folder; it starts the distro, as `-e` does.
    [/^--export .+ \{backup\}$/, 'safe'],
    // Starting a distro reads; it is undone by WSL's own idle timeout.
    [/^(-d .+? )?(-u root )?-e /, 'safe'],
  ],
};

/**
 * Whether the command is one that `makeCommand` makes on this machine, with an argv shape from the table above. Nothing
 * else is run, whatever a plan or a journal on the disk says.
 */
export function isOwnCommand(paths: Pick<MachinePaths, 'system32'>, command: Command): boolean {
  const name = programNames.find((known) => command.file === fileOf(paths, programs[known]));
  if (name === undefined) return false;
  const args = name === 'powershell' ? [command.script ?? ''] : command.args;
  if (!effects[name].some(([shape]) => shape.test(args.join(' ').toLowerCase()))) return false;
  const distroRuns = command.effect === 'destructive';
  const own = makeCommand(paths, name, args, { distroRuns, timeoutMs: command.timeoutMs });
  return isDeepStrictEqual({ ...command, args: [...command.args] }, { ...own, args: [...own.args] });
}

// The names are the keys of the table just above.
const programNames = Object.keys(programs) as readonly ProgramName[];

const alwaysAdmin: ReadonlySet<ProgramName> = new Set([
  'net',
  'bcdedit',
  'winmgmt',
  'mofcomp',
  'dism',
  'sfc',
  'powershell',
]);

function elevationOf(name: ProgramName, args: readonly string[]): Command['elevation'] {
  const line = args.join(' ').toLowerCase();
  if (alwaysAdmin.has(name)) return 'admin';
  if (name === 'netsh') return /reset|^interface ipv[46] (set|add) /.test(line) ? 'admin' : 'none';
  if (name === 'reg')
    return /^(add|delete|import) "?hk(lm|ey_local)/.test(line) || line.startsWith('import')
      ? 'admin'
      : 'none';
  if (name === 'sc') return /^(query|queryex|qc|enumdepend) /.test(line) ? 'none' : 'admin';
  return 'none';
}
