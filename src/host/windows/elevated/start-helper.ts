/**
 * Starts the helper with one question of Windows to the person (commands.md, Elevation). Three steps, because each may rely
 * only on the one before it:
 *
 * 1. `launch.ps1`, at the level of the person, asks for elevation. `Start-Process -Verb RunAs` would do the same, but hides
 *    the error number of a refusal in a localised sentence, so that .NET is called itself.
 * 2. A line of a PowerShell of System32 is what is elevated and what UAC shows. It reads a script from our folder and runs
 *    it only if it has the hash in that line. (A line of ShellExecute may not be longer than some 2,080 characters.)
 * 3. That script, `prepare.ps1`, makes a folder that only Administrators and SYSTEM may write, with its protection from the
 *    first moment on, copies Node and this program into it, compares their hashes, and runs them from there. It uses no
 *    cmdlets, whose modules would be looked for in the folders of the person first, and no variables of the person.
 *
 * The secret is in a file of our folder, which other accounts cannot read; command lines are seen by everyone and kept in
 * logs. Programs of the same account can read it as they can read our memory: against those, the list of verbs stands.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { quoteArgument, type Command, type StateFolder } from '../../host.js';
import type { ProgramPaths } from '../../program-copy.js';
import type { Spawn } from '../../spawn.js';
import { powershellArguments } from '../powershell/start-powershell.js';
import launch from './launch.ps1';
import prepare from './prepare.ps1';

export interface HelperStarterOptions {
  /** Starts processes at the level of the person. */
  readonly spawn: Spawn;
  /** Absolute path of Windows PowerShell. */
  readonly powershell: string;
  readonly state: StateFolder;
  readonly program: ProgramPaths;
}

/** How the start ended; `unknown` while nobody can tell, so that the helper may still come. */
export type StartEnd = 'refused' | 'failed' | 'unknown';

/** Resolves when the helper is gone, or when it is known that it never comes. */
export type StartHelper = (
  request: {
    readonly pipe: string;
    readonly secret: Uint8Array;
    /** Resolves when the helper has proved the secret, which is then of no more use. */
    readonly met: Promise<unknown>;
  },
  signal: AbortSignal,
) => Promise<StartEnd>;

/** Exit codes of `launch.ps1`; its others are those of the helper. */
const refusedByPerson = 43;

/** Our folder for what the elevated side reads. One program at a time uses it. */
const handOvers = 'elevated';

export function createHelperStarter({
  spawn,
  powershell,
  state,
  program,
}: HelperStarterOptions): StartHelper {
  return async ({ pipe, secret, met }, signal) => {
    // Whatever an earlier program left.
    await state.remove(handOvers);
    const session = randomBytes(8).toString('hex');
    const folder = `${handOvers}/${session}`;
    const clear = () => state.remove(folder).catch(() => undefined);
    void met.then(clear);
    await state.write(`${folder}/secret`, Buffer.from(secret).toString('hex'));
    const script = withValues(prepare, {
      pipe,
      session,
      secretFile: state.path(`${folder}/secret`),
      bundle: program.bundlePath,
      bundleHash: hashOf(await readFile(program.bundlePath)),
      node: program.nodePath,
      nodeHash: hashOf(await readFile(program.nodePath)),
    });
    await state.write(`${folder}/prepare.ps1`, script);
    const line = hashChecked(state.path(`${folder}/prepare.ps1`), hashOf(script));
    const command = launchCommand(powershell, [...hidden, ...powershellArguments(line)]);
    const end = await spawn(command, { signal, onBytes: () => undefined });
    await clear();
    if (end.ended !== 'exited') return 'failed';
    if (end.exitCode === refusedByPerson) return 'refused';
    return end.exitCode === 0 ? 'unknown' : 'failed';
  };
}

const hidden = ['-WindowStyle', 'Hidden'];

function launchCommand(powershell: string, elevated: readonly string[]): Command {
  const args = elevated.map(quoteArgument).join(' ');
  return {
    file: powershell,
    args: powershellArguments(withValues(launch, { powershell, arguments: args })),
    pane: 'powershell',
    effect: 'safe',
    elevation: 'none',
    encoding: 'oem',
    // It stays as long as the helper does.
    timeoutMs: 24 * 60 * 60 * 1000,
  };
}

/** Runs a script file only if it has the hash; what is run is what was hashed. */
export function hashChecked(path: string, hash: string): string {
  return [
    `$b=[IO.File]::ReadAllBytes(${literal(path)})`,
    '$h=[BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($b)).Replace("-","")',
    `if($h -ne "${hash}"){exit 65}`,
    '&([ScriptBlock]::Create([Text.Encoding]::UTF8.GetString($b)))',
  ].join(';');
}

/** Variables before a script. */
function withValues(script: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `$${name} = ${literal(value)}`);
  return `${lines.join('\n')}\n${script}`;
}

/** PowerShell takes five different marks for the end of a quoted text, and names of people hold some of them. */
function literal(value: string): string {
  const encoded = Buffer.from(value, 'utf8').toString('base64');
  return `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${encoded}'))`;
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
