import type { Text } from "../../../vocabulary/language.js";
import { asJson } from "../../issue.js";
import type { AuthoredChannel } from "../../schema.js";
import { at, channelsOf, type GateRule } from "../rule.js";

interface Fault {
  message: Text;
  instead?: Text | undefined;
  /** Where it is not the value that is to be mended. */
  key?: keyof AuthoredChannel;
}

const SHORT = /^[#*]{0,2}\d{2,8}$/;
const USSD = /^[*#]{1,2}\d[\d*#]*(\*\{number\})?#$/;
/** Whether a digit is missing is for valid-full-numbers to say. */
const TOLL_FREE = /^\+7800\d+$/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** One address and nothing that a `mailto:` link would take for a header. */
const EMAIL = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;

/** An extension is dialled after the answer, by hand: a number that is linked and dialled has no place for it. */
const EXTENSION = /\s*(?:доб(?:авочный|\.)?|ext\.?|[,;#x])\s*\d+\s*$/i;

/** The full number that was meant: +7 and ten digits, whatever it was written with. */
function inDigits(value: string): string | null {
  const digits = value.replace(EXTENSION, "").replace(/\D/g, "");
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  const full = `+${digits}`;
  return value.startsWith("+") && E164.test(full) ? full : null;
}

function full(value: string, type: "toll-free" | "e164"): Fault | null {
  const written = inDigits(value);
  const instead = written === null ? undefined : asJson(written);
  if (EXTENSION.test(value)) {
    return {
      message: { ru: "добавочный номеру не место: о нём говорят в steps", en: "has an extension: say it in steps" },
      instead,
    };
  }
  const tollFree = TOLL_FREE.test(written ?? value);
  if (type === "toll-free" && !tollFree) {
    return {
      message: { ru: "бесплатный номер начинается с +7800", en: "a toll-free number begins with +7800" },
      instead: E164.test(value) ? { ru: '"numberType": "e164"', en: '"numberType": "e164"' } : undefined,
    };
  }
  if (type === "e164" && tollFree) {
    return {
      message: { ru: "нужна форма E.164, не 8 800", en: "should be E.164 and not 8 800" },
      instead: {
        ru: `"numberType": "toll-free", "value": "${written}"`,
        en: `"numberType": "toll-free", "value": "${written}"`,
      },
    };
  }
  if (E164.test(value)) return null;
  return {
    message: {
      ru: "полный номер — это + и цифры подряд, форма E.164",
      en: "a full number is + and digits only, the E.164 form",
    },
    instead: instead ?? { ru: '"+7" и десять цифр', en: '"+7" and ten digits' },
  };
}

function typed({ numberType }: AuthoredChannel, value: string): Fault | null {
  switch (numberType) {
    case "short-code":
    case "national":
      if (value.startsWith("+")) {
        const type = TOLL_FREE.test(value) ? "toll-free" : "e164";
        return {
          message: { ru: "у короткого номера нет формы E.164", en: "a short code has no E.164 form" },
          instead: { ru: `"numberType": "${type}"`, en: `"numberType": "${type}"` },
        };
      }
      return SHORT.test(value)
        ? null
        : {
            message: {
              ru: "короткий номер — это 2–8 цифр подряд",
              en: "a short code is 2 to 8 digits and nothing else",
            },
          };
    case "toll-free":
    case "e164":
      return full(value, numberType);
    default: {
      const guess = SHORT.test(value) ? "short-code" : TOLL_FREE.test(inDigits(value) ?? "") ? "toll-free" : "e164";
      return {
        message: { ru: "у номера должен быть numberType", en: "a number needs its numberType" },
        instead: { ru: `"numberType": "${guess}"`, en: `"numberType": "${guess}"` },
      };
    }
  }
}

function formFault(channel: AuthoredChannel): Fault | null {
  const { kind, value, numberType, display } = channel;
  if (value === null) {
    const message = { ru: "без значения нужен display", en: "without a value it needs a display" };
    return display
      ? null
      : { message, instead: { ru: '"display": { "ru": …, "en": … }', en: '"display": { "ru": …, "en": … }' } };
  }
  if (kind === "voice" || kind === "sms") return typed(channel, value);
  if (numberType) {
    const message = { ru: "numberType только у voice и sms", en: "numberType is for voice and sms only" };
    return { message, instead: { ru: "уберите numberType", en: "nothing: leave numberType out" }, key: "numberType" };
  }
  if (kind === "ussd" && !USSD.test(value)) {
    const ended = `${value.replace(/[^\d*#]/g, "")}#`;
    const message = { ru: "код вида *100#", en: "should look like *100#" };
    return { message, instead: USSD.test(ended) ? asJson(ended) : undefined };
  }
  if (kind === "email" && !EMAIL.test(value)) {
    const [address = ""] = value.replace(/^mailto:/, "").split(/[?&\s]/);
    const message = {
      ru: "нужен один адрес почты, без темы и заголовков",
      en: "should be one e-mail address without headers",
    };
    return { message, instead: EMAIL.test(address) ? asJson(address) : undefined };
  }
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
      return fault ? [at(entry, `${path}.${fault.key ?? "value"}`, fault.message, fault.instead)] : [];
    });
  },
};
