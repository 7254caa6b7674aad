/** `netsh interface dump`: a script that begins with `reset` and holds names and comments in the machine's language. */
import { prefixToMask } from '../addresses.js';
import { type ProgramCall, lines } from '../program.js';
import type { World, WorldAdapter } from '../world.js';

export async function dumpInterfaces(call: ProgramCall): Promise<number> {
  const world = call.look();
  const { dumpTitle, dumpEnd } = call.text.netsh;
  await call.wait(200);
  call.say('stdout', section(dumpTitle('IPv4'), 'ipv4', ipv4Commands(world), dumpEnd('IPv4')));
  await call.wait(100);
  call.say('stdout', section(dumpTitle('IPv6'), 'ipv6', ['reset'], dumpEnd('IPv6')));
  return 0;
}

function section(title: string, family: string, commands: readonly string[], end: string): string {
  const rule = '# ----------------------------------';
  return lines(
    rule,
    `# ${title}`,
    rule,
    `pushd interface ${family}`,
    '',
    ...commands,
    '',
    '',
    'popd',
    `# ${end}`,
    '',
    '',
  );
}

function ipv4Commands(world: World): readonly string[] {
  return ['reset', 'set global', ...world.adapters.flatMap(adapterCommands), ...routeCommands(world)];
}

function adapterCommands(adapter: WorldAdapter): readonly string[] {
  const name = `"${adapter.alias}"`;
  const metric = adapter.metric === null ? '' : ` metric=${adapter.metric}`;
  return [
    `set interface interface=${name} forwarding=enabled advertise=enabled nud=enabled ignoredefaultroutes=disabled${metric}`,
    ...adapter.gateways.map(
      (gateway) => `add route prefix=0.0.0.0/0 interface=${name} nexthop=${gateway} publish=Yes`,
    ),
    ...adapter.addresses.map(
      ({ address, prefixLength }) =>
        `add address name=${name} address=${address} mask=${prefixToMask(prefixLength)}`,
    ),
  ];
}

function routeCommands(world: World): readonly string[] {
  return world.tcpip.routes.map((route) => {
    const name = world.adapters.find((adapter) => adapter.index === route.interfaceIndex)?.alias ?? '';
    return `add route prefix=${route.prefix} interface="${name}" nexthop=${route.nextHop} metric=${route.metric} publish=Yes`;
  });
}
