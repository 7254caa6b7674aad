import { useStage } from '../context.js';
import { emptyRow, paragraph } from '../rows.js';
import { Rows } from '../components/rows.js';

export interface WaitingProps {
  readonly sentence: string;
}

/** A moment in which there is nothing to decide: says what is waited for. */
export function Waiting({ sentence }: WaitingProps) {
  const { width } = useStage();
  return <Rows rows={[emptyRow, ...paragraph(sentence, width, 'plain', 1)]} width={width} />;
}
