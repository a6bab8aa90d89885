// Waiting for something to become true, which is the only kind of waiting that the stories do.

// Long, because a machine that others share may stand still for a while; who need not wait does not.
export const patienceMs = 60_000;
// How long a person holds down what is pressed: time enough for the app to draw something else meanwhile.
export const heldDownMs = 80;
const lookEveryMs = 40;

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// Gives the first truthy answer of `look`. `sentence` says what was waited for, when it does not come.
export async function until(sentence, look, longestMs = patienceMs) {
  const last = performance.now() + longestMs;
  let reason;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      reason = undefined;
    } catch (thrown) {
      reason = thrown;
    }
    if (performance.now() > last) {
      throw new Error(`Waited ${longestMs / 1000} s in vain until ${sentence}${reason ? `: ${reason.message}` : '.'}`);
    }
    await pause(lookEveryMs);
  }
}

// True when `look` stays true all the time; it is thrown when it does not.
export async function stays(sentence, look, forMs = 400, lookEvery = lookEveryMs) {
  const last = performance.now() + forMs;
  while (performance.now() < last) {
    if (!(await look())) throw new Error(`It did not stay so that ${sentence}.`);
    await pause(lookEvery);
  }
  return true;
}
