/** WMI's own tools in System32\wbem: winmgmt.exe says by its exit code whether the repository is whole. */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';

export const winmgmt: SimulatedProgram = { encoding: () => 'oem', run: runWinmgmt };
export const mofcomp: SimulatedProgram = { encoding: () => 'oem', run: runMofcomp };

async function runWinmgmt(call: ProgramCall): Promise<number> {
  const line = call.args.join(' ').toLowerCase();
  if (line !== '/verifyrepository' && line !== '/salvagerepository')
    throw unknownArgv('winmgmt.exe', call.args);
  await call.wait(4000);
  if (!call.look().elevated) {
    call.say('stderr', lines(call.text.error(5)));
    return 5;
  }
  if (line === '/salvagerepository') {
    call.midway();
    call.change((world) => {
      world.wmi.repository = 'consistent';
    });
  }
  const consistent = call.look().wmi.repository === 'consistent';
  call.say('stdout', lines(consistent ? call.text.winmgmt.consistent : call.text.winmgmt.inconsistent));
  return consistent ? 0 : 1;
}

/** `mofcomp …\WindowsVirtualization.V2.mof` registers Hyper-V's classes anew; the file comes with Hyper-V (commands.md R10). */
async function runMofcomp(call: ProgramCall): Promise<number> {
  const [file = '', ...rest] = call.args;
  if (!/\\windowsvirtualization\.v2\.mof$/i.test(file) || rest.length > 0)
    throw unknownArgv('mofcomp.exe', call.args);
  await call.wait(3000);
  const { elevated, features } = call.look();
  if (!elevated || features['Microsoft-Hyper-V'] !== 'enabled') {
    call.say('stdout', lines(call.text.error(elevated ? 2 : 5)));
    return 3;
  }
  call.change((world) => {
    world.wmi.switchService = 'present';
  });
  call.midway();
  call.say('stdout', lines(`Parsing MOF file: ${file}`, 'Storing data in the repository...', 'Done!'));
  return 0;
}
