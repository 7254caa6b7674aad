import { afterEach, describe, expect, test } from 'vitest';
import { atConfirm, closeStages, openStage, never } from './stage.js';
import { keys, usual } from './terminal.js';

afterEach(closeStages);

describe('for a screen reader', () => {
  test('the checks are words in one column, without boxes, panes or icons', async () => {
    const { terminal } = await openStage({ screenReader: true, script: { health: [never()] } });
    const frame = terminal.frame();
    expect(frame).toMatch(/finding:\s+VMMS events/);
    expect(frame).toContain('usually 20 s');
    expect(frame).not.toMatch(/[│┌─✔✖◌]/);
    expect(frame).not.toContain('PowerShell');
  });

  test('a step is confirmed in the same way', async () => {
    const { terminal, flow } = await atConfirm({ screenReader: true, size: usual });
    expect(terminal.frame()).toContain('net.exe stop hns /y');
    await terminal.press(keys.right, keys.enter);
    expect(flow.actor.getSnapshot().context.confirmed).toEqual(['stop-hns']);
  });
});
