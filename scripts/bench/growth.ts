/** How the time of what reads foreign text grows with it: text of twice the length against the text, as JSON. */
import { createTextMasker } from '../../src/capture/mask-text.js';
import { explain } from '../../src/explain/explain.js';
import { checkWslconfig } from '../../src/wslconfig/check.js';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

function mask(text: string): string {
  const masker = createTextMasker(new Uint8Array(16).fill(7));
  masker.settle();
  return masker.mask(text);
}

/** Text that invites comparing each place with all others. */
const readers: readonly (readonly [string, string, (text: string) => unknown])[] = [
  ['explain', 'E_FAIL/', (text) => explain(text)],
  ['explain', '-2147217406 ', (text) => explain(text)],
  ['wslconfig check', ' ', (text) => checkWslconfig(bytes(`[wsl2]\nmemory=8${text}gb\n`))],
  ['wslconfig check', 'ipv6: 1\n', (text) => checkWslconfig(bytes(`[wsl2]\n${text}`))],
  ['masking', '1.', mask],
  ['masking', '@a', mask],
];

const turns = 5;

function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let turn = 0; turn < turns; turn++) {
    const before = performance.now();
    work();
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

const measured = readers.map(([name, piece, read]) => {
  const once = piece.repeat(Math.ceil(200_000 / piece.length));
  const ms = fastest(() => read(once));
  return { name: `${name}, ${JSON.stringify(piece)}`, ms, twiceMs: fastest(() => read(once + once)) };
});
console.log(JSON.stringify(measured));
