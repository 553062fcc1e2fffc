/** What a sentence asks of another room than the routes: answered as that room's own command answers it. */
import type { Room } from "../answers/ask.js";
import type { Context } from "./context.js";
import type { Outcome } from "./runner.js";

export async function answerOfRoom(room: Room, context: Context): Promise<Outcome> {
  switch (room.kind) {
    case "whose":
      return (await import("./commands/whose.js")).answerNumbers(room.numbers, context);
    case "refund":
      return (await import("./commands/refund.js")).answerRefund(room.merchant, context);
    case "claim":
      return (await import("./commands/claim.js")).answerClaim(room.id, room.operator, context);
    case "checklist":
      return (await import("./commands/checklist.js")).showChecklist(room.id, room.given, null, context);
    case "charge": {
      const { chargeAnswer } = await import("../answers/charge.js");
      const answer = chargeAnswer({ descriptor: room.descriptor, account: null }, await context.desk());
      return (await import("./commands/charge.js")).shownCharge(answer, context);
    }
  }
}
