import { checklistRows, checklistTitle, runningCheck } from '../components/checklist.js';
import { Rows } from '../components/rows.js';
import { useStage } from '../context.js';
import { scrollTo } from '../layout.js';
import { row, span } from '../rows.js';
import { useNow } from '../use-now.js';

/** The checks with their live status; where they do not all fit, those that run stay in view. */
export function Diagnosing() {
  const stage = useStage();
  const now = useNow(stage.clock, true);
  const { width, height, text } = stage;
  const checks = checklistRows(stage, width, now);
  const isJudging = stage.view.probes.length > 0 && runningCheck(stage) === stage.view.probes.length - 1;
  const allEnded = stage.view.probes.every(
    ({ progress }) => !['waiting', 'running'].includes(progress.status),
  );
  const closing = isJudging && allEnded ? [row(' ', span(text.screens.diagnosing.judging, 'quiet'))] : [];
  const all = [...checks, ...closing];
  const room = height - 1;
  const from = scrollTo(closing.length > 0 ? all.length - 1 : runningCheck(stage), all.length, room);
  return <Rows rows={[checklistTitle(stage, width), ...all.slice(from, from + room)]} width={width} />;
}
