import type { SendRequest } from './queue/commands.ts';

/** Bytes on the wire: the body and each attribute's name, type and value in UTF-8, unless the sender says otherwise. */
export function sizeOf(request: SendRequest): number {
  if (request.sizeBytes !== undefined) return request.sizeBytes;
  let size = utf8Length(request.body);
  for (const name in request.attributes) {
    const attribute = request.attributes[name];
    size +=
      utf8Length(name) + utf8Length(attribute?.type ?? '') + utf8Length(attribute?.value ?? '');
  }
  return size;
}

/** A surrogate pair's halves count two bytes each, as its four bytes. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}
