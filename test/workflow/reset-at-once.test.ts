/** A Windows that forgets static addresses right at `netsh int ip reset`, and not only at the restart (commands.md R7 leaves it open). */
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../src/host/host.js';
import type { World } from '../../src/host/simulated/world.js';
import { carryOutRemedy, openPracticeMachine } from './carry-out-remedy.js';

const ofEthernet = ({ adapters }: World) => adapters.find(({ dhcp }) => !dhcp)?.addresses;

test('what is gone right after the reset is given back before the restart, and compared again after it', async () => {
  const machine = await openPracticeMachine('classic-80041002');
  onTestFinished(() => machine.dispose());
  const { world } = machine.host;
  const before = structuredClone(ofEthernet(world));
  const atRestart: unknown[] = [];
  const forgetful = (host: Host): Host => ({
    ...host,
    async run(command, options) {
      if (command.args[0] === '/r') atRestart.push(structuredClone(ofEthernet(world)));
      const result = await host.run(command, options);
      if (command.args.join(' ') === 'int ip reset')
        for (const adapter of world.adapters)
          Object.assign(adapter, { dhcp: true, addresses: [], gateways: [], nameServers: [], metric: null });
      return result;
    },
  });
  const program = machine.start(forgetful);
  const course = await carryOutRemedy(machine, program, 'reset-network-stack');
  await program.close();
  expect(before).toHaveLength(1);
  expect(atRestart).toEqual([before]);
  expect(ofEthernet(world)).toEqual(before);
  expect(course).toMatchObject({ state: 'resolved', verdict: 'repaired' });
});

test('where it waits for the restart, nothing is set that is so already', async () => {
  const machine = await openPracticeMachine('classic-80041002');
  onTestFinished(() => machine.dispose());
  const settings: string[] = [];
  let restarts = 0;
  const program = machine.start((host) => ({
    ...host,
    run(command, options) {
      if (command.args[0] === '/r') restarts++;
      if (/^interface ipv4 (set|add)/.test(command.args.join(' ')) && restarts === 0)
        settings.push(command.args.join(' '));
      return host.run(command, options);
    },
  }));
  const { verdict } = await carryOutRemedy(machine, program, 'reset-network-stack');
  await program.close();
  expect(settings).toEqual([]);
  expect(verdict).toBe('repaired');
});
