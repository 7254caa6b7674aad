import type { SessionSummary } from '../../journal/record.js';
import { Choices } from '../components/choices.js';
import { stepIcons, stepTitle } from '../components/steps.js';
import { useStage, type Stage } from '../context.js';
import { changeLines } from '../machine-changes.js';
import { emptyRow, paragraph, row, span, spread, wrapRow, type Row, type Tone } from '../rows.js';
import { dayAndTime } from '../times.js';
import { remedyName } from '../words.js';

/** What an earlier run left behind. Finishing comes first: it shows a plan and runs nothing by itself. */
export function Recovering() {
  const stage = useStage();
  const { text, width, height, send, flow } = stage;
  const say = text.screens.recovering;
  const hasRestarted = flow.context.unfinished === 'restarted';
  const choices = [
    { id: 'finish', text: hasRestarted ? say.verify : say.finish, choose: () => send({ type: 'FINISH' }) },
    { id: 'undo', text: say.undo, choose: () => send({ type: 'UNDO' }) },
    { id: 'forget', text: say.forget, choose: () => send({ type: 'FORGET' }) },
  ];
  return (
    <Choices rows={sessionRows(stage, hasRestarted, width)} choices={choices} width={width} height={height} />
  );
}

function sessionRows(stage: Stage, hasRestarted: boolean, width: number): readonly Row[] {
  const { view, text, timeZone } = stage;
  const session = view.unfinished;
  if (session === null) return [];
  const say = text.screens.recovering;
  const startedAt = dayAndTime(session.startedAt, timeZone);
  const title = hasRestarted ? say.restarted(startedAt) : say.title(startedAt);
  return [
    ...paragraph(title, width, 'strong', 1),
    ...staleRows(stage, width),
    emptyRow,
    row(' ', span(say.remedy, 'strong'), text.screens.colon, remedyName(text, session.remedy)),
    row(' ', span(session.session, 'quiet')),
    emptyRow,
    ...session.steps.map((step, index) => stepRow(stage, step, index, width)),
  ];
}

/** Why this is looked at closely before anything goes on. */
function staleRows({ view, text }: Stage, width: number): readonly Row[] {
  const say = text.screens.recovering;
  const changes = changeLines(view.earlier?.changes ?? [], text);
  return [
    ...(view.earlier?.age === 'old' ? paragraph(say.old, width, 'warning', 1) : []),
    ...(changes.length === 0 ? [] : paragraph(say.changed, width, 'warning', 1)),
    ...changes.flatMap((line) => wrapRow(row(' - ', span(line, 'warning')), width, 3)),
  ];
}

function stepRow(
  stage: Stage,
  { step, outcome }: SessionSummary['steps'][number],
  index: number,
  width: number,
): Row {
  const { text } = stage;
  const outcomes = text.screens.applying.outcomes;
  const [icon, tone]: readonly [string, Tone] = outcome === 'begun' ? ['●', 'warning'] : stepIcons[outcome];
  const words = outcome === 'begun' ? text.screens.recovering.begun : outcomes[outcome];
  const start = row(' ', span(`${icon} `, tone), `${index + 1} ${stepTitle(stage, step)}`);
  return spread(start, row(span(words, tone)), Math.min(width, 90));
}
