/** The types of the ES module: `require` takes those of dozvon.ts as they are. */
export * from "./dozvon.js";
