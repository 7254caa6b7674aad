import type { RemedyId, Verdict } from '../../domain/ids.js';
import { Choices, type Choice } from '../components/choices.js';
import { labelledRows, type Entry } from '../components/labelled.js';
import { useStage, type Stage } from '../context.js';
import { checkRows, proofWords, resultEntries } from '../result-rows.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row, type Tone } from '../rows.js';
import { nextOffer } from '../offer-rows.js';
import { useCommands } from '../use-commands.js';
import { remedyMeaning, remedyName } from '../words.js';

/** Repaired, working by a fallback, or not to be judged: the verdict first, the proof beside it. */
export function Resolved() {
  const stage = useStage();
  const { text, width, height, send, leave, flow } = stage;
  const lookAgain = () => send({ type: 'DIAGNOSE' });
  useCommands({ 'look-again': lookAgain });
  const verdict = flow.context.verdict ?? 'cannot-judge';
  const entries = labelledRows([...resultEntries(stage, verdict), ...repairEntries(stage, verdict)], width);
  const rows = [...verdictRows(stage, verdict, width), emptyRow, ...entries];
  const choices: readonly Choice[] = [
    { id: 'leave', text: text.screens.afterwards.leave, choose: leave },
    { id: 'look-again', text: text.screens.afterwards.lookAgain, choose: lookAgain },
    ...(verdict === 'repaired' ? preventions(stage) : []),
  ];
  return <Choices rows={rows} choices={choices} width={width} height={height} />;
}

/** Where the fault is only worked around: what would repair it. */
function repairEntries(stage: Stage, verdict: Verdict): readonly Entry[] {
  const next = verdict === 'working-by-fallback' ? nextOffer(stage) : undefined;
  if (next?.relation !== 'repairs') return [];
  const { result } = stage.text.screens;
  return [{ label: result.next, value: result.nextRepair(remedyName(stage.text, next.id)) }];
}

/** What keeps it from happening again, as an offer; from what is known, which after a restart is nothing. */
function preventions({ view, flow, text, send }: Stage): readonly Choice[] {
  if (flow.context.health === null) return [];
  const carriedOut = view.plan?.remedy;
  return (view.diagnosis?.offers ?? [])
    .filter(({ id, available }) => available && id !== carriedOut && preventing.has(id))
    .map(({ id }) => ({
      id,
      text: { label: remedyName(text, id), explanation: remedyMeaning(text, id)[0] ?? '' },
      choose: () => send({ type: 'CHOOSE', remedy: id, target: null }),
    }));
}
const preventing: ReadonlySet<RemedyId> = new Set(['restore-point', 'wsl-update', 'windows-update-guide']);

/** Not repaired: what was put back, what stays changed, and what to do about it. */
export function Deciding() {
  const stage = useStage();
  const { text, width, height, send } = stage;
  const say = text.screens;
  const { givenBack } = stage.view.aftermath;
  const putBack = givenBack.length === 0 ? say.result.nothingPutBack : givenBack.join(say.comma);
  const rows = [
    ...verdictRows(stage, 'not-repaired', width),
    ...paragraph(adviceAfterwards(stage), width, 'accent', 1),
    emptyRow,
    ...labelledRows([{ label: say.result.putBack, value: putBack }, ...resultEntries(stage)], width),
  ];
  const choices: readonly Choice[] = [
    { id: 'keep', text: say.deciding.keep, choose: () => send({ type: 'KEEP' }) },
    { id: 'undo', text: say.deciding.undo, choose: () => send({ type: 'UNDO' }) },
  ];
  return <Choices rows={rows} choices={choices} width={width} height={height} />;
}

function verdictRows(stage: Stage, verdict: Verdict, width: number): readonly Row[] {
  const { text } = stage;
  const proof = proofWords(stage);
  const meaning = text.screens.verdictMeanings[verdict];
  const { gap } = text.screens;
  return [
    ...wrapRow(
      row(
        ' ',
        span(text.screens.verdicts[verdict], verdictTones[verdict]),
        `${gap}${meaning}${gap}`,
        span(proof, 'quiet'),
      ),
      width,
      1,
    ),
    ...checkRows({ ...stage, view: { ...stage.view, checks: madeChecks(stage) } }, width),
  ];
}

/** A check that was never due says nothing about the verdict. */
function madeChecks({ view }: Stage) {
  return view.checks.filter(({ status }) => status !== 'waiting');
}

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  repaired: 'good',
  'working-by-fallback': 'warning',
  'not-repaired': 'bad',
  'cannot-judge': 'warning',
};

/** After a restart the program is a new one, which has not looked at the machine yet. */
function adviceAfterwards(stage: Stage): string {
  const { text, view } = stage;
  const say = text.screens.result;
  if (view.diagnosis === null) return say.nextDiagnosis;
  const next = nextOffer(stage);
  return next === undefined ? say.noNextRemedy : say.nextRemedy(remedyName(text, next.id));
}
