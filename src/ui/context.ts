/** What every screen may read: the words, the sizes, the case, and how to speak to the machine. */
import { createContext, use } from 'react';
import type { ActorRefFrom } from 'xstate';
import type { troubleshooterMachine } from '../../machines/troubleshooter.js';
import type { ProbeId } from '../domain/ids.js';
import type { Clock, HostKind } from '../host/host.js';
import type { Text } from '../text/text.js';
import type { CaseFile, CaseView } from '../workflow/case-file.js';
import type { KeyScope } from './key-scope.js';
import type { FullLayout } from './layout.js';
import type { LogModel, PaneTab } from './panes/log-model.js';
import type { FlowSnapshot, TreatmentSnapshot } from './place.js';

export type FlowActor = ActorRefFrom<typeof troubleshooterMachine>;

/** What the header says before the first fact is known. */
export interface HostInfo {
  readonly kind: HostKind;
  /** Computer name, world id or capture name. */
  readonly name: string;
}

export interface AppProps {
  readonly actor: FlowActor;
  readonly caseFile: CaseFile;
  readonly log: LogModel;
  readonly text: Text;
  readonly host: HostInfo;
  readonly clock: Clock;
  readonly colour: boolean;
  /** The pane that is shown first. */
  readonly pane?: PaneTab;
  /** How long each probe usually takes, in milliseconds. */
  readonly usualMs?: Readonly<Record<string, number>>;
  /** The command that restarts Windows, as it will be run. */
  readonly restartCommand: string;
  /** The command that lets the program open after the restart, as it will be run; null where the person does that. */
  readonly returnCommand: string | null;
  /** IANA name; the system's own where absent. */
  readonly timeZone?: string;
}

/** What a screen is given. */
export interface Stage extends Omit<AppProps, 'caseFile'> {
  /** The running plan, while one runs. */
  readonly treatment: TreatmentSnapshot | undefined;
  readonly flow: FlowSnapshot;
  readonly view: CaseView;
  readonly layout: FullLayout;
  readonly scope: KeyScope;
  readonly send: FlowActor['send'];
  /** Size of the area that a screen may fill. */
  readonly width: number;
  readonly height: number;
  /** Ends the program's screen. */
  readonly leave: () => void;
  /** The error text that was pasted, for as long as the program runs. */
  readonly pasted: string;
  readonly setPasted: (change: (before: string) => string) => void;
  readonly setOpened: (opened: KeyScope['opened']) => void;
  /** Shows what these probes asked and were answered; of all commands where nothing is known of theirs. */
  readonly showOutput: (probes: readonly ProbeId[]) => void;
}

export const StageContext = createContext<Stage | null>(null);

export function useStage(): Stage {
  const stage = use(StageContext);
  if (stage === null) throw new Error('Screens are drawn inside the App.');
  return stage;
}
