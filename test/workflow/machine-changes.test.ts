/** What waited for a restart is not gone on with blindly on a machine that changed meanwhile. */
import { afterEach, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { nextToConfirm } from '../../machines/troubleshooter-setup.js';
import { drive } from '../../src/cli/drive.js';
import type { World } from '../../src/host/simulated/world.js';
import { openPracticeMachine, type PracticeMachine } from './carry-out-remedy.js';

let machine: PracticeMachine | null = null;
afterEach(() => machine?.dispose());

/** The first half is done; then the machine changes, and Windows restarts. */
async function restartedAfter(change: (world: World) => void): Promise<PracticeMachine> {
  const practice = await openPracticeMachine('vmware-leftover');
  machine = practice;
  const { state } = await drive(createActor(practice.start().machine).start(), {
    reviewing: () => ({ type: 'CONTINUE' }),
    choosing: () => ({ type: 'CHOOSE', remedy: 'vmware-bridge-cleanup', target: null }),
    'planning.shown': ({ context: { plan } }) => ({ type: 'ACCEPT_PLAN', planHash: plan?.hash ?? '' }),
    confirming: ({ context }) => ({
      type: 'CONFIRM',
      stepId: nextToConfirm(context)?.id ?? '',
      planHash: context.plan?.hash ?? '',
    }),
  });
  expect(state).toBe('awaitingRestart.waiting');
  change(practice.host.world);
  await practice.host.restartMachine();
  return practice;
}

async function changesSeen(practice: PracticeMachine) {
  const { treatment, caseFile } = practice.start();
  expect(await treatment.findUnfinished()).toEqual({ unfinished: 'restarted' });
  return caseFile.view().earlier?.changes;
}

test('the machine that the plan was made for: nothing is said', async () => {
  expect(await changesSeen(await restartedAfter(() => undefined))).toEqual([]);
});

test('another build, another distro, another network card: each is said', async () => {
  const practice = await restartedAfter((world) => {
    world.windows.build = 26100;
    for (const distro of world.wsl.distros.slice(0, 1)) distro.name = 'kali-linux';
    for (const adapter of world.adapters.slice(0, 1)) adapter.guid = '0A0A0A0A-1111-2222-3333-444444444444';
  });
  expect(await changesSeen(practice)).toEqual([
    { kind: 'build', before: 22631, now: 26100 },
    { kind: 'distros', gone: ['Ubuntu'], added: ['kali-linux'] },
    { kind: 'adapters', gone: ['Ethernet'], added: ['Ethernet'] },
  ]);
});
