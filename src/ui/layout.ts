/** Where things go at a terminal size. Pure: sizes in, sizes out, all in cells. */

export interface FrameSize {
  readonly columns: number;
  readonly rows: number;
}

export type Layout =
  | { readonly kind: 'too-small' }
  | {
      /** `columns`: flow left, commands right. `strip`: commands in a strip below. `single`: commands behind Tab. `linear`: for screen readers. */
      readonly kind: 'columns' | 'strip' | 'single' | 'linear';
      /** Width of the whole frame. */
      readonly width: number;
      /** Height of the frame: one row less than the terminal, which then never scrolls. */
      readonly height: number;
      /** Rows between header and footer. */
      readonly bodyHeight: number;
      /** Width of the flow while the commands are beside it. */
      readonly flowWidth: number;
      /** Rows of the flow while the commands are below it. */
      readonly flowHeight: number;
      readonly paneWidth: number;
      /** Rows of the commands, their tabs included. */
      readonly paneHeight: number;
    };
export type FullLayout = Exclude<Layout, { readonly kind: 'too-small' }>;

export const smallest: FrameSize = { columns: 40, rows: 12 };
const headerHeight = 3;
const footerHeight = 1;
/** Tabs and three lines of output. */
const stripHeight = 4;
/** ` │ ` between the columns. */
const dividerWidth = 3;

export function layoutFor({ columns, rows }: FrameSize, screenReader = false): Layout {
  if (screenReader) return linear(columns);
  if (columns < smallest.columns || rows < smallest.rows) return { kind: 'too-small' };
  const height = rows - 1;
  const bodyHeight = height - headerHeight - footerHeight;
  const whole = { width: columns, height, bodyHeight };
  if (columns >= 100 && rows >= 24) {
    const flowWidth = Math.min(Math.floor((columns - dividerWidth) * 0.46), 80);
    const paneWidth = columns - dividerWidth - flowWidth;
    return {
      kind: 'columns',
      ...whole,
      flowWidth,
      flowHeight: bodyHeight,
      paneWidth,
      paneHeight: bodyHeight,
    };
  }
  if (rows >= 22) {
    const flowHeight = bodyHeight - stripHeight;
    return {
      kind: 'strip',
      ...whole,
      flowWidth: columns,
      flowHeight,
      paneWidth: columns,
      paneHeight: stripHeight,
    };
  }
  const pane = { paneWidth: columns, paneHeight: bodyHeight };
  return { kind: 'single', ...whole, flowWidth: columns, flowHeight: bodyHeight, ...pane };
}

/** No limit in height: a screen reader reads what is written. */
function linear(columns: number): FullLayout {
  const endless = 10_000;
  return {
    kind: 'linear',
    width: columns,
    height: endless,
    bodyHeight: endless,
    flowWidth: columns,
    flowHeight: endless,
    paneWidth: columns,
    paneHeight: 0,
  };
}

/** The first of `count` rows to show so that `focus` is in view and no row is wasted. */
export function scrollTo(focus: number, count: number, height: number, from = 0): number {
  const last = Math.max(0, count - height);
  const needed = focus < from ? focus : focus >= from + height ? focus - height + 1 : from;
  return Math.min(Math.max(needed, 0), last);
}
