/** What the processes of one test know of each other, through their environment. */
export interface Surroundings {
  readonly world: string;
  readonly worldFolder: string;
  readonly stateRoot: string;
  /** The helper's folder: named like programs of Windows, the launchers lie in it; %ProgramData% is in it, too. */
  readonly windows: string;
  readonly victim: 'helper' | 'tui';
  /** Process id of the program that started the helper. */
  readonly tui: number;
}

const name = 'NETFIX_TEST';

export function surroundings(env: NodeJS.ProcessEnv = process.env): Surroundings {
  // Written by the test itself.
  return JSON.parse(env[name] ?? '') as Surroundings;
}

export function environment(value: Surroundings): Readonly<Record<string, string>> {
  return { [name]: JSON.stringify(value), PATH: `${value.windows}:${process.env.PATH ?? ''}` };
}
