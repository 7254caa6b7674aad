import { findService } from './find-service.js';
import type { World } from './world.js';

/** Who holds UDP port 53 now: a service's program only while the service runs. */
export const port53Owners = (world: World): World['udpPort53'] =>
  world.udpPort53.filter(
    ({ service }) => service === undefined || findService(world, service)?.state === 'running',
  );
