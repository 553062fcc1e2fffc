/** The example a helpdesk starts from works as it is written. */
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

const fresh = (): string => join(mkdtempSync(join(tmpdir(), "dozvon-test-")), "lines");
const CORPORATE = ["-o", "megafon", "-s", "corporate", "-t", "sim-replacement", "-f", "internet", "-r", "home"];

describe("the example overlay", () => {
  it("passes the gate, adds its channel, says where it comes from, and leaves out what it retires", async () => {
    const folder = fresh();
    const { document: written } = await json(["data", "new-overlay", folder]);
    expect(written.kind).toBe("data-new-overlay");
    expect(readdirSync(folder).sort()).toEqual(["README.md", "operators"]);
    const { document: checked } = await json(["data", "check", folder]);
    expect(checked.result.valid).toBe(true);

    const { document } = await json(["route", ...CORPORATE, "--directory", folder]);
    const origins = new Map(document.result.channels.map(({ id, origin }) => [id, origin]));
    expect(origins.get("megafon.email.our-helpdesk")).toBe("overlay");
    expect(new Set(origins.values())).toEqual(new Set(["overlay", "built-in"]));

    const { out } = await run(["route", ...CORPORATE, "--directory", folder, "--lang", "ru"]);
    expect(out).toMatch(/phones@helpdesk\.example\.com[\s\S]*из папки\s+вашей\s+компании/i);
    const complaint = ["-o", "megafon", "-s", "corporate", "-t", "complaint", "-f", "internet", "-r", "home"];
    const { document: before } = await json(["route", ...complaint]);
    const { document: after } = await json(["route", ...complaint, "--directory", folder]);
    const retired = "megafon.email.corporate-msk";
    expect(before.result.channels.map(({ id }) => id)).toContain(retired);
    expect(after.result.channels.map(({ id }) => id)).not.toContain(retired);
  });

  it("is not written over anything, nor below a folder that is not there", async () => {
    const folder = fresh();
    const missing = await json(["data", "new-overlay", join(folder, "deeper")]);
    expect({ code: missing.code, problem: missing.document.problem.code }).toEqual({
      code: 5,
      problem: "file-unavailable",
    });
    await json(["data", "new-overlay", folder]);
    writeFileSync(join(folder, "ours.txt"), "ours");
    const again = await json(["data", "new-overlay", folder]);
    expect({ code: again.code, problem: again.document.problem.code }).toEqual({ code: 2, problem: "usage" });
    expect(readdirSync(folder)).toContain("ours.txt");
  });
});

/** The lines a person sees of the company's own address, in a form of output. */
/** A folded line of a vCard goes on behind the space that begins the next. */
const linesOf = (out: string): string =>
  (out.startsWith("BEGIN:VCARD") ? out.replace(/\r?\n[ \t]/g, "") : out).replace(/\r?\n[ \t]*/g, " ");

describe.concurrent("a line from the company's own folder says so", () => {
  const SITUATION = ["-s", "corporate", "-r", "home", "-f", "own"];
  const folder = fresh();
  beforeAll(async () => {
    await run(["data", "new-overlay", folder]);
  });

  it.each([
    ["contacts", ["contacts", "megafon"]],
    ["contacts as CSV", ["contacts", "megafon", "--format", "csv"]],
    ["contacts as Markdown", ["contacts", "megafon", "--format", "md"]],
    ["contacts as HTML", ["contacts", "megafon", "--format", "html"]],
    ["route", ["route", "-o", "megafon", ...SITUATION, "--full"]],
    ["contacts as vCard", ["contacts", "megafon", "--format", "vcf"]],
    ["find", ["find", "megafon", "phone", "desk"]],
    ["sources", ["sources", "megafon"]],
  ])("in %s", async (_, args) => {
    const { out } = await run([...args, "--directory", folder, "--lang", "en"]);
    expect(linesOf(out)).toContain("phones@helpdesk.example.com");
    expect(linesOf(out).replaceAll("&#39;", "'")).toMatch(/from your company's folder/i);
    const plainly = await run([...args, "--lang", "en"]);
    expect(plainly.out).not.toMatch(/your company/i);
  });
});
