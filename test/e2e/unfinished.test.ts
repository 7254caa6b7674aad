/** What an earlier run left, and the command line: a dry run leaves it open and the machine alone, and nothing old is gone on with unseen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createStateFolder } from '../../src/host/state-folder.js';
import { openJournal, readJournal } from '../../src/journal/journal.js';
import { practice, stopAt, type Practice } from './program.js';

let machine: Practice | null = null;
afterEach(() => {
  machine?.remove();
  machine = null;
});

const day = 24 * 60 * 60 * 1000;
const stateOf = ({ folder }: Practice) => createStateFolder(join(folder, 'state/wsl-netfix-tui'));

async function sessionOf(at: Practice): Promise<string> {
  const [session, ...others] = await stateOf(at).list('sessions');
  expect(others).toEqual([]);
  return session ?? '';
}

const journalOf = async (at: Practice): Promise<string> =>
  readFileSync(
    join(at.folder, 'state/wsl-netfix-tui/sessions', await sessionOf(at), 'journal.jsonl'),
    'utf8',
  );

/** Killed with hns stopped. */
async function killedIn(): Promise<Practice> {
  const at = practice('classic-80041002');
  machine = at;
  await at.run('diagnose');
  at.changeWorld(stopAt('net.exe stop vmcompute', 1, 'before'));
  expect((await at.run('fix', 'reset-network-stack', '--yes')).signal).toBe('SIGKILL');
  return at;
}

/** The same journal, as if it had been written that much earlier. */
async function age(at: Practice, ms: number): Promise<void> {
  const state = stateOf(at);
  const session = await sessionOf(at);
  const [opened, ...rest] = (await readJournal(state, session))?.records ?? [];
  if (opened?.kind !== 'opened') throw new Error('There is no journal.');
  const older = await openJournal(state, { ...opened, at: opened.at - ms });
  for (const record of rest) await older.append({ ...record, at: record.at - ms });
  await state.remove(`sessions/${session}`);
}

it('resume --yes goes on with what is six days old, and not with what is older than seven', async () => {
  const at = await killedIn();
  await age(at, 8 * day);
  const before = at.world();
  const refused = await at.run('resume', '--yes');
  expect(refused.exitCode, refused.stderr).toBe(2);
  expect(refused.stderr).toContain('seven days');
  expect(at.world()).toEqual(before);
  await age(at, -2 * day);
  const resumed = await at.run('resume', '--yes');
  expect(resumed.exitCode, resumed.stderr).toBe(3);
});

it('resume --dry-run shows what is left, and leaves the session open and the machine alone', async () => {
  const at = await killedIn();
  const [before, journal] = [at.world(), await journalOf(at)];
  const { exitCode, stdout } = await at.run('resume', '--dry-run', '--json');
  expect(exitCode).toBe(0);
  const { plan, ...rest } = JSON.parse(stdout) as { plan: { step: string }[] };
  expect(rest).toMatchObject({ state: 'planned', remedy: 'reset-network-stack' });
  expect(plan.map(({ step }) => step)).toContain('start-hns');
  expect([at.world(), await journalOf(at)]).toEqual([before, journal]);
  expect((await at.run('undo', '--yes')).exitCode).toBe(0);
});

it('fix --dry-run shows its plan while another is unfinished, and leaves that as it is', async () => {
  const at = await killedIn();
  const [files, journal] = [at.world().files, await journalOf(at)];
  const { exitCode, stdout } = await at.run('fix', 'wslconfig-virtioproxy', '--dry-run', '--json');
  expect(exitCode).toBe(0);
  const { plan, ...rest } = JSON.parse(stdout) as { plan: { step: string }[] };
  expect(rest).toMatchObject({ state: 'planned', remedy: 'wslconfig-virtioproxy', session: null });
  expect(plan.map(({ step }) => step)).toEqual(['edit-wslconfig', 'shut-wsl-down']);
  expect([at.world().files, await journalOf(at)]).toEqual([files, journal]);
  expect((await at.run('fix', 'wslconfig-virtioproxy', '--yes')).exitCode).toBe(2);
});

it('undo --dry-run shows the ways back, last step first, and takes nothing back, whatever else is said', async () => {
  const at = await killedIn();
  const [before, journal] = [at.world(), await journalOf(at)];
  const { exitCode, stdout } = await at.run('undo', '--dry-run', '--yes', '--json');
  expect(exitCode).toBe(0);
  const { plan, state } = JSON.parse(stdout) as {
    plan: { step: string; commands: string[][] }[];
    state: string;
  };
  expect(state).toBe('planned');
  const ids = plan.map(({ step }) => step);
  expect(ids.indexOf('stop-hns')).toBeLessThan(ids.indexOf('save-network-settings'));
  expect(plan.find(({ step }) => step === 'stop-hns')?.commands).toContainEqual([
    'C:\\Windows\\System32\\net.exe',
    'start',
    'hns',
  ]);
  expect([at.world(), await journalOf(at)]).toEqual([before, journal]);
});
