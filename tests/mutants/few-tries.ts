import fc from "fast-check";

/** Each property is tried with the same few values for every mutant: one lives or dies by its own doing. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 20, seed: 20_261_122 });
