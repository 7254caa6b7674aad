/** The command line without a terminal: what it answers, what it refuses, and what it leaves untouched. */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { practice, program, runProgram, type Ended, type Practice } from './program.js';

let machine: Practice | null = null;
const open = (world: string): Practice => (machine = practice(world));

afterEach(() => {
  machine?.remove();
  machine = null;
});

describe('fix', () => {
  it('changes nothing without --yes where there is no terminal, and says so', async () => {
    const at = open('classic-80041002');
    await at.run('diagnose');
    const before = at.world();
    const { exitCode, stderr, stdout } = await at.run('fix', 'reset-network-stack');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('nothing was changed');
    expect(stderr).toContain('--yes');
    expect(at.world()).toEqual(before);
  });

  it('prints the whole plan with --dry-run and runs nothing but checks', async () => {
    const at = open('classic-80041002');
    await at.run('diagnose');
    const services = at.world().services;
    const { exitCode, stdout } = await at.run('fix', 'reset-network-stack', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('C:\\Windows\\System32\\net.exe stop hns /y');
    // The backup by its name, and the undo as the commands that it is.
    expect(stdout).toMatch(/reg\.exe export \S+WinSock2\\Parameters winsock2\.reg \/y/);
    expect(stdout).toMatch(/Undo: [^\n]+\n {4}\S+net\.exe start hns\n/);
    expect(stdout).not.toContain('{backup}');
    const json = JSON.parse((await at.run('fix', 'reset-network-stack', '--dry-run', '--json')).stdout) as {
      plan: { step: string; backups: string[]; undoCommands: string[][] }[];
    };
    const of = (id: string) => json.plan.find(({ step }) => step === id);
    expect(of('save-network-settings')?.backups).toContain('winsock2.reg');
    expect(of('stop-hns')?.undoCommands).toContainEqual(['C:\\Windows\\System32\\net.exe', 'start', 'hns']);
    expect(at.world().services).toEqual(services);
    expect(existsSync(join(at.folder, 'state/wsl-netfix-tui/sessions'))).toBe(false);
  });

  it('says why a remedy cannot be carried out here', async () => {
    const at = open('inbox-wsl');
    const { exitCode, stderr } = await at.run('fix', 'wslconfig-virtioproxy', '--yes');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/wslconfig-virtioproxy/);
    expect(stderr).toMatch(/Nothing was changed/);
  });

  it.each([
    ['free-port-53', 'There is nothing to do.'],
    ['wslconfig-mirrored', 'Update WSL first.'],
  ])('%s is refused with the reason where it cannot be carried out', async (remedy, reason) => {
    const at = open('inbox-wsl');
    for (const way of ['--yes', '--dry-run']) {
      const { exitCode, stderr } = await at.run('fix', remedy, way);
      expect(exitCode, stderr).toBe(2);
      expect(stderr).toContain(`${remedy} cannot be carried out here: `);
      expect(stderr).toContain(reason);
    }
  });

  it('works around the fault with VirtioProxy, and never calls that a repair', async () => {
    const at = open('unknown-80041002');
    const { exitCode, stdout } = await at.run('fix', 'wslconfig-virtioproxy', '--yes', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'wsl-netfix/treatment/1',
      remedy: 'wslconfig-virtioproxy',
      verdict: 'working-by-fallback',
      state: 'done',
    });
    const undone = await at.run('undo', '--yes');
    expect(undone.exitCode).toBe(0);
    expect(Object.keys(at.world().files)).not.toContain('C:\\Users\\dev\\.wslconfig');
  });
});

describe('fix distro-rescue', () => {
  it('ends with where the copies are and without a verdict: nothing was to be repaired', async () => {
    const at = open('classic-80041002');
    const { exitCode, stdout } = await at.run('fix', 'distro-rescue', '--yes', '--json');
    expect(exitCode).toBe(1);
    const end = JSON.parse(stdout) as { copied: { paths: string[] } };
    expect(end).toMatchObject({
      state: 'done',
      verdict: null,
      handedOver: null,
      copied: { what: 'distros' },
    });
    expect(end.copied.paths.length).toBeGreaterThan(0);
    for (const path of end.copied.paths) expect(existsSync(path), path).toBe(true);
  });

  it('names the copies first in words', async () => {
    const at = open('classic-80041002');
    const { stdout } = await at.run('fix', 'distro-rescue:Ubuntu', '--yes');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'The copies of your distros are made:',
      expect.stringMatching(/^  .*backups.Ubuntu\.tar$/),
    ]);
    expect(stdout).not.toContain('Not repaired');
  });
});

describe('a journal that was altered', () => {
  it('is named by every command, and nothing is begun over it', async () => {
    const at = open('unknown-80041002');
    await at.run('fix', 'wslconfig-virtioproxy', '--yes');
    const sessions = join(at.folder, 'state/wsl-netfix-tui/sessions');
    const [session = ''] = readdirSync(sessions);
    const journal = join(sessions, session, 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"kind":"closed"', '"kind":"opened"'));

    expect(JSON.parse((await at.run('diagnose', '--json')).stdout)).toMatchObject({ unfinished: session });
    expect((await at.run('sessions')).stdout).toContain(session);
    for (const command of [
      ['undo', '--yes'],
      ['resume', '--yes'],
      ['fix', 'wsl1-default', '--yes'],
    ]) {
      const { exitCode, stderr } = await at.run(...command);
      expect([command[0], exitCode]).toEqual([command[0], 2]);
      expect(stderr).toContain(session);
      expect(stderr).toContain('UNDO.txt');
    }
  });
});

describe('a target', () => {
  it('that a remedy has no use for is refused, and nothing is changed', async () => {
    const at = open('classic-80041002');
    const { exitCode, stderr } = await at.run('fix', 'wslconfig-none:foo', '--yes');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('“foo”');
    expect(Object.keys(at.world().files)).not.toContain('C:\\Users\\dev\\.wslconfig');
  });
});

describe('diagnose --json', () => {
  it('is one object on standard output and nothing else', async () => {
    const at = open('classic-80041002');
    const { exitCode, stdout } = await at.run('diagnose', '--json');
    expect(exitCode).toBe(1);
    const diagnosis = JSON.parse(stdout) as {
      schema: string;
      probes: { findings: { evidence: string }[] }[];
    };
    expect(diagnosis.schema).toBe('wsl-netfix/diagnosis/1');
    const evidence = diagnosis.probes.flatMap(({ findings }) => findings.map((finding) => finding.evidence));
    expect(evidence.join('\n')).toContain('0x80041002');
    expect(evidence.join('\n')).toContain('16000');
  });

  it('ends with 0 on a healthy machine', async () => {
    const { exitCode, stdout } = await open('healthy').run('diagnose', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ diagnosis: 'healthy', causes: [] });
  });
});

describe('what is mistyped', () => {
  it.each([
    [['diagnose', '--simulate', 'clasic-80041002'], 'classic-80041002'],
    [['fix', 'reset-network-stak', '--yes', '--simulate', 'healthy'], 'reset-network-stack'],
    [['diagnose', '--simulat', 'healthy'], '--simulate'],
    [['diagnos'], 'diagnose'],
  ])('%j is refused with the nearest name', async (args, nearest) => {
    const { exitCode, stderr, stdout } = await bare(...args, '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(nearest);
    expect(stdout).toBe('');
    const inJson = await bare(...args, '--json');
    expect(inJson.exitCode).toBe(2);
    expect(JSON.parse(inJson.stdout)).toMatchObject({
      schema: 'wsl-netfix/error/1',
      hint: expect.stringContaining(nearest) as string,
    });
  });

  it('is not the end of a machine that does not run Windows', async () => {
    const { exitCode, stderr } = await bare('diagnose', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--simulate');
  });
});

describe('two programs', () => {
  it('the second is told about the first', async () => {
    const at = practice('classic-80041002', 'real');
    machine = at;
    await runProgram(['diagnose', ...at.args.slice(0, 4), '--pace', 'instant'], at.env);
    const first = at.run('fix', 'reset-network-stack', '--yes');
    await lockAppears(at);
    const second = await at.run('fix', 'wsl1-default', '--yes');
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toMatch(/Another wsl-netfix-tui .*process \d+/);
    stop(second.stderr);
    await first;
  });
});

describe('undo.cmd', () => {
  it('works when npx’s cache and the registry are gone', async () => {
    const at = open('unknown-80041002');
    const cache = mkdtempSync(join(tmpdir(), 'netfix-cache-'));
    try {
      const cached = join(cache, '_npx/abc/node_modules/wsl-netfix-tui/dist');
      cpSync(dirname(program), cached, { recursive: true });
      const node = join(cache, '_npx/abc/node_modules/node/bin/node');
      mkdirSync(dirname(node), { recursive: true });
      linkOrCopy(process.execPath, node);
      const fixed = await runProgram(
        ['fix', 'wslconfig-virtioproxy', '--yes', ...at.args, '--lang', 'en'],
        at.env,
        [node, join(cached, 'main.js')],
      );
      expect(fixed.exitCode, fixed.stderr).toBe(1);
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
    expect(Object.keys(at.world().files)).toContain('C:\\Users\\dev\\.wslconfig');

    const sessions = join(at.folder, 'state/wsl-netfix-tui/sessions');
    const [session = ''] = readdirSync(sessions);
    const batch = readFileSync(join(sessions, session, 'undo.cmd'), 'utf8');
    const line = batch.split('\r\n').find((each) => each.startsWith('"')) ?? '';
    // The line is made of double-quoted words, which sh reads as cmd.exe does. PATH holds nothing: no npx, no node.
    const { exitCode, stdout, stderr } = await runProgram(['-c', line], { ...at.env, PATH: '/nonexistent' }, [
      '/bin/sh',
    ]);
    expect(exitCode, stdout + stderr).toBe(0);
    expect(Object.keys(at.world().files)).not.toContain('C:\\Users\\dev\\.wslconfig');
  });
});

function bare(...args: readonly string[]): Promise<Ended> {
  return runProgram(args, { LANG: 'C.UTF-8', XDG_STATE_HOME: join(tmpdir(), 'netfix-bare') });
}

async function lockAppears(at: Practice): Promise<void> {
  const folder = join(at.folder, 'state/wsl-netfix-tui');
  for (let tries = 0; tries < 400; tries += 1) {
    if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('lock-'))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The first program never took its lock.');
}

/** Ends the first program by the process id that the second was told. */
function stop(told: string): void {
  const pid = /process (\d+)/.exec(told)?.[1];
  process.kill(Number(pid), 'SIGKILL');
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}
