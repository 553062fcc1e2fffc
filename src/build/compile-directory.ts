/** Build step: the authored folder through the gate, into dist/ in the shape the engine opens. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "../gate/assemble.js";
import { NOTHING_BESIDE } from "../gate/authored.js";
import { gate } from "../gate/gate.js";
import { readAuthored } from "../gate/read.js";
import { indexValues } from "../gate/values.js";
import { BUILT_IN } from "../vocabulary/evidence.js";
import { LANGUAGES } from "../vocabulary/language.js";
import { readMessages } from "./messages.js";

const write = (path: string, value: unknown): void => writeFileSync(path, JSON.stringify(value));

/**
 * @param from the authored folder. @param to the folder to fill; what it held is removed.
 * @returns the issues that stopped the build, one a line; empty when it was written.
 */
export function compileDirectory(from: string, to: string, today: string): string[] {
  const { issues, directory } = gate(readAuthored(from), today);
  if (!directory) return issues.map(({ file, path, rule, message }) => `${file} ${path} ${rule}: ${message.en}`);
  const {
    index,
    parties,
    neverOffered,
    grounds,
    calendar,
    charges,
    refunds,
    refundRoutes,
    claims,
    replies,
    checklists,
    names,
  } = assemble(directory, BUILT_IN);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, "parties"), { recursive: true });
  mkdirSync(join(to, "never-offered"));
  mkdirSync(join(to, "messages"));
  mkdirSync(join(to, "merchants"));
  mkdirSync(join(to, "checklists"));
  write(join(to, "authored.json"), { ...directory, beside: NOTHING_BESIDE });
  write(join(to, "index.json"), index);
  write(join(to, "replies.json"), replies);
  write(join(to, "grounds.json"), grounds);
  write(join(to, "calendar.json"), calendar);
  write(join(to, "refund-routes.json"), refundRoutes);
  write(join(to, "merchants", "charges.json"), charges);
  for (const refund of refunds) write(join(to, "merchants", `${refund.id}.json`), refund);
  mkdirSync(join(to, "claims"));
  const summaries = claims.map(({ id, title, about }) => ({ id, title, about }));
  write(join(to, "claims.json"), summaries);
  for (const claim of claims) write(join(to, "claims", `${claim.id}.json`), claim);
  for (const party of parties) write(join(to, "parties", `${party.id}.json`), party);
  for (const [id, values] of Object.entries(neverOffered)) write(join(to, "never-offered", `${id}.json`), values);
  write(join(to, "values.json"), indexValues(parties, neverOffered));
  write(join(to, "names.json"), names);
  for (const checklist of checklists) write(join(to, "checklists", `${checklist.id}.json`), checklist);
  for (const language of LANGUAGES) write(join(to, "messages", `${language}.json`), readMessages(from, language));
  return [];
}
