/** Services as net.exe and sc.exe show them, with dependents, for tests of what starts and stops them. */
import type { FakeAnswer, Responder } from './fake-host.js';

export interface FakeService {
  state: 'running' | 'stopped' | 'stop-pending' | 'start-pending';
  /** Services that stop with it. */
  dependents?: readonly string[];
  refusesToStart?: boolean;
}
export type FakeServices = Record<string, FakeService>;

const numbers = { stopped: 1, 'start-pending': 2, 'stop-pending': 3, running: 4 };

/** Called in the middle of an effect, to end the process there. */
export type Midway = (line: string) => void;

export function answerForServices(services: FakeServices, midway: Midway = () => undefined): Responder {
  return (line) => {
    const [, program, verb, name, yes] = /^(\w+)\.exe (\w+) (\w+)( \/y)?$/.exec(line) ?? [];
    const service = services[name ?? ''];
    if (program === 'sc' && verb === 'query') return query(name ?? '', service);
    if (program !== 'net' || service === undefined) return undefined;
    return verb === 'start' ? start(service) : stop(line, service, services, yes !== undefined, midway);
  };
}

function query(name: string, service: FakeService | undefined): FakeAnswer {
  if (service === undefined) return { exitCode: 1060, stdout: '' };
  const state = service.state;
  // What is on its way arrives: one look later it is there.
  if (state === 'stop-pending') service.state = 'stopped';
  if (state === 'start-pending') service.state = 'running';
  return {
    stdout: `\nSERVICE_NAME: ${name}\n        TYPE               : 20  WIN32_SHARE\n        STATE              : ${numbers[state]}  X\n`,
  };
}

function start(service: FakeService): FakeAnswer {
  if (service.state === 'running' || service.refusesToStart === true) return { exitCode: 2 };
  service.state = 'running';
  return {};
}

function stop(
  line: string,
  service: FakeService,
  services: FakeServices,
  yes: boolean,
  midway: Midway,
): FakeAnswer {
  if (service.state === 'stopped') return { exitCode: 2 };
  const running = (service.dependents ?? []).filter((name) => services[name]?.state === 'running');
  if (running.length > 0 && !yes) return { exitCode: -1 };
  for (const name of running) {
    const dependent = services[name];
    if (dependent !== undefined) dependent.state = 'stopped';
  }
  midway(line);
  service.state = 'stopped';
  return {};
}
