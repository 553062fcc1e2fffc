/** The forms and workflows have the shape GitHub accepts, and name what there is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { shell } from "../support/run.js";

const FORMS = ".github/ISSUE_TEMPLATE";
const WORKFLOWS = ".github/workflows";
const read = (...path: string[]): unknown => parse(readFileSync(join(...path), "utf8"));

/** GitHub's syntax of issue forms, docs.github.com, "Syntax for GitHub's form schema". */
const id = z.string().regex(/^[A-Za-z0-9_-]+$/);
const validations = z.strictObject({ required: z.boolean() }).optional();
const described = { label: z.string().min(1), description: z.string().optional() };
const open = z.strictObject({ ...described, placeholder: z.string().optional(), value: z.string().optional() });
const options = z.array(z.string().min(1)).min(1);
const box = z.strictObject({ label: z.string().min(1), required: z.boolean().optional() });
const element = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("markdown"), attributes: z.strictObject({ value: z.string().min(1) }) }),
  z.strictObject({ type: z.literal("input"), id, attributes: open, validations }),
  z.strictObject({ type: z.literal("textarea"), id, attributes: open, validations }),
  z.strictObject({
    type: z.literal("dropdown"),
    id,
    attributes: z.strictObject({ ...described, options }),
    validations,
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    id,
    attributes: z.strictObject({ ...described, options: z.array(box).min(1) }),
  }),
]);
const form = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  title: z.string(),
  labels: z.array(z.string()),
  body: z.array(element).min(1),
});

describe("an issue form", () => {
  const files = readdirSync(FORMS).filter((name) => name !== "config.yml");

  it("is there for a wrong number, a new operator and an unclear step", () => {
    expect(files.sort()).toEqual(["new-operator.yml", "unclear-step.yml", "wrong-number.yml"]);
  });

  it.each(files)("%s is one that GitHub shows", (name) => {
    const { body } = form.parse(read(FORMS, name));
    const asked = body.flatMap((one) => ("id" in one ? [one] : []));
    expect(new Set(asked.map((one) => one.id)).size).toBe(asked.length);
    expect(new Set(asked.map((one) => one.attributes.label)).size).toBe(asked.length);
    const choices = body.flatMap((one) => (one.type === "dropdown" ? one.attributes.options : []));
    expect(choices.filter((choice) => typeof choice !== "string")).toEqual([]);
  });

  it("for a wrong number asks what the program leaves to fill in", async () => {
    const { out } = await shell('"$DOZVON" report megafon.voice.toll-free --lang en');
    const blanks = out.split("\n").filter((line) => /^- .*:$/.test(line));
    const { body } = form.parse(read(FORMS, "wrong-number.yml"));
    const labels = body.flatMap((one) => (one.type === "markdown" ? [] : [one.attributes.label]));
    const starts = blanks.map((line) => line.replace(/^- |[ (:].*$/g, "")).map((line) => line.split(" ")[0] ?? "");
    expect(starts).toHaveLength(5);
    for (const start of starts) expect(labels.some((label) => label.startsWith(start))).toBe(true);
    const { title } = form.parse(read(FORMS, "wrong-number.yml"));
    expect(out.startsWith(title)).toBe(true);
  });
});

describe("a workflow", () => {
  interface Job {
    strategy?: { matrix: { node: string[]; os?: string[] } };
    "runs-on": string;
    steps: { run?: string }[];
  }
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
    engines: { node: string };
  };
  const jobs = (name: string) => (read(WORKFLOWS, name) as { jobs: Record<string, Job> }).jobs;

  it.each(readdirSync(WORKFLOWS))("%s runs scripts that there are", (name) => {
    const runs = Object.values(jobs(name)).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    const scripts = runs.flatMap((run) => /^npm (?:run )?(test[\w:]*|check|build)/.exec(run)?.[1] ?? []);
    for (const script of scripts) expect(manifest.scripts).toHaveProperty([script]);
    const folders = runs.flatMap((run) => (run.startsWith("npx vitest run ") ? run.split(" ").slice(3) : []));
    for (const folder of folders) expect(readdirSync(folder)).not.toEqual([]);
  });

  it("tests on the oldest Node promised and on those after it, on three systems", () => {
    const { test, windows } = jobs("ci.yml");
    const lowest = manifest.engines.node.replace(/[^\d.]/g, "");
    expect(test?.strategy?.matrix.node).toEqual([`${lowest}.0`, "20", "22", "24"]);
    expect(test?.strategy?.matrix.os).toEqual(["ubuntu-latest", "macos-latest"]);
    expect(windows?.["runs-on"]).toBe("windows-latest");
    expect(windows?.strategy?.matrix.node).toEqual(["20", "22", "24"]);
  });
});
