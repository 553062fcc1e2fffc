/** `charge`. */
import * as z from "zod";
import { ACCOUNTS, CONFIDENCES, LIKELIHOODS, MATCHES } from "../../vocabulary/charges.js";
import { checklistLink, day, ground, grounds, text } from "../shared-schemas.js";

const account = z.enum(ACCOUNTS);

const merchant = {
  merchant: text,
  name: text,
  purpose: text,
  accounts: z.array(account),
  descriptors: z.array(text),
  descriptorsNotEstablished: z.string().nullable(),
  explains: grounds,
  cancel: grounds,
  support: grounds,
  refund: z.strictObject({ command: text, established: z.boolean() }),
  checklist: checklistLink,
};

export const charge = z.strictObject({
  descriptor: z.string().nullable().describe("As given, with phone and card numbers hidden."),
  account: account.nullable(),
  recognised: z.boolean(),
  candidates: z
    .array(
      z.strictObject({
        ...merchant,
        match: z.enum(MATCHES),
        confidence: z.enum(CONFIDENCES),
        matched: text,
        remainder: z.string().nullable().describe("What follows the name: as a rule the game, app or developer."),
        otherAccount: z.boolean().describe("It is not known to be taken from the account stated."),
        recognisedBy: grounds,
        likely: z
          .strictObject({
            verdict: z.enum(LIKELIHOODS),
            since: day,
            text,
            why: z.string().nullable(),
            check: z.array(text),
            ground: ground.nullable(),
          })
          .nullable()
          .describe("Where such a charge is not to be expected on a Russian card or account; never that it is false."),
      }),
    )
    .describe("The likeliest first."),
  paths: z
    .array(z.strictObject({ ...merchant, account: account.nullable() }))
    .describe("What to do about a charge nobody recognises."),
  free: z.boolean().describe("The line is a number that costs nothing to call: there is nothing to return."),
  knownAs: z.array(z.strictObject({ id: text, party: text, label: text })),
  needs: z.array(z.enum(["account", "descriptor"])),
});
