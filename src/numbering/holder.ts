import type { Holder } from "../directory/numbering-types.js";
import type { Language, Text } from "../vocabulary/language.js";

/** The name people know, where it is sure enough, or the legal one; with what there is to know of a company that is no operator. */
export function holderName({ brand, confidence, name, note }: Holder): Text {
  const nameIn = (language: Language): string => {
    const short = brand && confidence !== "unconfirmed" ? brand[language] : name;
    return note ? `${short} (${note[language]})` : short;
  };
  return { ru: nameIn("ru"), en: nameIn("en") };
}
