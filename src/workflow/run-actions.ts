import type { Action } from '../domain/plan.js';
import type { JournalRecord, Phase } from '../journal/record.js';
import {
  applyAction,
  isNeedless,
  type ActionContext,
  type ActionEnd,
  type ActionFault,
} from './apply-action.js';
import type { LastExit } from './check-state.js';

export interface ActionRun {
  readonly planHash: string;
  readonly step: string;
  readonly phase: Phase;
  readonly actions: readonly Action[];
  /** Writes to the journal. What throws here ends the run before the next effect. */
  append(record: JournalRecord): Promise<void>;
  /** Called after each action; the rest is not run where it says no. */
  goesOn(action: Action, end: ActionEnd): boolean | Promise<boolean>;
}

export interface ActionsEnd {
  /** Something was done, not only skipped. */
  readonly ran: boolean;
  readonly lastExit: LastExit;
  /** The first one. */
  readonly fault: ActionFault | null;
}

/** Does a step's actions in order: the intent is on the disk before each, the outcome after it. */
export async function runActions(context: ActionContext, run: ActionRun): Promise<ActionsEnd> {
  const { clock } = context.host;
  let ended: ActionsEnd = { ran: false, lastExit: null, fault: null };
  for (const [index, action] of run.actions.entries()) {
    const { planHash, step, phase } = run;
    const place = { planHash, step, action: index, phase };
    if (await isNeedless(context.host, action)) {
      const result = { ended: 'skipped', exitCode: null };
      await run.append({ kind: 'outcome', at: clock.now(), ...place, result });
      continue;
    }
    await run.append({ kind: 'intent', at: clock.now(), ...place });
    const end = await applyAction(context, action);
    await run.append({ kind: 'outcome', at: clock.now(), ...place, result: end.result });
    const isCommand = action.kind === 'run';
    ended = {
      ran: true,
      lastExit: isCommand ? end.result.exitCode : ended.lastExit,
      fault: ended.fault ?? end.fault,
    };
    if (!(await run.goesOn(action, end))) break;
  }
  return ended;
}
