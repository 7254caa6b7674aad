import { worlds } from '../host/simulated/worlds/worlds.js';
import type { Text } from '../text/text.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';

/** `wsl-netfix/worlds/1`. */
export interface WorldsJson {
  readonly schema: 'wsl-netfix/worlds/1';
  readonly worlds: readonly {
    readonly id: string;
    readonly title: string;
    readonly story: string;
    /** The cure is made up for practice: nobody reported that it works on a real machine. */
    readonly invented: boolean;
    readonly note: string | null;
    readonly sources: readonly string[];
  }[];
}

export function listWorlds(text: Text, output: Output): ExitCode {
  const rows = worlds.map((world) => ({
    id: world.id,
    title: world.title[text.language],
    story: world.story[text.language],
    invented: world.invented,
    note: world.note?.[text.language] ?? null,
    sources: world.sources,
  }));
  const json: WorldsJson = { schema: 'wsl-netfix/worlds/1', worlds: rows };
  output.object(json);
  if (output.json) return exitCodes.ok;
  for (const row of rows) {
    output.line(`${row.id}${row.invented ? ` (${text.cli.report.invented})` : ''}`);
    output.line(`  ${row.title}`);
    output.line(`  ${row.story}`);
    if (row.note !== null) output.line(`  ${row.note}`);
    if (row.sources.length > 0) output.line(`  ${row.sources.join(', ')}`);
    output.line();
  }
  return exitCodes.ok;
}
