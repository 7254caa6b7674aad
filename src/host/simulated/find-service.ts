import type { World, WorldService } from './world.js';

/** By service name in any case; net.exe also takes display names. */
export function findService(world: World, name: string): WorldService | undefined {
  const wanted = name.toLowerCase();
  return (
    world.services.find((service) => service.name.toLowerCase() === wanted) ??
    world.services.find((service) =>
      Object.values(service.displayName).some((display) => display.toLowerCase() === wanted),
    )
  );
}
