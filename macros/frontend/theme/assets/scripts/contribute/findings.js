// What is wrong, or may be, in the answers of a form: the same as macros/contributions/checking.py, in the same words.

import { filled } from "../sentences.js";
import { finder } from "./signs.js";

/** @typedef {import("./message.js").Form} Form */
/** @typedef {import("./message.js").Question} Question */
/** @typedef {import("./message.js").Answers} Answers */
/** @typedef {{question: string, message: string, wrong: string, right: string, written: string, start: number}} Finding */

const HTML = /<(?:\/?[a-zA-Z][^<>]{0,60}>?|!--|!\[|\?|!)/;
const IMAGE = /!\[[^\]\n]*(\])?(?:\([^)\n]*\)?)?/g;
const TARGET = /\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)/gm;
const HTTPS = /^https:\/\/[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::[0-9]{1,5})?(?:[/?#]|$)/;
const NEVER = /[\x00-\x20\x7f\\\u00a0\u2028\u2029]/;
const USER = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/*[^/?#]*@/;
const WORD = /[\p{L}\p{N}]+(?:[’'./-][\p{L}\p{N}]+)*/gu;

/** @param {string} text */
export function countWords(text) {
  return text.match(WORD)?.length ?? 0;
}

/**
 * @param {Form} form
 * @param {Answers} answers
 */
export function wordsOf(form, answers) {
  return form.questions.filter(({ read }) => read).reduce((sum, { key }) => sum + countWords(answers[key] ?? ""), 0);
}

/**
 * Prepares to look, once for a page.
 * @param {{findings: Record<string, {wrong: string, right: string}>, jargon: string[], signs: any[], rare: any[], plain: string[], mostRead: number}} data
 * @returns {(form: Form, answers: Answers) => Finding[]} what a sender should see before sending, by question and place
 */
export function checker(data) {
  const signsIn = finder(data);
  const jargon = data.jargon.map((word) => new RegExp(`(?<![\\p{L}\\p{N}_-])${word}(?![\\p{L}\\p{N}_-])`, "giu"));

  /**
   * @param {string} question
   * @param {string} message
   * @param {Record<string, string | number>} holes
   * @param {string} written
   * @param {number} start
   * @returns {Finding}
   */
  function finding(question, message, holes = {}, written = "", start = 0) {
    const { wrong, right } = data.findings[message];
    return { question, message, wrong: filled(wrong, holes), right: filled(right, holes), written, start };
  }

  /**
   * @param {Question} question
   * @param {string} answer
   * @param {string} text what of it is read
   * @param {import("./signs.js").Sign[]} signs
   * @returns {Finding[]}
   */
  function ofOne({ key, required, characters }, answer, text, signs) {
    const count = [...answer].length;
    return [
      ...(required && !answer ? [finding(key, "contribution.missing")] : []),
      ...(count > characters ? [finding(key, "contribution.characters", { count, most: characters })] : []),
      ...faultsIn(text).map(([message, written]) => finding(key, message, {}, written, Math.max(text.indexOf(written), 0))),
      ...jargon.flatMap((word) => [...text.matchAll(word)]).map((match) => finding(key, "jargon.told", {}, match[0], match.index)),
      ...signs.map(({ start, end, name }) =>
        finding(key, "contribution.identifying", { kind: name }, text.slice(start, end), start)),
    ].sort((one, other) => one.start - other.start || (one.message < other.message ? -1 : Number(one.message > other.message)));
  }

  return (form, answers) => {
    const given = form.questions.map(({ key }) => (answers[key] ?? "").trim());
    const texts = form.questions.map(({ read }, at) => (read ? begun(given[at], data.mostRead) : ""));
    const signs = signsIn(texts);
    const found = new Map(form.questions.map((question, at) => [question.key, ofOne(question, given[at], texts[at], signs[at])]));
    const count = wordsOf(form, answers);
    if (count > form.words) {
      const first = form.questions.find(({ read }) => read)?.key ?? "";
      found.get(first)?.unshift(finding(first, "contribution.words", { count, most: form.words }));
    }
    const name = (answers.name ?? "").trim();
    if ((answers.naming === "name" || answers.naming === "role") && !name) {
      found.get("name")?.push(finding("name", "contribution.no-name"));
    }
    if (answers.naming === "unnamed" && name) {
      found.get("name")?.push(finding("name", "contribution.name-unasked"));
    }
    return [...found.values()].flat();
  };
}

/**
 * @param {string} text
 * @param {number} most
 * @returns {string} as many characters of it, each as a person counts them
 */
function begun(text, most) {
  return text.length > most ? [...text].slice(0, most).join("") : text;
}

/**
 * What prose may not hold, as in macros/checks/prose.py.
 * @param {string} text
 * @returns {[string, string][]} the message and what is written
 */
function faultsIn(text) {
  const html = text.match(HTML);
  const images = [...text.matchAll(IMAGE)].filter((image) => image[1]);
  const plain = text.replace(IMAGE, (image, closed) => (closed ? " ".repeat(image.length) : image));
  const targets = [...plain.matchAll(TARGET)]
    .map((match) => match[1] || match[2] || "")
    .filter((target) => !HTTPS.test(target) || NEVER.test(target));
  return [
    .../** @type {[string, string][]} */ (html ? [["raw-html", html[0]]] : []),
    ...images.map((image) => /** @type {[string, string]} */ (["image", image[0].slice(0, 60)])),
    ...targets.map((target) => /** @type {[string, string]} */ ([
      USER.test(target) && !/^mailto:/i.test(target) ? "link-target.user" : "link-target",
      target,
    ])),
  ];
}
