/** What stays in the normal terminal when the screen is gone: the verdict, what was done, where everything is. */
import type { Text } from '../text/text.js';
import { endsWithoutVerdict, type CaseView } from '../workflow/case-file.js';
import type { HostInfo } from './context.js';
import { placeOf, type FlowSnapshot } from './place.js';
import { proofWords, resultEntries } from './result-rows.js';
import { padRow, row, rowText, textWidth } from './rows.js';
import { stepTitle } from './components/steps.js';
import { causeName, missingWords } from './words.js';

export interface SummaryInput {
  readonly flow: FlowSnapshot;
  readonly view: CaseView;
  readonly text: Text;
  readonly host: HostInfo;
}

/** Plain lines without any control characters; how wide the terminal is does not matter. */
export function summaryLines(input: SummaryInput): readonly string[] {
  const { view, text, host } = input;
  const toGoOn = {
    label: text.screens.result.toGoOn,
    value: goesOn(input) ? (view.place?.resumeCommand ?? '') : '',
  };
  const entries = [toGoOn, ...resultEntries({ view, text })].filter(({ value }) => value !== '');
  const labelWidth = Math.max(0, ...entries.map(({ label }) => textWidth(label))) + 2;
  const where = entries.flatMap(({ label, value }) =>
    value
      .split('\n')
      .map((line, index) => rowText([...padRow(row(index === 0 ? label : ''), labelWidth), ...row(line)])),
  );
  const practice = host.kind === 'simulated' ? [text.screens.summary.simulated(host.name)] : [];
  return [...outcomeLines(input), ...where, ...practice].map((line) => rowText(row(line)));
}

function outcomeLines({ flow, view, text }: SummaryInput): readonly string[] {
  const say = text.screens.summary;
  const verdict = flow.context.verdict ?? view.verdict;
  const end = lastSession(view);
  if (verdict !== null) {
    const proof = proofWords({ view, text });
    const sentence = `${text.screens.verdicts[verdict]}${text.screens.gap}${text.screens.verdictMeanings[verdict]}`;
    return [proof === '' ? sentence : `${sentence}${text.screens.gap}${proof}`];
  }
  if (view.handedOver !== null) return [say.handedOver];
  if (view.copied !== null) return copiedLines(view.copied, text);
  if (end === 'not-undone') return [say.notFullyRolledBack, ...remainderLines(view, text)];
  if (end === 'undone') return [say.rolledBack];
  if (flow.context.unfinished === 'awaiting-restart' || waitsForRestart(flow, view))
    return [view.comesBack === 'by-itself' ? say.comesBack : say.awaitingRestart];
  if (end === 'stopped') return [say.stopped];
  if (view.unfinished !== null) return [say.unfinished];
  return [...diagnosisLines(view, text), say.nothingChanged];
}

/** Something is left that the program has to be started again for. */
function goesOn({ flow, view }: SummaryInput): boolean {
  if ((flow.context.verdict ?? view.verdict) !== null || endsWithoutVerdict(view)) return false;
  const end = lastSession(view);
  if (end === 'not-undone' || end === 'undone') return false;
  return end === 'stopped' || view.unfinished !== null || waitsForRestart(flow, view);
}

/** Where the copies are comes first: that is what somebody who worries looks for. */
export function copiedLines({ what, paths }: NonNullable<CaseView['copied']>, text: Text): readonly string[] {
  const { title, meaning } = text.screens.copied[what];
  return [title, ...paths.map((path) => `  ${path}`), meaning];
}

function diagnosisLines({ diagnosis }: CaseView, text: Text): readonly string[] {
  const say = text.screens.summary;
  if (diagnosis === null) return [say.notDiagnosed];
  const [likely] = diagnosis.causes;
  const cause =
    likely === undefined ? [] : [`${say.causes}${text.screens.colon}${causeName(text, likely.id)}`];
  return [missingWords(diagnosis, text) ?? say.healths[diagnosis.health], ...cause];
}

function remainderLines(view: CaseView, text: Text): readonly string[] {
  return view.steps.flatMap(({ stepId, remainder }) =>
    remainder.length === 0
      ? []
      : [`  ${stepTitle({ view, text }, stepId)}`, ...remainder.map((line) => `    ${line}`)],
  );
}

/** How far the steps of the last plan came, where that is what the summary is about. */
function lastSession({ steps }: CaseView): 'none' | 'undone' | 'not-undone' | 'stopped' {
  if (steps.some(({ status }) => status === 'not-undone')) return 'not-undone';
  if (steps.some(({ status }) => status === 'undone')) return 'undone';
  return steps.some(({ status }) => status !== 'planned') ? 'stopped' : 'none';
}

function waitsForRestart(flow: FlowSnapshot, view: CaseView): boolean {
  const place = placeOf(flow);
  if (place === 'awaiting-restart' || place === 'restarting' || place === 'confirming-restart') return true;
  const allEnded =
    view.steps.length > 0 && view.steps.every(({ status }) => status === 'done' || status === 'skipped');
  return view.plan?.restart === true && allEnded;
}
