/** What a machine says may hold escape sequences; none of them may reach the terminal, whatever screen shows them. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { CaseView } from '../../src/workflow/case-file.js';
import { atApplying, atPlan, atReview, closeStages, openStage, type TestStage } from './stage.js';
import { checks, diagnosis, editPlan, place, probes, progressAt, startedAt } from './sample-case.js';
import { keys, usual } from './terminal.js';

afterEach(closeStages);

const attack = 'EVIL\x1b[2JEVIL\x1b]0;title\x07EVIL\u202eEVIL\rEVIL\x9b31mEVIL';
/** What no screen of ours writes by itself; a carriage return is told by the word before it. */
const forbidden = ['\x1b[2J', '\x1b]0;', '\x07', '\u202e', 'EVIL\r', '\x9b'];

/** Every text of a value with the attack behind it; ids and other words that the program itself chose stay. */
function poisoned<T>(value: T, own: ReadonlySet<string>): T {
  return JSON.parse(
    JSON.stringify(value, (key, item: unknown) =>
      typeof item === 'string' && !own.has(key) ? `${item}${attack}` : item,
    ),
  ) as T; // the same shape: only texts grew
}
const ownWords = new Set([
  ...[
    'id',
    'probe',
    'status',
    'code',
    'relation',
    'effect',
    'undo',
    'health',
    'kind',
    'key',
    'sign',
    'remedy',
  ],
  ...['half', 'hash', 'confirmation', 'service', 'pane', 'hresult', 'level', 'flavour'],
  // Lists of ids.
  ...Array.from({ length: 20 }, (_, index) => String(index)),
]);

const hostileDiagnosis: Diagnosis = poisoned(diagnosis, ownWords);
const hostileView: Partial<CaseView> = {
  diagnosis: hostileDiagnosis,
  facts: hostileDiagnosis.facts,
  probes: poisoned(probes, ownWords),
  checks: poisoned(checks, ownWords),
  place: poisoned(place, ownWords),
};

/** What was written while the screen with the attack was drawn. */
function expectHarmless({ terminal }: TestStage): void {
  expect(terminal.written, 'the hostile text is on the screen, without its sequences').toContain('EVILEVIL');
  for (const sequence of forbidden) expect(terminal.written).not.toContain(sequence);
}

describe('a hostile machine', () => {
  test('writes its findings, checks and their evidence, and nothing else', async () => {
    const stage = await atReview({ view: hostileView });
    await stage.terminal.press(keys.right, keys.left, 'c', keys.down, keys.down);
    expectHarmless(stage);
  });

  test('writes its live checks, and nothing else', async () => {
    const stage = await openStage({ view: hostileView, script: { health: [new Promise(() => undefined)] } });
    await stage.terminal.settled();
    expectHarmless(stage);
  });

  test('writes the files and lines of a plan, and nothing else', async () => {
    const stage = await atPlan({ view: hostileView }, poisoned(editPlan, ownWords));
    await stage.terminal.press(keys.end);
    expectHarmless(stage);
  });

  test('writes its answers to a verification and its paths, and nothing else', async () => {
    const stage = await atApplying({ script: { runStep: ['done', 'failed'], rollBackIsComplete: [false] } });
    const steps = progressAt(1).map((step) => ({
      ...step,
      status: 'not-undone' as const,
      remainder: [attack],
    }));
    stage.caseFile.update({ ...hostileView, steps });
    await stage.flow.reaches('notFullyRolledBack');
    await stage.terminal.settled();
    await stage.terminal.press(keys.end);
    expectHarmless(stage);
  });

  test('writes its output into the panes and over the whole screen, and nothing else', async () => {
    const stage = await atReview({ size: usual });
    stage.log.accept({
      type: 'started',
      run: 1,
      at: startedAt,
      pane: 'wsl',
      title: attack,
      probe: 'vmms-events',
    });
    stage.log.accept({ type: 'line', run: 1, stream: 'stdout', text: attack.repeat(20) });
    stage.log.accept({ type: 'line', run: 1, stream: 'stderr', text: attack });
    stage.log.accept({ type: 'partial', run: 1, stream: 'stdout', text: attack });
    await stage.terminal.press('e', keys.tab);
    expectHarmless(stage);
  });

  test('writes what was pasted, and nothing else', async () => {
    const stage = await atReview();
    await stage.terminal.press('p', `\x1b[200~${attack} 0x80041002\x1b[201~`);
    expectHarmless(stage);
  });
});
