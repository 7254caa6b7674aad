// `npm run bench`: how fast the program is, each number beside that of bare Ink on the same machine in the same run.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from './bench/bundle.js';
import { firstFrame } from './bench/first-frame.js';
import { quantile } from './bench/measures.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const starts = 7;

if (!existsSync(join(root, 'dist/main.js')))
  throw new Error('Nothing is built yet: npm run bench builds first.');
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} processors, ${cpus()[0]?.model ?? 'unknown'}\n`,
  );
  await benchFirstFrame();
  await benchPanes();
  await benchGrowth();
  await showSchedule();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The built program against Ink's hello world, taking turns so that a busy moment hits both. */
async function benchFirstFrame() {
  console.log(`First frame in a pseudo-terminal of 120x40, median of ${starts} starts`);
  if (!existsSync('/usr/bin/script')) {
    console.log('  skipped: needs `script` of util-linux\n');
    return;
  }
  const hello = join(root, 'scripts/bench/hello.js');
  await bundle(hello, join(folder, 'hello.mjs'));
  // Beside the node_modules that it imports from, as an unbundled program has them.
  await mkdir(join(folder, 'loose'));
  await cp(hello, join(folder, 'loose/hello.mjs'));
  await symlink(join(root, 'node_modules'), join(folder, 'loose/node_modules'), 'junction');

  const node = JSON.stringify(process.execPath);
  const programs = [
    { name: 'bare Ink, bundled like the program', command: `${node} ${folder}/hello.mjs` },
    { name: 'bare Ink, loose in node_modules', command: `${node} ${folder}/loose/hello.mjs` },
    {
      name: 'dist/main.js --simulate healthy',
      command: `${node} ${join(root, 'dist/main.js')} --simulate healthy`,
    },
  ].map((program) => ({ ...program, ms: [] }));
  const env = { NODE_ENV: 'production', XDG_STATE_HOME: join(folder, 'state') };
  for (let start = 0; start < starts; start++) {
    for (const { command, ms } of programs) ms.push(await firstFrame(command, env));
  }
  const base = quantile(programs[0].ms, 0.5);
  for (const { name, ms } of programs)
    line(name, `${quantile(ms, 0.5).toFixed(0)} ms`, quantile(ms, 0.5) / base);
  console.log('');
}

async function benchPanes() {
  await bundle(join(root, 'scripts/bench/panes.tsx'), join(folder, 'panes.mjs'));

  console.log('One frame at 120x40, from the change to the terminal, median');
  const bare = await measure('bare-frames');
  const frames = await measure('frames');
  compare(bare.ms, frames.ms, 0.5, 'bare Ink, 39 rows of plain text', 'full panes');

  console.log('From a key to the frame that answers it, 95th percentile');
  const bareKeys = await measure('bare-keys');
  const flood = await measure('flood');
  compare(
    bareKeys.ms,
    flood.ms,
    0.95,
    'bare Ink, one line, no load',
    `while a pane takes ${flood.lines} lines (${aim(quantile(flood.ms, 0.95), 100, 'ms')})`,
  );

  console.log(`Memory kept after those ${flood.lines} lines`);
  line(`heap (${aim(flood.heapGrowthMb, 50, 'MB')})`, `${flood.heapGrowthMb.toFixed(1)} MB`);
  line(`whole process (${aim(flood.rssGrowthMb, 50, 'MB')})`, `${flood.rssGrowthMb.toFixed(1)} MB`);
  line('largest heap on the way', `${flood.peakMb.toFixed(0)} MB`);
}

/** Foreign text is read in time that grows with its length: twice the text takes about twice as long, not four times. */
async function benchGrowth() {
  await bundle(join(root, 'scripts/bench/growth.ts'), join(folder, 'growth.mjs'));
  const { stdout } = await run(process.execPath, [join(folder, 'growth.mjs')]);
  console.log('\nTwice as much unfriendly text against 200 kB of it, fastest of five');
  for (const { name, ms, twiceMs } of JSON.parse(stdout)) {
    line(name, `${ms.toFixed(0)} → ${twiceMs.toFixed(0)} ms`, twiceMs / ms);
  }
}

/** No measurement: what a whole diagnosis takes on a slow machine, and which probes one has to wait for. */
async function showSchedule() {
  await bundle(join(root, 'scripts/bench/schedule.ts'), join(folder, 'schedule.mjs'));
  const { stdout } = await run(process.execPath, [join(folder, 'schedule.mjs')]);
  const { usual, hung, deep } = JSON.parse(stdout);
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  console.log('\nA whole diagnosis, each probe as long as it usually takes at the slow end');
  for (const { id, startMs, endMs } of usual.probes) {
    console.log(`  ${id.padEnd(28)}${seconds(startMs).padStart(8)} –${seconds(endMs).padStart(7)}`);
  }
  const chain = (name, { longestChain }) => `${name}: ${longestChain.join(' → ')}`;
  const aimed = (name, each) =>
    line(`${chain(name, each)} (${aim(each.totalMs, 20_000, 'ms')})`, seconds(each.totalMs));
  aimed('longest chain', usual);
  aimed('where HNS hangs', hung);
  line(`${chain('a deeper look, which is asked for', deep)} (no aim)`, seconds(deep.totalMs));
}

/** Each in a process of its own, so that one's garbage is not another's. */
async function measure(what) {
  const { stdout } = await run(process.execPath, ['--expose-gc', join(folder, 'panes.mjs'), what], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return JSON.parse(stdout);
}

function compare(base, ours, share, baseName, ourName) {
  const [one, other] = [quantile(base, share), quantile(ours, share)];
  line(baseName, `${one.toFixed(1)} ms`, 1);
  line(ourName, `${other.toFixed(1)} ms`, other / one);
  console.log('');
}

function aim(value, limit, unit) {
  return `aim ${limit} ${unit}: ${value <= limit ? 'met' : 'missed'}`;
}

function line(name, value, ratio) {
  console.log(
    `  ${name.padEnd(62)}${value.padStart(10)}${ratio === undefined ? '' : `${ratio.toFixed(2)}x`.padStart(9)}`,
  );
}
