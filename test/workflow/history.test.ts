import { expect, test } from 'vitest';
import { readHistory } from '../../src/workflow/history.js';
import { carryOut, createPractice, editStep, makePlan, makeStep, startProgram } from './practice-plan.js';

/** A machine on which a file was edited, and the program has ended. */
async function edited() {
  const practice = createPractice();
  const program = startProgram(practice.host);
  await carryOut(program, makePlan({ remedy: 'wslconfig-virtioproxy', steps: [editStep], services: [] }));
  await program.treatment.recordVerdict({ verdict: 'working-by-fallback' });
  return practice;
}

test('a session of the past stands there with its steps, its verdict, and where its backups lie', async () => {
  const { host } = await edited();
  const [entry] = await readHistory(host);
  expect(entry?.summary).toMatchObject({ remedy: 'wslconfig-virtioproxy', verdict: 'working-by-fallback' });
  expect(entry?.steps.map(({ step, standing }) => `${step.id} ${standing}`)).toEqual(['edit-wslconfig done']);
  expect(entry?.backups['wslconfig.bak']).toBe(
    `/state/sessions/${entry?.summary.session ?? ''}/backups/wslconfig.bak`,
  );
  expect(entry?.obstacle).toBeNull();
});

test('undone, it says so; what left nothing to undo says that', async () => {
  const { host } = await edited();
  await startProgram(host).treatment.undo(null);
  const saving = makeStep({ id: 'save', effect: 'safe', undo: { kind: 'exact', actions: [] } });
  await carryOut(startProgram(host), makePlan({ steps: [saving], services: [] }));
  expect((await readHistory(host)).map(({ obstacle }) => obstacle)).toEqual([
    'nothing-to-undo',
    'already-undone',
  ]);
});

test('those of another machine are listed on a real one, and not undone there; practice is left out', async () => {
  const { host } = await edited();
  const other = { machineId: 'machine-2', state: host.state };
  expect(await readHistory({ ...other, kind: 'simulated' })).toEqual([]);
  expect(await readHistory({ ...other, kind: 'windows' })).toEqual([]);
  const real = createPractice();
  const program = startProgram({ ...real.host, kind: 'windows' });
  await carryOut(program, makePlan());
  const seen = await readHistory({ kind: 'windows', machineId: 'machine-2', state: real.host.state });
  expect(seen.map(({ obstacle }) => obstacle)).toEqual(['other-machine']);
});
