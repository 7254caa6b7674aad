/**
 * WSL's own version, dotted, where a text names it: the first line of `wsl --version` in any language, `WSL: 2.4.11` or a
 * heading with the version below it in a report. Null where none is named. `0.0.0.0` is how collected logs say that only the in-box WSL is there.
 */
export function findWslVersion(text: string): string | null {
  // A label may be translated but keeps the name; a kernel or Windows version stands on lines of its own.
  const match =
    /\bWSL\b[^\n\d.]{0,24}[:：\s]\s{0,4}v?(\d{1,2}\.\d{1,3}\.\d{1,5}(?:\.\d{1,5})?)(?![\d.])/.exec(text);
  return match?.[1] ?? null;
}
