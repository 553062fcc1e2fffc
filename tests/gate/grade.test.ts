/** The table of data/README.md, "Sources and grades", row by row. */
import { describe, expect, it } from "vitest";
import { gradeOf, statusOf } from "../../src/gate/compile.js";
import { witness } from "../support/records.js";

const operator = witness({ publisher: "north.example", tier: "official" });
const state = witness({ publisher: "state.example", tier: "regulator" });
const paper = witness({ publisher: "paper.example", tier: "press" });
const forum = witness({ publisher: "forum.example" });
const uncited = witness({ publisher: "uncited", date: null });

describe("grade and status of a value", () => {
  it.each([
    ["the operator's own page", [operator], "official", "current"],
    ["a state body's page", [state], "official", "current"],
    ["an official page among others", [forum, operator, uncited], "official", "current"],
    ["two publishers", [paper, forum], "corroborated", "current"],
    ["a publisher and one that cannot be named", [paper, uncited], "corroborated", "current"],
    ["one publisher", [paper], "reported", "unconfirmed"],
    ["one publisher twice", [paper, { ...paper, date: "2020" }], "reported", "unconfirmed"],
    ["one that cannot be named", [uncited], "reported", "unconfirmed"],
    ["two that cannot be named", [uncited, uncited], "reported", "unconfirmed"],
    ["a publisher, and the operator only for the range", [paper, ownership(operator)], "reported", "unconfirmed"],
    ["a publisher, and another only for the service", [paper, service(forum)], "reported", "unconfirmed"],
    ["a publisher, and a state body only for the service", [paper, service(state)], "reported", "unconfirmed"],
  ] as const)("%s", (_witnesses, sources, grade, status) => {
    expect(gradeOf(sources)).toBe(grade);
    expect(statusOf(gradeOf(sources), false)).toBe(status);
  });

  it.each(["official", "corroborated", "reported"] as const)("a %s value that a conflict passed over", (grade) => {
    expect(statusOf(grade, true)).toBe("disputed");
  });
});

function ownership<T>(source: T) {
  return { ...source, supports: "ownership" as const };
}

function service<T>(source: T) {
  return { ...source, supports: "service" as const };
}
