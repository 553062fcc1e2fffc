/** A day after the newest check in data/, so that no answer depends on the day the tests run. */
export const SWEEP_DAY = "2026-11-29";
