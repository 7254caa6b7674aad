/** robocopy.exe: one virtual disk into our own folder. 1 is a copy, 8 and more a failure. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SimulatedProgram, lines, unknownArgv } from '../program.js';
import { isInStateFolder, written } from '../state-file.js';
import { freeBytes, virtualDisks } from '../virtual-disks.js';

const options = ['/j', '/r:0', '/w:0', '/np'];
const nothingCopied = 16;
const someFailed = 8;
const sharingViolation = 32;
const diskFull = 112;

export const robocopy: SimulatedProgram = {
  encoding: () => 'oem',
  async run(call) {
    const [from = '', to = '', file = '', ...given] = call.args;
    if (given.map((option) => option.toLowerCase()).join() !== options.join())
      throw unknownArgv('robocopy.exe', call.args);
    const world = call.look();
    const path = `${from}\\${file}`.toLowerCase();
    const disk = virtualDisks(world).find((each) => each.path.toLowerCase() === path);
    const target = join(to, file);
    if (disk === undefined || !isInStateFolder(call, target)) return nothingCopied;
    const refusal =
      world.wsl.vm !== null ? sharingViolation : disk.bytes > freeBytes(world) ? diskFull : null;
    if (refusal !== null) {
      call.say('stdout', lines('', call.text.error(refusal)));
      return someFailed;
    }
    call.say('stdout', lines('', `\t    New File  \t\t${disk.bytes}\t${file}`));
    mkdirSync(to, { recursive: true });
    if (!written(target, Buffer.from('a part of a virtual disk'))) return nothingCopied;
    call.midway();
    await call.wait(30_000);
    return written(target, Buffer.from(`the virtual disk of ${disk.distro}`)) ? 1 : nothingCopied;
  },
};
