import type { WorldDevice } from '../world.js';

/** A port of a virtual switch that Windows began to set up and never finished: Code 56. */
export const unfinishedPort = (name: string): WorldDevice => ({
  guid: '0F4C7A21-5D3E-4B8A-9E61-7C2D8B1A4F30',
  index: 61,
  name,
  description: 'Hyper-V Virtual Ethernet Adapter #2',
  componentId: 'vms_mp',
  status: 'Not Present',
  hidden: true,
  problem: 56,
});
