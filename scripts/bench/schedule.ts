/** When each probe starts and ends by the slow end of what it usually takes, as JSON: usually, with HNS hung, and deeper. */
import { probes } from '../../src/probes/registry.js';
import { scheduleOf } from '../../src/probes/schedule.js';

console.log(
  JSON.stringify({
    usual: scheduleOf(probes),
    hung: scheduleOf(probes, { hung: ['hns-networks'] }),
    deep: scheduleOf(probes, { depth: 'test-switch' }),
  }),
);
