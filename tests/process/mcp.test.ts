/** An assistant's own client talks to the program over pipes: lists, calls, two at once, and gets words for bad input. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FOLDER, packed } from "../support/packed.js";
import { run, valid } from "../support/run.js";

const client = new Client({ name: "test", version: "1.0.0" });

beforeAll(async () => {
  const env = { PATH: process.env.PATH ?? "", XDG_CONFIG_HOME: FOLDER };
  await client.connect(new StdioClientTransport({ command: await packed(), args: ["mcp", "--lang", "en"], env }));
});
afterAll(() => client.close());

type Called = { isError?: boolean; content: { text: string }[] };

async function call(name: string, given: Record<string, unknown>) {
  const { isError, content } = (await client.callTool({ name, arguments: given })) as Called;
  return { isError, text: content.map((one) => one.text).join("") };
}

it("offers the six questions with what they take", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(["ask", "charge", "emergency", "reply", "route", "whose"]);
  const ask = tools.find(({ name }) => name === "ask");
  expect(ask?.inputSchema.required).toEqual(["text"]);
  expect(ask?.inputSchema.properties).toMatchObject({ roaming: { enum: ["home", "russia", "abroad"] } });
  for (const { description } of tools) expect(description).toMatch(/^[a-z].{10,}/);
});

it("answers briefly, and in full when asked", async () => {
  const { text } = await call("route", { operator: "mts", topic: "balance", roaming: "home", from: "own" });
  expect(Buffer.byteLength(text)).toBeLessThan(300);
  expect(JSON.parse(text)).toMatchObject({ operator: "mts", topic: "balance", display: "*100#", verdict: "proven" });

  const full = await valid((await call("route", { operator: "mts", topic: "balance", full: true })).text);
  expect(full).toMatchObject({ kind: "route", ok: true, lang: "en" });
});

it("answers each question with what its command knows", async () => {
  expect((await call("emergency", {})).text).toContain('"display":"112"');
  expect((await call("whose", { whose: "900" })).text).toContain("Sberbank");
  expect((await call("charge", { charge: "XSOLLA" })).text).toContain("xsolla");
  expect((await call("reply", { reply: "balance", operator: "mts" })).text).toContain("*100#");
  expect((await call("ask", { text: "lost my phone, mts" })).text).toContain("lost-phone-or-sim");
});

it.each([
  ["по шагам: украли симку мтс", "suspend-number"],
  ["что за номер 900", "Sberbank"],
  ["верните деньги за steam", "help.steampowered.com"],
  ["образец претензии, мегафон подключил подписку без спроса", "Оружейный"],
  ["мегафон интернет номер", '"topic":"no-service"'],
])("answers in full what a short line has nothing of: %s", async (text, told) => {
  const answer = await call("ask", { text });
  expect(answer.isError).toBe(false);
  expect(answer.text).toContain(told);
});

it("says what is wrong, and goes on", async () => {
  const nobody = await call("route", { operator: "megafn" });
  expect(nobody).toMatchObject({ isError: true, text: expect.stringContaining('"hints":["megafon"]') });
  expect(await call("route", { roaming: "moon" })).toMatchObject({ isError: true });
  expect(await call("ask", {})).toMatchObject({ isError: true });
  expect(await call("tariffs", {}).catch(() => ({ isError: true }))).toMatchObject({ isError: true });
  expect(await call("emergency", {})).toMatchObject({ isError: false });
});

it("answers two at once, each its own", async () => {
  const [first, second] = await Promise.all([
    call("route", { operator: "mts", topic: "own-number" }),
    call("route", { operator: "megafon", topic: "own-number" }),
  ]);
  expect(JSON.parse(first.text).operator).toBe("mts");
  expect(JSON.parse(second.text).operator).toBe("megafon");
});

it("ends with its input", async () => {
  expect(await run(["mcp"], { input: "" })).toEqual({ code: 0, out: "", err: "" });
});
