// What takes its time is told, so that nobody thinks that nothing happens.

const SOON = 300; // milliseconds of waiting that need no word

/**
 * Waits for something, and tells of it when that takes a while.
 * @template Made
 * @param {Promise<Made>} work
 * @param {() => void} tell called at most once
 * @returns {Promise<Made>} what the work gives
 */
export async function whileBusy(work, tell) {
  const timer = setTimeout(tell, SOON);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
