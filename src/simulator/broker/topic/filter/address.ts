/** An IP address as its bytes: 4 of them, or 16. */
type Address = readonly number[];

/** The addresses that begin with the same bits. */
export interface AddressBlock {
  readonly text: string;
  readonly address: Address;
  readonly bits: number;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`. */
export function parseAddressBlock(text: string): AddressBlock | undefined {
  const [base = '', mask = '', ...rest] = text.split('/');
  const address = parseAddress(base);
  if (!address || rest.length > 0 || !/^\d{1,3}$/.test(mask)) return undefined;
  const bits = Number(mask);
  return bits <= address.length * 8 ? { text, address, bits } : undefined;
}

export function isInBlock(text: string, block: AddressBlock): boolean {
  const address = parseAddress(text);
  if (!address || address.length !== block.address.length) return false;
  return address.every((byte, index) => {
    const significant = Math.min(8, Math.max(0, block.bits - index * 8));
    const shift = 8 - significant;
    return byte >> shift === (block.address[index] ?? 0) >> shift;
  });
}

function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseVersion6(text) : parseVersion4(text);
}

function parseVersion4(text: string): Address | undefined {
  const parts = text.split('.');
  const valid = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part));
  const bytes = parts.map(Number);
  return valid && bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** Eight groups of 16 bits; `::` stands for as many zero groups as are missing, once. */
function parseVersion6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(parseGroups);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  if (!tail) return head.length === 16 ? head : undefined;
  const missing = 16 - head.length - tail.length;
  return missing >= 2 ? [...head, ...Array<number>(missing).fill(0), ...tail] : undefined;
}

/** `2001:db8` as bytes. The last group may be an IPv4 address. */
function parseGroups(text: string): Address | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const read =
      group.includes('.') && index === groups.length - 1 ? parseVersion4(group) : parseGroup(group);
    if (!read) return undefined;
    bytes.push(...read);
  }
  return bytes;
}

function parseGroup(group: string): Address | undefined {
  if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}
