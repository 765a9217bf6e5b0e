export async function handle(message, { work, booked, parked, transaction }) {
  const known = await Promise.all([booked.get(message.id), parked.get(message.id)]);
  if (known.some((entry) => entry !== undefined)) return;
  const given = message.approximateReceiveCount > 5;
  if (!given) await work();
  await transaction((tx) => {
    (given ? tx.parked : tx.booked).put(message.id, { account: message.key });
  });
}
