/** Network settings of an adapter that a person made, compared without regard to names, indexes and order. */
import type { AdapterConfiguration, Facts, StaticRoute } from '../domain/facts.js';

/** Something on it was set by hand, which `netsh int ip reset` would take away. */
export const isSetByHand = (adapter: AdapterConfiguration): boolean =>
  !adapter.dhcp ||
  adapter.nameServers.length > 0 ||
  adapter.metric !== null ||
  (adapter.routes ?? []).length > 0;

/** The same settings on the same adapter; its name and index may have changed. */
export const sameSettings = (left: AdapterConfiguration, right: AdapterConfiguration): boolean =>
  sameGuid(left, right) &&
  sameAddresses(left, right) &&
  sameNameServers(left, right) &&
  left.metric === right.metric &&
  missingRoutes(left, right).length === 0;

export const sameAddresses = (left: AdapterConfiguration, right: AdapterConfiguration): boolean =>
  left.dhcp === right.dhcp &&
  (left.dhcp ||
    (sorted(left.addresses.map(spelled)) === sorted(right.addresses.map(spelled)) &&
      sorted(left.gateways) === sorted(right.gateways)));

/** The first name server is asked first, so their order counts. */
export const sameNameServers = (left: AdapterConfiguration, right: AdapterConfiguration): boolean =>
  left.nameServers.join() === right.nameServers.join();

/** Routes that were recorded and are not there. Others that are there harm nobody. */
export const missingRoutes = (
  wanted: AdapterConfiguration,
  now: AdapterConfiguration | undefined,
): readonly StaticRoute[] =>
  (wanted.routes ?? []).filter(
    ({ prefix, nextHop, metric }) =>
      now?.routes?.some(
        (route) => route.prefix === prefix && route.nextHop === nextHop && route.metric === metric,
      ) !== true,
  );

/** The adapter as it is now, whatever it is called; undefined where it is gone. */
export const adapterNow = (
  facts: Pick<Facts, 'networkConfiguration'>,
  adapter: AdapterConfiguration,
): AdapterConfiguration | undefined =>
  facts.networkConfiguration?.adapters.find((now) => sameGuid(now, adapter));

/** `192.168.1.20/24` */
export const spelled = ({ address, prefixLength }: AdapterConfiguration['addresses'][number]): string =>
  `${address}/${prefixLength}`;

const sameGuid = (left: AdapterConfiguration, right: AdapterConfiguration): boolean =>
  left.interfaceGuid.toUpperCase() === right.interfaceGuid.toUpperCase();

const sorted = (texts: readonly string[]): string => [...texts].sort().join();
