/** explorer.exe with one argument opens a window and lets go of it; its exit code is 1 all the same. */
import { type SimulatedProgram, unknownArgv } from '../program.js';

export const explorer: SimulatedProgram = {
  encoding: () => 'oem',
  async run(call) {
    const [what = '', ...rest] = call.args;
    if (rest.length > 0 || !/^(ms-settings:[a-z-]+|https:\/\/\S+|[A-Z]:\\.+\.(exe|msc))$/i.test(what))
      throw unknownArgv('explorer.exe', call.args);
    await call.wait(400);
    return 1;
  },
};
