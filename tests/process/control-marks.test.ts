/** Sequences that command a terminal, and marks that turn a line round, stay out of what is said, whatever they came in. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { plainRecords } from "../../src/render/clean.js";
import { saying } from "../support/evil-overlay.js";
import { runAll } from "../support/in-one-process.js";
import { FOLDER } from "../support/packed.js";
import { judgeTerminal } from "../torture/judge/terminal.js";

const LINK = "\u001b]8;;https://evil.example\u001b\\";
const CLIPBOARD = "\u001b]52;c;ZXZpbA==\u0007";
const MARKS = `${LINK}${CLIPBOARD}\u001b[2J\u009b31m\u202e\u2065\u2066`;
/** What spreadsheets take for a formula when a cell begins with it. */
const BEGINNINGS = ["=", "+", "-", "@"];

const folder = () => mkdtempSync(join(FOLDER, "marks-"));

/** A company's folder with one line of MegaFon's for each beginning of a cell. */
function overlay(more = ""): string {
  const at = folder();
  mkdirSync(join(at, "operators"));
  const channels = BEGINNINGS.map((beginning, index) => {
    const text = `${beginning}1+1${more}`;
    const source = { publisher: text, url: "https://company.example/lines", tier: "third-party", date: "2026-11-20" };
    return { ...saying(text, `marks-${index}`, `+7495000001${index}`, 800 + index), sources: [source] };
  });
  writeFileSync(join(at, "operators", "megafon.json"), JSON.stringify({ id: "megafon", channels }));
  return at;
}

/** @returns what each said, none of it with a mark. */
async function clean(lines: readonly (readonly string[])[]): Promise<string[]> {
  const ended = await runAll(lines, { HOME: folder() });
  return ended.map(({ code, out, err }, at) => {
    expect(code, lines[at]?.join(" ")).not.toBe(1);
    judgeTerminal(`stdout of ${lines[at]?.[0]}`, out);
    judgeTerminal(`stderr of ${lines[at]?.[0]}`, err);
    return out + err;
  });
}

describe("text of the person's", () => {
  it("is heard and repeated without them", async () => {
    const texts = ["ask", "find", "reply", "charge", "whose", "report"].map((name) => [
      name,
      `${MARKS}megafon 0500${MARKS}`,
    ]);
    const said = await clean([
      ...texts,
      ["ask", `${MARKS}my number is +7 926 111-05-00, I am in Turkey, mts or megafon`],
      ["reply", "general-support", "--number", `+7 926 111-05-00${MARKS}`],
      ["find", "no service", "--operator", "m\rts"],
      ["emergency", "--country", `T${MARKS}UR`],
      ["route", "-o", "mts", "--tried", `0500${MARKS}`],
      ["checklist", "show", `xsolla${MARKS}`],
      ["checklist", "start", "xsolla", "--operator", `mts${MARKS}`],
      ["claim", "content-without-consent", "--field", `name=Anna${MARKS}`],
    ]);
    expect(said.every((text) => text !== "")).toBe(true);
  });
});

describe("names of files", () => {
  it("are said without them, and the file has the name it was given", async () => {
    const at = folder();
    const name = (ending: string) => join(at, `a${MARKS.replaceAll("/", "")}.${ending}`);
    const said = await clean([
      ["contacts", "mts", "--format", "csv", "-O", name("csv")],
      ["claim", "content-without-consent", "-O", name("txt"), "--ics", name("ics")],
    ]);
    expect(said[0]).toContain("Written: ");
    expect(said[1]?.match(/Saved: /g)).toHaveLength(2);
    expect(readdirSync(at)).toHaveLength(3);
    expect(readdirSync(at).every((file) => file.includes("\u001b"))).toBe(true);
  });

  it("a folder of another's among the runs is no run, and is not named", async () => {
    const home = folder();
    const runs = join(home, "dozvon", "checklists");
    const foreign = join(runs, `xsolla${MARKS.replaceAll("/", "")}`);
    mkdirSync(foreign, { recursive: true });
    writeFileSync(join(foreign, "000001-00000000.json"), "{");
    const ended = await runAll(
      [
        ["checklist", "status"],
        ["checklist", "list"],
        ["checklist", "resume"],
      ],
      {
        HOME: home,
        XDG_CONFIG_HOME: home,
      },
    );
    for (const { out, err } of ended) judgeTerminal("checklist", out + err);
    expect(readdirSync(runs)).toHaveLength(1);
    expect(readFileSync(join(foreign, "000001-00000000.json"), "utf8")).toBe("{");
  });
});

describe("texts of an overlay", () => {
  const over = overlay();

  it("with them are refused, and the refusal is without them", async () => {
    const marked = overlay(MARKS);
    const said = await clean([
      ["contacts", "megafon", "--directory", marked],
      ["data", "check", marked],
    ]);
    for (const text of said) expect(text).toContain("channels[0].label.en");
  });

  it("no cell of a table begins a formula", async () => {
    // The mark at its beginning is for spreadsheets, which take the file for another charset without it.
    const [{ out: csv } = { out: "" }] = await runAll([
      ["contacts", "megafon", "--format", "csv", "--directory", over],
    ]);
    const cells = (parseCsv(csv, { bom: true }) as string[][]).flat();
    expect(cells.filter((cell) => cell.includes("1+1")).length).toBeGreaterThan(BEGINNINGS.length);
    expect(cells.filter((cell) => /^[=+@-]1\+1/.test(cell))).toEqual([]);
  });

  it("nor does any field of --plain hold a tab or a line break", () => {
    expect(plainRecords([["=1\t2", "a\r\nb", `c${MARKS}`]]).match(/[\t\r\n]/g)).toEqual(["\t", "\t", "\n"]);
  });
});
