import { getStateNodes } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { diagnosisMachine } from '../../machines/diagnosis.js';
import { treatmentMachine } from '../../machines/treatment.js';
import { troubleshooterMachine } from '../../machines/troubleshooter.js';
import { verificationMachine } from '../../machines/verification.js';

const machines = [troubleshooterMachine, treatmentMachine, diagnosisMachine, verificationMachine];

describe.each(machines.map((machine) => [machine.id, machine] as const))('the machine %s', (_, machine) => {
  const nodes = [machine.root, ...getStateNodes(machine.root)];

  it('gives every invoke an id of its own, the name of what it starts', () => {
    const invokes = nodes.flatMap((node) => node.invoke);
    expect(invokes.length).toBeGreaterThan(0);
    // XState makes up ids like `0.troubleshooter.starting`, which would change with the nesting.
    expect(invokes.map(({ id }) => id)).toEqual(invokes.map(({ src }) => src));
    expect(new Set(invokes.map(({ id }) => id)).size).toBe(invokes.length);
  });

  it('names every guard', () => {
    const guards = nodes.flatMap((node) => [
      ...[...node.transitions.values()].flat().map(({ guard }) => guard),
      ...(node.always ?? []).map(({ guard }) => guard),
    ]);
    const unnamed = guards.filter((guard) => typeof guard === 'function' && !('check' in guard));
    expect(unnamed).toEqual([]);
  });

  it('leaves every effect to be provided', () => {
    expect(Object.keys(machine.implementations.actors).length).toBeGreaterThan(0);
    for (const { src } of nodes.flatMap((node) => node.invoke)) {
      expect(Object.keys(machine.implementations.actors)).toContain(src);
    }
  });
});
