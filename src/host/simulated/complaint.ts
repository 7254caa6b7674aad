import type { WorldText } from './texts/text.js';

/** A sentence in the machine's language. */
export type Sentence = (text: WorldText) => string;

/** What WSL has to say of a start. */
export interface Complaint {
  readonly sentence: Sentence;
  /** Where and with which code, as printed after "Error code:"; null where WSL prints none. */
  readonly codePath: string | null;
}
