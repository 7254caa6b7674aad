import { copiedBy } from '../../domain/plan.js';
import { useStage } from '../context.js';
import type { Place } from '../place.js';
import { Applying } from './applying.js';
import { Choosing } from './choosing.js';
import { Confirming } from './confirming.js';
import { Copied } from './copied.js';
import { Diagnosing } from './diagnosing.js';
import { HandedOver } from './handed-over.js';
import { AskingUndo, History } from './history.js';
import { Interrupted } from './interrupted.js';
import { LookingDeeper } from './looking-deeper.js';
import { PlanScreen } from './plan.js';
import { Recovering } from './recovering.js';
import { AwaitingRestart, ConfirmingRestart } from './restart.js';
import { Reviewing } from './reviewing.js';
import { NotFullyRolledBack, RolledBack, Stopped } from './undone.js';
import { Deciding, Resolved } from './verdict.js';
import { Verifying } from './verifying.js';
import { Waiting } from './waiting.js';

/** The screen of a place. */
export function Screen({ place }: { readonly place: Place }) {
  const { text, view } = useStage();
  const isCopy = view.plan !== null && copiedBy(view.plan) !== null;
  switch (place) {
    case 'starting':
      return <Waiting sentence={text.screens.starting} />;
    case 'recovering':
      return <Recovering />;
    case 'forgetting':
      return <Waiting sentence={text.screens.forgetting} />;
    case 'diagnosing':
      return <Diagnosing />;
    case 'reviewing':
      return <Reviewing />;
    case 'looking-deeper':
      return <LookingDeeper />;
    case 'elevating-to-look':
      return <Waiting sentence={text.screens.elevatingToLook} />;
    case 'choosing':
      return <Choosing />;
    case 'history':
      return <History />;
    case 'asking-undo':
      return <AskingUndo />;
    case 'planning':
      return <Waiting sentence={text.screens.planning} />;
    case 'plan':
      return <PlanScreen />;
    case 'confirming':
      return <Confirming />;
    case 'elevating':
      return <Waiting sentence={text.screens.elevating} />;
    case 'rechecking':
      return <Waiting sentence={text.screens.rechecking} />;
    case 'applying':
    case 'rolling-back':
      return <Applying />;
    case 'interrupted':
      return <Interrupted />;
    case 'stopped':
      return <Stopped />;
    case 'rolled-back':
      return <RolledBack />;
    case 'not-fully-rolled-back':
      return <NotFullyRolledBack />;
    case 'awaiting-restart':
      return <AwaitingRestart />;
    case 'confirming-restart':
      return <ConfirmingRestart />;
    case 'restarting':
      return <Waiting sentence={text.screens.restarting} />;
    case 'handing-over':
      return isCopy ? <Applying /> : <Waiting sentence={text.screens.handedOver.opening} />;
    case 'handed-over':
      return view.copied === null ? <HandedOver /> : <Copied copied={view.copied} />;
    case 'verifying':
      return <Verifying />;
    case 'resolved':
      return <Resolved />;
    case 'deciding':
      return <Deciding />;
    case 'done':
      return null;
  }
}
