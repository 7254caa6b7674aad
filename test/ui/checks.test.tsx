import { afterEach, describe, expect, test } from 'vitest';
import { atMenu, atReview, closeStages, openStage, type TestStage } from './stage.js';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import { diagnosis, facts, healthyDiagnosis, probes, startedAt } from './sample-case.js';
import { keys, small } from './terminal.js';

afterEach(closeStages);

function answered({ log }: TestStage): void {
  const sources = [
    ['vmms-events', 'event 16000'],
    ['wsl-start', 'HNS/0x80041002'],
    ['windows', 'build 22631'],
  ] as const;
  for (const [index, [probe, text]] of sources.entries()) {
    const run = index + 1;
    log.accept({ type: 'started', run, at: startedAt, pane: 'wsl', title: `ask ${probe}`, probe });
    log.accept({ type: 'line', run, stream: 'stdout', text });
    log.accept({ type: 'ended', run, ended: 'exited', exitCode: 0, durationMs: 1 });
  }
}

describe('what is not there', () => {
  const reviewed = async (view: Partial<Diagnosis>) => {
    const stage = await atReview({ view: { diagnosis: { ...diagnosis, causes: [], ...view } } });
    return stage.terminal.frame();
  };

  test('is said instead of a network that fails: no WSL', async () => {
    const frame = await reviewed({
      findings: [{ id: 'wsl-not-installed', probe: 'wsl', data: {}, evidence: 'wsl.exe --version' }],
    });
    expect(frame).toContain('WSL is not installed, so there is no network of WSL to look at.');
    expect(frame).not.toContain('cannot set up');
  });

  test('is said instead of checks that could not tell: no distro', async () => {
    const bare = { ...facts, distros: { distros: [], defaultVersion: null } };
    expect(await reviewed({ health: 'unknown', findings: [], facts: bare })).toContain(
      'No distro is installed',
    );
  });
});

describe('the list of checks', () => {
  test('says how many checks are out of view', async () => {
    const { terminal } = await atReview({ size: small });
    await terminal.press('c', keys.home);
    expect(terminal.frame()).toMatch(/↓ \d+ more/);
  });
});

describe('the raw output of checks', () => {
  test('of a cause is what the checks behind its findings were answered', async () => {
    const stage = await atReview();
    answered(stage);
    await stage.terminal.press('e');
    expect(stage.terminal.frame()).toContain('Raw output: VMMS events, WSL start');
    expect(stage.terminal.frame()).toContain('event 16000');
    expect(stage.terminal.frame()).not.toContain('build 22631');
  });

  test('of one check is shown from the list of checks, and Esc leads back to its row', async () => {
    const stage = await atReview();
    answered(stage);
    await stage.terminal.press('c', keys.home, 'e');
    expect(stage.terminal.frame()).toContain('Raw output: Windows');
    expect(stage.terminal.frame()).toContain('build 22631');
    expect(stage.terminal.frame()).not.toContain('event 16000');
    await stage.terminal.press(keys.escape);
    expect(stage.terminal.frame()).toMatch(/❯ . Windows/);
    await stage.terminal.press(keys.escape);
    expect(stage.terminal.frame()).toContain('What speaks for it');
  });

  test('leads on to all panes by Tab', async () => {
    const stage = await atReview();
    answered(stage);
    await stage.terminal.press('e', keys.tab);
    expect(stage.terminal.frame()).toContain('[All]');
    expect(stage.terminal.frame()).toContain('build 22631');
  });

  test('is reached on a healthy machine too', async () => {
    const stage = await atReview({ view: { diagnosis: healthyDiagnosis }, script: { health: ['healthy'] } });
    answered(stage);
    await stage.terminal.press(keys.home, 'e');
    expect(stage.terminal.frame()).toContain('Raw output: Windows');
  });
});

describe('the list of checks', () => {
  test('says the one under the cursor in full', async () => {
    const stage = await atReview({ size: small });
    await stage.terminal.press('c');
    expect(stage.terminal.frame()).toContain('Hyper-V reported 0x80041002 3 times');
  });

  test('keeps in view what was found while the diagnosis runs in a small window', async () => {
    const waiting = probes.map(({ id, progress }) =>
      id === 'vmms-events' ? { id, progress } : { id, progress: { status: 'waiting' as const } },
    );
    const many = [...waiting, ...waiting, ...waiting.filter(({ id }) => id !== 'vmms-events')].reverse();
    const stage = await openStage({
      size: small,
      script: { health: [new Promise(() => undefined)] },
      view: { probes: many },
    });
    expect(stage.terminal.frame()).toContain('VMMS 16000: Not found');
    expect(stage.terminal.frame()).toMatch(/… and \d+ more checks/);
  });
});

describe('what covers a screen', () => {
  test('leaves the cursor of its list where it was', async () => {
    const { terminal, flow } = await atMenu();
    await terminal.press(keys.down, '?', keys.down, keys.down, keys.escape);
    await terminal.press('e', keys.up, keys.escape, keys.enter);
    expect(flow.actor.getSnapshot().context.request).toMatchObject({ remedy: 'reset-network-stack' });
  });
});
