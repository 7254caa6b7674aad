/**
 * Why a file cannot be replayed.
 * - `not-json`: no JSON at all · `truncated`: begins as a capture and breaks off, or is empty
 * - `not-a-capture`: JSON of something else · `other-version`: a capture of another version of the format
 * - `damaged`: a field is missing or odd · `too-large`: beyond what is read
 */
export type CaptureFault =
  'not-json' | 'truncated' | 'not-a-capture' | 'other-version' | 'damaged' | 'too-large';
