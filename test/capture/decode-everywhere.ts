import { decodeCodePage } from '../../src/host/code-pages.js';
import { wideText } from '../../src/host/line-shape.js';
import { isCommandExchange, type Recording } from '../../src/host/replay/recording.js';

/** Every text of a recording as whoever opens the file may read it: each payload as UTF-8, UTF-16LE and in both pages. */
export function everyReading(recording: Recording): readonly string[] {
  const { oem, ansi } = recording.machine.codePages;
  const payloads = [
    ...recording.exchanges.flatMap((each) =>
      isCommandExchange(each) ? [each.stdoutBase64, each.stderrBase64] : [each.resultBase64 ?? ''],
    ),
    ...Object.values(recording.files),
  ];
  return [
    JSON.stringify(recording),
    ...payloads.flatMap((base64) => {
      const bytes = Buffer.from(base64, 'base64');
      return [
        bytes.toString('utf8'),
        wideText(bytes),
        wideText(bytes.subarray(1)),
        decodeCodePage(bytes, oem),
        decodeCodePage(bytes, ansi),
      ];
    }),
  ];
}

/** Those of the canaries that are read somewhere, in any case, plain or escaped as in JSON. */
export function foundIn(readings: readonly string[], canaries: readonly string[]): readonly string[] {
  const text = readings.join('\n').toLowerCase();
  const decoded = text.replace(/\\\\/g, '\\');
  return canaries.filter((canary) =>
    [text, decoded].some(
      (each) => each.includes(canary.toLowerCase()) || each.includes(encodeURI(canary).toLowerCase()),
    ),
  );
}
