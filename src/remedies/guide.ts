/** Hand-overs: what no program should do for a person. They open the right window, say what to do there, and touch nothing. */
import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { windowArgument, type WindowName } from '../host/windows-to-open.js';
import type { Remedy } from './remedy.js';

export interface GuideOptions<Id extends Remedy['id']> extends Pick<
  Remedy,
  'reads' | 'reports' | 'costsData'
> {
  readonly id: Id;
  readonly window: WindowName;
  readonly otherwise: Remedy['otherwise'];
  /** Usual duration of what the person does there, in seconds. */
  readonly seconds: number;
  readonly refusal?: (facts: Facts) => RefusalReason | null;
}

export function guide<Id extends Remedy['id']>(options: GuideOptions<Id>): Remedy & { readonly id: Id } {
  const { id, window, otherwise, seconds, reads, reports, costsData, refusal } = options;
  return {
    id,
    effect: 'safe',
    undo: 'exact',
    needs: [],
    seconds,
    reads,
    otherwise,
    ...(reports === undefined ? {} : { reports }),
    ...(costsData === undefined ? {} : { costsData }),
    refusal: (facts) => refusal?.(facts) ?? null,
    plan: ({ paths }) => ({ steps: [openWindow(paths, window)] }),
  };
}

/** explorer.exe ends with 1 after it has handed over, and what happens in the window is the person's. */
function openWindow(paths: MachinePaths, window: WindowName): Step {
  const command = makeCommand(paths, 'explorer', [windowArgument(paths.system32, window)]);
  return {
    id: 'open-window',
    text: { key: 'open-window', data: { window } },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed: [0, 1] }],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}
