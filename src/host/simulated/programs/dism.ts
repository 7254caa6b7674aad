/** dism.exe /English /Online: features on and off at the next start of Windows (commands.md R11). Its English is ASCII. */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import type { World } from '../world.js';

export const dism: SimulatedProgram = { encoding: () => 'oem', run };

const restartRequired = 3010;
const needsElevation = 740;

async function run(call: ProgramCall): Promise<number> {
  const args = call.args.map((arg) => arg.toLowerCase());
  if (args.join(' ') === '/english /online /cleanup-image /restorehealth') return restoreHealth(call);
  const verb = args.find((arg) => arg === '/enable-feature' || arg === '/disable-feature');
  const wanted = call.args.find((arg) => /^\/featurename:/i.test(arg))?.slice('/featurename:'.length);
  const others = args.filter((arg) => arg !== verb && !arg.startsWith('/featurename:'));
  const known = ['/english', '/online', '/norestart', '/all'];
  // Without /NoRestart it would ask, and standard input is closed.
  if (
    verb === undefined ||
    wanted === undefined ||
    !others.every((arg) => known.includes(arg)) ||
    !['/english', '/online', '/norestart'].every((arg) => others.includes(arg))
  )
    throw unknownArgv('dism.exe', call.args);
  if (refuses(call)) return needsElevation;
  return change(call, wanted, verb === '/enable-feature' ? 'enabled' : 'disabled');
}

function refuses(call: ProgramCall): boolean {
  call.say('stdout', lines('', 'Deployment Image Servicing and Management tool', ''));
  if (call.look().elevated) return false;
  call.say('stdout', lines('', 'Error: 740', '', 'Elevated permissions are required to run DISM.'));
  return true;
}

/** Practice machines have no damaged component store, so that it finds nothing. */
async function restoreHealth(call: ProgramCall): Promise<number> {
  if (refuses(call)) return needsElevation;
  for (const percent of ['4.5', '62.3', '100.0']) {
    await call.wait(12_000);
    if (percent === '62.3') call.midway();
    call.say('stdout', lines(`[===   ${percent}%   ===]`));
  }
  call.say('stdout', lines('The restore operation completed successfully.'));
  return 0;
}

async function change(call: ProgramCall, wanted: string, state: 'enabled' | 'disabled'): Promise<number> {
  const feature = featureNamed(call.look(), wanted);
  if (feature === undefined) {
    call.say('stdout', lines('', 'Error: 0x800f080c', '', `Feature name ${wanted} is unknown.`));
    return 0x800f080c | 0;
  }
  for (const percent of ['0.0', '37.1', '62.4', '100.0']) {
    await call.wait(8000);
    if (percent === '62.4') call.midway();
    call.say('stdout', lines(`[===   ${percent}%   ===]`));
  }
  const pending = call.change((world) => {
    for (const each of familyOf(feature)) world.featuresPending[each] = state;
    world.pendingRestart.componentServicing = world.features[feature] !== state;
    return world.pendingRestart.componentServicing;
  });
  call.say('stdout', lines('The operation completed successfully.'));
  return pending ? restartRequired : 0;
}

/** Names are case-sensitive to WMI, not to dism. Home does not know those of Hyper-V. */
const featureNamed = (world: World, name: string): string | undefined =>
  Object.keys(world.features).find(
    (known) => known.toLowerCase() === name.toLowerCase() && world.features[known] !== 'absent',
  );

const familyOf = (feature: string): readonly string[] =>
  /^Microsoft-Hyper-V(-All)?$/.test(feature) ? ['Microsoft-Hyper-V-All', 'Microsoft-Hyper-V'] : [feature];
