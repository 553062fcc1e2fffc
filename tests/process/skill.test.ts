/** An assistant's page: short, true of the program it stands for, and with the one rule that matters. */
import { expect, it } from "vitest";
import { json, run } from "../support/run.js";

it.each(["ru", "en"])("prints one page under 6 KB whose examples run (%s)", async (lang) => {
  const { code, out, err } = await run(["skill", "--lang", lang]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(Buffer.byteLength(out)).toBeLessThan(6 * 1024);
  expect(out).toMatch(/^---\nname: dozvon\ndescription: .+\n---\n/);
  for (const name of ["ask", "route", "whose", "charge", "emergency"]) expect(out).toContain(`### dozvon ${name}\n`);

  // Those that read or write files are tried where their commands are.
  const examples = out.split("\n").filter((line) => /^dozvon [a-z][^|<>]*$/.test(line));
  expect(examples.length).toBeGreaterThan(5);
  for (const line of examples) {
    const words = [...line.matchAll(/["']([^"']*)["']|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    expect([0, 3, 4], line).toContain((await run(words.slice(1))).code);
  }
});

it("names only members and codes that answers have", async () => {
  const { document } = await json(["skill", "--lang", "en"]);
  const { text } = document.result as { text: string };
  const { document: route } = await json(["route", "-o", "mts"]);
  const shown = JSON.stringify(route);
  for (const [, name = ""] of text.matchAll(/`(?:result\.|usual\.)?([a-zA-Z]+)`/g))
    if (/[A-Z]/.test(name)) expect(shown, name).toContain(`"${name}":`);
});
