/** Calls the listener once a second; gives back how to stop. */
export function eachSecond(listener: () => void): () => void {
  return every(1000, listener);
}

/** Calls the listener ten times a second; gives back how to stop. */
export function tenTimesASecond(listener: () => void): () => void {
  return every(100, listener);
}

function every(ms: number, listener: () => void): () => void {
  const timer = setInterval(listener, ms);
  return () => clearInterval(timer);
}
