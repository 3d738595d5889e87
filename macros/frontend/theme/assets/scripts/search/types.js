// What the scripts of search pass to one another: read by who works on them, and fetched by no page.

export {};

/**
 * @typedef {{stop: Set<string>, endings: [string, string, number][][], replace: [string, string][], links: string[],
 *   particles: string[], numbers: Map<string, string>, stems: Map<string, string>}} Rules stems: those worked out before
 */

/** @typedef {{[field: string]: any}} Entry a pattern or page as the index has it */

/** @typedef {[few: number, sentence: number, field: string]} Counted what a stem counts in an entry */

/**
 * @typedef {{data: any, entries: Entry[], weights: any, rules: Rules, postings: Map<string, Map<number, Counted>>,
 *   stems: string[], pairs: Map<string, Set<string>>, everyday: Map<string, string[]>, named: Map<string, number[]>,
 *   sentences: Map<number, string[][]>}} Index
 *   everyday: the stem of what people say, or those of a few words -> the stems that say it in the texts; named: a name in
 *   any edition or a number, as typed, also without spaces -> places; sentences: the stems of each text of a place
 */

/** @typedef {{words?: string, signals?: string[], choices?: {[kind: string]: string}}} Wish */

/**
 * @typedef {{kind: "word", typed: string, word: string, field: string}
 *   | {kind: "signal", signal: string, stated: boolean}
 *   | {kind: "choice", choice: string, fits: boolean}} Because
 */

/** @typedef {{pattern: number, score: number, because: Because[]}} Result */

/**
 * @typedef {{stems: Map<string, string>, weights: Map<string, number>, shares: Map<number, number>, enough: number}} Asked
 *   stems: those that match well -> the typed word; weights: how rare each typed word is; shares: by number of a pattern
 *   the part of that weight which it has; enough: the share with which it is about the query
 */
