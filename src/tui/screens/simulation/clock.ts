const DAY_S = 86_400;

/** Virtual time since the start as a watch shows it, with so many digits of the second's parts: `0:12.345`. */
export function watch(micros: number, digits: 0 | 1 | 3): string {
  const unit = 10 ** (6 - digits);
  // What has not passed yet is not shown.
  const units = Math.floor(Math.max(0, micros) / unit);
  const perSecond = 1e6 / unit;
  const seconds = Math.floor(units / perSecond);
  const part = digits === 0 ? '' : `.${String(units % perSecond).padStart(digits, '0')}`;
  return `${upToSeconds(seconds)}${part}`;
}

function upToSeconds(all: number): string {
  const days = Math.floor(all / DAY_S);
  const hours = Math.floor((all % DAY_S) / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = two(all % 60);
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}:${seconds}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}
