/** sfc.exe /scannow: UTF-16LE, in blocks that stop mid-word, and exit code 0 whatever it finds (commands.md R13). */
import { type SimulatedProgram, lines, unknownArgv } from '../program.js';

/** Practice machines have no damaged files of Windows, so that it finds none. */
export const sfc: SimulatedProgram = {
  encoding: () => 'utf-16le',
  async run(call) {
    if (call.args.join(' ').toLowerCase() !== '/scannow') throw unknownArgv('sfc.exe', call.args);
    if (!call.look().elevated) {
      call.say('stdout', lines('', call.text.error(5)));
      return 1;
    }
    call.say('stdout', lines('', call.text.sfc.begins, ''));
    for (const percent of [20, 60, 100]) {
      await call.wait(8000);
      if (percent === 60) call.midway();
      call.say('stdout', `\r${percent} %`);
    }
    call.say('stdout', lines('', '', call.text.sfc.clean));
    return 0;
  },
};
