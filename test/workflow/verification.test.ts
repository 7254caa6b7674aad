import { describe, expect, test } from 'vitest';
import { createVerification } from '../../src/workflow/verification.js';
import { diagnose, openPractice } from './diagnose.js';

async function verify(id: string, change?: Parameters<typeof openPractice>[1]) {
  const practice = await openPractice(id, change);
  const checks = await createVerification(practice).runChecks();
  const shown = practice.caseFile.view().checks.map((check) => `${check.id} ${check.status}`);
  return { practice, checks, shown };
}

describe('verifying', () => {
  test('proves NAT, a route, names and HTTP on a healthy machine', async () => {
    const { checks, shown } = await verify('healthy');
    expect(checks).toEqual({ started: true, mode: 'nat', network: true, complaints: false });
    expect(shown).toEqual([
      'start passed',
      'mode passed',
      'route passed',
      'dns passed',
      'http passed',
      'events passed',
      'host waiting',
    ]);
  });

  test('stops at a start that fails, and shows the new event', async () => {
    const { checks, shown, practice } = await verify('classic-80041002');
    expect(checks).toEqual({ started: false, mode: null, network: null, complaints: true });
    expect(shown.slice(0, 2)).toEqual(['start failed', 'mode skipped']);
    const events = practice.caseFile.view().checks.find(({ id }) => id === 'events');
    expect(events).toMatchObject({ status: 'failed' });
    expect(events?.evidence).toContain('0x80041002');
  });

  test('tells a fallback by its mode, and counts what WSL said about the network as a complaint', async () => {
    const { checks } = await verify('classic-80041002', (world) => {
      world.wsl.version = '2.7.11.0';
    });
    expect(checks).toEqual({ started: true, mode: 'virtioproxy', network: true, complaints: true });
  });

  test('does not count events from before as a complaint', async () => {
    const { checks } = await verify('classic-80041002', (world) => {
      world.faults.switchMetadata = 'consistent';
    });
    expect(checks).toMatchObject({ started: true, mode: 'nat', complaints: false });
  });

  test('goes on with what a distro has where curl is missing', async () => {
    const { practice } = await verify('healthy', (world) => {
      for (const distro of world.wsl.distros) distro.programs = ['bash', 'getent'];
    });
    const http = practice.caseFile.view().checks.find(({ id }) => id === 'http');
    expect(http).toMatchObject({ status: 'passed', evidence: expect.stringContaining('bash') as string });
    // Without wslinfo, a start without a complaint is in the mode that was asked for.
    expect(practice.caseFile.view().checks.find(({ id }) => id === 'mode')?.status).toBe('passed');
  });

  test('cannot judge where there is no distro', async () => {
    const { checks, shown } = await verify('healthy', (world) => {
      world.wsl.distros = [];
    });
    expect(checks.started).toBeNull();
    expect(shown.filter((line) => line.endsWith('skipped'))).toHaveLength(6);
  });

  test.each([true, false])('asks Windows itself whether it is online (%s)', async (online) => {
    const { practice, checks } = await verify('healthy', (world) => {
      world.online = online;
    });
    expect(checks.network).toBe(online);
    expect(await createVerification(practice).checkHost()).toEqual({ online });
  });

  test('tells settings that were given back from lost ones', async () => {
    const practice = await openPractice('classic-80041002');
    await diagnose(practice);
    const plan = await practice.work.makePlanFor({ remedy: 'reset-network-stack', target: null });
    practice.caseFile.update({ plan });
    const verification = createVerification(practice);
    await verification.runChecks();
    expect(practice.caseFile.view().aftermath).toEqual({
      givenBack: ['Ethernet 192.168.1.20/24'],
      lost: [],
      staysChanged: ['tcpip', 'winsock', 'boot-time'],
    });
    for (const adapter of practice.host.world.adapters) adapter.nameServers = [];
    await verification.runChecks();
    const netsh = 'C:\\Windows\\System32\\netsh.exe interface ipv4';
    expect(practice.caseFile.view().aftermath).toMatchObject({
      givenBack: [],
      lost: [
        [
          'Ethernet 192.168.1.20/24',
          `${netsh} set dnsservers name=7 source=static address=192.168.1.1 register=primary validate=no`,
          `${netsh} add dnsservers name=7 address=9.9.9.9 index=2 validate=no`,
        ].join('\n'),
      ],
    });
  });
});
