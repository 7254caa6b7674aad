/** Every screen at three sizes and in both languages, as plain text in snapshots/; read the diff when one changes. */
import { afterEach, describe, expect, test } from 'vitest';
import stringWidth from 'string-width';
import { languages } from '../../src/text/language.js';
import {
  atApplying,
  atConfirm,
  atMenu,
  atPicker,
  atPlan,
  atReview,
  closeStages,
  logSample,
  never,
  openStage,
  type StageOptions,
  type TestStage,
} from './stage.js';
import {
  checks,
  diagnosis,
  editPlan,
  handOverPlan,
  healthyDiagnosis,
  offers,
  place,
  progressAt,
  resetPlan,
  startedAt,
  unelevatedDiagnosis,
  unelevatedFacts,
} from './sample-case.js';
import type { EarlierWork } from '../../src/workflow/case-file.js';
import { keys, sizes, usual } from './terminal.js';
import { gate } from '../machines/flow.js';
import type { RunStepOutput } from '../../machines/treatment.js';

afterEach(closeStages);

type Scene = (options: StageOptions) => Promise<Pick<TestStage, 'terminal'>>;

const leftover = {
  session: '2026-11-22T09-44',
  remedy: 'reset-network-stack',
  target: null,
  startedAt,
  state: 'interrupted',
  steps: resetPlan.steps.map(({ id }, index) => ({
    step: id,
    outcome: index === 0 ? ('done' as const) : index === 1 ? ('begun' as const) : ('planned' as const),
  })),
  verdict: null,
  machineId: 'sample',
} as const;

const earlier = (age: 'recent' | 'old', changes: EarlierWork['changes'] = []) => ({
  steps: resetPlan.steps,
  done: 1,
  age,
  changes,
});

const unelevated = { facts: unelevatedFacts, diagnosis: unelevatedDiagnosis };

const scenes: Readonly<Record<string, Scene>> = {
  starting: (options) => openStage({ ...options, script: { findUnfinished: [never()] } }),
  recovering: (options) =>
    openStage({
      ...options,
      script: { findUnfinished: ['interrupted'] },
      view: { unfinished: leftover, earlier: earlier('recent') },
    }),
  diagnosing: async (options) => {
    const stage = await openStage({ ...options, script: { health: [never()] } });
    logSample(stage.log);
    await stage.terminal.settled();
    return stage;
  },
  reviewing: atReview,
  'reviewing-healthy': (options) =>
    atReview({ ...options, script: { health: ['healthy'] }, view: { diagnosis: healthyDiagnosis } }),
  'reviewing-unelevated': (options) => atReview({ ...options, view: unelevated }),
  'looking-deeper': async (options) => {
    const stage = await atReview({ ...options, view: unelevated });
    await stage.terminal.press('l');
    return stage;
  },
  'elevating-to-look': async (options) => {
    const stage = await atReview({ ...options, view: unelevated, script: { elevateToLook: [never()] } });
    await stage.terminal.press('l', keys.enter);
    return stage;
  },
  checks: async (options) => {
    const stage = await atReview(options);
    await stage.terminal.press('c');
    return stage;
  },
  paste: async (options) => {
    const stage = await atReview(options);
    const error = 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002';
    await stage.terminal.press('p', `\x1b[200~${error}\x1b[201~`);
    return stage;
  },
  'recovering-old': (options) =>
    openStage({
      ...options,
      script: { findUnfinished: ['interrupted'] },
      view: { unfinished: leftover, earlier: earlier('old') },
    }),
  'recovering-changed': (options) =>
    openStage({
      ...options,
      script: { findUnfinished: ['restarted'] },
      view: {
        unfinished: leftover,
        earlier: earlier('recent', [
          { kind: 'build', before: 22631, now: 26100 },
          { kind: 'distros', gone: ['Debian'], added: [] },
          { kind: 'adapters', gone: ['以太网'], added: ['Ethernet 2', 'Wi-Fi'] },
        ]),
      },
    }),
  history: atHistory,
  'history-obstacle': async (options) => {
    const stage = await atHistory(options);
    await stage.terminal.press(keys.down, keys.enter);
    return stage;
  },
  'history-empty': async (options) => {
    const stage = await atReview(options);
    await stage.terminal.press('h');
    return stage;
  },
  'asking-undo': async (options) => {
    const stage = await atHistory(options);
    await stage.terminal.press(keys.enter);
    return stage;
  },
  'world-picker': ({ size = usual, language = 'en' }) => atPicker(size, language),
  'cause-open': async (options) => {
    const stage = await atReview(options);
    await stage.terminal.press(keys.down, keys.right);
    return stage;
  },
  choosing: atMenu,
  'choosing-unavailable': async (options) => {
    const stage = await atMenu(options);
    await stage.terminal.press(keys.down, keys.down, keys.enter);
    return stage;
  },
  plan: atPlan,
  'plan-edit': (options) => atPlan(options, editPlan),
  confirming: atConfirm,
  'confirming-word': async (options) => {
    const stage = await atConfirm(options);
    await stage.terminal.press(keys.right, keys.enter, 'w', 'i');
    return stage;
  },
  applying: async (options) => {
    const stage = await atApplying(options);
    logSample(stage.log);
    await stage.terminal.settled();
    return stage;
  },
  interrupted: async (options) => {
    const stage = await atApplying(options);
    await stage.terminal.press(keys.interrupt);
    return stage;
  },
  'awaiting-restart': awaitingRestart,
  'awaiting-restart-again': async (options) => {
    const view = { unfinished: leftover, earlier: earlier('recent'), place, comesBack: 'by-hand' } as const;
    const stage = await openStage({ ...options, script: { findUnfinished: ['awaiting-restart'] }, view });
    await stage.flow.reaches('awaitingRestart.waiting');
    await stage.terminal.settled();
    return stage;
  },
  'confirming-restart': async (options) => {
    const stage = await awaitingRestart(options);
    await stage.terminal.press(keys.down, keys.enter);
    return stage;
  },
  'rolled-back': async (options) => {
    const stage = await atApplying({ ...options, script: { runStep: ['done', 'failed'] } });
    const steps = progressAt(2).map((step, index) =>
      index < 2 ? { ...step, status: 'undone' as const } : { ...step, status: 'planned' as const },
    );
    stage.caseFile.update({ steps, place });
    await stage.flow.reaches('rolledBack');
    await stage.terminal.settled();
    return stage;
  },
  stopped: async (options) => {
    const step = gate<RunStepOutput['outcome']>();
    const stage = await atApplying({ ...options, script: { runStep: ['done', step.promise] } });
    await stage.terminal.press(keys.interrupt, keys.down, keys.enter);
    step.open('done');
    await stage.flow.reaches('stopped');
    stage.caseFile.update({ steps: progressAt(2), place });
    await stage.terminal.settled();
    return stage;
  },
  'not-fully-rolled-back': async (options) => {
    const stage = await atApplying({
      ...options,
      script: { runStep: ['done', 'failed'], rollBackIsComplete: [false] },
    });
    const remainder = [
      'net start hns',
      'netsh interface ipv4 set address name="以太网" static 192.168.1.20 255.255.255.0',
    ];
    const steps = progressAt(1).map((step, index) =>
      index === 1 ? { ...step, status: 'not-undone' as const, remainder } : step,
    );
    stage.caseFile.update({ steps, place });
    await stage.flow.reaches('notFullyRolledBack');
    await stage.terminal.settled();
    return stage;
  },
  verifying: async (options) => {
    const stage = await recovered(options, { checks: [never()] });
    stage.caseFile.update({ checks });
    await stage.terminal.settled();
    return stage;
  },
  resolved: async (options) => {
    const stage = await recovered(options, {});
    const aftermath = { givenBack: ['以太网, 192.168.1.20'], lost: [], staysChanged: ['winsock'] as const };
    stage.caseFile.update({
      checks: checks.slice(0, 3),
      place,
      aftermath,
      steps: progressAt(4),
      plan: resetPlan,
    });
    await stage.flow.reaches('resolved');
    await stage.terminal.settled();
    return stage;
  },
  /** Where the machine was diagnosed before: what prevents it is offered. */
  'resolved-at-once': async (options) => {
    const prevention = (['restore-point', 'wsl-update'] as const).flatMap((id) =>
      offers.slice(0, 1).map((offer) => ({ ...offer, id, relation: 'prevents' as const })),
    );
    const backups = [{ name: 'wslconfig', path: `${place.folder}\\backups\\wslconfig` }];
    const stage = await atPlan(
      { ...options, view: { diagnosis: { ...diagnosis, offers: prevention } } },
      { ...editPlan, remedy: 'wslconfig-correct' },
    );
    await stage.terminal.press(keys.enter);
    await stage.flow.reaches('resolved');
    stage.caseFile.update({ checks: checks.slice(0, 3), place: { ...place, backups } });
    await stage.terminal.settled();
    return stage;
  },
  'handed-over': async (options) => {
    const stage = await atPlan(options, handOverPlan);
    await stage.terminal.press(keys.enter);
    await stage.flow.reaches('handedOver');
    stage.caseFile.update({ handedOver: 'network-reset', place });
    await stage.terminal.settled();
    return stage;
  },
  copied: async (options) => {
    const plan = { ...handOverPlan, remedy: 'distro-rescue' } as const;
    const stage = await atPlan(options, plan);
    await stage.terminal.press(keys.enter);
    await stage.flow.reaches('handedOver');
    const paths = ['Ubuntu.tar', 'Debian.tar'].map((name) => `${place.folder}\\backups\\${name}`);
    stage.caseFile.update({ copied: { what: 'distros', paths }, place });
    await stage.terminal.settled();
    return stage;
  },
  deciding: async (options) => {
    const stage = await recovered(options, {
      checks: [{ started: true, mode: 'nat', network: false, complaints: false }],
    });
    const aftermath = { givenBack: [], lost: [], staysChanged: ['winsock', 'tcpip'] as const };
    stage.caseFile.update({ checks, place, aftermath, steps: progressAt(4), plan: resetPlan });
    await stage.flow.reaches('deciding');
    await stage.terminal.settled();
    return stage;
  },
  help: async (options) => {
    const stage = await atMenu(options);
    await stage.terminal.press('?');
    return stage;
  },
};

async function awaitingRestart(options: StageOptions): Promise<TestStage> {
  const stage = await atApplying({ ...options, script: { runStep: ['done'] } });
  stage.caseFile.update({ steps: progressAt(4), place, comesBack: 'by-itself' });
  await stage.flow.reaches('awaitingRestart.waiting');
  await stage.terminal.settled();
  return stage;
}

/** Two sessions: one that can be undone, and one that was. */
async function atHistory(options: StageOptions): Promise<TestStage> {
  const done = { ...leftover, state: 'done', verdict: 'not-repaired' } as const;
  const undone = { ...leftover, session: '2026-11-20T08-00-00', state: 'rolled-back' } as const;
  const steps = resetPlan.steps.map((step) => ({
    step,
    planHash: resetPlan.hash,
    standing: 'done' as const,
    touched: true,
  }));
  const history = [
    { summary: done, steps, backups: {}, obstacle: null },
    { summary: undone, steps: steps.slice(0, 2), backups: {}, obstacle: 'already-undone' as const },
  ];
  const stage = await atReview({ ...options, view: { history } });
  await stage.terminal.press('h');
  await stage.flow.reaches('history.shown');
  await stage.terminal.settled();
  return stage;
}

/** After a restart with nothing left but to verify. */
async function recovered(
  options: StageOptions,
  script: NonNullable<StageOptions['script']>,
): Promise<TestStage> {
  const emptyPlan = {
    hash: 'empty',
    remedy: 'reset-network-stack',
    target: null,
    half: 'after-restart',
    steps: [],
    needsElevation: false,
    restart: false,
    handsOver: false,
  } as const;
  const stage = await openStage({
    ...options,
    script: { findUnfinished: ['restarted'], makePlan: [emptyPlan], ...script },
    view: { unfinished: leftover, earlier: earlier('recent') },
  });
  await stage.terminal.press(keys.enter);
  return stage;
}

const cases = Object.keys(scenes).flatMap((scene) =>
  sizes.flatMap((size) => languages.map((language) => ({ scene, size, language }))),
);

describe('screens', () => {
  test.each(cases)('$scene at $size.columns columns in $language', async ({ scene, size, language }) => {
    const stage = await scenes[scene]?.({ size, language });
    if (stage === undefined) throw new Error('There is no such scene.');
    const lines = stage.terminal.lines();
    expect(lines.at(-1), 'the last row stays free, so that the terminal never scrolls').toBe('');
    expect(lines.every((line) => stringWidth(line) <= size.columns)).toBe(true);
    expect(lines[0], 'SIMULATED is on every frame').toContain('SIMULATED');
    const file = `../../snapshots/${scene}.${size.columns}x${size.rows}.${language}.txt`;
    await expect(stage.terminal.frame()).toMatchFileSnapshot(file);
  });
});
