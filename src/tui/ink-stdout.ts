/**
 * The terminal as ink may see it. It has no end, because ink clears a full one together with what the shell's window
 * can be scrolled back to. It never changes, because the screens draw themselves anew when it does.
 */
export function inkStdout(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const seen: NodeJS.WriteStream = new Proxy(stdout, {
    get(_, name) {
      if (name === 'rows') return Number.POSITIVE_INFINITY;
      if (name === 'on') return on;
      const value: unknown = Reflect.get(stdout, name, stdout);
      return typeof value === 'function' ? value.bind(stdout) : value;
    },
  });
  function on(event: string, listener: (...args: unknown[]) => void): NodeJS.WriteStream {
    if (event !== 'resize') stdout.on(event, listener);
    return seen;
  }
  return seen;
}
