/**
 * PowerShell questions, answered from the world by their id. Beside the four whose shapes are given where they are
 * asked (events, hns-networks, network-configuration) these are known:
 * `optional-features` → `[{Name, InstallState}]` (1 enabled, 2 disabled, 3 absent, as Win32_OptionalFeature says),
 * `adapter-bindings` → `[{Name, ComponentID, Enabled}]`, `port-53` → `[{LocalAddress, OwningProcess, ProcessName}]`.
 */
import type { Answer, Question } from '../host.js';
import { eventsAnswer } from './event-log.js';
import { findService } from './services.js';
import type { WorldText } from './texts/text.js';
import type { World, WorldAdapter } from './world.js';

type Answering = (world: World, question: Question, text: WorldText, now: number) => Answer;

const answers: Readonly<Record<string, Answering>> = {
  events: eventsAnswer,
  'hns-networks': hnsNetworks,
  'network-configuration': (world) => ok(world.adapters.map(adapterConfiguration)),
  'optional-features': (world) =>
    ok(
      Object.entries(world.features).map(([Name, state]) => ({
        Name,
        InstallState: { enabled: 1, disabled: 2, absent: 3 }[state],
      })),
    ),
  'adapter-bindings': (world) =>
    ok(
      world.bindings.map(({ adapter, componentId, enabled }) => ({
        Name: adapter,
        ComponentID: componentId,
        Enabled: enabled,
      })),
    ),
  'port-53': (world) =>
    ok(
      world.udpPort53.map(({ localAddress, pid, process }) => ({
        LocalAddress: localAddress,
        OwningProcess: pid,
        ProcessName: process,
      })),
    ),
};

/** What a real machine takes for it, in milliseconds. */
export const questionMs = (question: Question): number => (question.id === 'events' ? 2200 : 1600);

/** An unknown id is `unavailable`; an elevated question on an unelevated machine gets the error that PowerShell gives. */
export function answerQuestion(world: World, question: Question, text: WorldText, now: number): Answer {
  const answer = answers[question.id];
  if (answer === undefined) return { ok: false, reason: 'unavailable', message: question.id };
  if (question.elevation === 'admin' && !world.elevated)
    return {
      ok: false,
      reason: 'error',
      errorId: 'System.UnauthorizedAccessException',
      hresult: '0x80070005',
      message: text.error(5),
    };
  return answer(world, question, text, now);
}

const ok = (value: unknown): Answer => ({ ok: true, value });

function hnsNetworks(world: World, _question: Question, text: WorldText): Answer {
  const hns = findService(world, 'hns');
  if (hns?.state !== 'running')
    return {
      ok: false,
      reason: 'error',
      errorId: 'System.Runtime.InteropServices.COMException',
      hresult: '0x800706d9',
      message: text.error(1062),
    };
  return ok(
    world.hnsNetworks.map(({ id, name, type, switchName }) => ({
      ID: id,
      Name: name,
      Type: type,
      State: 1,
      SwitchName: switchName,
    })),
  );
}

function adapterConfiguration(adapter: WorldAdapter): unknown {
  const leased = adapter.dhcp ? adapter.lease : null;
  return {
    InterfaceGuid: `{${adapter.guid}}`,
    InterfaceIndex: adapter.index,
    InterfaceAlias: adapter.alias,
    Dhcp: adapter.dhcp,
    Addresses: [...(leased?.addresses ?? []), ...adapter.addresses].map(({ address, prefixLength }) => ({
      IPAddress: address,
      PrefixLength: prefixLength,
    })),
    Gateways: [...(leased?.gateways ?? []), ...adapter.gateways],
    NameServers: adapter.nameServers,
    Metric: adapter.metric ?? adapter.automaticMetric,
    AutomaticMetric: adapter.metric === null,
  };
}
