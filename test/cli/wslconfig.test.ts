import { existsSync, readFileSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments, UsageError, type UsageProblem } from '../../src/cli/arguments.js';
import { exitCodes, type ExitCode } from '../../src/cli/exit-codes.js';
import { Refusal } from '../../src/cli/refusal.js';
import { wslconfigOfFile, wslconfigOfMachine } from '../../src/cli/wslconfig.js';
import type { WslconfigPlace } from '../../src/cli/wslconfig-place.js';
import { checkPlace, type WslconfigCheckJson } from '../../src/cli/wslconfig-check.js';
import { setMode } from '../../src/cli/wslconfig-set.js';
import type { NetworkingMode } from '../../src/domain/facts.js';
import { sha256Of } from '../../src/domain/hash.js';
import { openSimulatedHost } from '../../src/host/simulated/simulated-host.js';
import { createStateFolder } from '../../src/host/state-folder.js';
import type { WslconfigBackupEntry } from '../../src/journal/wslconfig-backups.js';
import { textFor } from '../../src/text/text-for.js';
import { readWslconfig } from '../../src/wslconfig/read.js';
import { createManualClock } from '../host/manual-clock.js';
import { temporaryFolder } from '../host/temporary-folder.js';
import { openableFile, utf16, utf8 } from '../wslconfig/files.js';
import { collectOutput, type Collected } from './collected.js';

const text = textFor('en');

interface Ran extends Collected {
  readonly exitCode: ExitCode;
}

/** The command as it was typed, on a file of the real disk; backups go to `folder`/state. */
async function run(folder: string, ...argv: readonly string[]): Promise<Ran> {
  const invocation = readArguments(['wslconfig', ...argv]);
  if (invocation.command !== 'wslconfig') throw new Error('another command');
  const { request, options } = invocation;
  const { file } = request;
  if (file === null) throw new Error('no file');
  const output = collectOutput(options.json);
  const surroundings = { platform: 'linux', env: { XDG_STATE_HOME: join(folder, 'state') } } as const;
  const exitCode = await wslconfigOfFile({ ...request, file }, { options, text, output }, surroundings);
  return { ...output, exitCode };
}

async function fileWith(content: Uint8Array | string): Promise<{ folder: string; file: string }> {
  const folder = await temporaryFolder();
  const file = join(folder, '.wslconfig');
  await writeFile(file, content);
  return { folder, file };
}

async function backupsIn(folder: string): Promise<readonly WslconfigBackupEntry[]> {
  const index = join(folder, 'state', 'wsl-netfix-tui', 'wslconfig-backups', 'index.jsonl');
  if (!existsSync(index)) return [];
  const lines = (await readFile(index, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as WslconfigBackupEntry);
}

async function backedUp(folder: string, { backup }: WslconfigBackupEntry): Promise<Uint8Array> {
  const file = join(folder, 'state', 'wsl-netfix-tui', 'wslconfig-backups', backup ?? 'none');
  return new Uint8Array(await readFile(file));
}

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw new Error('It was not refused.', { cause: error });
}

function problemOf(...argv: readonly string[]): UsageProblem {
  try {
    readArguments(['wslconfig', ...argv]);
  } catch (error) {
    if (error instanceof UsageError) return error.problem;
    throw error;
  }
  throw new Error(`${argv.join(' ')} was accepted`);
}

describe('wslconfig on the command line', () => {
  it('takes a mode in any letter case, and the name that WSL has for the setting', () => {
    const modes = ['none', 'NAT', 'Mirrored', 'bridged', 'VirtioProxy', 'consomme'].map((word) => {
      const invocation = readArguments(['wslconfig', 'set', `wsl2.NetworkingMode=${word}`]);
      return 'request' in invocation && invocation.request.action === 'set' ? invocation.request.mode : '';
    });
    expect(modes).toEqual(['None', 'Nat', 'Mirrored', 'Bridged', 'VirtioProxy', 'VirtioProxy']);
  });

  it('names what a mistyped mode or command was near to', () => {
    expect(problemOf('set', 'networkingMode=virtio-proxy')).toEqual({
      code: 'unknown-mode',
      written: 'virtio-proxy',
      nearest: ['virtioproxy'],
    });
    expect(problemOf('chek')).toMatchObject({ code: 'unknown-command', nearest: ['wslconfig check'] });
    expect(problemOf('set', 'memory=4GB')).toMatchObject({ code: 'bad-value', written: 'memory=4GB' });
    expect(problemOf('set')).toMatchObject({ code: 'missing-argument' });
    expect(problemOf('get', 'x')).toMatchObject({ code: 'too-many-arguments', written: 'x' });
  });

  it('gives --file to this command only, and standard input to no change', () => {
    expect(() => readArguments(['diagnose', '--file', 'x'])).toThrow(UsageError);
    expect(problemOf('set', 'networkingMode=nat', '--file', '-')).toMatchObject({ option: '--file' });
  });
});

interface SharedCase {
  readonly name: string;
  readonly contentBase64: string;
  readonly opened: boolean;
  readonly networkingMode: string;
  readonly set: Record<string, unknown>;
  readonly warnings: readonly unknown[];
}

const path = new URL('../../../shared/data/wslconfig-cases.json', import.meta.url);
const present = existsSync(path);
// The file is a fixture whose shape is stated above.
const cases = (present ? JSON.parse(readFileSync(path, 'utf8')) : []) as readonly SharedCase[];

describe.skipIf(!present)('wslconfig get agrees with WSL on the shared cases', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { contentBase64, opened, networkingMode, set, warnings } = one;
    const { folder, file } = await fileWith(Buffer.from(contentBase64, 'base64'));
    const { objects, exitCode } = await run(folder, 'get', '--file', file, '--json');
    expect(objects).toEqual([
      { schema: 'wsl-netfix/wslconfig/1', file, opened, networkingMode, set, warnings },
    ]);
    expect(exitCode).toBe(exitCodes.ok);
  });
});

describe('wslconfig get', () => {
  it('shows the mode, each setting with its line, and that there are warnings', async () => {
    const { folder, file } = await fileWith('[wsl2]\nnetworkingMode=none\nipv6=maybe\n');
    const { lines } = await run(folder, 'get', '--file', file);
    expect(lines).toEqual([
      file,
      'Networking mode: None',
      '  line 2: wsl2.networkingMode=none',
      '  line 3: wsl2.ipv6=maybe (not valid)',
      'WSL warns once about this file. wsl-netfix-tui wslconfig check explains every line.',
    ]);
  });

  it('refuses a file that was named and is not there', async () => {
    const folder = await temporaryFolder();
    const { sentence } = await refusalOf(run(folder, 'get', '--file', join(folder, 'nothing')));
    expect(sentence.error).toContain('nothing');
  });
});

describe('wslconfig check', () => {
  it('says nothing about a sound file and ends with 0', async () => {
    const { folder, file } = await fileWith('[wsl2]\r\nnetworkingMode=nat\r\n');
    const { lines, exitCode } = await run(folder, 'check', '--file', file);
    expect(lines).toEqual([file, 'WSL reads every line of this file as it is written.']);
    expect(exitCode).toBe(exitCodes.ok);
  });

  it('shows the line, what WSL makes of it, and how it should read; ends with 1', async () => {
    const { folder, file } = await fileWith('wsl2.networkingMode=None\n');
    const { lines, exitCode } = await run(folder, 'check', '--file', file);
    expect(lines.slice(1)).toEqual([
      'WSL ignores one line, or reads it differently than it was meant:',
      '',
      'Line 1: wsl2.networkingMode=None',
      expect.stringContaining('WSL drops it'),
      '  Write networkingMode= under [wsl2].',
      '  Then it reads:',
      '    [wsl2]',
      '    networkingMode=None',
    ]);
    expect(exitCode).toBe(exitCodes.problemLeft);
  });

  it('names characters that cannot be seen', async () => {
    const { folder, file } = await fileWith('[wsl2]\nipv6=\u00a0true\u200b\n');
    const { lines } = await run(folder, 'check', '--file', file);
    expect(lines.join('\n')).toContain('U+00A0, U+200B');
  });

  it('names signs that only look like the plain ones, outside comments', async () => {
    const { folder, file } = await fileWith('[wsl2]\nipv6\uFF1D1 # \uFF0C\n');
    const { lines } = await run(folder, 'check', '--file', file);
    expect(lines).toContain('  These signs only look like the plain ones: \uFF1D (U+FF1D).');
  });

  it('says which line counts in place of an ignored one', async () => {
    const { folder, file } = await fileWith('ipv6=1\n[wsl2]\nipv6=0\n');
    const { lines } = await run(folder, 'check', '--file', file);
    expect(lines).toContain(
      '  Line 3 sets the same and is the one that counts. Keep only the line that is meant.',
    );
    expect(lines).toContain('    #ipv6=1');
  });

  it('shows so many remarks as can be read, and all of them to programs', async () => {
    const { folder, file } = await fileWith('x\n'.repeat(250));
    const { lines } = await run(folder, 'check', '--file', file);
    expect(lines.filter((line) => line.startsWith('Line '))).toHaveLength(200);
    expect(lines.at(-1)).toContain('50 more');
    const { objects } = await run(folder, 'check', '--file', file, '--json');
    expect((objects[0] as WslconfigCheckJson).remarks).toHaveLength(250);
  });

  it('reads no file of a size that nobody wrote', async () => {
    const { folder, file } = await fileWith(new Uint8Array(16 * 2 ** 20 + 1));
    const { sentence } = await refusalOf(run(folder, 'check', '--file', file));
    expect(sentence.error).toContain('larger than 16 MB');
  });

  it('says that WSL reads no file of another name', async () => {
    const { folder, file } = await fileWith('[wsl2]\nipv6=1\n');
    await writeFile(`${file}.txt`, '[wsl2]\nipv6=x\n');
    const { objects, exitCode } = await run(folder, 'check', '--file', `${file}.txt`, '--json');
    expect(objects).toMatchObject([{ remarks: [{ line: 0, kind: 'file-name' }, { kind: 'value-invalid' }] }]);
    expect(exitCode).toBe(exitCodes.problemLeft);
  });

  it('gives programs the same as an object', async () => {
    const { folder, file } = await fileWith('[wsl2]\nmemory=8gb\n');
    const { objects, exitCode } = await run(folder, 'check', '--file', file, '--json');
    expect(objects).toEqual([
      {
        schema: 'wsl-netfix/wslconfig-check/1',
        file,
        opened: true,
        remarks: [
          {
            line: 2,
            text: 'memory=8gb',
            kind: 'value-invalid',
            warning: 'MessageInvalidNumberString',
            what: expect.stringContaining('8gb') as string,
            instead: expect.stringContaining('8GB') as string,
            mend: 'memory=8GB',
          },
        ],
      },
    ]);
    expect(exitCode).toBe(exitCodes.problemLeft);
  });

  it('explains a file that WSL cannot open at all', async () => {
    const { folder, file } = await fileWith(bigEndian('[wsl2]\n'));
    const { objects, exitCode } = await run(folder, 'check', '--file', file, '--json');
    expect(objects).toMatchObject([{ opened: false, remarks: [{ line: 0, kind: 'cannot-be-opened' }] }]);
    expect(exitCode).toBe(exitCodes.problemLeft);
  });
});

describe('wslconfig set', () => {
  it('writes without --yes, keeps a copy under its hash, and says that WSL has to shut down', async () => {
    const before = '# mine\r\n[wsl2]\r\nnetworkingMode = NAT # old\r\n';
    const { folder, file } = await fileWith(before);
    const { lines, exitCode } = await run(folder, 'set', 'networkingMode=none', '--file', file);
    const after = await readFile(file, 'utf8');
    expect(after).toBe('# mine\r\n[wsl2]\r\nnetworkingMode = none # old\r\n');
    const [entry] = await backupsIn(folder);
    expect(entry).toMatchObject({ file, sha256: sha256Of(before), becomes: sha256Of(after) });
    expect(entry?.backup).toMatch(
      new RegExp(`^\\d{8}T\\d{6}Z-${sha256Of(before).slice(0, 12)}\\.wslconfig$`),
    );
    expect(lines.join('\n')).toContain(entry?.backup);
    expect(lines.join('\n')).toContain('wsl --shutdown');
    expect(lines).toContain('  - networkingMode = NAT # old');
    expect(lines).toContain('  + networkingMode = none # old');
    expect(exitCode).toBe(exitCodes.ok);
  });

  it('makes a file where there was none, and says how to go back', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, '.wslconfig');
    const { lines } = await run(folder, 'set', 'networkingMode=mirrored', '--file', file);
    expect(readWslconfig(new Uint8Array(await readFile(file))).networkingMode).toBe('Mirrored');
    expect(await backupsIn(folder)).toMatchObject([{ backup: null, sha256: null }]);
    expect(lines.join('\n')).toContain('delete it');
  });

  it('writes consomme in the spelling that every version takes, and says so', async () => {
    const { folder, file } = await fileWith('');
    const { lines } = await run(folder, 'set', 'networkingMode=consomme', '--file', file);
    expect(await readFile(file, 'utf8')).toContain('networkingMode=virtioproxy');
    expect(lines.join('\n')).toContain('means the same');
  });

  it('touches nothing where the file says so already', async () => {
    const { folder, file } = await fileWith('[wsl2]\nnetworkingmode = None\n');
    const { objects, exitCode } = await run(folder, 'set', 'networkingMode=none', '--file', file, '--json');
    expect(objects).toMatchObject([
      { changes: false, written: false, diff: [], backup: null, needs: [], networkingMode: 'None' },
    ]);
    expect(await readFile(file, 'utf8')).toBe('[wsl2]\nnetworkingmode = None\n');
    expect(await backupsIn(folder)).toEqual([]);
    expect(exitCode).toBe(exitCodes.ok);
  });

  it('shows the difference with --dry-run and writes nothing anywhere', async () => {
    const { folder, file } = await fileWith('[wsl2]\n');
    const { objects } = await run(
      folder,
      'set',
      'networkingMode=none',
      '--file',
      file,
      '--dry-run',
      '--json',
    );
    expect(objects).toMatchObject([
      { schema: 'wsl-netfix/wslconfig-set/1', changes: true, written: false, backup: null },
    ]);
    expect(objects[0]).toHaveProperty(
      'diff',
      expect.arrayContaining([{ sign: '+', line: 2, text: 'networkingMode=none' }]),
    );
    expect(await readdir(folder)).toEqual(['.wslconfig']);
    expect(await readFile(file, 'utf8')).toBe('[wsl2]\n');
  });

  it('says which other line keeps WSL from starting with the mode', async () => {
    const { folder, file } = await fileWith('[wsl2]\nsafeMode=true\n');
    const { lines } = await run(folder, 'set', 'networkingMode=mirrored', '--file', file);
    expect(lines.at(-1)).toContain('safeMode is on');
  });

  it.each([
    ['a folder', (folder: string) => folder, 'it is a folder'],
    ['a folder that is missing', (folder: string) => join(folder, 'no', 'x'), 'there is no folder'],
    ['a file as folder', (folder: string) => join(folder, 'big-endian', 'x'), 'its folder does not exist'],
    ['UTF-16 BE', (folder: string) => join(folder, 'big-endian'), 'UTF-16 BE'],
  ])('refuses %s with the reason, and changes nothing', async (_name, place, reason) => {
    const folder = await temporaryFolder();
    const content = bigEndian('[wsl2]\n');
    await writeFile(join(folder, 'big-endian'), content);
    const refusal = await refusalOf(run(folder, 'set', 'networkingMode=none', '--file', place(folder)));
    expect(refusal.sentence.error).toContain(reason);
    expect(refusal.exitCode).toBe(exitCodes.refused);
    expect((await readdir(folder)).filter((name) => name !== 'state')).toEqual(['big-endian']);
    expect(new Uint8Array(await readFile(join(folder, 'big-endian')))).toEqual(content);
  });

  it('leaves a file that is marked read-only, after the copy was kept', async () => {
    const { folder, file } = await fileWith('[wsl2]\n');
    await chmod(file, 0o444);
    const refusal = await refusalOf(run(folder, 'set', 'networkingMode=none', '--file', file));
    expect(refusal.sentence.error).toContain('it is marked read-only');
    expect(await readFile(file, 'utf8')).toBe('[wsl2]\n');
    expect((await readdir(folder)).toSorted()).toEqual(['.wslconfig', 'state']);
  });

  it('refuses where the backup cannot be kept, before anything is written', async () => {
    const { folder, file } = await fileWith('[wsl2]\n');
    await writeFile(join(folder, 'state'), 'a file where a folder should be');
    const refusal = await refusalOf(run(folder, 'set', 'networkingMode=none', '--file', file));
    expect(refusal.sentence.error).toContain('Without it nothing is changed');
    expect(await readFile(file, 'utf8')).toBe('[wsl2]\n');
  });

  it('gives the mode for any file, keeps all else, and the backup is the file as it was', async () => {
    const words = fc.constantFrom('none', 'nat', 'mirrored', 'bridged', 'virtioproxy');
    await fc.assert(
      fc.asyncProperty(openableFile, words, async (before, word) => {
        const { folder, file } = await fileWith(before);
        const set = run(folder, 'set', `networkingMode=${word}`, '--file', file, '--json');
        const refused = await set.then(
          () => false,
          (error: unknown) => error instanceof Refusal,
        );
        const after = new Uint8Array(await readFile(file));
        const [entry] = await backupsIn(folder);
        if (refused) {
          expect(after).toEqual(before);
          return;
        }
        const { objects } = await run(folder, 'get', '--file', file, '--json');
        const mode =
          word === 'virtioproxy' ? 'VirtioProxy' : word.replace(/^./, (first) => first.toUpperCase());
        expect(objects).toMatchObject([{ networkingMode: mode }]);
        expect(otherSettings(after)).toEqual(otherSettings(before));
        if (before[0] !== 0xff) expect(replacedIn(before, after)).not.toContain(0x0a);
        if (entry === undefined) expect(after).toEqual(before);
        else expect(await backedUp(folder, entry)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('wslconfig set on files that other programs hold', () => {
  const request = { action: 'set', file: null, mode: 'None', word: 'none' } as const;

  async function place(files: Partial<WslconfigPlace['files']>): Promise<WslconfigPlace> {
    return {
      file: 'C:\\Users\\me\\.wslconfig',
      folder: null,
      files: {
        read: () => Promise.resolve(utf8('[wsl2]\n')),
        exists: () => Promise.resolve(true),
        write: () => Promise.reject(new Error('nothing may be written')),
        ...files,
      },
      state: createStateFolder(await temporaryFolder()),
      clock: createManualClock().clock,
      readOptions: {},
      facts: {},
    };
  }
  const set = async (where: WslconfigPlace) =>
    refusalOf(setMode(where, request, { dryRun: false, text, output: collectOutput(false) }));
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

  it('says that it is held, after the copy was kept', async () => {
    const where = await place({ write: failing('EBUSY') });
    expect((await set(where)).sentence.error).toContain('another program has it open');
    expect(await where.state.list('wslconfig-backups')).toHaveLength(2);
  });

  it('writes nothing where the copy does not read as it was written', async () => {
    const where = await place({});
    const state = { ...where.state, read: () => Promise.resolve(utf8('[wsl2')) };
    expect((await set({ ...where, state })).sentence.error).toContain('was not kept whole');
  });

  it('says that it cannot be read', async () => {
    const where = await place({ read: failing('EACCES') });
    expect((await set(where)).sentence.error).toContain('access is denied');
  });

  it('leaves a file that somebody changed meanwhile', async () => {
    const contents = [utf8('[wsl2]\n'), utf8('[wsl2]\nipv6=true\n')];
    const where = await place({ read: () => Promise.resolve(contents.shift()) });
    expect((await set(where)).sentence.error).toContain('changed by somebody else');
  });

  it('leaves the file of an account whose distros these are not', async () => {
    const profileOwner = { sid: 'S-1-5-21-1', owners: ['S-1-5-21-2'], distrosOf: 'other' } as const;
    const where = { ...(await place({})), facts: { profileOwner } };
    expect((await set(where)).sentence.error).toContain('another account');
  });
});

describe('wslconfig on a machine', () => {
  async function onMachine(
    world: string,
    ...argv: readonly string[]
  ): Promise<Ran & { mode: () => NetworkingMode }> {
    const invocation = readArguments(['wslconfig', ...argv]);
    if (invocation.command !== 'wslconfig') throw new Error('another command');
    const { options, request } = invocation;
    const stateRoot = await temporaryFolder();
    const machine = await openSimulatedHost({ world, pace: 'instant', stateRoot });
    const output = collectOutput(options.json);
    const context = { machine, options, text, output };
    const exitCode = await wslconfigOfMachine(context, request, new AbortController().signal);
    const mode = () => {
      const file = Object.entries(machine.world.files).find(([name]) => name.endsWith('\\.wslconfig'));
      return readWslconfig(new Uint8Array(Buffer.from(file?.[1] ?? '', 'base64'))).networkingMode;
    };
    return { ...output, exitCode, mode };
  }

  it('reads the file of the profile, and says that a policy decides', async () => {
    const { objects } = await onMachine('mode-policy-de', 'get', '--json');
    expect(objects).toMatchObject([
      { file: 'C:\\Users\\Jürgen\\.wslconfig', networkingMode: 'VirtioProxy', policy: 'Nat' },
    ]);
  });

  it('knows that a policy never forbids to have no network', async () => {
    const { objects, mode } = await onMachine('mode-policy-de', 'set', 'networkingMode=none', '--json');
    expect(objects[0]).not.toHaveProperty('policy');
    expect(mode()).toBe('None');
  });

  it('writes to the machine and warns of the policy in words', async () => {
    const { lines, mode } = await onMachine('mode-policy-de', 'set', 'networkingMode=mirrored');
    expect(lines.at(-1)).toContain('WSL starts with Nat');
    expect(mode()).toBe('Mirrored');
  });

  it('finds the file that Notepad saved under another name', async () => {
    const files = {
      read: () => Promise.resolve(undefined),
      exists: (path: string) => Promise.resolve(path.endsWith('\\.wslconfig.txt')),
      write: () => Promise.reject(new Error('nothing may be written')),
    };
    const where: WslconfigPlace = {
      file: 'C:\\Users\\me\\.wslconfig',
      folder: null,
      files,
      state: createStateFolder(await temporaryFolder()),
      clock: createManualClock().clock,
      readOptions: {},
      facts: {},
    };
    const output = collectOutput(true);
    expect(await checkPlace(where, text, output)).toBe(exitCodes.problemLeft);
    expect(output.objects).toMatchObject([{ opened: false, remarks: [{ kind: 'file-name' }] }]);
  });

  it('takes a machine without the file for one with defaults', async () => {
    const { objects, exitCode } = await onMachine('healthy', 'get', '--json');
    expect(objects).toMatchObject([{ opened: false, networkingMode: 'Nat', set: {}, warnings: [] }]);
    expect(exitCode).toBe(exitCodes.ok);
  });

  it('finds what is wrong with the file of the machine', async () => {
    const { lines, exitCode } = await onMachine('wslconfig-misplaced', 'check');
    expect(lines.join('\n')).toContain('Put it under [wsl2].');
    expect(exitCode).toBe(exitCodes.problemLeft);
  });
});

function bigEndian(content: string): Uint8Array {
  return utf16(content).map((_byte, index, all) => all[index ^ 1] ?? 0);
}

function otherSettings(bytes: Uint8Array): readonly string[] {
  const entries = Object.entries(readWslconfig(bytes).set).filter(([key]) => key !== 'wsl2.networkingMode');
  return entries.map(([key, { raw, valid }]) => `${key}=${raw} ${String(valid)}`).toSorted();
}

/** The bytes that are no longer there: what lies between the common beginning and the common end. */
function replacedIn(before: Uint8Array, after: Uint8Array): readonly number[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [...before.subarray(start, before.length - end)];
}
