/** A lost SIM and nothing else in hand: no call from it, and the number that answers from any other phone is named all the same. */
import { describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

const lost = (facts: string): string[] => ["route", "-t", "lost-phone-or-sim", "-s", "personal", ...facts.split(" ")];

/** By hand from the rows of tests/golden/situations.md for another operator's SIM and, abroad, a foreign one. */
const NUMBERS = [
  ["-o megafon -f own -r home", "8 800 550-05-00"],
  ["-o megafon -f megafon -r russia", "8 800 550-05-00"],
  ["-o megafon -f own -r abroad", "+7 926 111-05-00"],
  ["-o mts -f own -r abroad", "+7 495 766-01-66"],
  ["-o motiv -f own -r home", "8 800 240-00-00"],
] as const;

describe("with the own SIM gone and no other line named", () => {
  it.concurrent.each(NUMBERS)("%s: %s", async (facts, number) => {
    const { out, code } = await run([...lost(facts), "--lang", "ru"]);
    const lines = out.split("\n");
    expect(code).toBe(0);
    expect(lines.slice(0, 5)).toContain(number);
    expect(lines[lines.indexOf(number) - 1]).toBe("Своей SIM под рукой нет: звоните с любого другого телефона.");
  });

  it.concurrent("JSON keeps it beside the channels, where nothing that needs the SIM stands", async () => {
    const { document } = await json(lost("-o megafon -f own -r home"));
    const { channels, rejected, otherPhone, primary } = document.result;
    expect(otherPhone).toMatchObject({ id: "megafon.voice.toll-free", dial: "88005500500" });
    expect(channels.map(({ kind }) => kind)).not.toContain("voice");
    expect(rejected).toContainEqual(expect.objectContaining({ id: otherPhone?.id, reason: "line-not-in-hand" }));
    expect(primary).not.toBe(otherPhone?.id);
    expect(document.notices.map(({ code }) => code)).toEqual(["own-sim-counted-gone"]);
  });

  it.concurrent("40 columns break no number", async () => {
    const { out } = await run([...lost("-o megafon -f own -r abroad"), "--lang", "en"], { env: { COLUMNS: "40" } });
    expect(out).toContain("\n+7 926 111-05-00\n");
  });

  it.concurrent("no number where the sources know none from there, and the notice still says what to add", async () => {
    const { document } = await json(lost("-o beeline -f own -r abroad"));
    expect(document.result.otherPhone).toBeNull();
    expect(document.notices[0]?.text).toMatch(/which phone|с какого телефона/);
  });

  it.concurrent.each([
    ["another phone is in hand", ["-o", "megafon", "-f", "mts", "-r", "home", "-t", "lost-phone-or-sim"]],
    ["the person cannot talk", [...lost("-o megafon -f own -r home"), "--without", "voice"].slice(1)],
    ["the SIM is not lost", ["-o", "megafon", "-f", "own", "-r", "home", "-s", "personal"]],
  ])("no number beside the answer where %s", async (_, facts) => {
    const { document } = await json(["route", ...facts]);
    expect(document.result.otherPhone).toBeNull();
  });
});

describe("a login that no source describes", () => {
  it.concurrent("is no sure way for whoever gets no SMS, and says so", async () => {
    const { document } = await json(lost("-o t2 -f own -r abroad"));
    const app = document.result.channels.find(({ id }) => id === "t2.app.my-t2");
    expect(app?.reachability).toEqual({ verdict: "unproven", rule: "login-not-established" });
    expect(document.result.primary).toBe("t2.web.contacts");
  });

  it.concurrent("changes nothing for whoever has the SIM", async () => {
    const { document } = await json("route -o t2 -f own -r home -s personal -t options".split(" "));
    const [first] = document.result.channels;
    // Confirmed now, so before the app that one source names.
    expect(first?.id).toBe("t2.web.account");
    expect(first?.reachability.verdict).toBe("proven");
  });
});
