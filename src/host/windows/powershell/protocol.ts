import type { Answer } from '../../host.js';

/** JSON in ASCII only, as PowerShell's input may be in any code page. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether scripts may do all that they need; undefined where the line is no handshake of this protocol. */
export function readHandshake(line: string): 'full' | 'constrained' | undefined {
  const handshake = readObject(line);
  if (handshake?.protocol !== 1 || typeof handshake.mode !== 'string') return undefined;
  return handshake.mode === 'FullLanguage' ? 'full' : 'constrained';
}

/** The answer to question `n`; undefined where the line is anything else. */
export function readReply(line: string, n: number): Answer | undefined {
  const reply = readObject(line);
  if (reply?.n !== n) return undefined;
  if (reply.ok === true) return { ok: true, value: reply.value ?? null };
  if (reply.ok !== false) return undefined;
  const { errorId, message } = reply;
  const hresult = hresultOf(errorId, reply.hresult);
  return {
    ok: false,
    reason: 'error',
    ...(typeof errorId === 'string' ? { errorId } : {}),
    ...(hresult === undefined ? {} : { hresult }),
    ...(typeof message === 'string' ? { message } : {}),
  };
}

/** CIM cmdlets give a generic HResult and put the real one into the error id: `HRESULT 0x8004100e,Microsoft…`. */
function hresultOf(errorId: unknown, hresult: unknown): string | undefined {
  const inId = typeof errorId === 'string' ? /^HRESULT (0x[0-9a-f]{8})\b/i.exec(errorId)?.[1] : undefined;
  const found = inId ?? hresult;
  return typeof found === 'string' && /^0x[0-9a-f]{8}$/i.test(found) ? found.toLowerCase() : undefined;
}

function readObject(line: string): Partial<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // Every field is checked where it is used.
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
