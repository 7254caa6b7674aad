import { describe, expect, it } from 'vitest';
import { diagnosisMachine } from '../../machines/diagnosis.js';
import { judge, verificationMachine, type NetworkChecks } from '../../machines/verification.js';
import { actorDone, actorFailed, graphOf, stuckStates, unvisitedNodes, type AnyEvent } from './walk.js';

const healths = ['healthy', 'broken', 'working-by-fallback', 'unknown'] as const;

const diagnosisGraph = graphOf(
  diagnosisMachine,
  [
    actorDone('runProbes'),
    actorFailed('runProbes'),
    ...healths.map((health) => actorDone('judge', { health })),
    actorFailed('judge'),
  ],
  { input: { depth: 'usual' } },
);

const everyCheck: readonly NetworkChecks[] = [true, false, null].flatMap((started) =>
  ['nat', 'mirrored', 'bridged', 'virtioproxy', 'none', null].flatMap((mode) =>
    [true, false, null].flatMap((network) =>
      [true, false].map((complaints) => ({ started, mode, network, complaints })),
    ),
  ),
);

const verificationEvents: readonly AnyEvent[] = [
  ...everyCheck.map((checks) => actorDone('runChecks', checks)),
  ...[true, false].map((online) => actorDone('checkHost', { online })),
  actorDone('recordVerdict'),
  ...['runChecks', 'checkHost', 'recordVerdict'].map(actorFailed),
];
const verificationGraph = graphOf(verificationMachine, verificationEvents);

describe('a diagnosis, as a graph', () => {
  it('visits every state, always ends, and never ends without an answer', () => {
    expect(unvisitedNodes(diagnosisGraph)).toEqual([]);
    expect(stuckStates(diagnosisGraph)).toEqual([]);
    expect(outputs(diagnosisGraph, 'health')).toEqual([...healths].sort());
  });
});

describe('a verification, as a graph', () => {
  it('visits every state, always ends, and knows all four verdicts', () => {
    console.log(`verification: ${verificationGraph.nodes.size} reachable states`);
    expect(unvisitedNodes(verificationGraph)).toEqual([]);
    expect(stuckStates(verificationGraph)).toEqual([]);
    expect(outputs(verificationGraph, 'verdict')).toEqual([
      'cannot-judge',
      'not-repaired',
      'repaired',
      'working-by-fallback',
    ]);
  });

  it('asks the host exactly when WSL started and its network failed', () => {
    for (const { snapshot, edges } of verificationGraph.nodes.values()) {
      if (!snapshot.matches('checking')) continue;
      for (const { event, after } of edges) {
        const checks = event.output as NetworkChecks | undefined;
        const failed = checks?.started === true && checks.network === false;
        expect(after.matches('comparingWithHost'), JSON.stringify(event)).toBe(failed);
      }
    }
  });
});

describe('a verdict', () => {
  const judged = everyCheck.flatMap((checks) =>
    [true, false, null].map((hostOnline) => ({ checks, hostOnline, verdict: judge({ checks, hostOnline }) })),
  );

  it('says repaired only where WSL started in a mode of its own, and its network works without complaints', () => {
    for (const { checks, verdict } of judged) {
      const works =
        checks.started === true &&
        checks.network === true &&
        !checks.complaints &&
        ['nat', 'mirrored', 'bridged'].includes(checks.mode ?? '');
      expect(verdict === 'repaired', JSON.stringify(checks)).toBe(works);
    }
  });

  it('never calls a fallback a repair', () => {
    for (const { checks, verdict } of judged) {
      if (checks.mode === 'virtioproxy' || checks.mode === 'none') expect(verdict).not.toBe('repaired');
    }
  });

  it('does not blame WSL for a host that is offline itself', () => {
    for (const { checks, hostOnline, verdict } of judged) {
      if (checks.started !== true || checks.network !== false || checks.mode === 'none') continue;
      expect(verdict).toBe(hostOnline === false ? 'cannot-judge' : 'not-repaired');
    }
  });
});

function outputs(graph: typeof diagnosisGraph, field: string): readonly unknown[] {
  const ends = [...graph.nodes.values()].filter(({ snapshot }) => snapshot.status === 'done');
  return [
    ...new Set(ends.map(({ snapshot }) => (snapshot.output as Readonly<Record<string, unknown>>)[field])),
  ].sort();
}
