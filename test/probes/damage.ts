/** A text cut at twenty places, with bytes changed, and empty: what a killed or broken program leaves. */
export function damagedCopies(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const cuts = Array.from({ length: 20 }, (_, index) =>
    bytes.slice(0, Math.floor((bytes.length * index) / 20)),
  );
  const changed = Array.from({ length: 20 }, (_, round) => scrambled(bytes, round + 1));
  return ['', ...[...cuts, ...changed].map((each) => new TextDecoder().decode(each))];
}

/** The same damage in every run: a small generator with a seed. */
function scrambled(bytes: Uint8Array, seed: number): Uint8Array {
  const copy = bytes.slice();
  let state = seed;
  for (let round = 0; round < 12 && copy.length > 0; round++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    copy[state % copy.length] = (state >> 8) % 256;
  }
  return copy;
}
