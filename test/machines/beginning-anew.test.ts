import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { startFlow, toConfirming, gate } from './flow.js';

describe('a program that is started again', () => {
  it.each(['interrupted', 'restarted'] as const)(
    'starts at the journal and asks before anything else: %s',
    async (unfinished) => {
      const flow = startFlow({ findUnfinished: [unfinished] });
      expect(flow.actor.getSnapshot().value).toBe('starting');
      await flow.reaches('recovering');
      await everythingThatGoesByItself();
      expect(flow.actor.getSnapshot().value).toBe('recovering');
      expect(flow.effects).toEqual(['findUnfinished']);
    },
  );

  it('knows no way from the choice to a treatment but through plan and confirmations', async () => {
    const flow = startFlow({ findUnfinished: ['interrupted'] });
    await flow.reaches('recovering');
    flow.send({ type: 'FINISH' });
    await flow.reaches('planning.shown');
    flow.send({ type: 'ACCEPT_PLAN', planHash: 'hash-of-reset' });
    await everythingThatGoesByItself();
    expect(flow.actor.getSnapshot().value).toBe('confirming');
    expect(flow.effects).toEqual(['findUnfinished', 'makePlan remainder']);
  });

  /** The reason for the two tests above and the one below: XState starts a restored snapshot's actors a second time. */
  it('would run the same step twice, were it restored from a snapshot', async () => {
    const flow = startFlow({ runStep: [gate<'done'>().promise] });
    const begun = flow.begins('runStep save-network-settings');
    await toConfirming(flow);
    flow.confirm();
    await begun;
    const snapshot = flow.actor.getPersistedSnapshot();
    flow.actor.stop();
    const begunAgain = flow.begins('runStep save-network-settings');
    createActor(flow.machine, { snapshot }).start();
    await begunAgain;
    expect(flow.effects.slice(-2)).toEqual([
      'runStep save-network-settings',
      'runStep save-network-settings',
    ]);
  });

  it('is never restored from a snapshot: no source keeps one or starts from one', async () => {
    const names = await Promise.all(
      ['src', 'machines'].map((folder) => readdir(folder, { recursive: true })),
    );
    const files = ['src', 'machines'].flatMap((folder, place) =>
      (names[place] ?? []).filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(50);
    const restoring = await Promise.all(
      files.map(async (file) =>
        /getPersistedSnapshot|(createActor|useMachine|useActorRef|useActor)\([^;]*\bsnapshot\s*[:,}]/.test(
          await readFile(file, 'utf8'),
        )
          ? file
          : null,
      ),
    );
    expect(restoring.filter((file) => file !== null)).toEqual([]);
  });
});

/** All that is due without a person and without a clock: promises, and what follows from them. */
function everythingThatGoesByItself(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
