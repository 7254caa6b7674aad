import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { runApp } from '../../src/ui/run-app.js';
import { pickWorld } from '../../src/ui/screens/world-picker.js';
import { textFor } from '../../src/text/text-for.js';
import { FakeTerminal, keys, usual } from './terminal.js';
import { closeStages, never, openStage } from './stage.js';

afterEach(closeStages);

const enterAlternate = '\x1b[?1049h';
const leaveAlternate = '\x1b[?1049l';

function streamsOf(terminal: FakeTerminal) {
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  // The parts of the real streams that Ink uses are all here.
  return { stdin: terminal.stdin, stdout: terminal.stdout, stderr } as unknown as Parameters<
    typeof runApp
  >[0]['terminal'];
}

describe('runApp', () => {
  test('draws on the alternate screen and gives the terminal back when the machine is done', async () => {
    const { props, flow } = await openStage();
    await flow.reaches('reviewing');
    const terminal = new FakeTerminal(usual);
    const ended = runApp({ ...props, terminal: streamsOf(terminal), screenReader: false });
    await terminal.settled();
    expect(terminal.written).toContain(enterAlternate);
    expect(terminal.frame()).toContain('What speaks for it');
    await terminal.press('q');
    await ended;
    expect(terminal.written).toContain(leaveAlternate);
    expect(terminal.frame().trim()).toBe('');
  });

  test('ends on leaving where the machine has no event for it', async () => {
    const { props, flow } = await openStage({ script: { findUnfinished: [never()] } });
    const terminal = new FakeTerminal(usual);
    const ended = runApp({ ...props, terminal: streamsOf(terminal), screenReader: false });
    await terminal.settled();
    await terminal.press(keys.interrupt);
    await ended;
    expect(flow.actor.getSnapshot().value).toBe('starting');
  });

  test('gives the terminal back and throws when a screen fails', async () => {
    const { props, flow, caseFile } = await openStage();
    await flow.reaches('reviewing');
    const terminal = new FakeTerminal(usual);
    const broken = { ...props, text: { ...props.text, causes: null as unknown as typeof props.text.causes } };
    const ended = runApp({ ...broken, terminal: streamsOf(terminal), screenReader: false });
    await expect(ended).rejects.toThrow();
    expect(terminal.written).toContain(leaveAlternate);
    expect(caseFile.view().diagnosis).not.toBeNull();
  });
});

describe('the world picker', () => {
  const worlds = [
    { id: 'healthy', story: 'Nothing is wrong.', inventedCure: false },
    { id: 'classic-80041002', story: 'The classic fault.', inventedCure: true },
  ];
  const pick = (terminal: FakeTerminal) =>
    pickWorld({
      worlds,
      text: textFor('en'),
      colour: false,
      terminal: streamsOf(terminal),
      screenReader: false,
    });

  test('tells the story of each world, and where a cure is invented', async () => {
    const terminal = new FakeTerminal(usual);
    const picked = pick(terminal);
    await terminal.settled();
    expect(terminal.frame()).toContain('The classic fault. Its cure is invented for practice.');
    expect(terminal.frame()).toContain('SIMULATED');
    await terminal.press(keys.down, keys.enter);
    expect(await picked).toBe('classic-80041002');
  });

  test('is left without a world, and digits choose none', async () => {
    const terminal = new FakeTerminal(usual);
    const picked = pick(terminal);
    await terminal.settled();
    await terminal.press('1', '2');
    expect(terminal.frame()).toContain('❯ healthy');
    await terminal.press('q');
    expect(await picked).toBeNull();
  });
});
