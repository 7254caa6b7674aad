/**
 * Whether somebody changed a setting after a step had set it. Then an undo would take away what is not ours (design.md
 * section 7): it is refused, and the difference is shown. Files have the same rule where they are restored.
 */
import type { Check } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Host } from '../host/host.js';
import type { StepCourse } from '../journal/session-course.js';
import { parseStartType } from '../probes/services.js';
import { holdsNow, registryNumber } from './check-state.js';
import { readFacts } from './diagnosis.js';

export interface ChangedSetting {
  /** The setting by its name in Windows. */
  readonly setting: string;
  /** As the step left it, and as it is now. */
  readonly left: string;
  readonly now: string;
}

type SettingCheck = Extract<
  Check,
  { readonly kind: 'start-type' | 'registry-number' | 'hypervisor-launch' | 'dynamic-ports' }
>;

/** Null where nothing changed, where it is as before already, and where it cannot be read: then the undo does its work. */
export async function changedMeanwhile(
  host: Host,
  { step, standing }: StepCourse,
): Promise<ChangedSetting | null> {
  // How far a step came that did not end is not known, so that nothing can be told from how it is now.
  if (standing !== 'done' || step.undo.kind !== 'exact' || step.undo.actions.length === 0) return null;
  for (const check of step.checks) {
    const left = isSetting(check) ? leftBy(check) : null;
    const now = isSetting(check) ? await valueNow(host, check) : null;
    if (left === null || now === null || now === left.left) continue;
    if (!(await isAsBefore(host, step.undo.actions))) return { ...left, now };
  }
  return null;
}

async function isAsBefore(host: Host, undo: StepCourse['step']['undo']['actions']): Promise<boolean> {
  for (const action of undo) {
    const goal = action.kind === 'run' ? action.unless : undefined;
    if (goal === undefined || !(await holdsNow(host, goal))) return false;
  }
  return true;
}

const kinds: ReadonlySet<Check['kind']> = new Set([
  'start-type',
  'registry-number',
  'hypervisor-launch',
  'dynamic-ports',
]);
const isSetting = (check: Check): check is SettingCheck => kinds.has(check.kind);

function leftBy(check: SettingCheck): Omit<ChangedSetting, 'now'> {
  switch (check.kind) {
    case 'start-type':
      return { setting: `${check.service} start=`, left: check.startType };
    case 'registry-number':
      return { setting: `${check.key}\\${check.value}`, left: numberWord(check.number) };
    case 'hypervisor-launch':
      return { setting: 'hypervisorlaunchtype', left: check.type };
    case 'dynamic-ports': {
      const { family, protocol, start, count } = check.ports;
      return { setting: `${family} ${protocol} dynamicport`, left: portsWord(start, count) };
    }
  }
}

async function valueNow(host: Host, check: SettingCheck): Promise<string | null> {
  switch (check.kind) {
    case 'start-type': {
      const { stdout } = await host.run(makeCommand(host.paths, 'sc', ['qc', check.service]));
      return parseStartType(stdout);
    }
    case 'registry-number': {
      const number = await registryNumber(host, check.key, check.value);
      // A value that is gone looks like one that cannot be read.
      return number === null ? null : numberWord(number);
    }
    case 'hypervisor-launch':
      return (await read(host, 'bootConfiguration'))?.hypervisorLaunchType ?? null;
    case 'dynamic-ports': {
      const { family, protocol } = check.ports;
      const ranges = (await read(host, 'portRanges'))?.dynamic ?? [];
      const range = ranges.find((each) => each.family === family && each.protocol === protocol);
      return range === undefined ? null : portsWord(range.start, range.count);
    }
  }
}

async function read<Key extends 'bootConfiguration' | 'portRanges'>(host: Host, key: Key) {
  const facts = await readFacts(host, [key], {}, new AbortController().signal);
  return facts[key];
}

const numberWord = (number: number | null): string => (number === null ? '–' : String(number));
const portsWord = (start: number, count: number): string => `${start}+${count}`;
