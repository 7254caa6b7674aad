/** The App on a fake terminal, with the real machine, fake effects, and a case written by hand. */
import { outlineOf, type Plan } from '../../src/domain/plan.js';
import { App } from '../../src/ui/app.js';
import type { AppProps, HostInfo } from '../../src/ui/context.js';
import { WorldPicker } from '../../src/ui/screens/world-picker.js';
import { createLogModel, type LogModel } from '../../src/ui/panes/log-model.js';
import { textFor } from '../../src/text/text-for.js';
import type { Language } from '../../src/text/language.js';
import { createCaseFile, type CaseFile, type CaseView } from '../../src/workflow/case-file.js';
import { gate, startFlow, type Flow, type Script } from '../machines/flow.js';
import { diagnosis, facts, probes, progressAt, resetPlan, startedAt } from './sample-case.js';
import { FakeTerminal, keys, usual, type Size } from './terminal.js';

export interface StageOptions {
  readonly size?: Size;
  readonly language?: Language;
  readonly script?: Partial<Script>;
  readonly view?: Partial<CaseView>;
  readonly host?: HostInfo;
  readonly screenReader?: boolean;
}

export interface TestStage {
  readonly flow: Flow;
  readonly caseFile: CaseFile;
  readonly log: LogModel;
  readonly terminal: FakeTerminal;
  readonly props: AppProps;
}

const opened: FakeTerminal[] = [];

export function closeStages(): void {
  for (const terminal of opened.splice(0)) terminal.unmount();
}

export async function openStage(options: StageOptions = {}): Promise<TestStage> {
  const { size = usual, language = 'en', script = {}, view = {}, screenReader = false } = options;
  const caseFile = createCaseFile();
  caseFile.update({ facts, probes, diagnosis, ...view });
  const flow = startFlow(script);
  const log = createLogModel({ schedule: (flush) => queueMicrotask(flush) });
  const terminal = new FakeTerminal(size);
  opened.push(terminal);
  const props: AppProps = {
    actor: flow.actor,
    caseFile,
    log,
    text: textFor(language),
    host: options.host ?? { kind: 'simulated', name: 'classic-80041002' },
    clock: { now: () => startedAt + 7_000, sleep: () => gate<undefined>().promise },
    colour: false,
    restartCommand: 'C:\\Windows\\System32\\shutdown.exe /r /t 0',
    returnCommand:
      'C:\\Windows\\System32\\reg.exe add HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce /v wsl-netfix-tui …',
    usualMs: { 'wsl-start': 20_000 },
    timeZone: 'UTC',
  };
  terminal.render(<App {...props} />, screenReader);
  await terminal.settled();
  return { flow, caseFile, log, terminal, props };
}

/** Never ends: keeps the flow where it is. */
export function never<T>(): Promise<T> {
  return gate<T>().promise;
}

export async function atReview(options: StageOptions = {}): Promise<TestStage> {
  const stage = await openStage(options);
  await stage.flow.reaches('reviewing');
  await stage.terminal.settled();
  return stage;
}

export async function atMenu(options: StageOptions = {}): Promise<TestStage> {
  const stage = await atReview(options);
  await stage.terminal.press(keys.enter);
  return stage;
}

/** The choice of a practice machine, before there is one. */
export async function atPicker(size: Size, language: Language): Promise<{ readonly terminal: FakeTerminal }> {
  const terminal = new FakeTerminal(size);
  opened.push(terminal);
  const choices = ['healthy', 'classic-80041002', 'vmware-leftover'].map((id) => ({
    id,
    story: `The story of ${id}, as its file tells it. `.repeat(3).trim(),
    inventedCure: id === 'classic-80041002',
  }));
  const text = textFor(language);
  terminal.render(<WorldPicker worlds={choices} text={text} colour={false} pick={() => undefined} />);
  await terminal.settled();
  await terminal.press(keys.down);
  return { terminal };
}

/** The plan on the screen, as the workflow would have put it there. */
export async function atPlan(options: StageOptions = {}, plan: Plan = resetPlan): Promise<TestStage> {
  const script = { makePlan: [outlineOf(plan)], ...options.script };
  const stage = await atMenu({ ...options, script });
  stage.caseFile.update({ plan, steps: progressAt(-1, plan) });
  stage.flow.send({ type: 'CHOOSE', remedy: plan.remedy, target: null });
  await stage.flow.reaches('planning.shown');
  await stage.terminal.settled();
  return stage;
}

export async function atConfirm(options: StageOptions = {}): Promise<TestStage> {
  const stage = await atPlan(options);
  await stage.terminal.press(keys.enter);
  return stage;
}

/** The sample plan while its second step runs. */
export async function atApplying(options: StageOptions = {}): Promise<TestStage> {
  const script: Partial<Script> = { runStep: ['done', never()], ...options.script };
  const stage = await atConfirm({ ...options, script });
  stage.caseFile.update({ steps: progressAt(1) });
  stage.flow.confirm();
  await stage.flow.reaches('applying');
  await stage.terminal.settled();
  return stage;
}

/** A command with output, as the host tells of it. */
export function logSample(log: LogModel): void {
  log.accept({
    type: 'started',
    run: 1,
    at: startedAt,
    pane: 'services',
    title: 'C:\\Windows\\System32\\sc.exe query hns',
  });
  log.accept({ type: 'line', run: 1, stream: 'stdout', text: 'SERVICE_NAME: hns' });
  log.accept({ type: 'line', run: 1, stream: 'stdout', text: '        STATE              : 4  RUNNING' });
  log.accept({ type: 'ended', run: 1, ended: 'exited', exitCode: 0, durationMs: 120 });
  log.accept({
    type: 'started',
    run: 2,
    at: startedAt + 1_000,
    pane: 'wsl',
    title: 'C:\\Windows\\System32\\wsl.exe -e true',
  });
  log.accept({
    type: 'line',
    run: 2,
    stream: 'stdout',
    text: '无法配置网络 (networkingMode Nat)，正在回退到 networkingMode None。错误代码: 0x80041002',
  });
  log.accept({ type: 'line', run: 2, stream: 'stderr', text: 'wsl: 0x80041002' });
}
