const DIGITS = 3;

/**
 * Words with their numbers to three significant digits; whole numbers and cents stay as they are. `beside` are words that the
 * reader compares them with: no number is rounded up or down to one of theirs, and none gets fewer digits than they have.
 */
export function withBriefNumbers(words: string, beside = ''): string {
  const most = Math.max(DIGITS, ...numbersIn(beside).map((number) => digitsOf(number).length));
  return words.replace(
    /(\$?)(\d[\d,]*\.\d+)( %)?/g,
    (all: string, dollar: string, number: string, percent = '') => {
      const short = shortened(number, most, dollar !== '');
      const isTold = numbersIn(beside).includes(short) || (percent !== '' && short === '100');
      return isTold ? all : `${dollar}${short}${percent}`;
    },
  );
}

function shortened(number: string, most: number, isMoney: boolean): string {
  const [whole = '', decimals = ''] = number.split('.');
  const { length } = digitsOf(whole);
  // Below one there are no more places than say something.
  const places = isMoney ? (length < DIGITS ? 2 : 0) : Math.max(0, most - length);
  if (whole === '0' || decimals.length <= places) return number;
  const short = Number(number.replaceAll(',', '')).toFixed(places);
  const [start = '', rest] = (isMoney ? short : String(Number(short))).split('.');
  return start.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : '');
}

function numbersIn(words: string): string[] {
  return words.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}
