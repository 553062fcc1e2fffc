import type { Text } from "../../vocabulary/language.js";
import type { AuthoredChannel } from "../schema.js";
import { at, channelsOf, type GateRule } from "./rule.js";

const SHORT = /^[#*]{0,2}\d{2,8}$/;
const USSD = /^[*#]{1,2}\d[\d*#]*(\*\{number\})?#$/;

function typed(channel: AuthoredChannel, value: string): Text | null {
  const full = value.startsWith("+");
  switch (channel.numberType) {
    case "short-code":
    case "national":
      if (full) return { ru: "у короткого номера нет формы E.164", en: "a short code has no E.164 form" };
      return SHORT.test(value) ? null : { ru: "короткий номер — это 2–8 цифр", en: "a short code is 2 to 8 digits" };
    case "toll-free":
      return value.startsWith("+7800")
        ? null
        : { ru: "бесплатный номер начинается с +7800", en: "a toll-free number begins with +7800" };
    case "e164":
      return full && !value.startsWith("+7800")
        ? null
        : { ru: "нужна форма E.164, не 8 800", en: "should be E.164 and not 8 800" };
    default:
      return { ru: "у номера должен быть numberType", en: "a number needs its numberType" };
  }
}

function formFault(channel: AuthoredChannel): Text | null {
  const { kind, value, numberType, display } = channel;
  if (value === null) {
    return display ? null : { ru: "без значения нужен display", en: "without a value it needs a display" };
  }
  if (kind === "voice" || kind === "sms") return typed(channel, value);
  if (numberType) return { ru: "numberType только у voice и sms", en: "numberType is for voice and sms only" };
  if (kind === "ussd" && !USSD.test(value)) return { ru: "код вида *100#", en: "should look like *100#" };
  return null;
}

export const numberForms: GateRule = {
  id: "number-forms",
  why: {
    ru: "от вида номера зависит, откуда он отвечает; короткий номер с кодом страны увёл бы звонок к чужому абоненту",
    en: "the form of a number decides where it answers; a short code with a country code would ring a stranger",
  },
  check(directory) {
    return channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const fault = formFault(channel);
      return fault ? [at(entry, `${path}.value`, fault)] : [];
    });
  },
};
