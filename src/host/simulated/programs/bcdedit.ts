/** bcdedit.exe: what the boot entry says of the hypervisor. Keys are English in every language; it needs elevation. */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';

export const bcdedit: SimulatedProgram = { encoding: () => 'oem', run };

async function run(call: ProgramCall): Promise<number> {
  const line = call.args.join(' ').toLowerCase();
  await call.wait(200);
  const set = /^\/set (?:\{current\} )?hypervisorlaunchtype (auto|off)$/.exec(line)?.[1];
  const known =
    line === '/enum {current}' || line === '/deletevalue {current} hypervisorlaunchtype' || set !== undefined;
  if (!known) throw unknownArgv('bcdedit.exe', call.args);
  if (!call.look().elevated) {
    call.say('stderr', lines(call.text.error(5)));
    return 1;
  }
  if (line === '/enum {current}') return show(call);
  call.change((world) => {
    world.hypervisor.launchType = set === 'auto' || set === 'off' ? set : null;
  });
  call.midway();
  call.say('stdout', lines(call.text.bcdedit.done));
  return 0;
}

/** The line is missing where nothing was ever set. */
function show(call: ProgramCall): number {
  const { hypervisor, language } = call.look();
  const { loader } = call.text.bcdedit;
  const launchType = { auto: 'Auto', off: 'Off' }[hypervisor.launchType ?? 'auto'];
  call.say(
    'stdout',
    lines(
      '',
      loader,
      '-'.repeat(loader.length),
      'identifier              {current}',
      'device                  partition=C:',
      'path                    \\Windows\\system32\\winload.efi',
      'description             Windows 11',
      `locale                  ${language}`,
      'nx                      OptIn',
      ...(hypervisor.launchType === null ? [] : [`hypervisorlaunchtype    ${launchType}`]),
    ),
  );
  return 0;
}
