/** What costs a file or a table to make is made when it is first asked for, and once. */
import { expect, it } from "vitest";
import { once, onceEach, onceFor } from "../../src/values/once.js";

it("for all, also where there is nothing in it", () => {
  let times = 0;
  const nothing = once(() => {
    times++;
  });
  expect(times).toBe(0);
  expect([nothing(), nothing(), times]).toEqual([undefined, undefined, 1]);
});

it("for each name, and for each object", () => {
  const names: string[] = [];
  const opened = onceEach((name) => [names.push(name), name]);
  const first = opened("calendar");
  expect([opened("calendar"), opened("plan")]).toEqual([first, [2, "plan"]]);
  expect(opened("calendar")).toBe(first);
  expect(names).toEqual(["calendar", "plan"]);
  const sized = onceFor((of: number[]) => ({ size: of.length }));
  const [one, other] = [[1], [1]];
  expect(sized(one)).toBe(sized(one));
  expect(sized(one)).not.toBe(sized(other));
});
