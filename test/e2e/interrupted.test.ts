/** A person who changes their mind, and a window that is closed, in a real terminal. */
import { afterEach, describe, expect, it } from 'vitest';
import { node, practice, program, type Practice } from './program.js';
import { openTerminal, type Terminal } from './terminal.js';

const size = { columns: 100, rows: 30 };
let terminal: Terminal | null = null;
let machine: Practice | null = null;

afterEach(async () => {
  await terminal?.close();
  machine?.remove();
  terminal = null;
  machine = null;
});

async function start(at: Practice): Promise<Terminal> {
  const t = await openTerminal([node, program, ...at.args, '--lang', 'en'], size, at.env);
  terminal = t;
  return t;
}

/** As far as the first stopped service. */
async function applyReset(t: Terminal): Promise<void> {
  await t.until(/Enter ways out/);
  await pause();
  await t.press('Enter');
  await t.until(/What do you want to do\?/);
  await pause();
  await t.moveDownTo(/❯ .*Reset the network stack/);
  await t.press('Enter');
  await t.until(/The plan: Reset/);
  await pause();
  await t.press('Enter');
  for (const [step, word] of [
    [3, null],
    [4, null],
    [5, 'tcpip'],
    [6, 'winsock'],
  ] as const) {
    await t.until(new RegExp(`Step ${String(step)} of`));
    await pause();
    if (word === null) {
      await t.press('Right');
      await t.until(/❯ Yes/);
      await t.press('Enter');
    } else {
      await t.type(word);
      await t.press('Enter');
    }
  }
}

describe('while the plan is applied', () => {
  it('Ctrl+C asks; rolling back leaves every service as it was', async () => {
    const at = practice('classic-80041002', 'quick');
    machine = at;
    const t = await start(at);
    await t.until(/Enter ways out/);
    const before = services(at);
    await applyReset(t);
    await t.until(/✔ 2 Save TCP\/IP/, 30);
    await t.press('C-c');
    const asked = await t.until(/Do you want to stop\?/, 10);
    expect(asked).toMatch(/Finish this step and undo everything/);
    await pause();
    await t.moveDownTo(/❯ Finish this step and undo everything/);
    await t.press('Enter');
    await t.until(/Undone\.|not everything|Not everything/, 60);
    expect(services(at)).toEqual(before);
    await pause();
    await t.press('q');
    expect([4, 5]).toContain(await t.exitCode());
  });

  it('a closed window leaves a journal that the next start asks about, and finishing brings the services back', async () => {
    const at = practice('classic-80041002', 'quick');
    machine = at;
    let t = await start(at);
    await applyReset(t);
    await t.until(/✔ 3 Stop hns/, 30);
    await t.signal('SIGHUP');
    await t.until(/\[exited/, 10);
    await t.close();

    t = await start(at);
    const recovering = await t.until(/Undo it/, 30);
    expect(recovering).toMatch(/Finish|Go on/);
    await t.press('q');
    await t.exitCode();
    const resumed = await at.run('resume', '--yes');
    expect(resumed.exitCode, resumed.stderr).toBe(3);
    expect(services(at)).toMatchObject({ hns: 'running', vmcompute: 'running', nvagent: 'running' });
  });

  it('survives being resized to nothing and back', async () => {
    const at = practice('healthy', 'quick');
    machine = at;
    const t = await start(at);
    await t.resize({ columns: 20, rows: 5 });
    await pause();
    await t.resize({ columns: 60, rows: 20 });
    await t.until(/WSL/);
    await t.resize({ columns: 120, rows: 40 });
    await t.until(/Nothing is wrong with the network of WSL/, 30);
    await t.press('q');
    expect(await t.exitCode()).toBe(0);
  });
});

function services(at: Practice): Record<string, string> {
  return Object.fromEntries(at.world().services.map(({ name, state }) => [name, state]));
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}
