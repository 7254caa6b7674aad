import { normaliseCode } from '../causes/error-codes.js';
import { findService } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import { sha256Of } from '../domain/hash.js';
import type { TestSwitchFact } from '../domain/system-facts.js';
import type { Host } from '../host/host.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../host/test-switch-scripts.js';
import { isRecord, textsIn, type JsonRecord } from './json.js';
import { runToExit } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/**
 * Makes a virtual switch without WSL and removes it: where that fails too, WSL is out of it. One of the two announced
 * exceptions to "a diagnosis changes nothing", and asked for only. Its name is noted before it is made.
 */
export const testSwitchProbe: Probe<'testSwitch'> = {
  id: 'test-switch',
  fact: 'testSwitch',
  after: ['elevation', 'services'],
  elevation: 'admin',
  depth: 'test-switch',
  usualMs: 60_000,
  timeoutMs: 100_000,
  async read(context) {
    const { host, known } = context;
    if (known.services !== undefined && findService(known, 'vmms') === undefined)
      return new Skip({ code: 'not-on-this-edition' });
    const name = `wslnetfix-${sha256Of(`${host.machineId} ${host.clock.now()}`).slice(0, 8)}`;
    await host.state.write(`${notes}/${name}`, `${new Date(host.clock.now()).toISOString()}\n`);
    const { stdout } = await runToExit(context, 'powershell', [testSwitchScript(name)], {
      timeoutMs: 90_000,
    });
    const reading = parseTestSwitch(stdout, name);
    if (reading instanceof Skip || reading.removed) await host.state.remove(`${notes}/${name}`);
    return reading;
  },
  findings(fact, known) {
    const found: Finding[] = [];
    const probe = 'test-switch';
    const { outcome, hresult, name, removed, errorId } = fact;
    if (outcome === 'failed')
      found.push({
        id: 'test-switch-failed',
        probe,
        data: { hresult },
        evidence: `New-VMSwitch ${name}: ${hresult ?? errorId ?? ''}`,
      });
    else if (!wslWorks(known))
      found.push({ id: 'test-switch-created', probe, data: { name }, evidence: `New-VMSwitch ${name}` });
    if (!removed) found.push({ id: 'test-switch-left', probe, data: { name }, evidence: name });
    return found;
  },
};

/** Folder in ours with a file for each test switch that may still be there. */
const notes = 'test-switches';

/** Throws where the script ended without its line. A machine without the cmdlets has no fault. */
export function parseTestSwitch(stdout: string, name: string): TestSwitchFact | Skip {
  const record = lastObject(stdout);
  if (typeof record?.created !== 'boolean') throw new Error('The test of a switch ended without a word.');
  const errorId = typeof record.errorId === 'string' && record.errorId !== '' ? record.errorId : null;
  if (errorId?.startsWith('CommandNotFound') === true)
    return new Skip({ code: 'not-installed', what: 'New-VMSwitch' });
  const codes = textsIn(record, 'codes').flatMap((code) => normaliseCode(code)?.hresult ?? []);
  // .NET's own codes for "an exception" say nothing.
  const telling = codes.find((code) => !code.startsWith('0x8013'));
  return {
    outcome: record.created ? 'created' : 'failed',
    name,
    hresult: record.created ? null : (telling ?? null),
    errorId,
    removed: record.removed === true,
  };
}

/**
 * Removes test switches that an earlier start noted and did not live to remove. Without such a note nothing is run.
 * False where some are still there.
 */
export async function sweepTestSwitches(host: Host, signal: AbortSignal): Promise<boolean> {
  const names = await host.state.list(notes);
  if (names.length === 0) return true;
  const swept = await runToExit({ host, signal }, 'powershell', [sweepTestSwitchesScript], {
    timeoutMs: 60_000,
  }).catch(() => null);
  if (lastObject(swept?.stdout ?? '')?.left !== 0) return false;
  for (const name of names) await host.state.remove(`${notes}/${name}`);
  return true;
}

function lastObject(stdout: string): JsonRecord | undefined {
  const line = stdout.trim().split(/\r*\n/).at(-1) ?? '';
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
