const PAUSES = [5, 15, 30, 60, 120, 120];

async function label(message, given) {
  await given.work();
  await given[message.body].call({ timeout: 500 });
  await given.labels.putIfAbsent(message.id, { by: message.body });
}

export const handle = (message, given) =>
  label(message, given).then(
    () => message.delete(),
    async (error) => {
      given.log(message.id, 'later, because', error);
      await message.extend(PAUSES[message.approximateReceiveCount - 1] ?? 120);
      throw error;
    },
  );
