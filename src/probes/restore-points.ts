import type { RestorePointsFact } from '../domain/system-facts.js';
import { adminQuestion } from '../host/admin-questions.js';
import { recordsOf, textsIn } from './json.js';
import { askWhereInstalled } from './machine.js';
import { Skip, type Probe } from './probe.js';

/** Whether a restore point can be made before something that cannot be undone. System Protection is off on many machines. */
export const restorePointsProbe: Probe<'restorePoints'> = {
  id: 'restore-points',
  fact: 'restorePoints',
  after: ['elevation', 'windows'],
  elevation: 'admin',
  worker: 'own',
  usualMs: 2_000,
  timeoutMs: 15_000,
  async read(context) {
    // Servers know no restore points (commands.md R14).
    if (context.known.windows?.installationType === 'Server')
      return new Skip({ code: 'not-on-this-edition' });
    const value = await askWhereInstalled(
      context,
      adminQuestion('restore-points'),
      'Get-ComputerRestorePoint',
    );
    return value instanceof Skip ? value : parseRestorePoints(value);
  },
  findings: () => [],
};

export function parseRestorePoints(value: unknown): RestorePointsFact {
  const [record] = recordsOf(value);
  const numberOf = (found: unknown) => (typeof found === 'number' ? found : null);
  return {
    // Shadow copies are what a restore point is made of.
    possible: record?.Protection === true && textsIn(record, 'DisabledServices').length === 0,
    newest: numberOf(record?.Newest),
    frequencyMinutes: numberOf(record?.FrequencyMinutes),
  };
}
