import { afterEach, describe, expect, test } from 'vitest';
import { keyBindings } from '../../src/ui/keys.js';
import type { KeyScope } from '../../src/ui/key-scope.js';
import { commandFor, footerKeys, keysAsMarkdown } from '../../src/ui/read-keys.js';
import { commandsRun, places } from '../../src/ui/place.js';
import { textFor } from '../../src/text/text-for.js';
import { atMenu, atPicker, atReview, closeStages, openStage } from './stage.js';
import { healthyDiagnosis } from './sample-case.js';
import { keys, small, usual } from './terminal.js';

afterEach(closeStages);

const scopes: readonly KeyScope[] = places.flatMap((place) =>
  (['flow', 'output', 'help', 'paste'] as const).flatMap((view) =>
    [true, false].map((on) => ({
      place,
      view,
      paneShown: (on && commandsRun(place)) || view === 'output',
      paneReachable: on && commandsRun(place),
      canLookDeeper: on,
      hasCauses: on,
      opened: on && place === 'reviewing' ? ('cause' as const) : ('nothing' as const),
      follows: on,
      hasScripts: on,
      typing: view === 'paste',
      canLeave: !on,
    })),
  ),
);

describe('the table of keys', () => {
  test('never shows a key in the footer that another binding would take first', () => {
    for (const scope of scopes) {
      for (const binding of keyBindings.filter((entry) => entry.quiet !== true && entry.when(scope))) {
        const [key] = binding.keys;
        expect([scope.place, scope.view, commandFor(key, scope)]).toEqual([
          scope.place,
          scope.view,
          binding.command,
        ]);
      }
    }
  });

  test('shows each key once in a footer', () => {
    for (const scope of scopes) {
      const shown = footerKeys(scope, textFor('en').keys).map(({ key }) => key);
      expect(new Set(shown).size, `${scope.place} ${scope.view}: ${shown.join(' ')}`).toBe(shown.length);
    }
  });

  test('gives the README its table', () => {
    const table = keysAsMarkdown(textFor('en').keys).split('\n');
    expect(table[0]).toBe('| Key | What it does | Where |');
    expect(table).toContain('| `Ctrl+C` | stop safely | while the plan runs |');
  });
});

describe('the footer', () => {
  test('offers what works here and nothing else', async () => {
    const { terminal } = await atReview({
      view: { diagnosis: healthyDiagnosis },
      script: { health: ['healthy'] },
    });
    const footer = terminal.lines().at(-2) ?? '';
    expect(footer).toContain('Enter ways out');
    expect(footer).not.toContain('open');
    expect(footer).not.toContain('move');
    expect(footer).not.toContain('Tab');
  });
});

describe('a narrow footer', () => {
  test('keeps the way back', async () => {
    const { terminal } = await atMenu({ size: small });
    const footer = terminal.lines().at(-2) ?? '';
    for (const key of ['Enter choose', 'Esc back', '? keys', 'q leave']) expect(footer).toContain(key);
  });
});

describe('keys everywhere', () => {
  test('? shows all keys before there is a machine, too, and Esc closes them', async () => {
    const { terminal } = await atPicker(usual, 'en');
    await terminal.press('?');
    expect(terminal.frame()).toContain('Shift+Tab');
    expect(terminal.frame()).toContain('Esc close');
    await terminal.press(keys.end, keys.escape);
    expect(terminal.frame()).toContain('❯ classic-80041002');
  });

  test('? shows all keys, Esc closes them', async () => {
    const { terminal } = await atMenu();
    await terminal.press('?');
    expect(terminal.frame()).toContain('Shift+Tab');
    await terminal.press(keys.escape);
    expect(terminal.frame()).toContain('What do you want to do?');
  });

  test('e shows the raw output of commands, Esc closes it', async () => {
    const { terminal } = await atReview();
    await terminal.press('e');
    expect(terminal.frame()).toContain('[All]');
    await terminal.press(keys.escape);
    expect(terminal.frame()).toContain('What speaks for it');
  });

  test.each([
    ['q', 'q'],
    ['Ctrl+C', keys.interrupt],
  ])('%s leaves', async (_, key) => {
    const { terminal, flow } = await atMenu();
    await terminal.press(key);
    expect(flow.actor.getSnapshot().status).toBe('done');
  });

  test('a window that is too small says so, and q still leaves', async () => {
    const { terminal, flow } = await openStage({ size: { columns: 38, rows: 10 } });
    await flow.reaches('reviewing');
    await terminal.settled();
    expect(terminal.frame()).toContain('Please make the window larger');
    terminal.resize(usual);
    await terminal.settled();
    expect(terminal.frame()).toContain('What speaks for it');
    terminal.resize({ columns: 30, rows: 10 });
    await terminal.settled();
    await terminal.press('q');
    expect(flow.actor.getSnapshot().status).toBe('done');
  });
});
