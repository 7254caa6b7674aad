import { assign, type AnyStateMachine, type SnapshotFrom } from 'xstate';
import { describe, expect, it } from 'vitest';
import { nextToConfirm, type TroubleshooterContext } from '../../machines/troubleshooter-setup.js';
import { troubleshooterMachine } from '../../machines/troubleshooter.js';
import type { PlanOutline } from '../../src/domain/plan.js';
import { destructiveIds, steps } from './plans.js';
import { allEvents, confirmationWatcher } from './troubleshooter-graph.js';
import { graphOf, shortestWays, stuckStates, unvisitedNodes, walk } from './walk.js';

/** The graph's states are of any machine; these are the flow's. */
type Flow = SnapshotFrom<typeof troubleshooterMachine>;

const graph = graphOf(troubleshooterMachine, allEvents);

describe('the whole flow, as a graph', () => {
  it('is tried with a plan of at least three destructive and two safe steps', () => {
    expect(destructiveIds.length).toBeGreaterThanOrEqual(3);
    expect(steps.filter((step) => step.effect === 'safe').length).toBeGreaterThanOrEqual(2);
  });

  it('visits every state and stays under 2,000 states', () => {
    console.log(`troubleshooter: ${graph.nodes.size} reachable states`);
    expect(unvisitedNodes(graph)).toEqual([]);
    expect(graph.nodes.size).toBeLessThan(2_000);
  });

  it('can always still end', () => {
    expect(stuckStates(graph)).toEqual([]);
  });

  it('runs a destructive step on no path without a confirmation of its own for this plan', () => {
    const { pairs, objections } = walk(graph, confirmationWatcher);
    console.log(`troubleshooter: ${pairs} pairs of a state and the confirmations given on the way to it`);
    expect(objections).toEqual([]);
  });

  it('needs all three confirmations on the shortest way to a treatment, too', () => {
    const toTreatment = shortestWays(
      troubleshooterMachine,
      allEvents,
      (state) => state.matches('applying') && (state as Flow).context.plan?.handsOver === false,
    );
    expect(toTreatment.length).toBeGreaterThan(0);
    for (const way of toTreatment) {
      const confirmed = way.flatMap((event) => (event.type === 'CONFIRM' ? [event.stepId] : []));
      expect(confirmed).toEqual(destructiveIds);
    }
  });

  it('has a context that is plain JSON in every state', () => {
    for (const { snapshot } of graph.nodes.values()) {
      expect(JSON.parse(JSON.stringify(snapshot.context))).toStrictEqual(snapshot.context);
    }
  });
});

describe('the proof notices a machine in which', () => {
  const objectionsTo = (machine: AnyStateMachine) => {
    // A machine without its guards grows confirmations without end; beyond three there is nothing new to see.
    const broken = graphOf(machine, fewerEvents, {
      stopWhen: ({ context }) => (context as { confirmed: readonly string[] }).confirmed.length > 3,
    });
    return walk(broken, confirmationWatcher).objections;
  };

  it('nothing is removed: no objection', () => {
    expect(objectionsTo(troubleshooterMachine)).toEqual([]);
  });

  it('any confirmation will do', () => {
    const machine = troubleshooterMachine.provide({ guards: { isNextToConfirm: () => true } });
    expect(objectionsTo(machine)).toContain('stop-hns was not confirmed for hash-of-reset.');
  });

  it('a confirmation of another plan will do', () => {
    const machine = troubleshooterMachine.provide({
      guards: { isNextToConfirm: ({ context }, step) => nextToConfirm(context)?.id === step.stepId },
    });
    expect(objectionsTo(machine)).toContain('stop-hns was not confirmed for hash-of-replan.');
  });

  it('no screen is waited for', () => {
    const machine = troubleshooterMachine.provide({ guards: { allConfirmed: () => true } });
    expect(objectionsTo(machine)).toContain('stop-hns was not confirmed for hash-of-reset.');
  });

  it.each(destructiveIds)('the guard of one step is removed: %s', (freed) => {
    const due = ({ plan, confirmed }: TroubleshooterContext) =>
      nextToConfirm({ plan, confirmed: [...confirmed, freed] });
    const machine = troubleshooterMachine.provide({
      guards: {
        isNextToConfirm: ({ context }, step) =>
          context.plan?.hash === step.planHash && due(context)?.id === step.stepId,
        allConfirmed: ({ context }) => due(context) === undefined,
      },
    });
    expect(objectionsTo(machine)).toContain(`${freed} was not confirmed for hash-of-reset.`);
  });

  it('confirmations outlive their plan', () => {
    const machine = troubleshooterMachine.provide({
      actions: {
        takePlan: assign((_, plan: PlanOutline) => ({ plan })),
        dropPlan: assign({ plan: null, request: null }),
      },
    });
    expect(objectionsTo(machine)).toContain('stop-hns was not confirmed for hash-of-replan.');
  });

  it('any answer restarts Windows', () => {
    const machine = troubleshooterMachine.provide({ guards: { isRestartConfirmation: () => true } });
    expect(objectionsTo(machine).join()).toContain('The restart follows');
  });
});

/** One health and one kind of leftover are enough to find the holes, and quicker. */
const fewerEvents = allEvents.filter((event) => {
  const text = JSON.stringify(event);
  if (event.type === 'CONFIRM') return !/no-such-step|save-|look-|start-/.test(text);
  return !/"healthy"|"unknown"|"interrupted"|xstate.error.actor/.test(text);
});
