/** `dozvon report` as a process: a ready issue text on one channel. */
import { readFileSync } from "node:fs";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { channelNamed } from "../../src/answers/report.js";
import { assemble, inMemory } from "../../src/gate/assemble.js";
import { OPERATORS } from "../support/authored.js";
import { evilOverlay } from "../support/evil-overlay.js";
import { soundBase, TODAY } from "../support/folders.js";
import { hooked, json, run } from "../support/run.js";

const ID = "megafon.voice.toll-free";
const authored = OPERATORS.flatMap(({ channels }) => channels).find(({ id }) => id === ID) as unknown as {
  sources: { url: string | null; publisher: string }[];
  checkedOn: string;
};

describe.concurrent("the text", () => {
  it("has the channel, its sources, grade, date and both versions", async () => {
    const { out } = await run(["report", ID, "--lang", "en"]);
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const directory = (await json(["report", ID])).document.directory as unknown as { version: string };
    expect(out.split("\n")[0]).toBe(`Wrong value: ${ID} (8 800 550-05-00)`);
    for (const part of [
      ID,
      "8 800 550-05-00",
      "corroborated, current",
      authored.checkedOn,
      version,
      directory.version,
    ]) {
      expect(out).toContain(part);
    }
    for (const { url } of authored.sources) if (url) expect(out).toContain(`<${url}>`);
    expect(out.match(/^- no source we can name$/gm) ?? []).toHaveLength(
      authored.sources.filter((one) => !one.url).length,
    );
  });

  it("has a place for what was seen, and warns of anything personal", async () => {
    const { out } = await run(["report", ID, "--lang", "ru"]);
    expect(out).toMatch(/### Что вы увидели\n\n<!-- .*Не пишите свой номер, имя и паспорт.*-->\n- Что произошло/);
    expect(out.match(/:$/gm)).toHaveLength(5);
  });

  it("knows nothing of the person or the machine", async () => {
    const env = { DOZVON_OPERATOR: "t2", DOZVON_FROM: "foreign", USER: "ivan", HOSTNAME: "ivans-laptop" };
    const plain = await run(["report", ID]);
    expect(await run(["report", ID], { env })).toEqual(plain);
    expect(plain.out).not.toMatch(/\/(?:home|root|tmp|Users)\//);
  });

  it("goes nowhere: no connection is made", async () => {
    const hook = 'require("node:net").Socket.prototype.connect = () => { process.stdout.write("CONNECTED"); };';
    expect(await run(["report", ID], { env: hooked(hook) })).toEqual(await run(["report", ID]));
  });

  it("keeps its lines whole in a pipe and to the width on a screen", async () => {
    const { out } = await run(["report", ID, "--lang", "en"], { env: { COLUMNS: "40" } });
    const unbreakable = (line: string) => !line.trim().includes(" ");
    expect(out.split("\n").filter((line) => stringWidth(line) > 40 && !unbreakable(line))).toEqual([]);
    const piped = (await run(["report", ID, "--lang", "en"])).out;
    expect(piped.replace(/\s+/g, " ")).toBe(out.replace(/\s+/g, " "));
    expect(piped.split("\n").length).toBeLessThan(out.split("\n").length);
  });

  it("does not become markup where an overlay's texts try to", async () => {
    const { out } = await run(["report", "megafon.voice.evil-markup", "--directory", evilOverlay()]);
    expect(out).toContain("overlay");
    expect(out).not.toMatch(/^- (?:Name|Название): .*(?<!\\)<script/m);
  });

  it("as JSON has the same title and body", async () => {
    const { document } = await json(["report", ID, "--lang", "en"]);
    const { title, body } = document.result as unknown as { title: string; body: string };
    expect(`${title}\n\n${body}`).toBe((await run(["report", ID, "--lang", "en"])).out);
  });
});

describe.concurrent("the channel", () => {
  it.each([["88005500500"], ["+7 800 550-05-00"], [" MEGAFON.voice.toll-free"]])("is found as %s", async (given) => {
    expect((await json(["report", given])).document.result).toMatchObject({ channel: ID });
  });

  it("is found under the id it had before", () => {
    const gone = { since: TODAY, why: { ru: "Новый номер.", en: "A new number." } };
    const retired = [
      { id: "north.voice.older", instead: "north.voice.city", ...gone },
      { id: "north.voice.old", instead: "north.voice.short", ...gone },
    ];
    const directory = { ...inMemory(assemble(soundBase())), retired };
    expect(channelNamed("north.voice.old", directory).id).toBe("north.voice.short");
  });

  it("that is nearly one is suggested", async () => {
    const { code, document } = await json(["report", "megafon.voice.tol-free"]);
    expect({ code, problem: document.problem.code, hints: document.problem.hints }).toEqual({
      code: 2,
      problem: "unknown-channel",
      hints: [ID],
    });
    expect(document.problem.detail).toContain("megafon.voice.tol-free");
  });

  it("has to be named where a number is several", async () => {
    const { code, document } = await json(["report", "0500"]);
    expect({ code, allowed: document.problem.allowed }).toEqual({
      code: 2,
      allowed: ["megafon.voice.short", "megafon.sms.support"],
    });
    expect(document.problem.detail).toContain("0500");
  });

  it.each([[["report"]], [["report", "nothing.like.this-at-all"]], [["report", ""]], [["report", "x".repeat(5000)]]])(
    "that is none is refused",
    async (args) => {
      const { code, document } = await json(args);
      expect({ code, kind: document.kind }).toEqual({ code: 2, kind: "report" });
    },
  );

  it.each(["line 88005500500", "x88005500500", "88005500500 again"])("is not guessed from %s", async (given) => {
    expect((await json(["report", given])).document.problem.code).toBe("unknown-channel");
  });
});
