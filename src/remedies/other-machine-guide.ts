import { guide } from './guide.js';

/** Work goes on elsewhere: an exported distro can be imported on another machine. */
export const otherMachineGuide = guide({
  id: 'other-machine-guide',
  window: 'wsl-export-help',
  otherwise: 'seldom-helps',
  seconds: 1800,
  reads: [],
});
