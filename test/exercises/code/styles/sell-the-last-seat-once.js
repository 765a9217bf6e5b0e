export async function handle(message, { work, seats, sold, transaction }) {
  await work();
  for (;;) {
    const [left, seat] = await Promise.all([seats.get('concert'), sold.get(message.id)]);
    if (left === 0 || seat) break;
    const isMine = await transaction((tx) => {
      tx.sold.update(message.id, undefined, { seat: left });
      tx.seats.update('concert', left, left - 1);
    });
    if (isMine) break;
  }
  await message.delete();
}
