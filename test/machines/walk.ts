/**
 * Every path of a machine at once: the reachable graph, walked together with a watcher that remembers what it needs of
 * the path so far. A rule that holds on each edge of this product holds on every path, of whatever length.
 */
import { getMicrosteps, type ActorLogic, type AnyStateMachine, type Snapshot, type StateValue } from 'xstate';
import {
  getAdjacencyMap,
  getShortestPaths,
  getStateNodes,
  type AdjacencyValue,
  type SerializedEvent,
} from 'xstate/graph';

export interface AnyEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A snapshot as the walk sees it, whatever its machine. */
export type State = Snapshot<unknown> & {
  readonly value: StateValue;
  readonly context: unknown;
  readonly children: Readonly<Record<string, { getSnapshot(): unknown } | undefined>>;
  matches(value: StateValue): boolean;
};

export interface Edge {
  readonly before: State;
  readonly event: AnyEvent;
  readonly after: State;
}

export interface Graph {
  readonly machine: AnyStateMachine;
  readonly start: string;
  readonly nodes: ReadonlyMap<
    string,
    { readonly snapshot: State; readonly edges: readonly (Edge & { readonly to: string })[] }
  >;
}

export interface GraphOptions {
  readonly input?: unknown;
  /** Leaves a machine that was broken on purpose finite. */
  readonly stopWhen?: (snapshot: State) => boolean;
}

type Node = AdjacencyValue<State, AnyEvent>;
type Taken = Node['transitions'][SerializedEvent];

/** All states that the events can lead to, two being the same when value and context are. */
export function graphOf(
  machine: AnyStateMachine,
  events: readonly AnyEvent[],
  options: GraphOptions = {},
): Graph {
  const map = getAdjacencyMap(logicOf(machine), {
    events: possible(events),
    input: options.input,
    serializeState: keyOf,
    ...(options.stopWhen === undefined ? {} : { stopWhen: options.stopWhen }),
    limit: 500_000,
  });
  const nodes: [string, { snapshot: State; edges: (Edge & { to: string })[] }][] = [];
  // The map's keys are branded strings, which hide its values from Object.values.
  for (const { state, transitions } of Object.values(map as Readonly<Record<string, Node>>)) {
    const taken = Object.values(transitions as Readonly<Record<string, Taken>>);
    const edges = taken.map(({ event, state: after }) => ({ before: state, event, after, to: keyOf(after) }));
    nodes.push([keyOf(state), { snapshot: state, edges }]);
  }
  const [first] = nodes;
  if (first === undefined) throw new Error('A graph has at least its first state.');
  return { machine, start: first[0], nodes: new Map(nodes) };
}

/** The events of the shortest path to each wanted state. */
export function shortestWays(
  machine: AnyStateMachine,
  events: readonly AnyEvent[],
  wanted: (state: State) => boolean,
): readonly (readonly AnyEvent[])[] {
  const options = { events: possible(events), serializeState: keyOf, toState: wanted };
  return getShortestPaths(logicOf(machine), options).map(({ steps }) => steps.map(({ event }) => event));
}

/** What the path so far amounts to, and the rule that each edge has to keep. */
export interface Watcher<Memory> {
  readonly start: Memory;
  next(memory: Memory, edge: Edge): Memory;
  /** What is wrong with this edge, given the path up to and including its event; null where nothing is. */
  objection(memory: Memory, edge: Edge): string | null;
}

export interface WalkResult {
  /** Pairs of a state and a memory. */
  readonly pairs: number;
  readonly objections: readonly string[];
}

/** Visits every pair of state and memory that some path leads to. `Memory` is plain JSON. */
export function walk<Memory>(graph: Graph, watcher: Watcher<Memory>): WalkResult {
  const objections = new Set<string>();
  const seen = new Set([graph.start + JSON.stringify(watcher.start)]);
  const queue: { key: string; memory: Memory }[] = [{ key: graph.start, memory: watcher.start }];
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    for (const edge of graph.nodes.get(pair.key)?.edges ?? []) {
      const memory = watcher.next(pair.memory, edge);
      const objection = watcher.objection(memory, edge);
      if (objection !== null) objections.add(objection);
      const key = edge.to + JSON.stringify(memory);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ key: edge.to, memory });
    }
  }
  return { pairs: seen.size, objections: [...objections] };
}

/** Ids of the machine's state nodes that no path enters, transient ones counted. */
export function unvisitedNodes(graph: Graph): readonly string[] {
  const visited = new Set<string>();
  for (const { snapshot, edges } of graph.nodes.values()) {
    addValue(snapshot.value, graph.machine.id, visited);
    for (const { before, event } of edges) {
      for (const [step] of getMicrosteps(graph.machine, before as never, event)) {
        addValue((step as State).value, graph.machine.id, visited);
      }
    }
  }
  return getStateNodes(graph.machine.root)
    .map((node) => node.id)
    .filter((id) => !visited.has(id));
}

function addValue(value: StateValue, path: string, visited: Set<string>): void {
  if (typeof value === 'string') {
    visited.add(`${path}.${value}`);
    return;
  }
  for (const [child, inner] of Object.entries(value)) {
    visited.add(`${path}.${child}`);
    if (inner !== undefined) addValue(inner, `${path}.${child}`, visited);
  }
}

/** Values of the states from which no path leads to a final state. */
export function stuckStates(graph: Graph): readonly StateValue[] {
  const ending = new Set<string>();
  let before = -1;
  while (ending.size > before) {
    before = ending.size;
    for (const [key, { snapshot, edges }] of graph.nodes) {
      if (snapshot.status === 'done' || edges.some(({ to }) => ending.has(to))) ending.add(key);
    }
  }
  return [...graph.nodes].filter(([key]) => !ending.has(key)).map(([, { snapshot }]) => snapshot.value);
}

/** The input that an invoked machine or promise was given, as its actor holds it. */
export function inputOf(snapshot: State, id: string): unknown {
  const child: unknown = snapshot.children[id]?.getSnapshot();
  return isRecord(child) ? (child.input ?? child.context) : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function actorDone(id: string, output?: unknown): AnyEvent {
  return { type: `xstate.done.actor.${id}`, actorId: id, output };
}

export function actorFailed(id: string): AnyEvent {
  return { type: `xstate.error.actor.${id}`, actorId: id, error: 'failed on purpose' };
}

/** XState's erased types say `any`; these are the ones that the walk relies on. */
function logicOf(machine: AnyStateMachine): ActorLogic<State, AnyEvent, unknown> {
  return machine as unknown as ActorLogic<State, AnyEvent, unknown>;
}

/** Only an actor that runs can end. */
function possible(events: readonly AnyEvent[]): (state: State) => readonly AnyEvent[] {
  return (state) => events.filter((event) => !isEnd(event) || event.actorId in state.children);
}

function isEnd(event: AnyEvent): event is AnyEvent & { readonly actorId: string } {
  return typeof event.actorId === 'string';
}

function keyOf(snapshot: State): string {
  return JSON.stringify([snapshot.value, snapshot.context]);
}
