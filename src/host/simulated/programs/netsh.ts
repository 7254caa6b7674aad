/**
 * netsh.exe: the resets, the dump, the Winsock catalog, and giving settings back (commands.md R7). A healthy elevated
 * `int ip reset` ends with 1 and exactly one failed line; `winsock reset` with 0. Both act when Windows restarts.
 */
import { findService } from '../services.js';
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import type { World } from '../world.js';
import { dumpInterfaces } from './netsh-dump.js';
import { portSettings } from './netsh-ports.js';
import { changeSettings } from './netsh-settings.js';

export const netsh: SimulatedProgram = { encoding: (world) => world.netshEncoding, run };

async function run(call: ProgramCall): Promise<number> {
  const line = call.args.join(' ').toLowerCase();
  await call.wait(300);
  if (/^(int|interface) (ip|ipv4) reset( \S.*)?$/.test(line)) return resetTcpip(call);
  if (line === 'winsock reset') return resetWinsock(call);
  if (line === 'winsock show catalog') return showCatalog(call);
  if (line === 'interface dump') return dumpInterfaces(call);
  const ports = portSettings(line);
  if (ports !== undefined) return ports(call);
  const [context, family, ...rest] = call.args.map((arg, at) => (at < 4 ? arg.toLowerCase() : arg));
  if ((context === 'interface' || context === 'int') && (family === 'ipv4' || family === 'ip'))
    return changeSettings(call, rest);
  throw unknownArgv('netsh.exe', call.args);
}

async function resetTcpip(call: ProgramCall): Promise<number> {
  const { text } = call;
  const { elevated } = call.look();
  const parts = [...text.netsh.resetParts, '', '', '', protectedPart, '', '', ''];
  if (elevated)
    call.change((world) => {
      if (world.tcpip.resetPending === 'no') world.tcpip.resetPending = 'half';
    });
  for (const [at, part] of parts.entries()) {
    await call.wait(90);
    if (at === Math.floor(parts.length / 2)) call.midway();
    if (part === protectedPart || (!elevated && at % 3 === 1))
      call.say('stdout', refusal(call, part, elevated));
    else call.say('stdout', lines(text.netsh.resetOk(part)));
  }
  if (elevated)
    call.change((world) => {
      world.tcpip.resetPending = 'whole';
      if (metadataUnused(world)) world.faults.rebuild.tcpip = true;
    });
  call.say('stdout', lines(text.netsh.restartToComplete, ''));
  return 1;
}

/** A key below Control\Nsi that nobody may write, on healthy machines too. */
const protectedPart = '\u0000';

function refusal(call: ProgramCall, part: string, elevated: boolean): string {
  const { netsh: words, error } = call.text;
  const name = part === protectedPart ? '' : part;
  return elevated
    ? lines(words.resetFailed(name), error(5), '')
    : lines(words.resetFailed(name), words.needsElevation);
}

async function resetWinsock(call: ProgramCall): Promise<number> {
  if (!call.look().elevated) {
    call.say('stdout', lines(call.text.netsh.needsElevation, ''));
    return 1;
  }
  call.change((world) => {
    if (world.winsock.resetPending === 'no') world.winsock.resetPending = 'half';
  });
  await call.wait(300);
  call.midway();
  await call.wait(300);
  call.change((world) => {
    world.winsock.resetPending = 'whole';
    if (metadataUnused(world)) world.faults.rebuild.winsock = true;
  });
  call.say('stdout', lines('', ...call.text.netsh.winsockDone, ''));
  return 0;
}

/** Part of the invented cure (world.ts): the rebuild is only marked while neither service holds the metadata. */
function metadataUnused(world: World): boolean {
  return ['hns', 'vmcompute'].every((name) => findService(world, name)?.state === 'stopped');
}

async function showCatalog(call: ProgramCall): Promise<number> {
  const { catalogEntry, catalogKinds: kinds, catalogLabels: labels } = call.text.netsh;
  for (const provider of call.look().winsock.providers) {
    await call.wait(20);
    call.say(
      'stdout',
      lines(
        '',
        catalogEntry,
        '------------------------------------------------------',
        `${labels.type}  ${provider.layered ? kinds.layered : kinds.base}`,
        `${labels.description}  ${provider.name}`,
        `${labels.provider}  ${providerId(provider.layered)}`,
        `${labels.path}  ${provider.path}`,
        `${labels.id}  ${provider.id}`,
        `${labels.version}  2`,
        `${labels.chain}  ${provider.layered ? 2 : 1}`,
      ),
    );
  }
  return 0;
}

/** Of Windows' own provider, or of a made-up product. */
const providerId = (layered: boolean): string =>
  layered ? '{5D2E41B7-93C6-4F0A-8E25-B17A6C3D9F04}' : '{E70F1AA0-AB8B-11CF-8CA3-00805F48A192}';
