/**
 * The programs of Windows that we start: their place, output encoding, pane and limits (../shared/domain/commands.md
 * section 0 in short: net, sc and reg write the OEM code page, wsl.exe UTF-8 with `WSL_UTF8=1`), and what each argv
 * shape does to the machine. Probes and remedies make commands here and nowhere else.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Command, Effect, MachinePaths, OutputEncoding, Pane } from './host.js';

interface Program {
  readonly file: string;
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

/** One command on this machine; its effect and elevation follow from its argv. */
export function makeCommand(
  paths: Pick<MachinePaths, 'system32'>,
  name: ProgramName,
  args: readonly string[],
  options: CommandOptions = {},
): Command {
  const program: Program = programs[name];
  return {
    file: `${paths.system32}\\${program.file}`,
    args,
    ...(program.env === undefined ? {} : { env: program.env }),
    pane: program.pane,
    encoding: program.encoding,
    effect: effectOf(name, args, options),
    elevation: elevationOf(name, args),
    timeoutMs: options.timeoutMs ?? program.timeoutMs,
  };
}

/** What an argv does (design.md section 1). Unknown shapes count as destructive. */
export function effectOf(name: ProgramName, args: readonly string[], options: CommandOptions = {}): Effect {
  const line = args.join(' ').toLowerCase();
  const known = effects[name].find(([shape]) => shape.test(line));
  const effect = known?.[1] ?? 'destructive';
  return effect === 'stops-wsl' ? (options.distroRuns === true ? 'destructive' : 'disruptive') : effect;
}

const effects: Readonly<Record<ProgramName, readonly (readonly [RegExp, Effect | 'stops-wsl'])[]>> = {
  net: [
    [/^start \S+$/, 'disruptive'],
    [/^stop \S+( \/y)?$/, 'destructive'],
  ],
  sc: [[/^(query|queryex|qc|enumdepend) /, 'safe']],
  netsh: [
    [/^interface dump$/, 'safe'],
    [/^(int|interface) ip(v4)? reset/, 'destructive'],
    [/^winsock reset/, 'destructive'],
    [/^winsock show catalog$/, 'safe'],
    [/^interface ipv[46] show /, 'safe'],
    [/^interface ipv4 (set|add) (address|dnsservers|route|interface) /, 'disruptive'],
  ],
  reg: [
    [/^(query|export) /, 'safe'],
    [/^(add|delete|import) /, 'destructive'],
  ],
  whoami: [[/^/, 'safe']],
  bcdedit: [[/^\/enum \{current\}$/, 'safe']],
  winmgmt: [[/^\/verifyrepository$/, 'safe']],
  // Reads one page of Microsoft's connection test and throws it away.
  curl: [[/ http:\/\/www\.msftconnecttest\.com\/connecttest\.txt$/, 'safe']],
  shutdown: [[/^\/r /, 'destructive']],
  wsl: [
    [/^--shutdown$/, 'stops-wsl'],
    [/^(--version|--status|-l |--list)/, 'safe'],
    [/^--set-default-version [12]$/, 'disruptive'],
    // Starting a distro reads; it is undone by WSL's own idle timeout.
    [/^(-d .+? )?(-u root )?-e /, 'safe'],
  ],
};

/**
 * Whether the command is one that `makeCommand` makes on this machine, with an argv shape from the table above. Nothing
 * else is run, whatever a plan or a journal on the disk says.
 */
export function isOwnCommand(paths: Pick<MachinePaths, 'system32'>, command: Command): boolean {
  const name = programNames.find((known) => command.file === `${paths.system32}\\${programs[known].file}`);
  if (
    name === undefined ||
    !effects[name].some(([shape]) => shape.test(command.args.join(' ').toLowerCase()))
  ) {
    return false;
  }
  const distroRuns = command.effect === 'destructive';
  const own = makeCommand(paths, name, command.args, { distroRuns, timeoutMs: command.timeoutMs });
  return isDeepStrictEqual({ ...command, args: [...command.args] }, { ...own, args: [...own.args] });
}

// The names are the keys of the table just above.
const programNames = Object.keys(programs) as readonly ProgramName[];

function elevationOf(name: ProgramName, args: readonly string[]): Command['elevation'] {
  const line = args.join(' ').toLowerCase();
  if (name === 'net' || name === 'bcdedit' || name === 'winmgmt') return 'admin';
  if (name === 'netsh') return /reset|^interface ipv4 (set|add) /.test(line) ? 'admin' : 'none';
  if (name === 'reg')
    return /^(add|delete|import) "?hk(lm|ey_local)/.test(line) || line.startsWith('import')
      ? 'admin'
      : 'none';
  if (name === 'sc') return /^(query|queryex|qc|enumdepend) /.test(line) ? 'none' : 'admin';
  return 'none';
}
