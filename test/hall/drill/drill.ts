/** What a drill came to. `held`: the protection held; `controlFailed`: without it, the same drill failed, so it can fail. */
export interface DrillResult {
  name: string;
  held: boolean;
  controlFailed: boolean;
  /** Figures for the reader. */
  [figure: string]: string | number | boolean;
}
