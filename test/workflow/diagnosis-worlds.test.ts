import { afterAll, describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { Host } from '../../src/host/host.js';
import { worlds } from '../../src/host/simulated/worlds/worlds.js';
import { en } from '../../src/text/en.js';
import { zhCN } from '../../src/text/zh-CN.js';
import { probeName, withheldWords } from '../../src/ui/words.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { diagnose, openPractice, type Practice } from './diagnose.js';

const ids = worlds.map(({ id }) => id);
const table: string[] = [];

describe('a diagnosis of every practice world', () => {
  test.each(ids)('%s: its cause comes first', async (id) => {
    const diagnosis = await diagnose(await openPractice(id));
    table.push(rowOf(id, diagnosis));
    expectCauseFirst(id, diagnosis);
    expectNoCrash(diagnosis);
  });

  test.each(ids)(
    '%s, without elevation: its cause still comes first, and nothing asks for elevation',
    async (id) => {
      const practice = await openPractice(id, (world) => {
        world.elevated = false;
      });
      const asked: string[] = [];
      const diagnosis = await diagnose(watched(practice, asked));
      expect(asked).toEqual([]);
      expectCauseFirst(id, diagnosis);
      const withheld = diagnosis.probes.filter(
        ({ result }) => result.status === 'skipped' && result.reason.code === 'needs-elevation',
      );
      expect(withheld.length).toBeGreaterThan(3);
      // What elevation would add is said, by the names of the checks.
      const shown = diagnosis.probes.map(({ id: probe, result }) => ({ id: probe, progress: result }));
      for (const text of [en, zhCN]) {
        const said = withheldWords(text, shown);
        for (const { id: probe } of withheld) expect(said).toContain(probeName(text, probe));
      }
    },
  );

  test.each([
    ['wslconfig-switch-zh', 'wslconfig-nat'],
    // bcdedit.exe tells an administrator only; another network mode needs the hypervisor, too.
    ['hypervisor-off-de', 'wsl1-default'],
    ['host-offline', undefined],
    ['no-distro', undefined],
  ])('%s, without elevation: what is recommended is what its cause calls for: %s', async (id, remedy) => {
    const { offers } = await diagnose(
      await openPractice(id, (world) => {
        world.elevated = false;
      }),
    );
    expect(offers.find(({ recommended }) => recommended)?.id).toBe(remedy);
  });

  test.each(ids.filter((id) => id.startsWith('healthy')))('%s: there is no finding at all', async (id) => {
    const diagnosis = await diagnose(await openPractice(id));
    expect(diagnosis.findings).toEqual([]);
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.health).toBe('healthy');
  });

  afterAll(() => {
    console.log(table.join('\n'));
  });
});

/** Two causes at once: both within the first two. */
function expectCauseFirst(id: string, diagnosis: Diagnosis): void {
  const expected = expectationOf(id);
  expect(diagnosis.health).toBe(expected.health);
  const first = diagnosis.causes.slice(0, Math.max(1, expected.causes.length)).map((cause) => cause.id);
  expect([...first].sort()).toEqual([...expected.causes].sort());
}

/** A service that is down may leave a probe without an answer; nothing else may. */
function expectNoCrash({ probes }: Diagnosis): void {
  for (const { id, result } of probes) {
    if (result.status === 'crashed') expect(`${id}: ${result.message}`).toContain('0x800706d9');
    expect(result.status).not.toBe('timed-out');
  }
}

function watched(practice: Practice, asked: string[]): Practice {
  const host: Host = {
    ...practice.host,
    run(command, options) {
      if (command.elevation === 'admin') asked.push(command.args.join(' '));
      return practice.host.run(command, options);
    },
    ask(question, options) {
      if (question.elevation === 'admin') asked.push(question.id);
      return practice.host.ask(question, options);
    },
  };
  return { ...practice, work: createDiagnosis({ host, caseFile: practice.caseFile }) };
}

function expectationOf(id: string) {
  const world = worlds.find((each) => each.id === id);
  if (world === undefined) throw new Error(`There is no world ${id}.`);
  return world.expected;
}

function rowOf(id: string, { health, causes }: Diagnosis): string {
  const expected = expectationOf(id).causes.join(' + ') || '(none)';
  const found = causes.slice(0, 3).map((cause) => `${cause.id} ${cause.likelihood}`);
  return `${id.padEnd(24)} ${health.padEnd(20)} ${expected.padEnd(34)} ${found.join(', ')}`;
}
