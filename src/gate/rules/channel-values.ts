/** The values of channels: numbers, codes, addresses and links. */
import { isValidPhoneNumber } from "libphonenumber-js/max";
import type { AuthoredChannel } from "../../schemas/parties.js";
import type { Text } from "../../vocabulary/language.js";
import { asJson, inBoth } from "../issue.js";
import { type Fault as AnyFault, type GateRule, inEveryChannel } from "./rule.js";

/** `key` where it is not the value that is to be mended. */
type Fault = AnyFault & { key?: keyof AuthoredChannel };

const SHORT = /^[#*]{0,2}\d{2,8}$/;
const USSD = /^[*#]{1,2}\d[\d*#]*(\*\{number\})?#$/;
/** Whether a digit is missing is for valid-full-numbers to say. */
const TOLL_FREE = /^\+780[04]\d+$/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** One address and nothing that a `mailto:` link would take for a header. */
const EMAIL = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;

const EXTENSION = /\s*(?:доб(?:авочный|\.)?|ext\.?|[,;#x])\s*(\d+)\s*$/i;

/** The full number that was meant: +7 and ten digits, whatever it was written with. */
function inDigits(value: string): string | null {
  const digits = value.replace(EXTENSION, "").replace(/\D/g, "");
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  const full = `+${digits}`;
  return value.startsWith("+") && E164.test(full) ? full : null;
}

const wrong = (ru: string, en: string, instead?: Text): Fault => ({ message: { ru, en }, instead });

const numberType = (type: string): Text => inBoth(`"numberType": "${type}"`);

function full(value: string, type: "toll-free" | "e164"): Fault | null {
  const written = inDigits(value);
  const tollFree = TOLL_FREE.test(written ?? value);
  const instead = written === null ? undefined : asJson(written);
  const [, extension] = EXTENSION.exec(value) ?? [];
  if (extension !== undefined) {
    const apart = inBoth(`"value": ${JSON.stringify(written ?? "+7…")}, "postDial": "${extension}"`);
    return wrong("добавочный пишется отдельно, в postDial", "an extension goes apart, into postDial", apart);
  }
  if (type === "toll-free" && !tollFree) {
    const tollFreeForm = { ru: '"+7800" и семь цифр', en: '"+7800" and seven digits' };
    const other = E164.test(value) ? numberType("e164") : tollFreeForm;
    return wrong(
      "бесплатный номер начинается с +7800 или +7804",
      "a toll-free number begins with +7800 or +7804",
      other,
    );
  }
  if (type === "e164" && tollFree) {
    const other = inBoth(`"numberType": "toll-free", "value": "${written}"`);
    return wrong("нужна форма E.164, не 8 800", "should be E.164 and not 8 800", other);
  }
  if (E164.test(value)) return null;
  return wrong(
    "полный номер — это + и цифры подряд, форма E.164",
    "a full number is + and digits only, the E.164 form",
    instead ?? { ru: '"+7" и десять цифр', en: '"+7" and ten digits' },
  );
}

function numberFault({ numberType: type }: AuthoredChannel, value: string): Fault | null {
  if (type === "toll-free" || type === "e164") return full(value, type);
  if (type === null) {
    const guess = SHORT.test(value) ? "short-code" : TOLL_FREE.test(inDigits(value) ?? "") ? "toll-free" : "e164";
    return wrong("у номера должен быть numberType", "a number needs its numberType", numberType(guess));
  }
  if (value.startsWith("+")) {
    const meant = TOLL_FREE.test(value) ? "toll-free" : "e164";
    return wrong("у короткого номера нет формы E.164", "a short code has no E.164 form", numberType(meant));
  }
  return SHORT.test(value)
    ? null
    : wrong("короткий номер — это 2–8 цифр подряд", "a short code is 2 to 8 digits and nothing else", {
        ru: "цифры, как их набирают",
        en: "the digits as they are dialled",
      });
}

function formFault(channel: AuthoredChannel): Fault | null {
  const { kind, value, display } = channel;
  if (value === null) {
    const instead = inBoth('"display": { "ru": …, "en": … }');
    return display ? null : wrong("без значения нужен display", "without a value it needs a display", instead);
  }
  if (kind === "voice" || kind === "sms") return numberFault(channel, value);
  if (kind === "ussd" && !USSD.test(value)) {
    const ended = `${value.replace(/[^\d*#]/g, "")}#`;
    return wrong("код вида *100#", "should look like *100#", USSD.test(ended) ? asJson(ended) : undefined);
  }
  if (kind === "email" && !EMAIL.test(value)) {
    const [address = ""] = value.replace(/^mailto:/, "").split(/[?&\s]/);
    return wrong(
      "нужен один адрес почты, без темы и заголовков",
      "should be one e-mail address without headers",
      EMAIL.test(address) ? asJson(address) : undefined,
    );
  }
  return null;
}

/** What only a number has, beside what is none. */
function besideFault({ kind, value, numberType: type, postDial }: AuthoredChannel): Fault | null {
  if (postDial !== null && !(kind === "voice" && value?.startsWith("+"))) {
    const instead = { ru: "уберите postDial", en: "nothing: leave postDial out" };
    const fault = wrong("добавочный бывает только у полного номера", "only a full number has an extension", instead);
    return { ...fault, key: "postDial" };
  }
  if (value === null || type === null || kind === "voice" || kind === "sms") return null;
  const instead = { ru: "уберите numberType", en: "nothing: leave numberType out" };
  const fault = wrong("numberType только у voice и sms", "numberType is for voice and sms only", instead);
  return { ...fault, key: "numberType" };
}

export const numberForms: GateRule = {
  id: "number-forms",
  why: {
    ru: "от вида номера зависит, откуда он отвечает; короткий номер с кодом страны увёл бы звонок к чужому абоненту",
    en: "the form of a number decides where it answers; a short code with a country code would ring a stranger",
  },
  check: (directory) =>
    inEveryChannel(directory, (channel) =>
      [besideFault(channel) ?? formFault(channel)].flatMap((fault) => fault ?? []),
    ),
};

export const validFullNumbers: GateRule = {
  id: "valid-full-numbers",
  why: {
    ru: "лишняя или потерянная цифра в полном номере ведёт к чужому человеку",
    en: "a digit too many or too few in a full number rings somebody else",
  },
  check: (directory) =>
    inEveryChannel(directory, ({ value }) => {
      // Of what is not even of the form, another rule speaks.
      if (!value || !E164.test(value) || isValidPhoneNumber(value)) return [];
      const message = { ru: `${value}: такого номера не бывает`, en: `${value} is not a valid number` };
      return [{ message, instead: { ru: "номер, сверенный с источником", en: "the number as its source has it" } }];
    }),
};

const ONLINE = ["web", "app", "chat", "messenger", "office"];

/** A letter of another script in a host name is how a look-alike address is made. */
const HOST = /^https:\/\/((?:[a-z\d-]+\.)+[a-z\d-]{2,}|(?:[а-яё\d-]+\.)+[а-яё]{2,})(\/[^\s<>"'`\\]*)?$/u;

export const secureLinks: GateRule = {
  id: "secure-links",
  why: {
    ru: "по ссылке вводят пароль и код из SMS: только https и без чужих символов в имени",
    en: "people type passwords and SMS codes there: https only, and no odd characters in the host",
  },
  check: (directory) =>
    inEveryChannel(directory, ({ kind, value }) => {
      if (value === null || !ONLINE.includes(kind) || HOST.test(value)) return [];
      const secured = `https://${value.replace(/^[a-z]+:\/\//i, "")}`;
      const instead = HOST.test(secured) ? asJson(secured) : { ru: "адрес https://…", en: "an address https://…" };
      return [{ message: { ru: "нужна ссылка https", en: "should be an https link" }, instead }];
    }),
};
