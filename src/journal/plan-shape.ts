import { remedyIds } from '../domain/ids.js';
import type { AdapterConfiguration, FactKey, ServiceState } from '../domain/facts.js';
import type { DynamicPorts } from '../domain/network-facts.js';
import {
  staysChangedKeys,
  type Action,
  type Check,
  type DiffLine,
  type Plan,
  type PlanMemory,
  type ServicePromise,
  type Step,
} from '../domain/plan.js';
import { featureNames } from '../domain/system-facts.js';
import type { Command, Question } from '../host/host.js';
import {
  array,
  boolean,
  byKind,
  dictionary,
  index,
  json,
  matching,
  nullable,
  number,
  object,
  oneOf,
  optional,
  sha256,
  simple,
  string,
  type Shape,
} from '../host/shape.js';

/** A plain file name, so that a backup cannot be made to lie outside its folder. */
export const backupName = matching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/);

const effect = oneOf('safe', 'disruptive', 'destructive');
const elevation = oneOf('none', 'admin');

const command = object<Command>({
  file: string,
  args: array(string),
  script: optional(string),
  env: optional(dictionary(string)),
  pane: oneOf('services', 'netsh', 'powershell', 'wsl', 'system'),
  effect,
  elevation,
  timeoutMs: index,
  encoding: oneOf('oem', 'ansi', 'utf-8', 'utf-16le'),
});

const question = object<Question>({
  id: string,
  // Only string, number and boolean are ever put there; questions from a journal are never asked.
  args: dictionary(json) as Shape<Question['args']>,
  script: string,
  worker: oneOf('shared', 'own'),
  elevation,
  timeoutMs: index,
});

const adapter = object<AdapterConfiguration>({
  interfaceGuid: string,
  interfaceIndex: index,
  name: string,
  dhcp: boolean,
  addresses: array(object({ address: string, prefixLength: index })),
  gateways: array(string),
  nameServers: array(string),
  metric: nullable(index),
  routes: optional(array(object({ prefix: string, nextHop: string, metric: index }))),
});

const feature = oneOf(...featureNames);
const dynamicPorts = object<DynamicPorts>({
  family: oneOf('ipv4', 'ipv6'),
  protocol: oneOf('tcp', 'udp'),
  start: index,
  count: index,
});

const check = byKind<Check>({
  'service-state': object({
    kind: oneOf('service-state'),
    service: string,
    state: oneOf('running', 'stopped'),
  }),
  'file-hash': object({ kind: oneOf('file-hash'), path: string, sha256: nullable(sha256) }),
  'wsl-stopped': object({ kind: oneOf('wsl-stopped') }),
  'wsl-default-version': object({ kind: oneOf('wsl-default-version'), version: oneOf(1, 2) }),
  adapter: object({ kind: oneOf('adapter'), adapter }),
  'exit-code': object({ kind: oneOf('exit-code'), allowed: array(number) }),
  'distro-version': object({ kind: oneOf('distro-version'), distro: string, version: oneOf(1, 2) }),
  'wsl-version': object({ kind: oneOf('wsl-version'), atLeast: nullable(string) }),
  'start-type': object({
    kind: oneOf('start-type'),
    service: string,
    startType: oneOf('boot', 'system', 'automatic', 'manual', 'disabled'),
  }),
  'registry-key': object({ kind: oneOf('registry-key'), key: string, exists: boolean }),
  'registry-number': object({
    kind: oneOf('registry-number'),
    key: string,
    value: string,
    number: nullable(index),
  }),
  feature: object({ kind: oneOf('feature'), feature, state: oneOf('enabled', 'disabled') }),
  'hypervisor-launch': object({ kind: oneOf('hypervisor-launch'), type: oneOf('auto', 'off') }),
  'hypervisor-runs': object({ kind: oneOf('hypervisor-runs') }),
  'hns-network': object({ kind: oneOf('hns-network'), id: string, exists: boolean }),
  netnat: object({ kind: oneOf('netnat'), name: string, exists: boolean }),
  'dynamic-ports': object({ kind: oneOf('dynamic-ports'), ports: dynamicPorts }),
  'wmi-switch-service': object({ kind: oneOf('wmi-switch-service') }),
  'port-53-free': object({ kind: oneOf('port-53-free') }),
  'restore-point': object({ kind: oneOf('restore-point'), newerThan: nullable(index) }),
});

const diffLine = object<DiffLine>({ sign: oneOf(' ', '+', '-'), line: index, text: string });

const action = byKind<Action>({
  run: object({
    kind: oneOf('run'),
    command,
    unless: optional(check),
    backup: optional(backupName),
    successes: optional(array(number)),
  }),
  'save-output': object({ kind: oneOf('save-output'), command, name: backupName }),
  'save-answer': object({ kind: oneOf('save-answer'), question, name: backupName }),
  'save-file': object({
    kind: oneOf('save-file'),
    command,
    name: backupName,
    large: optional(simple<true>((value) => value === true)),
    successes: optional(array(number)),
  }),
  'back-up-file': object({ kind: oneOf('back-up-file'), path: string, name: backupName }),
  'write-file': object({
    kind: oneOf('write-file'),
    path: string,
    expected: nullable(sha256),
    contentBase64: string,
    sha256,
    diff: array(diffLine),
  }),
  'restore-file': object({
    kind: oneOf('restore-file'),
    path: string,
    expected: sha256,
    sha256: nullable(sha256),
    name: backupName,
  }),
});

const step = object<Step>({
  id: string,
  // Only shown; the text tables survive data that they do not know.
  text: object({ key: string, data: dictionary(json) }) as Shape<unknown> as Shape<Step['text']>,
  effect,
  actions: array(action),
  checks: array(check),
  undo: object({ kind: oneOf('exact', 'equivalent', 'none'), actions: array(action) }),
  confirmation: oneOf('none', 'answer', 'typed-word'),
});

const serviceState = oneOf<ServiceState>(
  'stopped',
  'start-pending',
  'stop-pending',
  'running',
  'continue-pending',
  'pause-pending',
  'paused',
);

export const planShape = object<Plan>({
  remedy: oneOf(...remedyIds),
  target: nullable(string),
  steps: array(step),
  services: array(object<ServicePromise>({ service: string, before: serviceState, goal: serviceState })),
  // A fact that another version knows is no reason to leave a session unfinished.
  reads: array(string as Shape<FactKey>),
  factsHash: string,
  memory: object<PlanMemory>({
    adapters: array(adapter),
    staysChanged: array(oneOf(...staysChangedKeys)),
    features: optional(array(feature)),
  }),
  restart: boolean,
  half: oneOf('whole', 'before-restart', 'after-restart'),
  hash: sha256,
});
