/** `charge`. */
import * as z from "zod";
import { ACCOUNTS, CONFIDENCES, LIKELIHOODS, MATCHES } from "../../vocabulary/charges.js";
import { checklistLink, day, ground, grounds, lists, text, textOrNull, texts } from "../shared-schemas.js";

const account = z.enum(ACCOUNTS);

const merchant = {
  ...texts("merchant", "name", "purpose"),
  accounts: z.array(account),
  ...lists("descriptors"),
  descriptorsNotEstablished: textOrNull,
  explains: grounds,
  cancel: grounds,
  support: grounds,
  refund: z.strictObject({ command: text, established: z.boolean() }),
  checklist: checklistLink,
};

const likely = z.strictObject({
  verdict: z.enum(LIKELIHOODS),
  since: day,
  text,
  why: textOrNull,
  ...lists("check"),
  ground: ground.nullable(),
});

export const charge = z.strictObject({
  descriptor: textOrNull.describe("As given, with phone and card numbers hidden."),
  account: account.nullable(),
  recognised: z.boolean(),
  candidates: z
    .array(
      z.strictObject({
        ...merchant,
        match: z.enum(MATCHES),
        confidence: z.enum(CONFIDENCES),
        matched: text,
        remainder: textOrNull.describe("What follows the name: as a rule the game, app or developer."),
        otherAccount: z.boolean().describe("It is not known to be taken from the account stated."),
        recognisedBy: grounds,
        likely: likely
          .nullable()
          .describe("Where such a charge is not to be expected on a Russian card or account; never that it is false."),
      }),
    )
    .describe("The likeliest first."),
  paths: z
    .array(z.strictObject({ ...merchant, account: account.nullable() }))
    .describe("What to do about a charge nobody recognises."),
  free: z.boolean().describe("The line is a number that costs nothing to call: there is nothing to return."),
  knownAs: z.array(z.strictObject(texts("id", "party", "label"))),
  needs: z.array(z.enum(["account", "descriptor"])),
});
