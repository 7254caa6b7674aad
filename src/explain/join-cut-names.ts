import { knownContexts, normaliseCode } from '../causes/error-codes.js';

/**
 * Puts together the codes and names that the edge of a narrow window cut in two. A line end is taken out only where the
 * two halves make a name that is known, or a code of full length, and a half by itself does not.
 */
export function joinCutNames(text: string): string {
  return text.replace(lineEndInWord, (whole, left: string, right: string, at: number) => {
    const halves = { left, right, before: text[at - 1] ?? '', after: text[at + whole.length] ?? '' };
    return kinds.some((isCut) => isCut(halves)) ? left + right : whole;
  });
}

/** No name that is looked for is longer than 40 letters. The bounds keep a hostile text linear. */
const lineEndInWord =
  /(?<![A-Za-z0-9_])([A-Za-z0-9_]{1,40})[^\S\n]{0,2}\n[^\S\n]{0,8}([A-Za-z0-9_]{1,40})(?![A-Za-z0-9_])/g;

interface Halves {
  readonly left: string;
  readonly right: string;
  readonly before: string;
  readonly after: string;
}

const kinds: readonly ((halves: Halves) => boolean)[] = [
  isHexadecimal,
  isDecimal,
  isSymbol,
  isContext,
  isMode,
];

function isHexadecimal({ left, right }: Halves): boolean {
  return left.length < 10 && /^0[xX][0-9a-fA-F]{8}$/.test(left + right);
}

/** Ten digits alone could be anything; a value that has a name is a code. */
function isDecimal({ left, right, before }: Halves): boolean {
  const digits = left + right;
  if (!/^\d{10}$/.test(digits)) return false;
  const sign = /[-−]/.test(before) ? '-' : '';
  return typeof normaliseCode(sign + digits)?.symbol === 'string';
}

function isSymbol({ left, right }: Halves): boolean {
  const whole = left + right;
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(whole)) return false;
  return normaliseCode(whole) !== null && normaliseCode(left) === null && normaliseCode(right) === null;
}

function isContext({ left, right, before, after }: Halves): boolean {
  return (before === '/' || after === '/') && knownContexts.has(left + right);
}

const modeNames = new Set(['networkingMode', 'VirtioProxy', 'Consomme', 'Mirrored', 'Bridged']);

function isMode({ left, right }: Halves): boolean {
  return modeNames.has(left + right);
}
