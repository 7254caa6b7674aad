/** How fast a simulated machine's time goes by for those who wait. */
export type Pace = 'real' | 'quick' | 'instant';

/** Factor for every duration of a world: quick makes a whole diagnosis last about three seconds (design.md section 5). */
export const paceFactors: Readonly<Record<Pace, number>> = { real: 1, quick: 0.12, instant: 0 };
