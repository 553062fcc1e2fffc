import { type FoundView, foundRows } from "./text.js";

export const foundJson = (view: FoundView) => ({
  operator: view.found.operator,
  topic: view.found.topic,
  hits: foundRows(view).map(({ mark: _mark, ...row }) => row),
});
