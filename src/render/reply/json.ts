import type { Routing } from "../../routing/routing.js";
import type { Reply } from "./text.js";

export const replyJson = ({ topic, complete, needs }: Routing, { channel, lines }: Reply) => ({
  topic: topic.id,
  channel: channel?.id ?? null,
  origin: channel?.origin ?? null,
  complete,
  needs,
  text: `${lines.join("\n")}\n`,
});
