/** The two kinds of answers of a worker. */
import type { Answer } from '../host.js';

export const ok = (value: unknown): Answer => ({ ok: true, value });

/** An error as PowerShell reports it: its id and HRESULT are never localised, its message is. */
export const failed = (errorId: string, hresult: string, message?: string): Answer => ({
  ok: false,
  reason: 'error',
  errorId,
  hresult,
  ...(message === undefined ? {} : { message }),
});

/** The module that brings the command is not on this machine. */
export const noSuchCommand = (): Answer => failed('CommandNotFoundException', '0x80131501');
