/**
 * Output of other programs made fit for a terminal (design.md section 4): escape sequences, control characters and
 * bidirectional overrides are taken out, so that a text can neither move the cursor, retitle the window nor read backwards.
 */
export function sanitizeLine(text: string): string {
  // Most lines are plain; one test spares them the rest.
  if (!unsafe.test(text)) return text;
  return expandTabs(text.replace(sequences, '')).replace(separators, ' ').replace(characters, '');
}

const unsafe = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** CSI; OSC, DCS, SOS, PM and APC with their text; other escapes. An unterminated string keeps its text, harmless then. */
const sequences = new RegExp(
  [
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]`,
    String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9b-\x9f]*(?:\x07|\x1b\\|\x9c)`,
    String.raw`\x1b[ -/]*[0-~]`,
  ].join('|'),
  'g',
);

const separators = /[\u2028\u2029]/g;
const characters = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const tabWidth = 8;

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let line = '';
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) line += ' '.repeat(tabWidth - (line.length % tabWidth));
    line += part;
  }
  return line;
}
