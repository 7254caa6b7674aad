/** whoami.exe: names are localised, SIDs are not (commands.md section 1, elevation). */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';

export const whoami: SimulatedProgram = { encoding: () => 'oem', run };

async function run(call: ProgramCall): Promise<number> {
  const [what = '', ...format] = call.args.map((arg) => arg.toLowerCase());
  if (format.join(' ') !== '/fo csv /nh') throw unknownArgv('whoami.exe', call.args);
  await call.wait(120);
  if (what === '/user') call.say('stdout', userRow(call));
  else if (what === '/groups') call.say('stdout', groupRows(call));
  else throw unknownArgv('whoami.exe', call.args);
  return 0;
}

function userRow(call: ProgramCall): string {
  const { windows, user } = call.look();
  return csv([`${windows.computerName.toLowerCase()}\\${user.name.toLowerCase()}`, user.sid]);
}

function groupRows(call: ProgramCall): string {
  const { names, types, enabled, denyOnly } = call.text.whoami;
  const { elevated, remoteSession } = call.look();
  return [
    csv([names.everyone, types.wellKnown, 'S-1-1-0', enabled]),
    csv([names.administrators, types.alias, 'S-1-5-32-544', elevated ? enabled : denyOnly]),
    csv([names.users, types.alias, 'S-1-5-32-545', enabled]),
    csv([names.interactive, types.wellKnown, 'S-1-5-4', enabled]),
    ...(remoteSession ? [csv([names.remote, types.wellKnown, 'S-1-5-14', enabled])] : []),
    csv([names.authenticated, types.wellKnown, 'S-1-5-11', enabled]),
    elevated
      ? csv([names.high, types.label, 'S-1-16-12288', ''])
      : csv([names.medium, types.label, 'S-1-16-8192', '']),
  ].join('');
}

const csv = (fields: readonly string[]): string => lines(fields.map((field) => `"${field}"`).join(','));
