import { Rows } from '../components/rows.js';
import { useStage } from '../context.js';
import { checkRows } from '../result-rows.js';
import { row, span } from '../rows.js';

/** The proofs as they come in. */
export function Verifying() {
  const stage = useStage();
  const { text, width, height } = stage;
  const title = row(' ', span(text.screens.verifying.title, 'strong'));
  return <Rows rows={[title, ...checkRows(stage, width)].slice(0, height)} width={width} />;
}
