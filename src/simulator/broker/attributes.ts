/** A user's message attribute, as SQS and SNS type it. A String.Array holds its JSON text, a Binary its base64. */
export interface AttributeValue {
  readonly type: 'String' | 'Number' | 'String.Array' | 'Binary';
  readonly value: string;
}

export type Attributes = Readonly<Record<string, AttributeValue>>;

export const NO_ATTRIBUTES: Attributes = {};
