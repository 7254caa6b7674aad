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

/**
 * CIM cmdlets give a generic HResult and put the real one into the error id: `HRESULT 0x8004100e,Microsoft…`, or Windows'
 * number as in `Windows System Error 5,Get-NetFirewallProfile`.
 */
function hresultOf(errorId: unknown, hresult: unknown): string | undefined {
  const found = (typeof errorId === 'string' ? hresultIn(errorId) : undefined) ?? hresult;
  return typeof found === 'string' && /^0x[0-9a-f]{8}$/i.test(found) ? found.toLowerCase() : undefined;
}

function hresultIn(errorId: string): string | undefined {
  const system = /^Windows System Error (\d{1,5})\b/.exec(errorId)?.[1];
  if (system === undefined) return /^HRESULT (0x[0-9a-f]{8})\b/i.exec(errorId)?.[1];
  // HRESULT_FROM_WIN32; a code of Windows has 16 bits.
  return `0x8007${(Number(system) & 0xffff).toString(16).padStart(4, '0')}`;
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
