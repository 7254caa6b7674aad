/** When each probe starts and ends by the slow end of what it usually takes, as JSON. */
import { probes } from '../../src/probes/registry.js';
import { scheduleOf } from '../../src/probes/schedule.js';

console.log(JSON.stringify(scheduleOf(probes)));
