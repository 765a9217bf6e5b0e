async function book(deposit, { balance, noted, transaction }) {
  while ((await noted.get(deposit)) === undefined) {
    const before = await balance.get('savings');
    const isBooked = await transaction((tx) => {
      tx.balance.update('savings', before, before + 1);
      tx.noted.putIfAbsent(deposit, { at: Date.now() });
    });
    if (isBooked) return;
  }
}

export async function handle(message, given) {
  await given.work();
  await book(message.id, given);
  await message.delete();
}
