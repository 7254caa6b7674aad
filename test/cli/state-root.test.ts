import { describe, expect, it } from 'vitest';
import { stateRoot } from '../../src/cli/state-root.js';

const env = { XDG_STATE_HOME: '/home/me/state' };

describe('our own folder', () => {
  it('is the person’s where the program is installed', () => {
    expect(
      stateRoot('linux', env, 'file:///usr/lib/node_modules/wsl-netfix-tui/dist/wsl-netfix-tui.mjs'),
    ).toBe('/home/me/state/wsl-netfix-tui');
  });

  it('is the one that a local copy lies in, whoever runs it', () => {
    const copy = 'file:///home/other/state/wsl-netfix-tui/runtime/199f3840b12f/wsl-netfix-tui.mjs';
    expect(stateRoot('linux', env, copy)).toBe('/home/other/state/wsl-netfix-tui');
  });
});
