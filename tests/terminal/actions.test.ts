/** What a person can do with an answer on the screen. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { modulesOf, photographed } from "../support/photograph.js";
import {
  ACTION,
  ASKED,
  askMegafon,
  askMegafonAbroad,
  type Cell,
  ENTER,
  type Home,
  privateHome,
  type Session,
  start,
} from "../support/terminal.js";

const NUMBER = "+7 926 111-05-00";
const { code: QR, copy: COPY, save: SAVE } = ACTION;

let home: Home;
let session: Session;

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

async function atMegafon(options: Partial<Parameters<typeof start>[0]> = {}): Promise<void> {
  session = start({ home, ...options });
  await askMegafonAbroad(session);
}

/** The rows of the screen that hold the code: those that begin with its light margin. */
function codeRows(): Cell[][] {
  const rows = session.lines().map((_, row) => session.cells(row));
  const code = rows.filter((cells) => cells.slice(0, 4).every(({ drawn }) => drawn === "█" || drawn === "▀"));
  const width = code[0]?.findIndex(({ drawn, back }) => drawn === "" || back === -1) ?? 0;
  return code.map((cells) => cells.slice(0, width > 0 ? width : cells.length));
}

describe("the code to scan", () => {
  it.each([[[80, 24]], [[40, 24]]] as const)(
    "is read back from the screen as it stands (%j), black on white",
    async (size) => {
      await atMegafon({ size });
      session.type(QR);
      await session.sees("Point a phone's camera at it.");
      await session.sees("█▀");
      await session.sees(ASKED.en.next);
      const rows = codeRows();
      expect(photographed(modulesOf(rows.map((cells) => cells.map(({ drawn }) => drawn || " ").join(""))))).toBe(
        "tel:+79261110500",
      );
      expect(new Set(rows.flat().map(({ front, back }) => `${front} on ${back}`))).toEqual(new Set(["15 on 0"]));
      // Four light modules around it: two rows of full blocks above, four columns on the left.
      expect(
        rows
          .slice(0, 2)
          .flat()
          .every(({ drawn }) => drawn === "█"),
      ).toBe(true);
    },
  );

  it("is not offered for a code to be typed", async () => {
    session = start({ home, args: [] });
    await session.answer(ASKED.en.topic, `balance and${ENTER}`);
    await session.answer(ASKED.en.operator, `megaf${ENTER}`);
    await session.sees("what next?");
    expect(session.screen()).toMatch(/^\*[\d*]+#: what next\?/m);
    expect(session.screen()).not.toContain("QR code");
  });
});

describe("copying and saving", () => {
  it("sends the number alone to the terminal's clipboard", async () => {
    await atMegafon();
    session.type(COPY);
    await session.sees("was sent to the clipboard");
    const sent = session.raw().split("\u001b]52;c;")[1]?.split("\u0007")[0] ?? "";
    expect(Buffer.from(sent, "base64").toString()).toBe("+79261110500");
  });

  it("saves a contact that other programs read, and asks before it replaces one", async () => {
    const file = join(home.folder, "work", "megafon.voice.abroad.vcf");
    await atMegafon();
    session.type(SAVE);
    await session.sees("Saved: megafon.voice.abroad.vcf");
    const card = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
    expect(card.getFirstPropertyValue("version")).toBe("3.0");
    expect(card.getFirstPropertyValue("tel")).toBe("+79261110500");
    expect(card.getFirstPropertyValue("fn")).toMatch(/MegaFon/);
    writeFileSync(file, "mine");
    session.type(SAVE);
    await session.answer(/is already there. Replace it\?\s+> 1. Yes/, "2");
    await session.settled();
    expect(readFileSync(file, "utf8")).toBe("mine");
    session.type(SAVE);
    await session.answer(/is already there. Replace it\?\s+> 1. Yes/, "1");
    await session.settled();
    expect(readFileSync(file, "utf8")).toMatch(/^BEGIN:VCARD/);
  });
});

describe("going on", () => {
  it("takes another answer to one fact, the usual one first", async () => {
    await atMegafon();
    session.type(ACTION.change);
    await session.answer(ASKED.en.which, "2");
    await session.answer(ASKED.en.place, "1");
    await session.sees(ASKED.en.home);
  });

  it("gives the next best way when one does not answer, and never the same again", async () => {
    session = start({ home, size: [80, 24] });
    await askMegafon(session);
    session.type(ACTION.noAnswer);
    await session.sees(/^(?!0500).+: what next\?/m);
    const [second] = session
      .lines()
      .flatMap((line) => /^(.+): what next\?/.exec(line)?.[1] ?? [])
      .slice(-1);
    expect(second).not.toBe("0500");
    expect(session.lines()).toContain(second);
    session.type(ACTION.noAnswer);
    await session.sees(/0500, ?8 800 550-05-00 does not answer|0500, ?8 800 550-05-00\s+do/);
  });

  it("asks whose customer once more for another operator", async () => {
    await atMegafon();
    session.type(ACTION.operator);
    await session.answer(ASKED.en.operator, `mts${ENTER}`);
    await session.sees("+7 495 766-01-66: what next?");
  });

  it("begins the checklist that belongs to the answer", async () => {
    session = start({ home, size: [80, 24] });
    await session.answer(ASKED.en.topic, `lost phone${ENTER}`);
    await session.answer(ASKED.en.operator, `mts${ENTER}`);
    await session.answer("2. Step by step: ", "2");
    await session.sees(/Step 1 of \d+: what came of it\?/);
  });

  it("offers a letter where money is in question", async () => {
    session = start({ home, size: [80, 150] });
    await session.answer(ASKED.en.topic, `unknown charge${ENTER}`);
    await session.answer(ASKED.en.operator, `mts${ENTER}`);
    await session.sees("Write a letter or a claim");
    // The checklist is a choice of the menu, and no command in what is told besides.
    session.type(ACTION.details);
    await session.sees(/to the money back\s+Unknown charges on the phone account\s+Sources[\s\S]*what next\?/);
    expect(session.screen()).not.toMatch(/dozvon \w/);
  });

  it("tells in the details only what the screen does not say yet, and no command", async () => {
    await atMegafon({ size: [80, 120] });
    const before = session.screen();
    expect(before).not.toMatch(/--\w|dozvon \w/);
    session.type(ACTION.details);
    await session.sees(/More: [\s\S]*8 800 550-05-00[\s\S]*what next\?/);
    expect(session.lines().filter((line) => line === NUMBER)).toHaveLength(1);
    expect(session.screen()).toContain("8 800 550-05-00");
  });

  it("shows the line that gives the same answer when it is left", async () => {
    await atMegafon({ size: [80, 60] });
    session.type(ACTION.exit);
    await session.answer(ASKED.en.remember, "2");
    await session.sees("The same in one line: dozvon route -o megafon -r abroad");
  });
});

describe("remembering", () => {
  it("is offered once, kept to its owner, and told of next time", async () => {
    await atMegafon();
    session.type(ACTION.exit);
    expect(existsSync(home.settings)).toBe(false);
    await session.answer(ASKED.en.remember, "1");
    expect(await session.exited()).toBe(0);
    expect(JSON.parse(readFileSync(home.settings, "utf8"))).toMatchObject({ operator: "megafon" });
    expect(statSync(home.settings).mode & 0o777).toBe(0o600);

    session = start({ home, size: [80, 60] });
    await session.answer(ASKED.en.topic, ENTER);
    await session.sees(ASKED.en.home);
    expect(session.screen()).toMatch(/From saved defaults:\s+MegaFon/);
    session.type(ACTION.exit);
    expect(await session.exited()).toBe(0);
  });

  it("saves nothing on no, and does not ask again", async () => {
    await atMegafon();
    session.type(ACTION.exit);
    await session.answer(ASKED.en.remember, "2");
    expect(await session.exited()).toBe(0);
    expect(JSON.parse(readFileSync(home.settings, "utf8"))).toEqual({ offered: true });
    expect(readdirSync(join(home.folder, "work"))).toEqual([]);

    await atMegafon();
    session.type(ACTION.exit);
    expect(await session.exited()).toBe(0);
  });

  it("that cannot be done leaves a given answer an answer", async () => {
    writeFileSync(join(home.folder, "xdg"), "a file where a folder should be");
    await atMegafon();
    session.type(ACTION.exit);
    await session.answer(ASKED.en.remember, "1");
    expect(await session.exited()).toBe(0);
    await session.sees("cannot be written");
  });
});
