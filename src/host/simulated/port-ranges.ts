/** Rules of Windows' dynamic ports: mirrored mode takes 4096 in a row for itself (causes.md section 1, 0x8007054f). */
import type { World, WorldPorts } from './world.js';

const wanted = 4096;

export function hasRoomForMirroring(world: World): boolean {
  const { loaded, excluded } = world.ports;
  const end = loaded.start + loaded.count;
  const taken = excluded
    .filter((range) => range.end >= loaded.start && range.start < end)
    .toSorted((first, second) => first.start - second.start);
  let free = loaded.start;
  for (const range of taken) {
    if (range.start - free >= wanted) return true;
    free = Math.max(free, range.end + 1);
  }
  return end - free >= wanted;
}

/** Windows' own setting: 49152 to 65535 for everything. */
export function standardPorts(): WorldPorts {
  const range = () => ({ start: 49152, count: 16384 });
  return {
    dynamic: { 'ipv4 tcp': range(), 'ipv4 udp': range(), 'ipv6 tcp': range(), 'ipv6 udp': range() },
    loaded: range(),
    excluded: [{ start: 50000, end: 50059, administered: true }],
  };
}
