/** What is typed into the wrong place is often a phone or card number; messages and ready lines end up in logs, chats and histories. */

import { describe, expect, it } from "vitest";
import { commandLine } from "../../src/cli/talk/command-line.js";
import { problemText } from "../../src/render/envelope/json.js";
import { wordsOf } from "../../src/render/words.js";
import { Problem } from "../../src/values/problem.js";
import { readMessages } from "../support/messages.js";

const words = wordsOf("en", readMessages("data", "en"));
const detailOf = (key: string, values: Record<string, string>): string =>
  problemText(new Problem("usage", key, values), words).detail;

describe("a message", () => {
  it.each(["+7 926 123-45-67", "89261234567", "4276 3800 1234 5678", "мтс 8(926)123-45-67"])("hides %s", (given) => {
    const detail = detailOf("unknown-operator", { given });
    expect(detail.replace(/\D/g, "").length).toBeLessThanOrEqual(4);
    expect(detail).toContain("*");
  });

  it.each(["2026-13-45", "31.11.2026", "2026-02-30 12:00"])(
    "shows the date %s, which has to be seen to be mended",
    (given) => {
      expect(detailOf("impossible-date", { given })).toContain(given);
    },
  );

  it("shows the path of a file", () => {
    expect(detailOf("output-exists", { file: "/home/89261234567/claim.txt" })).toContain("89261234567");
  });
});

describe("the line that gives the same answer", () => {
  it("of a part of a topic is the sentence, with what was answered after it", () => {
    const topic = { value: "lost-phone-or-sim", from: "text", part: "unblock", said: "разблокировать номер" } as const;
    const line = commandLine({
      topic,
      operator: { value: "mts", from: "answer" },
      roaming: { value: "home", from: "text" },
    });
    expect(line).toBe("dozvon ask 'разблокировать номер' -o mts");
  });

  it("of a part is the sentence without the number that was in it", () => {
    const said = "мой номер +7 926 123-45-67, забыла пук";
    const line = commandLine({
      topic: { value: "sim-replacement", from: "text", part: "puk", said },
      number: { value: "+79261234567", from: "text" },
      operator: { value: "megafon", from: "number" },
    });
    expect(line).toBe("dozvon ask 'забыла пук' -o megafon");
  });

  it("has the number's operator in place of the number", () => {
    const line = commandLine({
      operator: { value: "megafon", from: "number" },
      number: { value: "+79261234567", from: "flag" },
      roaming: { value: "home", from: "flag" },
    });
    expect(line).toBe("dozvon route -o megafon -r home");
  });
});
