/** Made-up values in the place of real ones: the same for the same, and never one that occurs in what is masked. */
export interface Pseudonyms {
  /** `make` gives a candidate for each number, from 1. */
  of(original: string, make: (number: number) => string): string;
  /** Whether it was given out here; such a one is not masked again. */
  isIssued(text: string): boolean;
}

/** `avoid`: texts that must not appear in a pseudonym. Looked up at each use, as it may still grow. */
export function createPseudonyms(avoid: () => Iterable<string>): Pseudonyms {
  const given = new Map<string, string>();
  const issued = new Set<string>();
  return {
    of(original, make) {
      const key = original.toLowerCase();
      const known = given.get(key);
      if (known !== undefined) return known;
      for (let number = 1; ; number++) {
        const candidate = make(number);
        const lower = candidate.toLowerCase();
        if (issued.has(lower) || (number < mostTries && holdsAny(lower, avoid()))) continue;
        given.set(key, candidate);
        issued.add(lower);
        return candidate;
      }
    },
    isIssued: (text) => issued.has(text.toLowerCase()),
  };
}

/** Beyond this the names to avoid leave no room, and an unused one has to do. */
const mostTries = 10_000;

function holdsAny(text: string, parts: Iterable<string>): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}
