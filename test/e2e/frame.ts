import { node, type Practice } from './program.js';

/**
 * A frame without what differs from run to run: the clock, session names, paths and durations. Columns that such a text
 * moves are closed up.
 */
export function stableFrame(frame: string, machine: Practice): string {
  return (
    frame
      .replaceAll(machine.folder, '‹folder›')
      .replaceAll(node, '‹node›')
      // The program's own hash, in the path of its local copy.
      .replaceAll(/(?<![0-9a-f])[0-9a-f]{12}(?=\/wsl-netfix-tui\.mjs)/g, '‹hash›')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-\d+)?/g, '‹session›')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '‹date›')
      .replaceAll(/\b\d\d:\d\d:\d\d\b/g, '‹time›')
      .replaceAll(/ *(?<![\w.])\d+(\.\d+)? (s|ms|秒|毫秒)(?!\w)/g, ' ‹duration›')
  );
}
