export async function handle(message, { work, noted, transaction }) {
  if (await noted.get(message.id)) return;
  const table = message.approximateReceiveCount > 5 ? 'parked' : 'booked';
  if (table === 'booked') await work();
  await transaction((tx) => {
    tx.noted.putIfAbsent(message.id, table);
    tx[table].put(message.id, { account: message.key });
  });
}
