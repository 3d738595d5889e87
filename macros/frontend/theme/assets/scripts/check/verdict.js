// What became of the text that a reference names.

/** @typedef {{date: string, withdrawn?: boolean, changed?: string[], added?: string[], gone?: string[]}} Text
 *   `changed`, `added`, `gone`: which parts differ from the text of today, in words. */
/** @typedef {{name: string, page: string, retired?: boolean, successor?: number, today: Record<string, string>,
 *   texts: Record<string, Text[]>}} Pattern
 *   `texts`: of each edition, the oldest first, today's last. `today`: the date of today's text, if there is one. */
/** @typedef {{kind: "unknown" | "undated" | "year" | "before" | "withdrawn" | "same" | "changed", edition: string, text?: Text,
 *   asked: string, today: string}} Verdict
 *   `asked`: the date of the reference, where the text then had another. */

/**
 * @param {Pattern | undefined} pattern
 * @param {{edition: string, dates: string[], year: string}} citation
 * @returns {Verdict}
 */
export function verdict(pattern, { edition, dates, year }) {
  if (!pattern) return { kind: "unknown", edition, asked: "", today: "" };
  const shown = [edition, ...Object.keys(pattern.texts)].find((one) => pattern.texts[one]?.length) ?? edition;
  const texts = pattern.texts[shown] ?? [];
  const today = pattern.today[shown] ?? "";
  // A year alone is that of a text: where the year has one, that is the one.
  const ofYear = dates.length || !year ? [] : texts.filter(({ date }) => date.startsWith(`${year}-`));
  if (!dates.length && year && ofYear.length !== 1) {
    const told = { edition: shown, asked: year, today };
    return ofYear.length ? { ...told, kind: "year" } : { ...told, kind: "before", text: texts[0] };
  }
  const exact = ofYear[0]?.date ?? dates.find((date) => texts.some((text) => text.date === date));
  const asked = exact ?? dates[0] ?? "";
  const told = { edition: shown, asked: exact ? "" : asked, today };
  if (!asked) return { ...told, kind: "undated" };
  const text = texts.findLast(({ date }) => !isAfter(date, asked));
  if (!text) return { ...told, kind: "before", text: texts[0] };
  if (text.withdrawn) return { ...told, kind: "withdrawn", text };
  return { ...told, kind: text.date === today ? "same" : "changed", text };
}

/**
 * @param {string} one
 * @param {string} other
 */
function isAfter(one, other) {
  const [day, nth = "1"] = split(one);
  const [otherDay, otherNth = "1"] = split(other);
  return day === otherDay ? Number(nth) > Number(otherNth) : day > otherDay;
}

/** @param {string} date a day, with a number behind it for a later text of that day */
const split = (date) => [date.slice(0, 10), ...(date.length > 10 ? [date.slice(11)] : [])];
