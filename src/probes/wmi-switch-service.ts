import { findService } from '../domain/facts.js';
import type { WmiSwitchServiceFact } from '../domain/system-facts.js';
import { adminQuestion } from '../host/admin-questions.js';
import { recordsOf } from './json.js';
import { askQuestion, QuestionFailed } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Hyper-V's switch service in WMI. Machines without the Hyper-V feature, all of Home, have none and need none. */
export const wmiSwitchServiceProbe: Probe<'wmiSwitchService'> = {
  id: 'wmi-switch-service',
  fact: 'wmiSwitchService',
  after: ['elevation', 'services'],
  elevation: 'admin',
  worker: 'own',
  usualMs: 3_000,
  timeoutMs: 15_000,
  async read(context) {
    const { known } = context;
    if (known.services !== undefined && findService(known, 'vmms') === undefined)
      return new Skip({ code: 'not-on-this-edition' });
    try {
      const value = await askQuestion(context, adminQuestion('wmi-switch-service'));
      return value instanceof Skip ? value : parseSwitchService(value);
    } catch (problem) {
      if (problem instanceof QuestionFailed && problem.answer.reason === 'error')
        return refusedWith(problem.answer.hresult ?? null);
      throw problem;
    }
  },
  findings({ answer, hresult }, known) {
    if (answer === 'present' || answer === 'denied' || wslWorks(known)) return [];
    return [
      {
        id: 'wmi-switch-service-broken',
        probe: 'wmi-switch-service',
        data: { hresult },
        evidence: `Msvm_VirtualEthernetSwitchManagementService: ${answer} ${hresult ?? ''}`.trim(),
      },
    ];
  },
};

/** Exactly one instance is right, named nvspwmi (commands.md section 1). */
export function parseSwitchService(value: unknown): WmiSwitchServiceFact {
  const [instance] = recordsOf(value);
  if (instance === undefined) return { answer: 'no-instance', started: null, hresult: null };
  return {
    answer: 'present',
    started: typeof instance.Started === 'boolean' ? instance.Started : null,
    hresult: null,
  };
}

const answers: Readonly<Record<string, WmiSwitchServiceFact['answer']>> = {
  '0x8004100e': 'namespace-missing',
  '0x80041010': 'class-missing',
  '0x80041003': 'denied',
  '0x80070005': 'denied',
};

const refusedWith = (hresult: string | null): WmiSwitchServiceFact => ({
  answer: answers[hresult ?? ''] ?? 'failed',
  started: null,
  hresult,
});
