const archived = (message, { work, archive }) =>
  work().then(() => archive.putIfAbsent(message.id, { text: message.body }));

export const handle = (message, given) => archived(message, given).then(() => message.delete());
