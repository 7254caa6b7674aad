/**
 * Measures the real App with full panes in a terminal in memory, and bare Ink beside it. Prints one JSON object.
 * Run with --expose-gc and one of: frames, flood, bare-frames, bare-keys.
 */
import { useEffect, useState, type ReactElement } from 'react';
import { render, Text, useInput } from 'ink';
import xterm from '@xterm/headless';
import { createActor, fromPromise, waitFor } from 'xstate';
import { diagnosisMachine } from '../../machines/diagnosis.js';
import { treatmentMachine, type RunStepInput, type RunStepOutput } from '../../machines/treatment.js';
import type { Unfinished } from '../../machines/troubleshooter-setup.js';
import { troubleshooterMachine } from '../../machines/troubleshooter.js';
import type { Depth } from '../../src/domain/diagnosis.js';
import type { Health } from '../../src/domain/ids.js';
import type { PlanOutline } from '../../src/domain/plan.js';
import type { LogEvent } from '../../src/host/host.js';
import { systemClock } from '../../src/host/clock.js';
import { textFor } from '../../src/text/text-for.js';
import { App } from '../../src/ui/app.js';
import { createLogModel, paneTabs, type LogModel } from '../../src/ui/panes/log-model.js';
import { renderOptions } from '../../src/ui/run-app.js';
import { createCaseFile } from '../../src/workflow/case-file.js';
import { openScreen, type Screen } from './terminal.js';

const text = textFor('en');
const panes = ['services', 'netsh', 'powershell', 'wsl'] as const;
const frames = 200;
const floodLines = 200_000;
const linesAtOnce = 200;
const keyEveryMs = 100;

/** Every row of the open pane changes from frame to frame; no pause between them. */
async function measureFrames() {
  const screen = openScreen();
  const log = createLogModel({ schedule: queueMicrotask });
  const fill = fillPanes(log);
  fill(1_000);
  const instance = render(await applyingApp(log, screen), { ...renderOptions(screen, false), maxFps: 1_000 });
  return {
    ms: await timeFrames(
      screen,
      () => fill(50),
      () => instance.waitUntilRenderFlush(),
    ),
  };
}

/** The same number of changing rows, as plain text and nothing else. */
async function measureBareFrames() {
  const screen = openScreen();
  let show: (round: number) => void = () => undefined;
  function Bare() {
    const [round, setRound] = useState(0);
    useEffect(() => {
      show = setRound;
    }, []);
    return <Text>{Array.from({ length: 39 }, (_, row) => lineOf(round * 39 + row)).join('\n')}</Text>;
  }
  const instance = render(<Bare />, { ...renderOptions(screen, false), maxFps: 1_000 });
  let round = 0;
  return {
    ms: await timeFrames(
      screen,
      () => show((round += 1)),
      () => instance.waitUntilRenderFlush(),
    ),
  };
}

async function timeFrames(screen: Screen, change: () => void, flushed: () => Promise<void>) {
  await flushed();
  const times: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    let written = 0;
    screen.onWrite = (chunk) => {
      written += chunk.length;
    };
    const start = performance.now();
    change();
    await nextTurn();
    await flushed();
    times.push(performance.now() - start);
    if (written === 0) throw new Error('Nothing was drawn.');
    await nextTurn();
  }
  // The first frames are those of an engine that has not warmed up.
  return times.slice(20);
}

/** 200,000 lines run through a pane at the product's frame rate, while Tab is pressed ten times a second. */
async function measureFlood() {
  const screen = openScreen();
  const log = createLogModel({ schedule: (flush) => setTimeout(flush, 33) });
  const keys = pressKeys(screen, nextTab);
  const instance = render(await applyingApp(log, screen), renderOptions(screen, false));
  const fill = fillPanes(log);
  fill(1_000);
  await instance.waitUntilRenderFlush();
  await pause(500);
  const before = memory();
  keys.start();
  let peakMb = 0;
  for (let sent = 0; sent < floodLines; sent += linesAtOnce) {
    fill(linesAtOnce);
    peakMb = Math.max(peakMb, process.memoryUsage().heapUsed / 2 ** 20);
    await pause(5);
  }
  const ms = await keys.stop();
  const after = memory();
  return {
    ms,
    lines: floodLines,
    heapGrowthMb: after.heap - before.heap,
    rssGrowthMb: after.rss - before.rss,
    peakMb,
  };
}

/** One text that every key changes, and no load. */
async function measureBareKeys() {
  const screen = openScreen();
  const texts = ['one ', 'two '];
  function Bare() {
    const [pressed, setPressed] = useState(0);
    useInput(() => setPressed((before) => before + 1));
    return <Text>{`[${texts[pressed % 2] ?? ''}]`}</Text>;
  }
  let presses = 0;
  const keys = pressKeys(screen, () => `[${texts[(presses += 1) % 2] ?? ''}]`);
  const instance = render(<Bare />, renderOptions(screen, false));
  await instance.waitUntilRenderFlush();
  await pause(500);
  keys.start();
  await pause(5_000);
  return { ms: await keys.stop() };
}

/**
 * Presses Tab again and again; each press is timed until the write after which a terminal shows the answer. Ink writes the
 * changed part of a line only, so that the bytes have to be drawn to be understood.
 */
function pressKeys(screen: Screen, answerToNext: () => string) {
  const times: number[] = [];
  let waiting: { readonly since: number; readonly answer: string } | null = null;
  const terminal = new xterm.Terminal({
    cols: 120,
    rows: 40,
    scrollback: 0,
    convertEol: true,
    allowProposedApi: true,
  });
  const shows = (answer: string) => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => terminal.buffer.active.getLine(row)?.translateToString() ?? '',
    );
    return rows.some((row) => row.includes(answer));
  };
  screen.onWrite = (chunk) => {
    const writtenAt = performance.now();
    terminal.write(chunk, () => {
      if (waiting === null || writtenAt < waiting.since || !shows(waiting.answer)) return;
      times.push(writtenAt - waiting.since);
      waiting = null;
    });
  };
  let timer: NodeJS.Timeout | undefined;
  const press = () => {
    // A key still unanswered goes on counting; one that is never answered was lost, which must not look like speed.
    if (waiting !== null && performance.now() - waiting.since > 10_000) throw new Error('A key was lost.');
    if (waiting !== null) return;
    waiting = { since: performance.now(), answer: answerToNext() };
    screen.press('\t');
  };
  return {
    start: () => {
      timer = setInterval(press, keyEveryMs);
    },
    stop: async () => {
      clearInterval(timer);
      while (waiting !== null) await pause(1);
      return times;
    },
  };
}

/** As the tab row shows the pane that Tab opens next, `all` being open at first. */
const nextTab = (() => {
  let at = paneTabs.indexOf('all');
  return () => {
    at = (at + 1) % paneTabs.length;
    return `[${text.screens.panes[paneTabs[at] ?? 'all']}]`;
  };
})();

/** The App in the middle of a plan, where commands run and their output stands beside the steps. */
async function applyingApp(log: LogModel, screen: Screen): Promise<ReactElement> {
  const never = new Promise<never>(() => undefined);
  const actor = createActor(
    troubleshooterMachine.provide({
      actors: {
        findUnfinished: fromPromise<{ readonly unfinished: Unfinished }>(() =>
          Promise.resolve({ unfinished: 'none' }),
        ),
        diagnosis: diagnosisMachine.provide({
          actors: {
            runProbes: fromPromise<unknown, { readonly depth: Depth }>(() => Promise.resolve()),
            judge: fromPromise<{ readonly health: Health }>(() => Promise.resolve({ health: 'broken' })),
          },
        }),
        makePlan: fromPromise(() => Promise.resolve(plan)),
        recheck: fromPromise<{ readonly moved: boolean }, { readonly planHash: string }>(() =>
          Promise.resolve({ moved: false }),
        ),
        treatment: treatmentMachine.provide({
          actors: {
            openJournal: fromPromise<
              unknown,
              { readonly planHash: string; readonly confirmed: readonly string[] }
            >(() => Promise.resolve()),
            runStep: fromPromise<RunStepOutput, RunStepInput>(() => never),
          },
        }),
      },
    }),
  );
  actor.start();
  await waitFor(actor, (state) => state.matches('reviewing'));
  actor.send({ type: 'CONTINUE' });
  actor.send({ type: 'CHOOSE', remedy: plan.remedy, target: null });
  await waitFor(actor, (state) => state.matches({ planning: 'shown' }));
  actor.send({ type: 'ACCEPT_PLAN', planHash: plan.hash });
  await waitFor(actor, (state) => state.matches('applying'));
  return (
    <App
      actor={actor}
      caseFile={createCaseFile()}
      log={log}
      text={text}
      host={{ kind: 'simulated', name: 'bench' }}
      clock={systemClock}
      colour={screen.stdout.isTTY}
      returnCommand={null}
      restartCommand="shutdown.exe /r /t 0"
    />
  );
}

const plan: PlanOutline = {
  hash: 'bench',
  remedy: 'reset-network-stack',
  target: null,
  half: 'whole',
  steps: [{ id: 'start-hns', effect: 'disruptive', confirmation: 'none' }],
  needsElevation: false,
  restart: false,
  handsOver: false,
};

/** Lines for all panes in turn, the first one taking most of them; a new command every 5,000 lines. */
function fillPanes(log: LogModel): (lines: number) => void {
  let sent = 0;
  const runs = new Map<string, number>();
  let lastRun = 0;
  const begin = (pane: (typeof panes)[number]) => {
    const ended = runs.get(pane);
    if (ended !== undefined) log.accept(endOf(ended));
    runs.set(pane, (lastRun += 1));
    log.accept({
      type: 'started',
      run: lastRun,
      at: 0,
      pane,
      title: `net.exe start hns (${lastRun})`,
    });
  };
  for (const pane of panes) begin(pane);
  return (lines) => {
    for (let count = 0; count < lines; count++, sent++) {
      const pane = sent % 10 === 0 ? (panes[(sent / 10) % panes.length] ?? 'services') : 'services';
      if (sent % 5_000 === 4_999) begin(pane);
      log.accept({
        type: 'line',
        run: runs.get(pane) ?? 0,
        stream: 'stdout',
        text: lineOf(sent),
      });
    }
  };
}

function endOf(run: number): LogEvent {
  return { type: 'ended', run, ended: 'exited', exitCode: 0, durationMs: 1 };
}

/** A line as long as those of netsh, never the same twice. */
function lineOf(number: number): string {
  return `${String(number).padStart(8, '0')}  The service entered the running state after ${number % 977} ms`;
}

function memory() {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const measures: Readonly<Record<string, () => Promise<object>>> = {
  frames: measureFrames,
  flood: measureFlood,
  'bare-frames': measureBareFrames,
  'bare-keys': measureBareKeys,
};
const measured = await measures[process.argv[2] ?? '']?.();
process.stdout.write(`${JSON.stringify(measured ?? null)}\n`);
process.exit(0);
