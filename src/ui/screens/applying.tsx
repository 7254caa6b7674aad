import { Rows } from '../components/rows.js';
import { runningStep, stepRows } from '../components/steps.js';
import { useStage, type Stage } from '../context.js';
import { scrollTo } from '../layout.js';
import { emptyRow, paragraph, row, span, type Row } from '../rows.js';
import { useNow } from '../use-now.js';

/** The steps while they run; `rolling-back` shows them being taken back. */
export function Applying() {
  const stage = useStage();
  const { width, height, text, scope } = stage;
  const now = useNow(stage.clock, true);
  const isUndo = scope.place === 'rolling-back';
  const title = isUndo ? text.screens.rollingBack.title : text.screens.applying.title;
  const note = noteOf(stage);
  const noteRows: readonly Row[] = note === '' ? [] : [emptyRow, ...paragraph(note, width, 'warning', 1)];
  const steps = stepRows(stage, width, now);
  const room = Math.max(1, height - 1 - noteRows.length);
  const from = scrollTo(runningStep(stage), steps.length, room);
  const rows = [row(' ', span(title, 'strong')), ...steps.slice(from, from + room), ...noteRows];
  return <Rows rows={rows} width={width} />;
}

function noteOf({ treatment, text, scope }: Stage): string {
  const say = text.screens;
  if (scope.place === 'rolling-back') return say.rollingBack.mustFinish;
  if (treatment?.matches('opening') === true) return say.applying.opening;
  if (treatment?.matches('settling') === true) return say.applying.settling;
  if (treatment?.matches({ applying: 'finishingStep' }) === true) return say.applying.finishing;
  if (treatment?.matches({ applying: 'finishingStepToRollBack' }) === true)
    return say.applying.finishingToUndo;
  return '';
}
