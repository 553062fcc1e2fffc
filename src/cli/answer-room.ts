/** What a sentence asks of another room than the routes: answered as that room's own command answers it. */
import type { Room } from "../answers/ask.js";
import type { Context } from "./context.js";
import type { Answer } from "./runner.js";

export async function answerOfRoom(room: Room, context: Context): Promise<Answer> {
  if (room.kind === "whose") return (await import("./commands/whose.js")).answerNumbers(room.numbers, context);
  const [{ chargeAnswer }, { shownCharge }] = await Promise.all([
    import("../answers/charge.js"),
    import("./show-charge.js"),
  ]);
  return shownCharge(chargeAnswer({ descriptor: room.descriptor, account: null }, await context.desk()), context);
}
