/** The console that the program was started in: what comes on standard input, and one question with its answer. */
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';

/** All of standard input as text: UTF-8, or UTF-16 as Notepad, PowerShell and cmd.exe write it. */
export async function readStandardInput(): Promise<string> {
  const bytes = await readStandardInputBytes();
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

export async function readStandardInputBytes(): Promise<Uint8Array> {
  return new Uint8Array(await buffer(process.stdin));
}

/** Asks in the terminal; resolves with what was typed, trimmed. */
export async function askInTerminal(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // `wsl > file` under cmd.exe has no mark: every other byte of Latin text is zero.
  return bytes[1] === 0 && bytes[3] === 0 ? 'utf-16le' : 'utf-8';
}
