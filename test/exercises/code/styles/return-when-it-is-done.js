export const handle = (message, { work, bills }) =>
  work().then(() => bills.put(`reading/${message.id}`, { house: message.key }));
