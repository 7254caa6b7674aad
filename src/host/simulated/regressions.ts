/** Builds of Windows in which mirrored mode is broken by an update (case wsl-41398). */
import type { World } from './world.js';

interface Regression {
  readonly builds: readonly number[];
  /** First revision that has it, and the first that no longer has. */
  readonly from: number;
  readonly until: number;
  readonly code: string;
}

const regressions: readonly Regression[] = [
  // KB5121003: the FSE switch extension refuses the adapter. The revision that ends it is made up.
  { builds: [26100, 26200], from: 9168, until: 9400, code: '0xc0010022' },
];

export function regressionCode({ windows }: World): string | null {
  const found = regressions.find(
    ({ builds, from, until }) =>
      builds.includes(windows.build) && windows.revision >= from && windows.revision < until,
  );
  return found?.code ?? null;
}
