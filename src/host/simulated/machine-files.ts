/** The simulated machine's own files: Windows paths in any case, bytes in the world. */
import type { MachineFiles } from '../host.js';
import { type Kill, watchStopPoints } from './stop-points.js';
import { freeBytes, virtualDisks } from './virtual-disks.js';
import type { World } from './world.js';
import type { WorldStore } from './world-store.js';

export function createMachineFiles(store: WorldStore, kill: Kill): MachineFiles {
  return {
    read(path) {
      const base64 = store.look().files[knownPath(store.look(), path)];
      return Promise.resolve(
        base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64')),
      );
    },
    exists: (path) => Promise.resolve(knownPath(store.look(), path) in store.look().files),
    size(path) {
      const world = store.look();
      const disk = virtualDisks(world).find((each) => each.path.toLowerCase() === path.toLowerCase());
      const base64 = world.files[knownPath(world, path)];
      const bytes = base64 === undefined ? null : Buffer.byteLength(base64, 'base64');
      return Promise.resolve(disk?.bytes ?? bytes);
    },
    freeSpace: () => Promise.resolve(freeBytes(store.look())),
    async write(path, bytes) {
      const watch = watchStopPoints(store, kill, `write ${path}`);
      await Promise.resolve();
      watch.reach('before');
      const base64 = Buffer.from(bytes).toString('base64');
      // A replacement in one step leaves, where it is cut short, only its temporary file behind.
      const temporary = temporaryOf(path);
      store.change((world) => (world.files[temporary] = base64));
      watch.reach('during');
      store.change((world) => {
        Reflect.deleteProperty(world.files, temporary);
        world.files[knownPath(world, path)] = base64;
      });
      watch.reach('after');
    },
    async remove(path) {
      const watch = watchStopPoints(store, kill, `remove ${path}`);
      await Promise.resolve();
      watch.reach('before');
      store.change((world) => Reflect.deleteProperty(world.files, knownPath(world, path)));
      watch.reach('during');
      watch.reach('after');
    },
    sweep(path) {
      const left = temporaryOf(path);
      if (left in store.look().files) store.change((world) => Reflect.deleteProperty(world.files, left));
      return Promise.resolve();
    },
  };
}

const temporaryOf = (path: string): string => `${path}.tmp`;

/** The spelling under which the file is there, or the given one. */
function knownPath(world: World, path: string): string {
  const wanted = path.replaceAll('/', '\\').toLowerCase();
  return Object.keys(world.files).find((known) => known.toLowerCase() === wanted) ?? path;
}
