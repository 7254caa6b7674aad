import { useEffect } from 'react';
import { checklistRows, checklistTitle, shortChecklist } from '../components/checklist.js';
import { Rows } from '../components/rows.js';
import { useStage } from '../context.js';
import { row, span } from '../rows.js';
import { useNow } from '../use-now.js';

/** The checks with their live status; where they do not all fit, what was found and what runs stays in view. */
export function Diagnosing() {
  const stage = useStage();
  const now = useNow(stage.clock, true);
  const { view, width, height, text, setOpened } = stage;
  // What was open belongs to the diagnosis before.
  useEffect(() => setOpened('nothing'), [setOpened]);
  const allEnded =
    view.probes.length > 0 &&
    view.probes.every(({ progress }) => !['waiting', 'running'].includes(progress.status));
  const closing = allEnded ? [row(' ', span(text.screens.diagnosing.judging, 'quiet'))] : [];
  const room = height - 1 - closing.length;
  const checks = shortChecklist(stage, checklistRows(stage, width, now), room);
  return <Rows rows={[checklistTitle(stage, width), ...checks, ...closing]} width={width} />;
}
