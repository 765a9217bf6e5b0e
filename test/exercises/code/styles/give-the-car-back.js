const ENDINGS = { good: 'paid', declined: 'released' };

export async function handle(message, { work, outcome, transaction }) {
  const ending = ENDINGS[message.body];
  if (!(await outcome.get(message.id))) {
    await work();
    await transaction((tx) => {
      tx.outcome.putIfAbsent(message.id, ending);
      if (ending === 'released') tx.cars.add('fleet');
    });
  }
  await message.delete();
}
