import { afterEach, describe, expect, test } from 'vitest';
import { atMenu, closeStages } from './stage.js';
import { diagnosis, offers } from './sample-case.js';
import { keys, small, wide } from './terminal.js';

afterEach(closeStages);

describe('the menu of remedies', () => {
  test('asks for a plan of the remedy under the cursor', async () => {
    const { terminal, flow } = await atMenu();
    await terminal.press(keys.down, keys.enter);
    expect(flow.actor.getSnapshot().context.request).toEqual({
      kind: 'remedy',
      remedy: 'reset-network-stack',
      target: null,
    });
  });

  test.each(['1', '2', '3', '4', '9'])('does nothing on the digit %s', async (digit) => {
    const { terminal, flow } = await atMenu();
    const before = terminal.frame();
    await terminal.press(digit);
    expect(flow.actor.getSnapshot().value).toBe('choosing');
    expect(terminal.frame()).toBe(before);
  });

  test('explains why an unavailable remedy is not offered, instead of choosing it', async () => {
    const { terminal, flow } = await atMenu({ size: wide });
    await terminal.press(keys.down, keys.down, keys.enter);
    expect(flow.actor.getSnapshot().value).toBe('choosing');
    expect(terminal.frame()).toContain(
      '“Start WSL without a network” cannot be chosen here. A policy of this machine forbids',
    );
  });

  test('keeps its rows while it is open, whatever is learned meanwhile', async () => {
    const { terminal, caseFile, flow } = await atMenu();
    await terminal.press(keys.down);
    caseFile.update({ diagnosis: { ...diagnosis, offers: [...offers].reverse() } });
    await terminal.settled();
    await terminal.press(keys.enter);
    expect(flow.actor.getSnapshot().context.request).toMatchObject({ remedy: 'reset-network-stack' });
  });

  test('says effect, reversibility, time, restart and loss in the same order on every row', async () => {
    const { terminal } = await atMenu({ size: wide });
    const facts = terminal.lines().filter((line) => line.includes(' · ') && !line.includes('SIMULATED'));
    expect(facts.length).toBeGreaterThan(2);
    expect(facts[0]).toMatch(/works around it · reversible · 10 s · no restart/);
    expect(facts[1]).toMatch(/seldom helps with this finding · cannot be undone/);
  });

  test('says of the remedy under the cursor in how many reports it helped, and in which', async () => {
    const experience = { code: '0x80041002', cured: 1, failed: 3, sources: ['microsoft/WSL#1', 'b/c#2'] };
    const told = offers.map((each) => ({ ...each, experience }));
    const { terminal } = await atMenu({ size: wide, view: { diagnosis: { ...diagnosis, offers: told } } });
    expect(terminal.frame()).toContain(
      'It helped in 1 of 4 known reports of 0x80041002 (microsoft/WSL#1, b/c#2).',
    );
  });

  test('sends nobody around a fault while Windows itself is offline', async () => {
    const causes = [{ id: 'host-offline', likelihood: 0.6, for: ['host-offline'], against: [] }] as const;
    const { terminal } = await atMenu({
      size: wide,
      view: { diagnosis: { ...diagnosis, health: 'unknown', causes } },
    });
    expect(terminal.frame()).toContain('Windows itself is offline. Connect it to the internet');
    expect(terminal.frame()).not.toContain('gets you working');
  });

  test('does not promise to get working what works by a fallback', async () => {
    const { terminal } = await atMenu({
      size: wide,
      view: { diagnosis: { ...diagnosis, health: 'working-by-fallback' } },
    });
    expect(terminal.frame()).toContain('WSL works already, by a fallback.');
    expect(terminal.frame()).not.toContain('gets you working');
  });

  test('says how to install what is not there, where WSL is not', async () => {
    const { terminal } = await atMenu({
      size: wide,
      view: {
        diagnosis: {
          ...diagnosis,
          findings: [{ id: 'wsl-not-installed', probe: 'wsl', data: {}, evidence: 'wsl.exe --version' }],
        },
      },
    });
    expect(terminal.frame()).toContain('“wsl --install” in a terminal installs WSL and a distro.');
  });

  test('names the keys that bring the rest of the details', async () => {
    const { terminal } = await atMenu({ size: small });
    expect(terminal.frame()).toMatch(/↓ \d+ more {3}PgUp\/PgDn/);
  });

  test('goes back on Esc', async () => {
    const { terminal, flow } = await atMenu();
    await terminal.press(keys.escape);
    expect(flow.actor.getSnapshot().value).toBe('reviewing');
  });
});
