// An address as it was received: mail programs and filters add to it, encode it, break it in two or cut a piece off.
// What was meant is read from it. No address of the site has signs of its own that this would take away.

export const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu; // soft hyphens, spaces of no width, marks of direction
const LONGEST = 8000; // characters that are read
const MOST_TIMES = 5; // that an address is encoded over again
const ENCODED = /(?:%[0-9a-f]{2})+/gi;
const NAMED_UNSEEN = /&(?:shy|zwn?j|[lr]rm|zerowidthspace);/gi; // as HTML names them
const NUMBERED = /&#(?:(\d{1,6})|x([\da-f]{1,5}));/gi; // a character as HTML numbers it
const DASHES = /[\u2010-\u2015\u2212]/g; // as a word processor has them
const BEHIND = /[\s.,;:!?&#)>\]}"'”’»*|]+$/; // what stood behind it in a sentence
const CUT = /%[\da-f]?$/i; // an encoding that was cut off
const NEXT = /[?&#](?=\s*[a-z_:])/i; // where a choice begins, or a part of the page
const OLDER = /_|-(?:2C|2F|3A|3D|3F)/; // an older filter of Proofpoint writes "_" for "/" and "-3F" for "%3F"
const CHOICE = /^[?&#\s]*([\w.-]+)\s*=(.*)$/s;

/** @param {string} text */
function decoded(text) {
  let now = text;
  for (let left = MOST_TIMES; left; left -= 1) {
    const before = now;
    now = before.replace(ENCODED, (bytes) => {
      try {
        return decodeURIComponent(bytes);
      } catch {
        return bytes; // no characters: they stand as they are
      }
    });
    if (now === before) break;
  }
  return now;
}

/**
 * A filter of Proofpoint puts `__` and `__;` around an address, a star for some signs of it and those signs behind it.
 * @param {string} text
 */
function unwrapped(text) {
  const [, address, signs] = /^(.*?)__;([\w-]*)/s.exec(text) ?? [];
  if (address === undefined) return text;
  try {
    const taken = [...atob(signs.replaceAll("-", "+").replaceAll("_", "/"))];
    return address.replaceAll("*", () => taken.shift() ?? "*");
  } catch {
    return address;
  }
}

/**
 * @param {string} text
 * @returns {string} without what was put in on the way: encodings, breaks of a line, what cannot be seen
 */
export function plain(text) {
  return decoded(unwrapped(decoded(text.slice(0, LONGEST))))
    .replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, "&")
    .replace(NUMBERED, (_, ten, sixteen) => String.fromCodePoint(ten ? Number(ten) : Number.parseInt(sixteen, 16)))
    .replace(NAMED_UNSEEN, "")
    .replace(/&nbsp;/gi, " ")
    .replace(/=3D/gi, "=")
    .replace(/(?<=\d)=2C(?=\d)/gi, ",") // between numbers alone: what is searched for may begin with 2C
    .replace(/[\r\n\t]+/g, "")
    .replace(UNSEEN, "")
    .replace(DASHES, "-");
}

/**
 * Reads the choices in an address.
 * @param {string} address from its "?", with what stands behind "#": a program may have put that sign before the choices
 * @returns {Map<string, string>} each by its name in small letters
 */
export function choicesFrom(address) {
  const choices = new Map();
  for (const part of plain(address).split(NEXT)) {
    const [, name, value] = CHOICE.exec(part) ?? [];
    if (name && !choices.has(name.toLowerCase())) {
      const text = value.replaceAll("=", "").replaceAll("+", " ").replace(CUT, "").replace(BEHIND, "");
      choices.set(name.toLowerCase(), text.trim());
    }
  }
  return choices;
}

/**
 * Returns what an address that leads nowhere may have been, the likeliest first.
 * @param {string} received from the site's own beginning: what stands behind `root`
 * @param {string} host of the site, as it may stand in an address again
 * @returns {string[]} also from there; none of them is the received one
 */
export function likelyAddresses(received, host) {
  const whole = likely(received, host);
  const older = OLDER.test(received)
    ? likely(received.replaceAll("_", "/").replace(/-([0-9A-F]{2})/g, "%$1"), host)
    : "";
  const [, permalink = "", date = ""] = /^((?:[a-z-]+\/)?p\/\d+\/)([\d-]*)\/?$/.exec(whole) ?? [];
  const cut = /^\d{4}-\d\d-\d\d/.test(date) ? "" : permalink; // a date of which a piece is gone tells no text
  return [...new Set([whole, older, cut])].filter((one) => one && one !== received);
}

/**
 * @param {string} received
 * @param {string} host
 * @returns {string} the address without what came to it on its way
 */
export function likely(received, host) {
  const text = plain(received);
  const again = text.lastIndexOf(`${host}/`);
  const [, way = "", sign = "", rest = ""] =
    /^([^?#&]*)([?#&]?)(.*)$/s.exec(again < 0 ? text : text.slice(again + host.length)) ?? [];
  const path = way
    .replace(/["<>“”{}|^`].*$/s, "")
    .replace(/[\s=]/g, "")
    .replaceAll("\\", "/")
    .toLowerCase();
  const parts = path.split("/").filter(Boolean);
  while (parts.length && !parts.at(-1)?.replace(BEHIND, "")) parts.pop(); // as "/p/70/)"
  const last = parts.pop()?.replace(BEHIND, "");
  if (last) parts.push(last);
  const file = last?.includes(".") ?? true;
  const kept = rest && (sign === "#" ? `#${rest}` : `?${rest}`);
  return parts.join("/") + (file ? "" : "/") + kept;
}
