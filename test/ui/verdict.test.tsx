import { afterEach, expect, test } from 'vitest';
import { atPlan, closeStages } from './stage.js';
import { diagnosis, editPlan, offers } from './sample-case.js';
import { keys, usual } from './terminal.js';

afterEach(closeStages);

test('where the fault is only worked around, the verdict names what would repair it', async () => {
  const repair = offers
    .slice(0, 1)
    .map((offer) => ({ ...offer, id: 'vmware-bridge-cleanup' as const, relation: 'repairs' as const }));
  const stage = await atPlan(
    {
      size: usual,
      view: { diagnosis: { ...diagnosis, offers: repair } },
      script: { checks: [{ started: true, mode: 'virtioproxy', network: true, complaints: false }] },
    },
    editPlan,
  );
  await stage.terminal.press(keys.enter);
  await stage.flow.reaches('resolved');
  await stage.terminal.settled();
  expect(stage.terminal.frame()).toContain('Working by a fallback.');
  expect(stage.terminal.frame()).toContain('“Remove what VMware’s bridge left behind” would cure the likely');
});
