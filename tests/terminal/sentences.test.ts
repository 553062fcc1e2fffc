/** What happened, said in one's own words at the menu. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { ASKED, ENTER, type Home, privateHome, type Session, start } from "../support/terminal.js";

let home: Home;
let session: Session;
const open = (options: Partial<Parameters<typeof start>[0]> = {}): Session => {
  session = start({ home, ...options });
  return session;
};

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

it.each([[80, 24] as const, [40, 24] as const])("leads on with the facts it states (%i columns)", async (...size) => {
  open({ size });
  await session.sees(ASKED.en.topic);
  session.type("lost my megafon sim in Turkey, block it");
  await session.sees(/in\s+your\s+own\s+words/);
  session.type(ENTER);
  await session.sees(/Understood:\s+MegaFon,[\s\S]*abroad/);
  // Operator and place were stated: only what is left open may be asked.
  await session.settled();
  expect(session.screen()).not.toContain(ASKED.en.operator);
  expect(session.raw()).not.toContain("Where are you now");
});

it("says so when it is about something else, and asks again", async () => {
  open();
  await session.sees(ASKED.en.topic);
  session.type("how do I bake a chocolate cake");
  await session.sees(/in\s+your\s+own\s+words/);
  session.type(ENTER);
  await session.sees("This is not about phone service or charges");
  await session.sees(ASKED.en.topic);
});

it("is taken in plain lines too", async () => {
  open({ args: ["--accessible"] });
  await session.sees("or say it in your own words");
  session.type(`my house is on fire${ENTER}`);
  await session.sees(/1 1 2/);
});

it("offers what it may mean, and none of these leads back to the menu", async () => {
  open();
  await session.sees(ASKED.en.topic);
  session.type("мегафон что-то не то");
  await session.sees(/in\s+your\s+own\s+words/);
  session.type(ENTER);
  await session.sees("What is it about?");
  await session.sees("None of these");
  session.type("4");
  await session.sees(ASKED.en.topic);
});

it.each([[80, 24] as const, [40, 24] as const])(
  "is answered on one screen with the line that saves the question (%i columns)",
  async (...size) => {
    open({ size, args: ["ask", "my phone was stolen in Turkey"] });
    await session.sees(ASKED.en.operator);
    session.type(`beeline${ENTER}`);
    await session.sees(/The\s+same\s+in\s+one\s+line/);
    await session.settled();
    expect(session.screen()).toMatch(/in\s+Russia\s+can\s+call:[\s\S]*8 800 700-06-11/);
  },
);

it.each([
  ["my son bought something in Roblox, App Store", "reportaproblem.apple.com"],
  ["sims I never bought are registered in my name", "115"],
])("says what was understood once, where nothing is asked: %s", async (text, shown) => {
  open({ args: ["ask", text] });
  await session.sees(shown);
  await session.settled();
  expect(session.screen().match(/Understood:/g)).toHaveLength(1);
});

it.each<[text: string, asks: RegExp]>([
  ["step by step: my sim was stolen, mts", /1\. Step by step: Fraud or a stolen SIM/],
  ["will steam give my money back", /How was it paid\?\s+> 1\. /],
  ["a sample claim, megafon switched on a subscription without my consent", /Full name/],
  ["что за номер 7781", /We do not know this short number/],
])("leads on by questions and choices where a sentence asks for more than a number: %s", async (text, asks) => {
  open({ size: [80, 40] });
  await session.sees(ASKED.en.topic);
  session.type(text);
  await session.sees(/in\s+your\s+own\s+words/);
  session.type(ENTER);
  await session.sees(asks);
  await session.settled();
  expect(session.screen()).not.toMatch(/(?<!\w)--\w|dozvon \w/);
});
