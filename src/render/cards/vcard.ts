import ICAL from "ical.js";
import type { Channel } from "../../directory/types.js";
import type { Words } from "../words.js";

/** One line as a contact, vCard 3.0: version 4 fails in some Android contact apps. */
export function channelCard(channel: Channel, words: Words): string {
  const label = words.text(channel.label);
  const card = new ICAL.Component(["vcard", [], []]);
  card.addPropertyWithValue("version", "3.0");
  card.addPropertyWithValue("fn", label);
  card.addProperty(new ICAL.Property(["n", {}, "text", [label, "", "", "", ""]], card));
  card.addPropertyWithValue("tel", channel.e164 ?? channel.dial ?? "");
  return `${card.toString()}\r\n`;
}
