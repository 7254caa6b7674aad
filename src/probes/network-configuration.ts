import type { AdapterConfiguration, StaticRoute } from '../domain/facts.js';
import type { Question } from '../host/host.js';
import { sanitizeLine } from '../host/sanitize.js';
import { numberIn, recordsOf, textIn, textsIn, type JsonRecord } from './json.js';
import { askQuestion } from './machine.js';
import script from './network-configuration.ps1';
import { Skip, type Probe } from './probe.js';

export const networkConfigurationQuestion: Question = {
  id: 'network-configuration',
  args: {},
  script,
  worker: 'shared',
  elevation: 'none',
  timeoutMs: 25_000,
};

/** IPv4 settings of every adapter by its GUID: what `netsh int ip reset` would take away. */
export const networkConfigurationProbe: Probe<'networkConfiguration'> = {
  id: 'network-configuration',
  fact: 'networkConfiguration',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 3_000,
  timeoutMs: 30_000,
  async read(context) {
    const value = await askQuestion(context, networkConfigurationQuestion);
    return value instanceof Skip ? value : { adapters: parseAdapters(value) };
  },
  findings: () => [],
};

export function parseAdapters(value: unknown): readonly AdapterConfiguration[] {
  return recordsOf(value).map((record) => {
    const dhcp = record.Dhcp === true;
    return {
      interfaceGuid: textIn(record, 'InterfaceGuid').replace(/[{}]/g, '').toUpperCase(),
      interfaceIndex: numberIn(record, 'InterfaceIndex'),
      name: sanitizeLine(textIn(record, 'InterfaceAlias')),
      dhcp,
      // What DHCP gave is not a setting, and comes back by itself.
      addresses: dhcp ? [] : recordsOf(record.Addresses).map(parseAddress),
      gateways: dhcp ? [] : textsIn(record, 'Gateways').filter((gateway) => gateway !== '0.0.0.0'),
      nameServers: textsIn(record, 'NameServers'),
      metric: record.AutomaticMetric === false ? numberIn(record, 'Metric') : null,
      routes: recordsOf(record.Routes ?? []).map(parseRoute),
    };
  });
}

function parseRoute(record: JsonRecord): StaticRoute {
  return {
    prefix: textIn(record, 'DestinationPrefix'),
    nextHop: textIn(record, 'NextHop'),
    metric: numberIn(record, 'RouteMetric'),
  };
}

function parseAddress(record: JsonRecord): AdapterConfiguration['addresses'][number] {
  return { address: textIn(record, 'IPAddress'), prefixLength: numberIn(record, 'PrefixLength') };
}
