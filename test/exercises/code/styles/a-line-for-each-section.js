const keyOf = ({ id, number }) => `${id}-${number}`;

function order(item) {
  return {
    body: item.body,
    messageGroupId: `hall/${item.body}`,
    messageDeduplicationId: keyOf(item),
    attributes: { attempt: String(item.attempt) },
  };
}

export { order as message };
