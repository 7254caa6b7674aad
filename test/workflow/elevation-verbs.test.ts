import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdapterConfiguration, Facts } from '../../src/domain/facts.js';
import type { Action, Plan } from '../../src/domain/plan.js';
import { makeCommand, type ProgramName } from '../../src/host/commands.js';
import type { Command } from '../../src/host/host.js';
import { isImport } from '../../src/host/windows/elevated/kept-keys.js';
import { commandFor, parseVerb, verbFor } from '../../src/host/windows/elevated/verbs.js';
import { makePlan } from '../../src/remedies/make-plan.js';
import { remedies } from '../../src/remedies/registry.js';
import { resetNetworkStack } from '../../src/remedies/reset-network-stack.js';
import type { Remedy } from '../../src/remedies/remedy.js';
import { isOwnAction } from '../../src/workflow/own-action.js';
import { contextOf, ethernet, machine, paths, wifi } from '../remedies/facts.js';

/** A backup is named by a placeholder in plans; what is brought back is the helper's own copy of the same content. */
const kept = commandFor(paths, { verb: 'restore-kept-key', values: { sha256: 'ab'.repeat(32) } });

function elevatedCommands(plan: Plan): readonly Command[] {
  return plan.steps
    .flatMap((step) => [...step.actions, ...step.undo.actions])
    .flatMap((action) => ('command' in action ? [action.command] : []))
    .filter(({ elevation }) => elevation === 'admin')
    .map((command) => (isImport(paths, command) ? kept : command));
}

function expectVerbs(plan: Plan): void {
  for (const command of elevatedCommands(plan)) {
    const verb = verbFor(paths, command);
    expect(verb, `No verb for ${[command.file, ...command.args].join(' ')}`).not.toBeNull();
    if (verb === null) continue;
    expect(parseVerb(JSON.parse(JSON.stringify(verb)))).toEqual(verb);
    const { file, args } = commandFor(paths, verb);
    expect([file, ...args]).toEqual([command.file, ...command.args]);
  }
}

/** A plan where the remedy makes one from these facts. */
function planOf(remedy: Remedy, facts: Facts): Plan | null {
  return remedy.refusal(facts, paths) === null ? makePlan(remedy, contextOf(facts)) : null;
}

describe('every command that needs elevation has a verb that gives the same argv', () => {
  test.each(remedies.map((remedy) => [remedy.id, remedy] as const))('%s', (_, remedy) => {
    for (const remoteSession of [false, true]) {
      const plan = planOf(remedy, { ...machine, elevation: { elevated: false, remoteSession } });
      if (plan !== null) expectVerbs(plan);
    }
  });

  test('whatever the addresses are that are given back', () => {
    fc.assert(
      fc.property(adapter, adapter, (before, now) => {
        const facts = (configuration: AdapterConfiguration): Facts => ({
          ...machine,
          networkConfiguration: { adapters: [configuration, wifi] },
        });
        const plan = makePlan(resetNetworkStack, contextOf(facts(before)));
        expectVerbs(plan);
        const after = resetNetworkStack.planAfterRestart(contextOf(facts(now)), plan).steps;
        expectVerbs({ ...plan, steps: after });
      }),
    );
  });
});

describe('an action from a journal that was altered by hand', () => {
  const run = (program: ProgramName, ...args: readonly string[]) => ({
    kind: 'run' as const,
    command: makeCommand(paths, program, args),
  });

  test.each<readonly [string, Action]>([
    ['stops a virus scanner and all that depends on it', run('net', 'stop', 'WinDefend', '/y')],
    ['switches a virus scanner off', run('sc', 'config', 'WinDefend', 'start=', 'disabled')],
    ['imports a file of its own', run('reg', 'import', 'C:\\Users\\me\\evil.reg')],
    ['runs a script of its own', run('powershell', 'Remove-Item C:\\ -Recurse')],
    [
      'calls itself harmless',
      { kind: 'save-output', command: run('net', 'stop', 'hns', '/y').command, name: 'x' },
    ],
  ])('is none of ours where it %s', (_, action) => {
    expect(isOwnAction(paths, action, 'undo')).toBe(false);
    expect(isOwnAction(paths, action, 'apply')).toBe(false);
  });

  test('is ours where it is one that we would plan', () => {
    expect(isOwnAction(paths, run('net', 'stop', 'hns', '/y'), 'apply')).toBe(true);
  });
});

const address = fc.ipV4();
const adapter: fc.Arbitrary<AdapterConfiguration> = fc.record({
  interfaceGuid: fc.constant(ethernet.interfaceGuid),
  interfaceIndex: fc.integer({ min: 1, max: 0xff_ff_ff }),
  name: fc.string(),
  dhcp: fc.boolean(),
  addresses: fc.array(fc.record({ address, prefixLength: fc.integer({ min: 1, max: 32 }) }), {
    maxLength: 3,
  }),
  gateways: fc.array(address, { maxLength: 3 }),
  nameServers: fc.array(address, { maxLength: 3 }),
  metric: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
});
