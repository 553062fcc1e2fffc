/** The example a helpdesk starts from works as it is written. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
    expect(readdirSync(folder).sort()).toEqual(["README.md", "operators", "schema"]);
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
    for (const place of [join(folder, "deeper"), "x".repeat(600)]) {
      const missing = await json(["data", "new-overlay", place]);
      expect({ code: missing.code, problem: missing.document.problem.code }).toEqual({
        code: 5,
        problem: "file-unavailable",
      });
    }
    await json(["data", "new-overlay", folder]);
    writeFileSync(join(folder, "ours.txt"), "ours");
    const again = await json(["data", "new-overlay", folder]);
    expect({ code: again.code, problem: again.document.problem.code }).toEqual({ code: 2, problem: "usage" });
    expect(readdirSync(folder)).toContain("ours.txt");
  });
});

/** Of the issues found in a file, what to write at each place that has exactly that form. */
const edit = (file: string, changes: (json: Record<string, unknown>) => void): void => {
  const json = JSON.parse(readFileSync(file, "utf8"));
  changes(json);
  writeFileSync(file, JSON.stringify(json, null, 2));
};

describe("an MVNO, a desk with hours and one line retired", () => {
  const folder = fresh();
  const check = async () =>
    (await json(["data", "check", folder])).document.result as unknown as {
      issues: { file: string; path: string; instead: string }[];
    };

  it("take two rounds of data check", async () => {
    await run(["data", "new-overlay", folder, "--operator", "ladoga"]);
    writeFileSync(
      join(folder, "operators", "megafon.json"),
      JSON.stringify({
        $schema: "../schema/operator-patch.schema.json",
        id: "megafon",
        // A day as it is usually shortened, and an id as it is remembered.
        channels: [
          {
            id: "megafon.voice.short",
            hours: { text: { ru: "пн–пт", en: "Mon–Fri" }, schedule: [{ days: ["mon"], from: "9:00", to: "18:00" }] },
          },
        ],
        retire: ["megafon.email.corporate"],
      }),
    );

    const first = await check();
    expect(first.issues.map(({ file, path }) => `${file} ${path}`).sort()).toEqual([
      "operators/ladoga.json channels[0].value",
      "operators/ladoga.json channels[1].value",
      "operators/ladoga.json channels[2].value",
      "operators/megafon.json channels[0].hours.schedule[0].days[0]",
      "operators/megafon.json channels[0].hours.schedule[0].from",
      "operators/megafon.json retire[0]",
    ]);
    const instead = new Map(first.issues.map(({ path, instead: write }) => [path, write]));

    edit(join(folder, "operators", "ladoga.json"), ({ channels }) => {
      const values = ["0611", "+78005005050", "+74957654321"];
      (channels as { value: string }[]).forEach((channel, index) => {
        channel.value = values[index] ?? "";
      });
    });
    edit(join(folder, "operators", "megafon.json"), (patch) => {
      const at = "channels[0].hours.schedule[0]";
      const [day, from] = [`${at}.days[0]`, `${at}.from`].map((path) => JSON.parse(instead.get(path) ?? ""));
      const hours = { text: { ru: "пн–пт", en: "Mon–Fri" }, schedule: [{ days: [day], from, to: "18:00" }] };
      patch.channels = [{ id: "megafon.voice.short", hours }];
      patch.retire = [JSON.parse(instead.get("retire[0]") ?? "")];
    });
    const { operators, channels } = (await json(["data", "check"])).document.result as unknown as Record<
      string,
      number
    >;
    const after = { operators: Number(operators) + 1, channels: Number(channels) + 3 - 1 };
    expect(await check()).toMatchObject({ valid: true, issues: [], ...after });
  });

  it("are then known to sentences, to routing and to whoever asks whose a number is", async () => {
    const asked = await json(["ask", "ladoga не работает связь", "--directory", folder]);
    expect(asked.document.query.facts.operator?.value).toBe("ladoga");
    const situation = ["-o", "ladoga", "-t", "general-support", "-r", "abroad", "-f", "own", "-s", "personal"];
    const { document } = await json(["route", ...situation, "--directory", folder]);
    expect(document.result.primary).toBe("ladoga.voice.desk");
    expect(document.result.channels.find(({ id }) => id === "ladoga.voice.desk")?.uri).toBe("tel:+74957654321;ext=0");
    const card = await run(["contacts", "ladoga", "--format", "vcf", "--directory", folder]);
    expect(card.out).toContain("TEL;TYPE=WORK,VOICE:+74957654321\\,0\r\n");
    const whose = await json(["whose", "0611", "--directory", folder]);
    const { numbers } = whose.document.result as unknown as {
      numbers: { uses: { channel: string; origin: string }[] }[];
    };
    const origins = Object.fromEntries(numbers[0]?.uses.map(({ channel, origin }) => [channel, origin]) ?? []);
    expect(origins).toMatchObject({ "ladoga.voice.short": "overlay", "beeline.voice.short": "built-in" });
    const { out } = await run(["whose", "0611", "--directory", folder, "--lang", "ru"]);
    expect(out.replace(/\s+/g, " ")).toContain("Из папки вашей компании, не из справочника dozvon.");
  });
});

it.each([
  ["Ladoga Mobile", "operator-id"],
  ["megafon", "operator-known"],
])("no new operator is called %s", async (id) => {
  const folder = fresh();
  const { code, document } = await json(["data", "new-overlay", folder, "--operator", id]);
  expect([code, document.problem.code]).toEqual([2, "usage"]);
  expect(existsSync(folder)).toBe(false);
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
