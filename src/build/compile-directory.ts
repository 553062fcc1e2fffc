/** Build step: the directory as the gate accepted it, into dist/ in the shape the engine opens. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Messages, STORED, type Stored } from "../directory/stored.js";
import { assemble } from "../gate/assemble.js";
import { type AuthoredDirectory, forOverlays } from "../gate/authored.js";
import { AUTHORED } from "../gate/overlay.js";
import { indexValues } from "../gate/values.js";
import { LANGUAGES, type Language } from "../vocabulary/language.js";

/** Subjects whose words the answers about channels are made of. */
const OF_ANSWERS = ["answer", "dates", "evidence", "facts"].map((subject) => `messages/${subject}.json`);

/** The interface's words by key; those of the gate are bundled with it, which few answers open. */
const wordsIn = (language: Language, { files }: AuthoredDirectory, ofAnswers: boolean): Messages =>
  Object.fromEntries(
    files.messages
      .filter(({ file }) => file !== "messages/gate.json" && OF_ANSWERS.includes(file) === ofAnswers)
      .flatMap(({ content }) => Object.entries(content).map(([key, text]) => [key, text[language]])),
  );

/** @param to the folder to fill; what it held is removed. */
export function compileDirectory(directory: AuthoredDirectory, to: string): void {
  const { parties, refunds, claims, checklists, ...all } = assemble(directory);
  rmSync(to, { recursive: true, force: true });
  const write = <T>({ path }: Stored<T>, value: T): void => {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), JSON.stringify(value));
  };
  write(AUTHORED, forOverlays(directory));
  write(STORED.index, all.index);
  write(STORED.grounds, all.grounds);
  write(STORED.calendar, all.calendar);
  write(STORED.refundRoutes, all.refundRoutes);
  write(STORED.merchants, all.charges);
  write(STORED.values, indexValues(parties));
  write(STORED.names, all.names);
  write(STORED.parts, all.parts);
  const summaries = claims.map(({ id, title, about, asked }) => ({ id, title, about, asked }));
  write(STORED.claims, summaries);
  for (const { neverOffered, ...party } of parties) {
    write(STORED.party(party.id), party);
    write(STORED.neverOffered(party.id), neverOffered);
  }
  for (const refund of refunds) write(STORED.refundRules(refund.id), refund);
  for (const claim of claims) write(STORED.claim(claim.id), claim);
  for (const checklist of checklists) write(STORED.checklist(checklist.id), checklist);
  for (const language of LANGUAGES) {
    write(STORED.answerMessages(language), wordsIn(language, directory, true));
    write(STORED.otherMessages(language), wordsIn(language, directory, false));
  }
}
