import { describe, expect, test } from 'vitest';
import { diagnose, findingOf, openPractice } from './diagnose.js';

/** The same fault as told by each generation of WSL (issue 3 item 4). */
describe('the fault is found whatever WSL makes of it', () => {
  test.each([
    ['2.0.14.0', 'broken', '0x80041002'],
    ['2.2.4.0', 'broken', '0x80041002'],
    ['2.3.24.0', 'broken', '0x80041002'],
    ['2.3.26.0', 'broken', '0x80041002'],
    ['2.4.11.0', 'working-by-fallback', null],
    ['2.7.11.0', 'working-by-fallback', null],
    ['2.9.4.0', 'working-by-fallback', null],
  ])('WSL %s: %s, code %s', async (version, health, hresult) => {
    const diagnosis = await diagnose(
      await openPractice('unknown-80041002', (world) => {
        world.wsl.version = version;
      }),
    );
    expect(diagnosis.health).toBe(health);
    expect(diagnosis.facts.wslStart?.hresult).toBe(hresult);
    expect(diagnosis.causes[0]?.id).toBe('unknown-vswitch-failure');
    expect(diagnosis.causes[0]?.likelihood).toBeGreaterThan(0.4);
  });

  test('WSL 2.9 names its fallback otherwise, and it is the same one', async () => {
    const diagnosis = await diagnose(await openPractice('consomme-fallback'));
    expect(diagnosis.facts.wslStart?.runningMode).toBe('consomme');
    expect(findingOf(diagnosis, 'wsl-start-fell-back').data).toEqual({
      failed: 'Nat',
      fallback: 'VirtioProxy',
    });
    expect(diagnosis.health).toBe('working-by-fallback');
  });

  test('a fallback that somebody else was told of stands in WSL’s own events', async () => {
    const practice = await openPractice('unknown-80041002', (world) => {
      world.wsl.version = '2.7.11.0';
    });
    // The first diagnosis starts WSL, which writes its warning; the second finds that one running.
    await diagnose(practice);
    const [distro] = practice.host.world.wsl.distros;
    if (distro !== undefined) Object.assign(distro, { running: true, keptOpen: true });
    const diagnosis = await diagnose(practice);
    expect(diagnosis.facts.wslStart?.attempt).toBe('not-attempted');
    expect(findingOf(diagnosis, 'wsl-warned-fallback').data).toMatchObject({
      failed: 'Nat',
      fallback: 'VirtioProxy',
    });
    expect(diagnosis.health).toBe('working-by-fallback');
    expect(diagnosis.causes[0]?.id).toBe('unknown-vswitch-failure');
  });

  test('the code of an event takes the place of the one that newer WSL does not print', async () => {
    const diagnosis = await diagnose(
      await openPractice('vmware-upgrade', (world) => {
        world.wsl.version = '2.7.11.0';
      }),
    );
    expect(diagnosis.facts.wslStart?.hresult).toBeNull();
    expect(diagnosis.causes[0]?.id).toBe('vmware-bridge-leftover');
  });

  test('a deeper look tests a switch without WSL, and removes it', async () => {
    const practice = await openPractice('unknown-80041002');
    await practice.work.runProbes({ signal: new AbortController().signal, depth: 'test-switch' });
    await practice.work.judge();
    const findings = practice.caseFile.view().diagnosis?.findings ?? [];
    expect(findings.map(({ id }) => id)).toContain('test-switch-failed');
    expect(practice.host.world.hnsNetworks.some(({ name }) => name.startsWith('wslnetfix-'))).toBe(false);
  });
});
