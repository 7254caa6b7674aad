/** Bringing a distro up under wsl.exe, with what is printed on the way, and its idle time afterwards. */
import { type ProgramCall, lines } from '../program.js';
import { findService, isPending } from '../services.js';
import type { Sentence } from '../complaint.js';
import { logWarning, startVm } from '../wsl-start.js';
import { systemMessage } from '../wsl-failure.js';
import type { World } from '../world.js';
import { isAtLeast } from '../wsl-version.js';

/** False where it could not be started; then the reason has been printed. */
export async function prepareDistro(call: ProgramCall, name: string, context: string): Promise<boolean> {
  if (distroNamed(call, name)?.version === 2 && call.look().wsl.vm === null && !(await bootVm(call, context)))
    return false;
  if (distroNamed(call, name)?.running !== true) {
    call.midway();
    await call.wait(distroMs);
  }
  // It stays while the command runs; where this process is killed, it goes after a minute.
  call.change((world, now) => {
    for (const distro of world.wsl.distros) if (distro.name === name) distro.running = true;
    keepUntil(world, name, now + 60_000, now + 60_000);
  });
  return true;
}

/** The command is over: from now on the distro is idle, 15 s until it stops and a minute more for the VM (wsl.md 1.4). */
export function releaseDistro(call: ProgramCall, name: string): void {
  call.change((world, now, scale) => {
    keepUntil(world, name, now + scale(15_000), now + scale(75_000));
  });
}

function keepUntil(world: World, distro: string, distroStops: number, vmStops: number): void {
  const others = world.due.filter(
    (due) => due.kind !== 'vm-stops' && (due.kind !== 'distro-stops' || due.distro !== distro),
  );
  world.due = [
    ...others,
    { kind: 'distro-stops', distro, at: distroStops },
    { kind: 'vm-stops', at: vmStops },
  ];
}

/**
 * A machine at the slow end of the usual: ten seconds from cold to the first program (microsoft/WSL#6765; #6534 and #10243
 * tell of five). What WSL tries in vain comes on top (`pauseMs`).
 */
const vmMs = 7_000;
const distroMs = 2_500;

async function bootVm(call: ProgramCall, context: string): Promise<boolean> {
  await call.wait(vmMs);
  await untilServicesSettle(call);
  const start = call.change((world, now) => startVm(world, now, context));
  if (!start.started) {
    // WSL tries for three seconds, twice where a subnet was saved (wsl.md 2.2).
    await call.wait(1000 + start.pauseMs);
    complain(call, start.failure.sentence, start.failure.codePath);
    return false;
  }
  await call.wait(start.pauseMs);
  for (const { sentence, codePath } of start.warnings) warn(call, sentence, codePath);
  return true;
}

/** The service control manager makes a start wait for a stop that is under way. */
async function untilServicesSettle(call: ProgramCall): Promise<void> {
  for (let polls = 0; polls < 40; polls++) {
    const world = call.look();
    const pending = ['hns', 'vmcompute'].some((name) => {
      const service = findService(world, name);
      return service !== undefined && isPending(service) && service.onStop === 'stops';
    });
    if (!pending) return;
    await call.wait(250);
  }
}

/** An error of wsl.exe itself: on stdout, the code on a line of its own. */
export function complain(call: ProgramCall, sentence: Sentence, codePath: string | null): void {
  if (codePath !== null && call.look().wsl.flavour === 'inbox') {
    call.say('stdout', lines(inboxComplaint(call, codePath)));
    return;
  }
  const code = codePath === null ? [] : [codeLine(call, codePath)];
  call.say('stdout', lines(sentence(call.text), ...code));
}

/** The in-box WSL prints a bare number, with Windows' own message where there is one (cases wsl-7277, wsl-5884). */
function inboxComplaint(call: ProgramCall, codePath: string): string {
  const code = codePath.slice(codePath.lastIndexOf('/') + 1);
  const bare = call.text.wsl.bareError(code);
  return code.startsWith('0x8007') ? `${bare} ${systemMessage(call.text, code)}` : bare;
}

export function noSuchDistro(call: ProgramCall): number {
  complain(call, (text) => text.wsl.noSuchDistro, 'Wsl/Service/WSL_E_DISTRO_NOT_FOUND');
  return -1;
}

/** A warning: on stderr with `wsl: ` before it, and in the Application log without. */
function warn(call: ProgramCall, sentence: Sentence, codePath: string | null): void {
  const code = codePath === null ? [] : [codeLine(call, codePath)];
  call.change((world, now) => {
    logWarning(world, [sentence(call.text), ...code].join('\r\n'), now);
  });
  if (call.env.WSL_DISABLE_WARNINGS === '1') return;
  call.say('stderr', lines(`wsl: ${sentence(call.text)}`, ...code));
}

/** The label is localised in newer versions only (causes.md section 0). */
function codeLine(call: ProgramCall, codePath: string): string {
  return isAtLeast(call.look(), '2.4.11') ? call.text.wsl.errorCode(codePath) : `Error code: ${codePath}`;
}

const distroNamed = (call: ProgramCall, name: string) =>
  call.look().wsl.distros.find((distro) => distro.name === name);
