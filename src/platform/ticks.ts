/** Calls the listener once a second; gives back how to stop. */
export function eachSecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
