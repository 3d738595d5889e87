// A contribution as the text of a message, as macros/contributions/message.py writes it, and a saved one read again.

/** @typedef {{key: string, kind: string, required: boolean, characters: number, heading: string, read: boolean, choices: Record<string, string>}} Question */
/** @typedef {{begin: string, title: string, words: number, questions: Question[]}} Form */
/** @typedef {Record<string, string>} Answers key of a question -> its answer, that of a choice by its key */

/**
 * @param {Form} form
 * @param {string} end the mark after the answers
 * @param {Answers} answers
 */
export function written(form, end, answers) {
  const parts = form.questions
    .map((question) => [question.heading, lines(question.choices[answers[question.key]] ?? answers[question.key] ?? "")])
    .filter(([, text]) => text)
    .map(([heading, text]) => `${heading}\n${text}`);
  return `${[form.begin, ...parts, end].join("\n\n")}\n`;
}

/**
 * An answer of which no line can be read as a mark or the heading of a question.
 * @param {string} answer
 */
function lines(answer) {
  return answer
    .replace(/\r\n?/g, "\n")
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .map((line) => (line.startsWith("[") ? ` ${line}` : line))
    .join("\n");
}

/**
 * Reads what `written` made; what a mail program did to it is for the command `receive`.
 * @param {Form} form
 * @param {string} end
 * @param {string} text
 * @returns {Answers | undefined} nothing when it is no text of this form
 */
export function read(form, end, text) {
  const all = text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trimEnd()); // programs put spaces behind
  const from = all.indexOf(form.begin);
  if (from < 0) {
    return undefined;
  }
  const to = all.indexOf(end, from);
  /** @type {Record<string, string[]>} */
  const found = {};
  /** @type {string[]} */
  let under = [];
  for (const line of all.slice(from + 1, to < 0 ? undefined : to)) {
    const question = form.questions.find(({ heading }) => heading === line);
    if (question) {
      under = found[question.key] = [];
    } else {
      under.push(line.trim());
    }
  }
  const answers = form.questions
    .filter(({ key }) => Object.hasOwn(found, key))
    .map(({ key, choices }) => {
      const answer = found[key].join("\n").trim();
      return [key, Object.keys(choices).find((one) => choices[one] === answer) ?? answer];
    });
  return Object.fromEntries(answers);
}
